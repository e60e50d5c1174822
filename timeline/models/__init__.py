from .events import Event, EventNumber, Participant
from .links import Chronology, Entry, Link
from .published import (
    PublishedChronology,
    PublishedCommitment,
    PublishedEvent,
    PublishedStatement,
)
from .statements import Commitment, FollowUp, Rendering, Statement

__all__ = [
    "Chronology",
    "Commitment",
    "Entry",
    "Event",
    "EventNumber",
    "FollowUp",
    "Link",
    "Participant",
    "PublishedChronology",
    "PublishedCommitment",
    "PublishedEvent",
    "PublishedStatement",
    "Rendering",
    "Statement",
]
