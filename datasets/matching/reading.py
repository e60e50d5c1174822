"""Attacks as the index has them: what matching compares, without reading a document."""

from collections.abc import Iterable

from actors.models import PublishedActor
from incidents.models import PublishedIncident
from ledger.models import OPEN

from .scoring import Attack, Figure, Named

COLUMNS = (
    "record_id",
    "dataset",
    "date_earliest",
    "date_latest",
    "date_approximate",
    "latitude",
    "longitude",
    "precision",
    "places",
    "countries",
    "actors",
    "incident_type",
    "weapons",
    "killed_low",
    "killed_high",
    "sort_killed",
    "injured_low",
    "injured_high",
)


def actors_by_id() -> dict[str, Named]:
    """Return every actor that is published now, with the skeletons of all its names."""
    rows = PublishedActor.objects.filter(until=OPEN)
    found = rows.values_list("public_id", "actor_kind", "country", "skeletons")
    return {
        public_id: Named(public_id, kind, country, frozenset(filter(None, skeletons.split("\n"))))
        for public_id, kind, country, skeletons in found
    }


def attacks(record_ids: Iterable[int], actors: dict[str, Named]) -> dict[int, Attack]:
    """Return, by record, the attacks that are published now."""
    rows = PublishedIncident.objects.filter(until=OPEN, record__in=list(record_ids))
    return {row[0]: _attack(dict(zip(COLUMNS, row, strict=True)), actors) for row in _read(rows)}


def _read(rows) -> Iterable[tuple]:
    return rows.values_list(*COLUMNS)


def _attack(row: dict, actors: dict[str, Named]) -> Attack:
    return Attack(
        dataset=row["dataset"],
        earliest=row["date_earliest"],
        latest=row["date_latest"],
        approximate=row["date_approximate"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        precision=row["precision"],
        places=frozenset(row["places"]),
        countries=frozenset(row["countries"]),
        actors=tuple(actors[one] for one in row["actors"] if one in actors),
        type=row["incident_type"],
        weapons=frozenset(row["weapons"]),
        killed=_figure(row["killed_low"], row["killed_high"], row["sort_killed"]),
        injured=_figure(row["injured_low"], row["injured_high"]),
    )


def _figure(low: int | None, high: int | None, best: int = -1) -> Figure:
    return Figure(low, high, best if best >= 0 else None)
