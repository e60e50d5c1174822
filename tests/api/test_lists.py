"""Lists of the API: what they answer, and what they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.api.served import SERVED
from ledger.counts import KEPT
from tests.api.world import make_world
from tests.factories import (
    add_commitment,
    make_actor,
    make_chronology,
    make_dataset,
    make_event,
    make_incident,
    make_place,
    make_source,
    make_statement,
    make_user,
    published,
)

pytestmark = pytest.mark.django_db

PATHS = [served.path for served in SERVED]


def make_many(path, count):
    """Publish records of the kind at a path, each with an actor or a place of its own."""
    makers = {
        "incidents": lambda: make_incident(place=make_place()),
        "actors": make_actor,
        "events": lambda: make_event(place=make_place()),
        "statements": lambda: make_statement(speaker_record=make_actor()),
        "commitments": lambda: add_commitment(make_statement(), text="To act").statement,
        "sources": lambda: make_source(derived_from=make_source()),
        "places": lambda: make_place(parents=(make_place("Zone"),)),
        "chronologies": lambda: make_chronology(make_incident()),
        "datasets": make_dataset,
    }
    published(*(makers[path]() for _ in range(count)))


def queries(client, address):
    """Count the queries of an answer to a question that nobody asked before."""
    KEPT.clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", PATHS)
def test_a_list_of_twenty_costs_as_many_queries_as_a_list_of_one(client, path):
    make_many(path, 20)
    one = queries(client, f"/api/v1/{path}/?limit=1")
    assert one <= 4
    assert queries(client, f"/api/v1/{path}/?limit=20") == one


@pytest.mark.parametrize("path", PATHS)
def test_before_the_first_edition_a_list_is_empty(client, path):
    answer = client.get(f"/api/v1/{path}/").json()
    assert answer == {
        "results": [],
        "included": {},
        "next": None,
        "count": 0,
        "count_is_exact": True,
        "edition": 0,
    }


def test_a_list_holds_whole_documents_and_the_names_of_what_they_refer_to(client):
    world = make_world()
    answer = client.get("/api/v1/incidents/?type=rocket_attack").json()
    [attack] = answer["results"]
    assert attack["title"] == "Rockets on a house"
    assert answer["included"][world.militia.public_id]["name"] == "Kata'ib Hezbollah"


def test_drafts_are_in_no_list(client):
    make_incident(title="A draft")
    published(make_incident(title="Published"))
    answer = client.get("/api/v1/incidents/").json()
    assert [one["title"] for one in answer["results"]] == ["Published"]


def test_members_material_is_listed_to_the_signed_in_alone(client):
    published(make_incident(audience="members"))
    assert client.get("/api/v1/incidents/").json()["count"] == 0
    client.force_login(make_user())
    assert client.get("/api/v1/incidents/").json()["count"] == 1


def test_pages_lead_from_one_to_the_next_at_one_edition(client):
    published(*(make_incident() for _ in range(5)))
    first = client.get("/api/v1/incidents/?limit=3").json()
    published(make_incident())
    second = client.get(first["next"]).json()
    assert (len(second["results"]), second["next"], second["edition"]) == (2, None, 1)


def test_fields_leave_the_id_and_what_is_asked(client):
    published(make_incident(title="An attack"))
    answer = client.get("/api/v1/incidents/?fields=title,type").json()
    [result] = answer["results"]
    assert list(result) == ["id", "title", "type"]
    assert answer["included"] == {}


def test_fields_bring_the_names_of_what_they_refer_to_and_no_others(client):
    world = make_world()
    answer = client.get("/api/v1/incidents/?fields=summary").json()
    assert list(answer["included"]) == [world.paper.public_id]


def test_facets_count_each_value(client):
    published(make_incident(), make_incident(), make_incident(incident_type="ied"))
    answer = client.get("/api/v1/incidents/?facets=type&type=ied").json()
    assert answer["facets"]["type"] == [
        {"value": "rocket_attack", "count": 2},
        {"value": "ied", "count": 1},
    ]


def test_a_list_can_be_had_as_it_was(client):
    published(make_incident(title="First"))
    published(make_incident(title="Second"))
    answer = client.get("/api/v1/incidents/?as_of=edition:1").json()
    assert [one["title"] for one in answer["results"]] == ["First"]


def test_what_changed_since_an_edition_can_be_asked(client):
    published(make_incident(title="First"))
    published(make_incident(title="Second"))
    answer = client.get("/api/v1/incidents/?changed_since=edition:1").json()
    assert [one["title"] for one in answer["results"]] == ["Second"]
