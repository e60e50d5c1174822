"""What the API serves: an address for each kind, with its parameters and its schema."""

from dataclasses import dataclass

from actors.exports import TAKEAWAY as ACTOR_FILES
from actors.filters import ActorFilter
from config.kinds import KINDS
from datasets.exports import TAKEAWAY as DATASET_FILES
from datasets.filters import DatasetFilter
from incidents.exports import TAKEAWAY as INCIDENT_FILES
from incidents.exports import TAKEAWAY_OF_PLACES as PLACE_FILES
from incidents.filters import IncidentFilter, PlaceFilter
from ledger.exporting.tables import Takeaway
from ledger.filters import StrictFilterSet
from ledger.kinds import Kind
from sources.exports import TAKEAWAY as SOURCE_FILES
from sources.filters import SourceFilter
from timeline.exports import TAKEAWAYS as TIMELINE_FILES
from timeline.filters import ChronologyFilter, CommitmentFilter, EventFilter, StatementFilter


@dataclass(frozen=True)
class Served:
    """A kind at an address: `/api/v1/incidents/`, its filters, the name of its schema."""

    path: str
    one: str
    kind: Kind
    filters: type[StrictFilterSet]
    schema: str
    takeaway: Takeaway


INCIDENTS = Served(
    "incidents", "incident", KINDS["incident"], IncidentFilter, "Incident", INCIDENT_FILES
)
ACTORS = Served("actors", "actor", KINDS["actor"], ActorFilter, "Actor", ACTOR_FILES)
EVENTS = Served("events", "event", KINDS["event"], EventFilter, "Event", TIMELINE_FILES["events"])
STATEMENTS = Served(
    "statements",
    "statement",
    KINDS["statement"],
    StatementFilter,
    "Statement",
    TIMELINE_FILES["statements"],
)
COMMITMENTS = Served(
    "commitments",
    "commitment",
    KINDS["statement"],
    CommitmentFilter,
    "Commitment",
    TIMELINE_FILES["commitments"],
)
SOURCES = Served("sources", "source", KINDS["source"], SourceFilter, "Source", SOURCE_FILES)
PLACES = Served("places", "place", KINDS["place"], PlaceFilter, "Place", PLACE_FILES)
CHRONOLOGIES = Served(
    "chronologies",
    "chronology",
    KINDS["chronology"],
    ChronologyFilter,
    "Chronology",
    TIMELINE_FILES["chronologies"],
)
DATASETS = Served("datasets", "dataset", KINDS["dataset"], DatasetFilter, "Dataset", DATASET_FILES)

SERVED = (
    INCIDENTS,
    ACTORS,
    EVENTS,
    STATEMENTS,
    COMMITMENTS,
    SOURCES,
    PLACES,
    CHRONOLOGIES,
    DATASETS,
)
PATHS = {served.kind.name: served.path for served in SERVED if served.one == served.kind.name}
