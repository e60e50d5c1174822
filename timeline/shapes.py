"""How events, statements, links and chronologies lie in their tables."""

from ledger.shapes import Date, Reference, References, Rows, Shape, Value, Who
from sources.models import Citation
from sources.shapes import RIVALS

from .models import (
    Chronology,
    Commitment,
    Entry,
    Event,
    EventNumber,
    FollowUp,
    Link,
    Participant,
    Rendering,
    Statement,
)

EVENT = Shape(
    model=Event,
    fields=(
        Value("title"),
        Value("event_type"),
        Value("summary"),
        Date("date"),
        Reference("place"),
        Value("place_text"),
    ),
    rows=(
        Rows("participants", Participant, "event", (Who("who"), Value("role"))),
        Rows(
            "numbers",
            EventNumber,
            "event",
            (Value("what"), Value("low"), Value("high"), Value("wording"), Who("by")),
        ),
        RIVALS,
    ),
    citations=Citation,
    prose=("summary",),
)

FOLLOW_UPS = Rows(
    "follow_ups",
    FollowUp,
    "commitment",
    (Date("date"), Who("by"), Value("verdict"), References("records"), Value("note")),
)

COMMITMENTS = Rows(
    "commitments",
    Commitment,
    "statement",
    (
        Value("text"),
        Value("commitment_kind"),
        Who("promisor"),
        Who("obliged"),
        Who("addressee"),
        Value("condition"),
        Value("consequence"),
        Date("deadline"),
        Value("deadline_relative"),
        Value("target_low"),
        Value("target_high"),
        Value("target_unit"),
        Value("note"),
    ),
    rows=(FOLLOW_UPS,),
)

STATEMENT = Shape(
    model=Statement,
    fields=(
        Value("statement_kind"),
        Who("speaker"),
        Value("role_held"),
        Reference("on_behalf_of"),
        Date("date"),
        Value("venue"),
        Value("provenance"),
        References("about"),
        Value("summary"),
    ),
    rows=(
        Rows(
            "renderings",
            Rendering,
            "statement",
            (Value("text"), Value("language"), Value("rendering_kind"), Who("by")),
        ),
        COMMITMENTS,
        RIVALS,
    ),
    citations=Citation,
    prose=("summary",),
)

LINK = Shape(
    model=Link,
    fields=(
        Reference("cause"),
        Reference("effect"),
        Value("link_kind"),
        Who("by"),
        Value("confidence"),
        Value("note"),
    ),
    citations=Citation,
)

CHRONOLOGY = Shape(
    model=Chronology,
    fields=(Value("title"), Value("introduction")),
    rows=(Rows("entries", Entry, "chronology", (Reference("entry_record"), Value("note"))),),
    citations=Citation,
    prose=("introduction",),
)
