"""One record of the API: its document, when it changed, and what is said about it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.kinds import KINDS
from incidents.models import Incident
from ledger.models import Record
from ledger.publishing import withdraw
from tests.api.world import make_world
from tests.factories import make_incident, make_statement, make_user, published

pytestmark = pytest.mark.django_db


def address(record, query=""):
    return f"/api/v1/{record.kind}s/{record.public_id}/{query}"


def test_a_record_says_at_which_edition_it_is_read_and_why_it_changed(client):
    attack = make_incident(title="An attack")
    published(attack, reason="Reported today")
    published(make_incident())
    answer = client.get(address(attack)).json()
    assert (answer["title"], answer["edition"]) == ("An attack", 2)
    assert (answer["changed"]["reason"], answer["changed"]["edition"]) == ("Reported today", 1)


def test_every_id_in_a_document_is_named_in_included(client):
    world = make_world()
    answer = client.get(address(world.attack)).json()
    referred = {world.paper, world.wire, world.militia, world.army, world.city, world.part}
    assert answer["included"].keys() == {record.public_id for record in referred}


def test_what_is_said_about_it_comes_along_when_asked_for(client):
    world = make_world()
    answer = client.get(address(world.attack, "?include=statements,links,events")).json()
    assert [one["id"] for one in answer["statements"]] == [world.statement.public_id]
    assert [one["id"] for one in answer["links"]] == [world.link.public_id]
    assert [one["id"] for one in answer["events"]] == [world.event.public_id]
    assert answer["included"][world.premier.public_id]["name"] == "Mustafa al-Kadhimi"


def test_including_costs_as_many_queries_for_many_as_for_one(client):
    world = make_world()
    asked = address(world.attack, "?include=statements,links,events")
    with CaptureQueriesContext(connection) as one:
        client.get(asked)
    published(*(make_statement(about=(world.attack,)) for _ in range(20)))
    with CaptureQueriesContext(connection) as many:
        client.get(asked)
    assert len(many) == len(one) <= 6


def test_a_record_can_be_had_as_it_was(client):
    attack = make_incident(title="Before")
    published(attack)
    Incident.objects.filter(pk=attack.pk).update(title="After")
    published(attack)
    assert client.get(address(attack)).json()["title"] == "After"
    assert client.get(address(attack, "?as_of=edition:1")).json()["title"] == "Before"


def test_a_draft_answers_as_if_it_had_never_been(client):
    published(make_incident())
    draft = make_incident()
    answers = [client.get(address(draft)), None]
    public_id = draft.public_id
    Record.objects.filter(pk=draft.pk).update(public_id="I999999")
    answers[1] = client.get(f"/api/v1/incidents/{public_id}/")
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].content == answers[1].content


def test_members_material_answers_as_if_it_had_never_been(client):
    attack = make_incident(audience="members")
    published(attack)
    assert client.get(address(attack)).status_code == 404
    client.force_login(make_user())
    assert client.get(address(attack)).status_code == 200


def test_before_it_was_published_the_first_edition_is_named(client):
    published(make_incident())
    attack = make_incident()
    published(attack)
    answer = client.get(address(attack, "?as_of=edition:1"))
    assert answer.status_code == 404
    assert "first published in edition 2" in answer.json()["detail"]


def test_what_was_withdrawn_says_why_and_can_still_be_had_as_it_was(client):
    attack = make_incident()
    published(attack)
    withdraw(record=attack, by=None, reason="It was a hoax.", kinds=KINDS)
    answer = client.get(address(attack))
    assert answer.status_code == 410
    assert answer.json()["withdrawn"]["reason"] == "It was a hoax."
    assert client.get(address(attack, "?as_of=edition:1")).status_code == 200


def test_an_id_of_another_kind_is_not_there(client):
    world = make_world()
    assert client.get(f"/api/v1/incidents/{world.militia.public_id}/").status_code == 404


def test_fields_leave_what_says_how_it_is_read(client):
    attack = make_incident()
    published(attack)
    answer = client.get(address(attack, "?fields=title")).json()
    assert list(answer) == ["id", "title", "edition", "published_at", "changed", "included"]


def test_more_than_can_be_included_is_refused(client, monkeypatch):
    monkeypatch.setattr("config.api.details.INCLUDED_AT_MOST", 1)
    attack = make_incident()
    published(attack, *(make_statement(about=(attack,)) for _ in range(2)))
    answer = client.get(address(attack, "?include=statements"))
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "include"
