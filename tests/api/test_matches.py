"""What other datasets' records say of an incident, in an answer about it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.api.schemas import faults
from tests.datasets.matching.tellings import tell, told
from tests.factories import make_dataset, make_user
from tests.pages.test_incident_recorded import matched

pytestmark = pytest.mark.django_db


def ask(client, incident, more: str = "") -> dict:
    return client.get(f"/api/v1/incidents/{incident.public_id}/?include=matches{more}").json()


def test_a_match_carries_the_verdict_and_the_other_s_document(client):
    dataset = make_dataset()
    ours, theirs = told(tell(), tell(dataset))
    matched(ours, theirs, "part_of", part=theirs)
    (match,) = ask(client, ours)["matches"]
    assert (match["verdict"], match["part"]) == ("part_of", theirs.public_id)
    assert (match["record"], match["dataset"]) == (theirs.public_id, dataset.public_id)
    assert match["document"]["title"] == theirs.title
    assert faults("Match", match) == []


def test_whatever_the_other_s_document_refers_to_is_named(client):
    dataset = make_dataset(title="UCDP GED")
    ours, theirs = told(tell(), tell(dataset))
    matched(ours, theirs)
    assert ask(client, ours)["included"][dataset.public_id]["name"] == "UCDP GED"


def test_without_a_match_the_list_is_empty_and_unasked_for_it_is_not_there(client):
    (ours,) = told(tell())
    assert ask(client, ours)["matches"] == []
    assert "matches" not in client.get(f"/api/v1/incidents/{ours.public_id}/").json()


def test_members_material_comes_to_members_alone(client):
    ours, theirs = told(tell(), tell(make_dataset(redistributable=False)))
    matched(ours, theirs)
    member = Client()
    member.force_login(make_user())
    assert ask(client, ours)["matches"] == []
    assert [one["record"] for one in ask(member, ours)["matches"]] == [theirs.public_id]


def test_matches_can_be_had_as_they_stood(client):
    ours, theirs = told(tell(), tell(make_dataset()))
    edition = matched(ours, theirs).decisions.get().edition_id
    assert len(ask(client, ours, f"&as_of=edition:{edition}")["matches"]) == 1
    assert ask(client, ours, f"&as_of=edition:{edition - 1}")["matches"] == []


def test_many_matches_cost_as_many_queries_as_one(client):
    dataset = make_dataset()
    ours, *theirs = told(tell(), *(tell(dataset) for _ in range(5)))
    counts = []
    for one in theirs:
        matched(ours, one)
        with CaptureQueriesContext(connection) as captured:
            ask(client, ours)
        counts.append(len(captured))
    assert counts[0] == counts[-1] <= 6
