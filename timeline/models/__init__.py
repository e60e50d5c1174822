from .events import Event, EventNumber, Participant
from .links import Chronology, Entry, Link
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
    "Rendering",
    "Statement",
]
