"""The page of one statement."""

from typing import Any

from dates.partial import PartialDate
from dates.wording import say
from ledger.pages import Page
from sources.reading import Reading
from sources.rivals import Rivals

from .definitions import VOCABULARIES
from .material import gather
from .particulars import fact, told_otherwise, when_words
from .telling import quote, speaker, statement_kind


class StatementPage(Page):
    """The words beside each other, what they bind whom to, and what became of it."""

    template_name = "statements/detail.html"
    section = "timeline"

    def get_context_data(self, public_id: str, **address) -> dict[str, Any]:
        material = gather(public_id, moment=self.moment, user=self.request.user, kinds=self.kinds)
        document, reading = material.document, material.reading
        title = title_of(reading, document)
        words = quote(reading, document, self.moment.on)
        return super().get_context_data(
            **address,
            title=title,
            kicker={
                "type": VOCABULARIES["statement_type"].term(document["type"], "kicker"),
                "provenance": VOCABULARIES["provenance"].term(document["provenance"], "known"),
                "date": reading.date(document["date"]),
            },
            prose=reading.footnotes.prose(document["summary"] or "", "what was said"),
            commitments=words["commitments"],
            words=words | {"id": "", "url": "", "commitments": [], "summary": ""},
            particulars=particulars(reading, document),
            about=about(reading, document),
            quotes=material.quotes_about(),
            relations=material.relations(),
            sources=reading.sources(),
            foot_of_record=material.foot(self.request) | {"name": title},
        )


def title_of(reading: Reading, document: dict) -> str:
    """Name a statement for its page: "Promise by Mustafa al-Kadhimi, 28 September 2020"."""
    date = document["date"]
    when = f", {say(PartialDate(date['edtf']))}" if date else ""
    return f"{statement_kind(document)} by {speaker(reading, document)['name']}{when}"


def particulars(reading: Reading, document: dict) -> list[dict]:
    """Return the facts of which others say otherwise; the words themselves carry the rest."""
    rivals = Rivals(document["rivals"], reading)
    rows = [
        _speaker(reading, document, rivals),
        fact("Role held", document["role_held"] or "Not known", [], rivals.of_field("role_held")),
        fact("When", when_words(document["date"]), [], rivals.of_field("date")),
        fact("Where", document["venue"] or "Not known", [], rivals.of_field("venue")),
    ]
    return [*(row for row in rows if row["rivals"]), *told_otherwise(rivals)]


def about(reading: Reading, document: dict) -> list[dict]:
    """Return the records that it is about, in order of time: `{"name", "url", "date"}`."""
    found = [
        reading.link(one) | {"date": brief.get("date") or "", "sort": brief.get("sort") or ""}
        for one in document["about"]
        for brief in [reading.names[one]]
    ]
    return sorted(found, key=lambda one: one["sort"])


def _speaker(reading: Reading, document: dict, rivals: Rivals) -> dict:
    who = speaker(reading, document)
    via = f", via {who['via']['name']}" if who["via"] else ""
    return fact("Speaker", f"{who['name']}{via}", [], rivals.of_field("speaker"), url=who["url"])
