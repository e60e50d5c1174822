"""The JSON Schemas of actors, their names and relations."""

from ledger.schemas import (
    COUNTRY,
    TEXT,
    TRUTH,
    WHOLE,
    exactly,
    listed,
    maybe,
    named,
    record,
    thing,
    words,
)
from sources.schemas import CITATIONS, DATE, RIVALS, WHO

from .vocabulary import ActorKind, NameKind, RelationConfidence, RelationKind

SCHEMAS = {
    "Actor": thing(
        "Who does, says and suffers things.",
        id=record("actor"),
        kind=exactly("actor"),
        name={**TEXT, "description": "The preferred name."},
        type=words(ActorKind.values),
        country=maybe(COUNTRY),
        description={**maybe(TEXT), "description": "Prose that cites sources as [R12 p. 4]."},
        names=listed(named("ActorName")),
        founded=maybe(DATE),
        dissolved=maybe(DATE),
        external_ids=thing(wikidata=maybe(TEXT), ucdp=maybe(WHOLE), gleditsch_ward=maybe(WHOLE)),
        relationships=listed(named("Relationship")),
        rivals=RIVALS,
        citations=CITATIONS,
    ),
    "ActorName": thing(
        "A name of an actor, in one language and script.",
        key=TEXT,
        text=TEXT,
        language=maybe(TEXT),
        script=maybe(TEXT),
        type=words(NameKind.values),
        preferred=TRUTH,
        from_={**maybe(DATE), "description": "Since when it was the name."},
        until=maybe(DATE),
        citations=CITATIONS,
    ),
    "Relationship": thing(
        "That the actor stands in a relation to another, as somebody asserts it.",
        key=TEXT,
        relation=words(RelationKind.values),
        object=record("actor"),
        role_title=maybe(TEXT),
        start=maybe(DATE),
        start_is_first_cited={
            **TRUTH,
            "description": "The start is when it is first heard of, not when it began.",
        },
        end=maybe(DATE),
        end_is_last_cited={
            **TRUTH,
            "description": "The end is when it is last heard of, not when it ended.",
        },
        announced=maybe(DATE),
        signed=maybe(DATE),
        effective=maybe(DATE),
        by=maybe(WHO),
        confidence=words(RelationConfidence.values),
        contested=TRUTH,
        note=maybe(TEXT),
        citations=CITATIONS,
    ),
}
