"""Lists of one country are read from a table of their own; they hold what any other list would."""

import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.kinds import KINDS
from ledger.publishing import withdraw
from tests.factories import add_place, make_incident, make_place, on, published

pytestmark = pytest.mark.django_db

COUNTRIES = ("IQ", "SY", "IR")
DATES = [
    *(f"2020-09-{day}" for day in range(10, 21)),
    "../2020-09-15",
    "2020-09-12/..",
    "2020-09-13~",
]


@pytest.fixture
def incidents():
    """Twenty incidents in none to three countries; some published twice, some withdrawn."""
    chance = random.Random(1)  # noqa: S311 (the same at every run)
    places = {country: make_place(country=country) for country in COUNTRIES}
    made = [make_incident(date=on(chance.choice(DATES))) for _ in range(20)]
    for incident in made:
        for country in chance.sample(COUNTRIES, chance.randint(0, 3)):
            add_place(incident, places[country])
    published(*made)
    for incident in chance.sample(made, 8):
        incident.date = on(chance.choice(DATES))
        incident.save()
        published(incident)
    for incident in chance.sample(made, 3):
        withdraw(record=incident, by=None, reason="Not an attack", kinds=KINDS)
    return made


def pages_of(client, query):
    """Return the ids of all pages of a list, from first to last."""
    address, found = f"/api/v1/incidents/?{query}", []
    while address:
        answer = client.get(address).json()
        found += [one["id"] for one in answer["results"]]
        address = answer["next"]
    return found


@pytest.mark.parametrize("country", [*COUNTRIES, "unset", "FR"])
@pytest.mark.parametrize("ordering", ["date", "-date", "killed", "-changed"])
@pytest.mark.parametrize("moment", ["", "edition:1"])
def test_one_country_asked_for_answers_as_the_same_asked_twice(
    client, incidents, country, ordering, moment
):
    rest = f"ordering={ordering}&as_of={moment}&limit=3&fields=date"
    once = pages_of(client, f"country={country}&{rest}")
    assert once == pages_of(client, f"country={country}&country={country}&{rest}")
    assert bool(once) == (country != "FR")


@pytest.mark.parametrize(
    "days",
    [
        "date_from=2020-09-14",
        "date_to=2020-09-14",
        "date_from=2020-09-12&date_to=2020-09-15&certainty=certain",
        "type=rocket_attack&date_to=2020-09-14",
        "changed_since=edition:1",
        "not_country=SY",
    ],
)
@pytest.mark.parametrize("ordering", ["date", "-date"])
def test_what_else_is_asked_of_a_country_changes_nothing_of_that(client, incidents, days, ordering):
    rest = f"{days}&ordering={ordering}&limit=3&fields=date"
    assert pages_of(client, f"country=IQ&{rest}") == pages_of(
        client, f"country=IQ&country=IQ&{rest}"
    )
    once, twice = (
        client.get(f"/api/v1/incidents/?{asked}&{days}").json()
        for asked in ("country=IQ", "country=IQ&country=IQ")
    )
    assert once["count"] == twice["count"]
    assert once["included"] == twice["included"]


def test_an_incident_in_two_countries_stands_once_in_a_list_of_both(client):
    incident = make_incident()
    for country in ("IQ", "SY"):
        add_place(incident, make_place(country=country))
    published(incident)
    assert pages_of(client, "country=IQ&country=SY") == [incident.public_id]


def test_a_list_of_one_country_costs_as_many_queries_as_any(client, incidents):
    with CaptureQueriesContext(connection) as captured:
        client.get("/api/v1/incidents/?country=IQ&limit=20")
    assert len(captured) == 4
