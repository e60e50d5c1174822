"""How each parameter of the timeline, of promises, events and statements is said in a sentence."""

from dates.partial import PartialDate
from dates.wording import say
from ledger.narrowing import Phrase
from sources.reading import Reading

from .definitions import VOCABULARIES

KIND_WORDS = {"incident": "attacks", "event": "events", "statement": "statements"}
SAYING = Phrase("saying", "“{}”".format)
CHRONOLOGY_PHRASES = {"q": SAYING}


def timeline_phrases_of(reading: Reading) -> dict[str, Phrase]:
    """Say each parameter of the timeline in words, in the order of a sentence."""
    return {
        "kind": Phrase("only", KIND_WORDS.__getitem__),
        "actor": Phrase("with", reading.name, "no actor named"),
        "place": Phrase("at", reading.name, "place not known"),
        "q": Phrase("saying", "“{}”".format),
    }


def promise_phrases_of(reading: Reading) -> dict[str, Phrase]:
    """Say each parameter of promises in words, in the order of a sentence."""
    return {
        "state": Phrase("", VOCABULARIES["commitment_state"].words.__getitem__),
        "type": Phrase("of the type", VOCABULARIES["commitment_type"].words.__getitem__),
        "promisor": Phrase("by", reading.name, "somebody without a page"),
        "obliged": Phrase("to be done by", reading.name, "whoever gave the word"),
        "addressee": Phrase("for", reading.name, "nobody in particular"),
        "statement": Phrase("in", reading.name),
        "about": Phrase("about", reading.name, "nothing in particular"),
        "deadline_from": Phrase("due on or after", day_words),
        "deadline_to": Phrase("due on or before", day_words),
        "q": Phrase("saying", "“{}”".format),
    }


def day_words(day: str) -> str:
    return say(PartialDate(day))


def event_phrases_of(reading: Reading) -> dict[str, Phrase]:
    """Say each parameter of events in words."""
    return {
        "type": Phrase("of the type", VOCABULARIES["event_type"].words.__getitem__),
        "actor": Phrase("with", reading.name, "no participant named"),
        "actor_all": Phrase("with all of", reading.name, "no participant named", " and "),
        "place": Phrase("at", reading.name, "place not known"),
        "q": SAYING,
    }


def statement_phrases_of(reading: Reading) -> dict[str, Phrase]:
    """Say each parameter of statements in words."""
    return {
        "type": Phrase("of the type", VOCABULARIES["statement_type"].words.__getitem__),
        "speaker": Phrase("by", reading.name, "somebody without a page"),
        "on_behalf_of": Phrase("on behalf of", reading.name, "nobody else"),
        "about": Phrase("about", reading.name, "nothing in particular"),
        "provenance": Phrase("", VOCABULARIES["provenance"].words.__getitem__),
        "has": Phrase("with", {"commitment": "a promise"}.__getitem__, "no promise"),
        "q": SAYING,
    }
