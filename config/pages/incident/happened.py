"""What happened, in prose: the day, the summary under the title, the account."""

from dates.partial import PartialDate
from dates.wording import say
from ledger.wording import sentence

from .material import Material


def summary(material: Material) -> dict:
    """Return the lede: paragraphs of bits, and the footnotes of the title and of all of it."""
    document, reading = material.document, material.reading
    paragraphs = reading.footnotes.prose(document["summary"] or "", "the summary")
    cited = reading.cited_for(document["citations"], "summary", "title", None)
    notes = reading.notes(cited, "the title and summary", side=False)
    return {"paragraphs": paragraphs, "notes": notes}


def account(material: Material) -> list[list[dict]]:
    """Return the account's paragraphs of bits, with their footnotes; [] where none is written."""
    document, reading = material.document, material.reading
    paragraphs = reading.footnotes.prose(document["account"] or "", "the account")
    if document["dataset"] and paragraphs and not paragraphs[-1][-1]["notes"]:
        cited = reading.cited_for(document["citations"], "account")
        paragraphs[-1][-1]["notes"] = reading.notes(cited, "the account")
    return paragraphs


def description(document: dict) -> str:
    """Say in one plain sentence what the page is about."""
    return sentence(document["summary"] or document["title"])


def day_words(date: dict) -> str:
    """Say a date; one exact day in full, however its source put it."""
    if date["precision"] == "day" and not date["approximate"]:
        return say(PartialDate(date["edtf"]))
    return date["text"]
