"""What is counted ahead: after any history it is what would be counted now."""

import random

import pytest

from config.kinds import KINDS
from incidents.filters import IncidentFilter
from incidents.indexing import INCIDENT_TALLIES
from incidents.views import FACETS
from ledger.indexing import reindex
from ledger.models import Tally
from ledger.publishing import withdraw
from ledger.verifying import verify
from tests.factories import (
    add_attribution,
    add_claim,
    add_party,
    add_place,
    add_weapon,
    make_actor,
    make_incident,
    make_place,
    make_user,
    published,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def history():
    """Incidents published, changed, withdrawn and published again, some for members alone."""
    chance = random.Random(7)  # noqa: S311 (the same at every run)
    places = [make_place(country=country) for country in ("IQ", "IQ", "SY", "")]
    actors = [make_actor() for _ in range(3)]
    incidents = [
        make_incident(audience=chance.choice(["public", "public", "members"])) for _ in range(6)
    ]
    for _ in range(24):
        incident = chance.choice(incidents)
        chance.choice(CHANGES)(chance, incident, places, actors)
    withdraw(record=incidents[0], by=None, reason="Not an attack", kinds=KINDS)
    return incidents


def place_it(chance, incident, places, actors):
    add_place(incident, chance.choice(places))
    published(incident)


def retype(chance, incident, places, actors):
    incident.incident_type = chance.choice(["ied", "arson", ""])
    incident.save()
    published(incident)


def arm(chance, incident, places, actors):
    add_weapon(incident, chance.choice(["rocket", "drone"]))
    add_party(incident, "intended_target", who_record=chance.choice(actors))
    published(incident)


def blame(chance, incident, places, actors):
    add_claim(incident, speaker_record=chance.choice(actors))
    add_attribution(incident, chance.choice(actors), by_record=chance.choice(actors))
    published(incident)


def take_back(chance, incident, places, actors):
    published(incident)
    withdraw(record=incident, by=None, reason="Not sure", kinds=KINDS)


CHANGES = (place_it, retype, arm, blame, take_back)


@pytest.fixture(params=["anybody", "member"])
def reader(request, client):
    if request.param == "member":
        client.force_login(make_user())
    return client


def test_tallies_follow_every_history(history):
    kept = set(Tally.objects.filter(count__gt=0).values_list())
    assert len(kept) > 30
    assert list(verify(KINDS)) == []
    reindex(KINDS)
    assert set(Tally.objects.values_list()) == kept


@pytest.mark.parametrize(
    ("tallied", "live"),
    [
        ("", "certainty=possible"),
        ("country=IQ", "country=IQ&country=IQ"),
        ("country=unset", "country=unset&country=unset"),
        ("country=FR", "country=FR&country=FR"),
        ("type=ied", "type=ied&certainty=possible"),
    ],
)
def test_a_list_counts_from_tallies_what_it_would_count_by_itself(reader, history, tallied, live):
    facets = f"facets={','.join(IncidentFilter.facets)}&limit=1&fields=date"
    known, counted = (
        reader.get(f"/api/v1/incidents/?{query}&{facets}").json() for query in (tallied, live)
    )
    assert known["facets"] == counted["facets"]
    assert known["count"] == counted["count"]


def test_a_past_edition_is_counted_as_it_stood(client):
    incident = make_incident(incident_type="ied")
    published(incident)
    incident.incident_type = "arson"
    incident.save()
    published(incident)
    answers = [
        client.get(f"/api/v1/incidents/?facets=type&as_of=edition:{edition}").json()["facets"]
        for edition in (1, 2)
    ]
    assert answers == [{"type": [{"value": one, "count": 1}]} for one in ("ied", "arson")]


def test_every_facet_of_the_page_is_tallied():
    assert set(FACETS) <= set(INCIDENT_TALLIES.columns)
    for facet in FACETS:
        assert IncidentFilter.base_filters[facet].field_name == INCIDENT_TALLIES.columns[facet]


def test_verify_tells_of_a_wrong_tally(history):
    Tally.objects.filter(facet="type").update(count=99)
    [fault] = verify(KINDS)
    assert fault.startswith("The tallies of incident are not what its lines count")
