"""The description in OpenAPI: valid, whole, and true of every document that is served."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from drf_spectacular.validation import validate_schema

from config.api.details import DetailView
from config.api.served import INCIDENTS, SERVED
from config.kinds import KINDS
from ledger.loading import load
from ledger.publishing import publish, withdraw
from tests.api.schemas import description, faults
from tests.api.world import make_world
from tests.factories import make_incident, published, saved

pytestmark = pytest.mark.django_db

SAMPLE = Path(__file__).parents[2] / "datasets" / "sample" / "iraq_2019_2021.jsonl"


def test_the_description_is_valid():
    validate_schema(description())


def test_every_parameter_says_what_it_means():
    unsaid = [
        (path, parameter["name"])
        for path, operations in description()["paths"].items()
        for parameter in operations["get"]["parameters"]
        if parameter["in"] == "query" and not parameter.get("description")
    ]
    assert unsaid == []


@pytest.mark.parametrize("path", [f"/api/v1/{served.path}/" for served in SERVED])
def test_every_parameter_that_is_described_is_known(client, path):
    described = description()["paths"][path]["get"]["parameters"]
    empty = {parameter["name"]: "" for parameter in described}
    assert client.get(path, empty).status_code == 200


@pytest.mark.parametrize("served", SERVED, ids=lambda served: served.path)
def test_lists_and_records_are_as_described(client, served):
    make_world()
    found = client.get(f"/api/v1/{served.path}/?facets={','.join(served.filters.facets)}").json()
    assert found["results"]
    assert faults(f"{served.schema}List", found) == []
    for result in found["results"]:
        asked = f"/api/v1/{served.path}/{result['id']}/?include=statements,links,events"
        assert faults(f"{served.schema}Answer", client.get(asked).json()) == []


def test_a_search_is_as_described(client):
    make_world()
    found = client.get("/api/v1/search/?q=hizballah&facets=kind").json()
    assert found["results"]
    assert faults("SearchList", found) == []


def test_errors_are_as_described(client):
    gone = make_incident()
    published(gone)
    withdraw(record=gone, by=None, reason="A hoax", kinds=KINDS)
    for path in ("incidents/?kiled=1", f"incidents/{gone.public_id}/", "incidents/I999/", "x/"):
        assert faults("Problem", client.get(f"/api/v1/{path}").json()) == []


def test_an_old_document_is_raised_to_what_is_described(rf):
    def first_document(public_id, state, around):
        document = KINDS["incident"].document(public_id, state, around)
        return {name: value for name, value in document.items() if name != "parts"}

    incident = make_incident()
    saved(incident)
    first = KINDS | {"incident": replace(KINDS["incident"], document=first_document)}
    publish(record_ids=[incident.pk], by=None, reason="", kinds=first)
    today = replace(KINDS["incident"], document_upgrades=(lambda old: {**old, "parts": []},))
    view = DetailView.as_view(served=replace(INCIDENTS, kind=today))
    request = rf.get("/")
    request.user = AnonymousUser()
    answer = json.loads(view(request, public_id=incident.public_id).content)
    assert faults("IncidentAnswer", answer) == []


def test_the_whole_sample_is_as_described(client):
    with SAMPLE.open("rb") as stream:
        load(stream, kinds=KINDS, reason="The sample")
    for served in SERVED:
        found = client.get(f"/api/v1/{served.path}/?limit=1000").json()
        assert found["next"] is None
        assert faults(f"{served.schema}List", found) == []
