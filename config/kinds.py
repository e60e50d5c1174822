"""The kinds of record: the one place that names each one's tables, document and index."""

from functools import partial

from actors.documents import actor_document, actor_texts, brief_actor, preferred_name
from actors.indexing import actor_rows
from actors.models import PublishedActor
from actors.names import skeleton
from actors.shapes import ACTOR
from datasets.documents import (
    brief_dataset,
    dataset_document,
    dataset_rows,
    dataset_texts,
    refuse_dataset,
)
from datasets.models import PublishedDataset
from datasets.refusals import refuse_leaving_rows, refuse_public_row
from datasets.shapes import DATASET
from incidents.around import (
    around_incidents,
    around_places,
    resting_on_incident,
    resting_on_place,
)
from incidents.documents import (
    brief_incident,
    brief_place,
    incident_document,
    incident_texts,
    place_document,
    place_texts,
)
from incidents.flat import exported_rows
from incidents.indexing import (
    INCIDENT_TALLIES,
    country_rows,
    incident_rows,
    place_rows,
)
from incidents.models import (
    ExportedIncident,
    PublishedIncident,
    PublishedIncidentCountry,
    PublishedPlace,
)
from incidents.shapes import INCIDENT, PLACE
from incidents.tolls import refuse_reports
from ledger.kinds import Index, Kind
from sources.documents import brief_source, source_document, source_texts
from sources.indexing import resting_on_origin, source_rows
from sources.models import PublishedSource
from sources.refusals import refuse_rivals
from sources.shapes import SOURCE
from timeline.documents import (
    brief_chronology,
    brief_event,
    brief_link,
    brief_statement,
    chronology_document,
    chronology_texts,
    event_document,
    event_texts,
    link_document,
    link_texts,
    statement_document,
    statement_name,
    statement_texts,
)
from timeline.indexing import (
    chronology_rows,
    commitment_rows,
    event_rows,
    statement_rows,
)
from timeline.models import (
    PublishedChronology,
    PublishedCommitment,
    PublishedEvent,
    PublishedStatement,
)
from timeline.shapes import CHRONOLOGY, EVENT, LINK, STATEMENT


def titled(state: dict) -> str:
    return state["title"]


def called(state: dict) -> str:
    return preferred_name(state["actor_names"])


def located(state: dict) -> str:
    return preferred_name(state["place_names"])


def spoken(state: dict) -> str:
    return statement_name({**state, "type": state["statement_kind"]})


def linked(state: dict) -> str:
    return brief_link({**state, "type": state["link_kind"]})["name"]


def refuse_incident(state: dict) -> list[str]:
    return [*refuse_reports(state["casualty_reports"]), *refuse_rivals(INCIDENT, state)]


def every_name(state: dict) -> list[str]:
    names = [row["text"] for row in state["actor_names"]]
    return [*names, *map(skeleton, names)]


SOURCES = Kind(
    name="source",
    shape=SOURCE,
    label=titled,
    names=lambda state: [state["title"], state["publisher"], state["key"]],
    document=source_document,
    brief=brief_source,
    texts=source_texts,
    indexes=(Index(PublishedSource, source_rows),),
    dependents=resting_on_origin,
)

ACTORS = Kind(
    name="actor",
    shape=ACTOR,
    label=called,
    names=every_name,
    document=actor_document,
    brief=brief_actor,
    texts=actor_texts,
    indexes=(Index(PublishedActor, actor_rows),),
    refuse=partial(refuse_rivals, ACTOR),
)

PLACES = Kind(
    name="place",
    shape=PLACE,
    label=located,
    names=lambda state: [row["text"] for row in state["place_names"]],
    document=place_document,
    brief=brief_place,
    texts=place_texts,
    indexes=(Index(PublishedPlace, place_rows),),
    around=around_places,
    dependents=resting_on_place,
    refuse=partial(refuse_rivals, PLACE),
)

INCIDENTS = Kind(
    name="incident",
    shape=INCIDENT,
    label=titled,
    names=lambda state: [state["title"]],
    document=incident_document,
    brief=brief_incident,
    texts=incident_texts,
    indexes=(
        Index(PublishedIncident, incident_rows),
        Index(PublishedIncidentCountry, country_rows),
        Index(ExportedIncident, exported_rows),
    ),
    tallied=INCIDENT_TALLIES,
    around=around_incidents,
    dependents=resting_on_incident,
    refuse=refuse_incident,
    refuse_publishing=refuse_public_row,
)

EVENTS = Kind(
    name="event",
    shape=EVENT,
    label=titled,
    names=lambda state: [state["title"]],
    document=event_document,
    brief=brief_event,
    texts=event_texts,
    indexes=(Index(PublishedEvent, event_rows),),
    refuse=partial(refuse_rivals, EVENT),
)

STATEMENTS = Kind(
    name="statement",
    shape=STATEMENT,
    label=spoken,
    names=lambda state: [state["summary"], *(row["text"] for row in state["renderings"])],
    document=statement_document,
    brief=brief_statement,
    texts=statement_texts,
    indexes=(
        Index(PublishedStatement, statement_rows),
        Index(PublishedCommitment, commitment_rows),
    ),
    refuse=partial(refuse_rivals, STATEMENT),
)

LINKS = Kind(
    name="link",
    shape=LINK,
    label=linked,
    names=lambda state: [state["note"]],
    document=link_document,
    brief=brief_link,
    texts=link_texts,
)

CHRONOLOGIES = Kind(
    name="chronology",
    shape=CHRONOLOGY,
    label=titled,
    names=lambda state: [state["title"]],
    document=chronology_document,
    brief=brief_chronology,
    texts=chronology_texts,
    indexes=(Index(PublishedChronology, chronology_rows),),
)

DATASETS = Kind(
    name="dataset",
    shape=DATASET,
    label=titled,
    names=lambda state: [state["title"], state["short_name"]],
    document=dataset_document,
    brief=brief_dataset,
    texts=dataset_texts,
    indexes=(Index(PublishedDataset, dataset_rows),),
    refuse=refuse_dataset,
    refuse_publishing=refuse_leaving_rows,
)

KINDS = {
    kind.name: kind
    for kind in (
        SOURCES,
        ACTORS,
        PLACES,
        DATASETS,
        INCIDENTS,
        EVENTS,
        STATEMENTS,
        LINKS,
        CHRONOLOGIES,
    )
}
