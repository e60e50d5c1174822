"""What may leave of events, statements, commitments and chronologies: their columns, once each."""

from collections.abc import Mapping
from datetime import date

from ledger.exporting.columns import Column, Form, named
from ledger.exporting.expressions import EDITION, cited, dated, listed, of_record, who
from ledger.exporting.tables import DOCUMENT, Table, Takeaway, each
from ledger.listing import Listing
from ledger.models import Published
from ledger.narrowing import Phrase
from sources.reading import Reading

from .definitions import VOCABULARIES
from .phrases import (
    CHRONOLOGY_PHRASES,
    event_phrases_of,
    promise_phrases_of,
    statement_phrases_of,
    timeline_phrases_of,
)
from .seen import commitment_document, seen_from

EVENTS = Table(
    "events",
    "an event",
    (
        of_record("event", hxl="#event+id"),
        Column("title", "What it is called.", "d ->> 'title'", hxl="#event+name"),
        Column("type", "What happened.", "r.event_type", Form.WORD,
               vocabulary=VOCABULARIES["event_type"], hxl="#event+type"),
        *dated("date", "When", "d -> 'date'"),
        Column("place", "Where.", "r.place", Form.ID, hxl="#loc+id"),
        named("place_name", "What that place is called.", "r.place",
              beside="d ->> 'place_text'", hxl="#loc+name"),
        Column("participants", "Who took part.", "array_to_string(r.actors, ' ')", Form.IDS,
               hxl="#group+id"),
        named("participant_names", "What they are called.", "array_to_string(r.actors, ' ')",
              hxl="#group+name"),
        Column("summary", "What happened; [R12 p. 4] cites a source.", "d ->> 'summary'",
               hxl="#description"),
        *cited("d"),
        EDITION,
    ),
    DOCUMENT,
)  # fmt: skip

NUMBERS = Table(
    "numbers",
    "a number that somebody gives for an event",
    (
        Column("event", "The event’s id.", "r.public_id", Form.ID, hxl="#event+id"),
        Column("what", "What is counted.", "e ->> 'what'", hxl="#indicator+name"),
        Column("low", "At least so many.", "(e ->> 'low')::bigint", Form.WHOLE,
               hxl="#indicator+min"),
        Column("high", "At most so many; empty: open, or not known.", "(e ->> 'high')::bigint",
               Form.WHOLE, hxl="#indicator+max"),
        Column("wording", "The words of the source.", "e ->> 'wording'"),
        *who("by", "Who says so", "e -> 'by'"),
        *cited("e"),
    ),
    each("d -> 'numbers'"),
    "t.n",
)  # fmt: skip

STATEMENTS = Table(
    "statements",
    "a statement",
    (
        of_record("statement"),
        Column("type", "What it is.", "r.statement_kind", Form.WORD,
               vocabulary=VOCABULARIES["statement_type"]),
        *who("speaker", "Who said it", "d -> 'speaker'"),
        Column("role_held", "The role of the speaker that day.", "d ->> 'role_held'"),
        Column("on_behalf_of", "For whom it was said.", "r.on_behalf_of", Form.ID),
        named("on_behalf_of_name", "What that is called.", "r.on_behalf_of"),
        *dated("date", "When it was said", "d -> 'date'"),
        Column("venue", "Where or to whom.", "d ->> 'venue'"),
        Column("provenance", "How it is known that it was said.", "r.provenance", Form.WORD,
               vocabulary=VOCABULARIES["provenance"]),
        Column("about", "The records that it is about.", "array_to_string(r.about, ' ')",
               Form.IDS),
        named("about_names", "What they are called.", "array_to_string(r.about, ' ')"),
        Column("summary", "What was said, in a sentence.", "d ->> 'summary'",
               hxl="#description"),
        Column("commitments", "The promises, ultimatums, threats and orders in it.",
               listed("d -> 'commitments'", "id"), Form.IDS),
        *cited("d"),
        EDITION,
    ),
    DOCUMENT,
)  # fmt: skip

RENDERINGS = Table(
    "renderings",
    "the words of a statement in one language",
    (
        Column("statement", "The statement’s id.", "r.public_id", Form.ID),
        Column("text", "The words.", "e ->> 'text'", hxl="#description"),
        Column("language", "Their language (BCP 47).", "e ->> 'language'", hxl="#meta+language"),
        Column("type", "Whose words these are.", "e ->> 'type'", Form.WORD,
               vocabulary=VOCABULARIES["rendering_type"]),
        *who("by", "Who rendered them", "e -> 'by'"),
        *cited("e"),
    ),
    each("d -> 'renderings'"),
    "t.n",
)  # fmt: skip

COMMITMENTS = Table(
    "commitments",
    "a promise, ultimatum, threat or order",
    (
        Column("id", "The commitment’s id.", "r.public_id || '.' || r.number", Form.ID),
        Column("statement", "The statement that it stands in.", "r.public_id", Form.ID),
        Column("type", "What it is.", "r.commitment_kind", Form.WORD,
               vocabulary=VOCABULARIES["commitment_type"]),
        Column("text", "What is to happen.", "e ->> 'text'", hxl="#description"),
        Column("state", "Where it stands, seen from the day on which the file was asked for, or "
               "from as_of.", "r.state", Form.WORD, vocabulary=VOCABULARIES["commitment_state"]),
        Column("promisor", "Who gave it.", "r.promisor", Form.ID),
        named("promisor_name", "What they are called.", "r.promisor"),
        *who("obliged", "Who must act, if that is somebody else", "e -> 'obliged'"),
        *who("addressee", "For whom", "e -> 'addressee'"),
        *dated("date", "When it was given", "d -> 'date'"),
        *dated("deadline", "By when", "e -> 'deadline'"),
        Column("deadline_relative", "By when, counted from something else.",
               "e ->> 'deadline_relative'"),
        Column("condition", "On what condition.", "e ->> 'condition'"),
        Column("consequence", "What is to follow otherwise.", "e ->> 'consequence'"),
        Column("target_low", "How much at least.", "(e #>> '{target,low}')::bigint", Form.WHOLE),
        Column("target_high", "How much at most.", "(e #>> '{target,high}')::bigint",
               Form.WHOLE),
        Column("target_unit", "Of what.", "e #>> '{target,unit}'"),
        Column("note", "A note.", "e ->> 'note'"),
        *cited("e"),
        EDITION,
    ),
    f"{DOCUMENT} JOIN LATERAL jsonb_array_elements(d -> 'commitments') AS t(e) "
    "ON e ->> 'key' = r.number",
)  # fmt: skip

TIMELINE = Table(
    "timeline",
    "an attack, an event or a statement",
    (
        Column("id", "The record’s id.", "r.public_id", Form.ID, hxl="#event+id"),
        Column("kind", "Whether it is an incident, an event or a statement.", "r.kind",
               Form.WORD, hxl="#event+kind"),
        Column("title", "What it is called.", "r.label", hxl="#event+name"),
        Column("type", "Its type within its kind.", "r.brief ->> 'type'", Form.WORD,
               hxl="#event+type"),
        Column("date_text", "When, in words.", "r.brief ->> 'date'", hxl="#date+text"),
        Column("date_earliest", "The earliest possible day; empty: open, or not known.",
               "r.date_earliest", Form.DAY, hxl="#date+start"),
        Column("date_latest", "The latest possible day; empty: open, or not known.",
               "r.date_latest", Form.DAY, hxl="#date+end"),
        Column("date_approximate", "Whether the date is approximate.", "r.date_approximate",
               Form.TRUTH, hxl="#date+approximate"),
        EDITION,
    ),
)  # fmt: skip

CHRONOLOGIES = Table(
    "chronologies",
    "a chronology",
    (
        of_record("chronology"),
        Column("title", "Its title.", "r.title"),
        Column("introduction", "How it begins.", "d ->> 'introduction'", hxl="#description"),
        Column("records", "The records that it tells, in order.",
               listed("d -> 'entries'", "record"), Form.IDS),
        EDITION,
    ),
    DOCUMENT,
)  # fmt: skip

ENTRIES = Table(
    "entries",
    "a record in a chronology",
    (
        Column("chronology", "The chronology’s id.", "r.public_id", Form.ID),
        Column("position", "Its place in the order, from 1.", "t.n", Form.WHOLE),
        Column("record", "The record’s id.", "e ->> 'record'", Form.ID),
        named("record_name", "What it is called.", "e ->> 'record'"),
        Column("note", "What the chronology says of it.", "e ->> 'note'", hxl="#description"),
        *cited("e"),
    ),
    each("d -> 'entries'"),
    "t.n",
)  # fmt: skip


def _reading(phrases_of):
    """Give phrases that name records the names that a file's reader may see."""

    def phrases(listing: Listing, names: Mapping[str, dict]) -> Mapping[str, Phrase]:
        return phrases_of(Reading(names, listing.moment))

    return phrases


def _seen(document: dict, row: Published, on: date) -> dict:
    return seen_from(document, on=on)


def _commitment(document: dict, row: Published, on: date) -> dict:
    return commitment_document(seen_from(document, on=on), row.number)


TAKEAWAYS = {
    "events": Takeaway(
        "events",
        "event",
        (EVENTS, NUMBERS),
        _reading(event_phrases_of),
        api="/api/v1/events/",
    ),
    "statements": Takeaway(
        "statements",
        "statement",
        (STATEMENTS, RENDERINGS),
        _reading(statement_phrases_of),
        seen=_seen,
        api="/api/v1/statements/",
    ),
    "commitments": Takeaway(
        "promises",
        "promise",
        (COMMITMENTS,),
        _reading(promise_phrases_of),
        seen=_commitment,
        api="/api/v1/commitments/",
    ),
    "timeline": Takeaway(
        "dated records",
        "dated record",
        (TIMELINE,),
        _reading(timeline_phrases_of),
        seen=_seen,
    ),
    "chronologies": Takeaway(
        "chronologies",
        "chronology",
        (CHRONOLOGIES, ENTRIES),
        lambda listing, names: CHRONOLOGY_PHRASES,
        api="/api/v1/chronologies/",
    ),
}
