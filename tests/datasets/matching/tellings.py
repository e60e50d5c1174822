"""Attacks near Taji on 28 September 2020, as several datasets tell of them."""

from itertools import count

from incidents.models import Incident
from tests.factories import add_place, add_report, killed, make_incident, make_place, on, published

ENTRIES = count(1)


def tell(
    dataset=None,
    day: str = "2020-09-28",
    *,
    north: float = 33.5,
    east: float = 44.2,
    precision: str = "town",
    dead: int | None = None,
    **fields,
) -> Incident:
    """Make one record's telling, not yet published; without a dataset it is our own."""
    if dataset is not None:
        fields |= {"dataset": dataset, "dataset_entry": f"E{next(ENTRIES)}"}
        fields.setdefault("audience", dataset.audience)
    incident = make_incident(date=on(day), **fields)
    place = make_place(country="IQ")
    point = {"latitude": north, "longitude": east} if north is not None else {}
    add_place(incident, place, precision=precision, **point)
    if dead is not None:
        add_report(incident, killed(dead), adopted=True)
    return incident


def told(*tellings: Incident) -> tuple[Incident, ...]:
    """Publish tellings and return them."""
    published(*tellings, *(one.dataset for one in tellings if one.dataset))
    return tellings
