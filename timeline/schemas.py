"""The JSON Schemas of events, statements, commitments, links and chronologies."""

from ledger.schemas import (
    DAY,
    RECORD,
    TEXT,
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

from .filters import STATES
from .vocabulary import (
    CommitmentKind,
    EventType,
    LinkConfidence,
    LinkKind,
    Provenance,
    RenderingKind,
    StatementKind,
    Verdict,
)

COMMITMENT_ID = {"type": "string", "pattern": r"^S[1-9][0-9]{0,8}\.[1-9][0-9]*$"}

# What is computed for the day of reading stands last.
COMMITMENT = {
    "text": {**TEXT, "description": "What is to happen."},
    "type": words(CommitmentKind.values),
    "promisor": {**maybe(WHO), "description": "Who binds themselves; null: the speaker."},
    "obliged": {**maybe(WHO), "description": "Who must act."},
    "addressee": {**maybe(WHO), "description": "For whom."},
    "condition": maybe(TEXT),
    "consequence": maybe(TEXT),
    "deadline": maybe(DATE),
    "deadline_relative": maybe(TEXT),
    "target": maybe(thing(low=maybe(WHOLE), high=maybe(WHOLE), unit=maybe(TEXT))),
    "note": maybe(TEXT),
    "citations": CITATIONS,
    "follow_ups": listed(named("FollowUp")),
    "state": {
        **words(STATES),
        "description": "Where it stands as seen from today, or from the day of `as_of`.",
    },
    "state_since": {
        **maybe(DATE),
        "description": "The date of the verdict, or the deadline that passed.",
    },
    "last_checked": maybe(DAY),
    "decided_by": {**maybe(TEXT), "description": "The key of the follow-up that decides."},
}

SAID = {
    "speaker": maybe(WHO),
    "role_held": maybe(TEXT),
    "on_behalf_of": maybe(record("actor")),
    "date": maybe(DATE),
    "venue": maybe(TEXT),
    "provenance": words(Provenance.values),
}

SCHEMAS = {
    "Event": thing(
        "Something dated that is not an attack.",
        id=record("event"),
        kind=exactly("event"),
        title=TEXT,
        type=words(EventType.values),
        summary=maybe(TEXT),
        date=maybe(DATE),
        place=maybe(record("place")),
        place_text=maybe(TEXT),
        participants=listed(thing(key=TEXT, who=maybe(WHO), role=maybe(TEXT), citations=CITATIONS)),
        numbers=listed(named("EventNumber")),
        rivals=RIVALS,
        citations=CITATIONS,
    ),
    "EventNumber": thing(
        "A number that somebody gives for an event.",
        key=TEXT,
        what=TEXT,
        low=maybe(WHOLE),
        high=maybe(WHOLE),
        wording=maybe(TEXT),
        by=maybe(WHO),
        citations=CITATIONS,
    ),
    "Statement": thing(
        "What somebody said, and what they bound themselves to.",
        id=record("statement"),
        kind=exactly("statement"),
        type=words(StatementKind.values),
        **SAID,
        summary=maybe(TEXT),
        about=listed(RECORD),
        renderings=listed(named("Rendering")),
        commitments=listed(named("StatementCommitment")),
        rivals=RIVALS,
        citations=CITATIONS,
    ),
    "Rendering": thing(
        "A text of a statement: its own words, or whose translation or paraphrase.",
        key=TEXT,
        text=TEXT,
        language=TEXT,
        type=words(RenderingKind.values),
        by=maybe(WHO),
        citations=CITATIONS,
    ),
    "StatementCommitment": thing(
        "What a statement binds somebody to.", id=COMMITMENT_ID, key=TEXT, **COMMITMENT
    ),
    "Commitment": thing(
        "What a statement binds somebody to, with who said it and when.",
        id=COMMITMENT_ID,
        kind=exactly("commitment"),
        statement=record("statement"),
        **SAID,
        about=listed(RECORD),
        key=TEXT,
        **COMMITMENT,
    ),
    "FollowUp": thing(
        "What somebody found, on a day, had become of a commitment.",
        key=TEXT,
        date=maybe(DATE),
        by=maybe(WHO),
        verdict=words(Verdict.values),
        records={**listed(RECORD), "description": "The records that show it."},
        note=maybe(TEXT),
        citations=CITATIONS,
    ),
    "Link": thing(
        "That somebody says one thing came of another; read from cause to effect.",
        id=record("link"),
        kind=exactly("link"),
        type=words(LinkKind.values),
        cause=RECORD,
        effect=RECORD,
        by=maybe(WHO),
        confidence=words(LinkConfidence.values),
        note=maybe(TEXT),
        citations=CITATIONS,
    ),
    "Chronology": thing(
        "A sequence of records, put together by editors.",
        id=record("chronology"),
        kind=exactly("chronology"),
        title=TEXT,
        introduction=maybe(TEXT),
        entries=listed(
            thing(key=TEXT, record=maybe(RECORD), note=maybe(TEXT), citations=CITATIONS)
        ),
        citations=CITATIONS,
    ),
}
