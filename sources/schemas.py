"""The JSON Schemas of sources, citations and rival assertions."""

from ledger.schemas import (
    ANYTHING,
    TEXT,
    TIME,
    TRUTH,
    exactly,
    listed,
    maybe,
    named,
    record,
    thing,
    words,
)

from .vocabulary import Credibility, Reliability, SourceKind

DATE = named("Date")
WHO = named("Who")
CITATIONS = listed(named("Citation"))
RIVALS = listed(named("Rival"))

SCHEMAS = {
    "Citation": thing(
        "What an assertion rests on.",
        field={**maybe(TEXT), "description": "The field it supports; null: all beside it."},
        source=record("source"),
        locator={**maybe(TEXT), "description": "Where in the source, for example p. 4."},
        quote=maybe(TEXT),
        credibility={
            "type": ["integer", "null"],
            "minimum": min(Credibility.values),
            "maximum": max(Credibility.values),
            "description": "From 1, confirmed, to 5, improbable; 6: it cannot be judged.",
        },
    ),
    "Rival": thing(
        "What else is said of a field of the record.",
        key=TEXT,
        row={**maybe(TEXT), "description": "The key of the row spoken of; null: the record."},
        field=TEXT,
        value={**ANYTHING, "description": "In the field's own form, as far as it fits one."},
        text={**TEXT, "description": "What is said, in words."},
        by=maybe(WHO),
        reported_on=maybe(DATE),
        adopted=TRUTH,
        reason=maybe(TEXT),
        citations=CITATIONS,
    ),
    "Source": thing(
        "What assertions are cited from.",
        id=record("source"),
        kind=exactly("source"),
        title=TEXT,
        type=words(SourceKind.values),
        publisher=maybe(TEXT),
        author=maybe(TEXT),
        language=maybe(TEXT),
        published=maybe(DATE),
        address=maybe(TEXT),
        reliability=words(Reliability.values),
        derived_from=maybe(record("source")),
        note=maybe(TEXT),
        captures=listed(named("Capture")),
    ),
    "Capture": thing(
        "An archived copy of a source.",
        key=TEXT,
        address=maybe(TEXT),
        accessed_at=maybe(TIME),
        sha256=maybe(TEXT),
    ),
}
