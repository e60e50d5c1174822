"""An edition read later is what it was then: lists, documents and pages, whatever came after."""

import pytest
from django.utils import timezone

from actors.models import ActorName
from config.api.served import SERVED
from config.kinds import KINDS
from incidents.models import CasualtyCount, Incident
from ledger.publishing import withdraw
from sources.models import Source
from tests.api.world import make_world
from tests.factories import add_claim, make_incident, make_statement, published
from timeline.models import Event

pytestmark = pytest.mark.django_db

THEN = "as_of=edition:1"
SINCE_CHANGED = ["A changed title", "A new name", "A changed source", "A later attack"]


def answers(client, records) -> dict[str, dict]:
    """Read every list and every record of the API at the first edition."""
    lists = [f"/api/v1/{served.path}/" for served in SERVED]
    paths = {served.kind.name: served.path for served in reversed(SERVED)}
    details = [f"/api/v1/{paths[one.kind]}/{one.public_id}/" for one in records]
    also = "&include=statements,links,events"
    asked = [f"{one}?{THEN}" for one in lists] + [f"{one}?{THEN}{also}" for one in details]
    return {one: client.get(one).json() for one in asked}


def change_everything(world) -> None:
    """Publish changes of many kinds after the first edition, with a withdrawal."""
    Incident.objects.filter(pk=world.attack.pk).update(title="A changed title")
    CasualtyCount.objects.filter(report__incident=world.attack).update(low=70, high=70)
    add_claim(world.attack, speaker_record=world.militia, quote="We did")
    ActorName.objects.filter(actor=world.militia, preferred=True).update(text="A new name")
    Source.objects.filter(pk=world.paper.pk).update(title="A changed source", derived_from=None)
    Event.objects.filter(pk=world.event.pk).update(title="A release", date="2020-10-05")
    later = make_incident(title="A later attack", parent=world.attack)
    said = make_statement(about=(world.attack,), speaker_record=world.premier, text="More")
    published(*vars(world).values(), later, said, reason="All of it changed")
    withdraw(record=world.statement, by=None, reason="It was never said", kinds=KINDS)


def test_the_api_reads_a_past_edition_as_it_was(client):
    world = make_world()
    records = [one for one in vars(world).values() if one.kind != "link"]
    before = answers(client, records)
    change_everything(world)
    after = answers(client, records)
    assert [one for one, answer in after.items() if answer != before[one]] == []


def test_pages_read_a_past_edition_without_what_came_later(client):
    world = make_world()
    change_everything(world)
    pages = ["/", "/incidents/", "/timeline/", "/promises/", "/actors/", "/sources/"]
    pages += [f"/incidents/{world.attack.public_id}/", f"/actors/{world.militia.public_id}/"]
    read = {one: client.get(f"{one}?{THEN}").content.decode() for one in pages}
    later = [(one, said) for one, text in read.items() for said in SINCE_CHANGED if said in text]
    assert later == []


def test_a_list_keeps_to_its_edition_while_others_publish(client):
    make_world()
    first = client.get("/api/v1/actors/?limit=1").json()
    make_incident(title="Published meanwhile")
    meanwhile = published(*Incident.objects.all(), reason="Meanwhile")
    second = client.get(first["next"]).json()
    assert (second["edition"], second["count"]) == (first["edition"], first["count"])
    assert meanwhile.number > second["edition"]


def test_a_day_that_is_not_over_keeps_to_its_edition_from_page_to_page(client):
    make_world()
    day = timezone.now().date().isoformat()
    first = client.get(f"/api/v1/incidents/?limit=1&as_of={day}").json()
    published(make_incident(title="Published meanwhile"))
    assert client.get(first["next"]).json()["edition"] == first["edition"]


def test_a_cursor_of_a_later_edition_is_refused_before_it(client):
    make_world()
    published(make_incident(), reason="Later")
    cursor = client.get("/api/v1/incidents/?limit=1").json()["next"].partition("cursor=")[2]
    answer = client.get(f"/api/v1/incidents/?{THEN}&cursor={cursor}")
    assert [error["parameter"] for error in answer.json()["errors"]] == ["cursor"]
