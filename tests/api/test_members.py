"""What is for members is in no public document, also where that is made of several records."""

import pytest

from incidents.models import Incident
from ledger.models import Record
from tests.factories import (
    add_attribution,
    add_claim,
    add_report,
    killed,
    make_actor,
    make_incident,
    make_place,
    published,
)

pytestmark = pytest.mark.django_db


def for_members(*records: Record) -> None:
    """Close records to all but members, from their next publication on."""
    for record in records:
        Record.objects.filter(pk=record.pk).update(audience="members")
        record.refresh_from_db()


def read(client, record: Record, ask: str = "") -> dict:
    return client.get(f"/api/v1/incidents/{record.public_id}/{ask}").json()


def test_a_public_operation_does_not_count_the_dead_of_members_parts(client):
    operation = make_incident()
    part = make_incident(parent=operation)
    add_report(part, killed(17))
    for_members(part)
    published(operation, part)
    answer = read(client, operation)
    assert (answer["parts"], answer["casualties"]["killed"]) == ([], None)


def test_a_public_operation_forgets_a_part_that_becomes_members(client):
    operation = make_incident()
    part = make_incident(parent=operation)
    add_report(part, killed(17))
    published(operation, part)
    for_members(part)
    published(part)
    assert read(client, operation)["casualties"]["killed"] is None
    assert read(client, operation, "?as_of=edition:1")["casualties"]["killed"]["low"] == 17


def test_a_members_operation_counts_the_dead_of_public_parts(client, django_user_model):
    operation = make_incident()
    add_report(make_incident(parent=operation), killed(17))
    for_members(operation)
    published(operation, *Incident.objects.filter(parent=operation))
    client.force_login(django_user_model.objects.create_user("reader"))
    assert read(client, operation)["casualties"]["killed"]["low"] == 17


def test_a_members_claim_stands_in_no_public_incident_that_it_covers(client):
    covered, other = make_incident(), make_incident()
    add_claim(other, speaker_record=make_actor(), quote="We did", also_covers=[covered])
    for_members(other)
    published(covered, other)
    answer = read(client, covered)
    assert (answer["claims"], answer["claim_status"]) == ([], "none")


def test_a_public_part_is_not_blamed_by_a_members_operation(client):
    operation, accused = make_incident(), make_actor()
    part = make_incident(parent=operation)
    add_attribution(operation, accused)
    for_members(operation)
    published(operation, part)
    found = client.get(f"/api/v1/incidents/?perpetrator={accused.public_id}").json()
    assert (found["count"], read(client, part)["attribution_status"]) == (0, "none")


def test_a_members_place_gives_no_public_incident_its_country(client):
    place = make_place(country="SY")
    incident = make_incident(place=place)
    for_members(place)
    published(place, incident)
    assert client.get("/api/v1/incidents/?country=SY").json()["count"] == 0


def test_members_actors_do_not_crowd_out_public_ones_that_sound_alike(client, monkeypatch):
    monkeypatch.setattr("actors.filters.ALIKE_AT_MOST", 1)
    hidden = make_actor("Kataeb Hesbollah")
    for_members(hidden)
    public = make_actor("Kata'ib Hezbollah")
    published(hidden, public)
    found = client.get("/api/v1/search/?q=Kataib Hizballah").json()["results"]
    assert [one["id"] for one in found] == [public.public_id]


@pytest.mark.parametrize("path", ["incidents/{}/", "incidents/{}/history/"])
def test_what_became_members_stays_public_as_it_was_and_no_further(client, path):
    incident = make_incident(title="An open title")
    published(incident)
    for_members(incident)
    Incident.objects.filter(pk=incident.pk).update(title="A closed title")
    published(incident)
    now = client.get(f"/{path}".format(incident.public_id)).content.decode()
    then = client.get(f"/{path}?as_of=edition:1".format(incident.public_id))
    assert "A closed title" not in now
    assert then.status_code == 200
