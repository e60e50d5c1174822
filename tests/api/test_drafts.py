"""What is not published is nowhere: anonymous answers are byte for byte the same with drafts."""

import pytest
from django.test import Client

from actors.models import ActorName
from config.api.served import SERVED
from incidents.models import Incident
from tests.api.world import make_world
from tests.factories import (
    add_commitment,
    cite,
    make_actor,
    make_chronology,
    make_event,
    make_incident,
    make_link,
    make_place,
    make_source,
    make_statement,
    saved,
)

pytestmark = pytest.mark.django_db


def make_drafts(world):
    """Save drafts of every kind about what is published, and unpublished changes to it."""
    hidden = make_actor("Hidden militia", country="IR")
    place = make_place("Hidden town", parents=(world.country,))
    attack = make_incident(title="Hidden attack", parent=world.attack, place=place)
    event = make_event(title="Hidden arrest", place=place)
    statement = make_statement(about=(world.attack,), speaker_record=hidden, text="Hidden words")
    add_commitment(statement, "A hidden promise")
    source = make_source(title="Hidden report", derived_from=world.wire)
    cite(world.attack, source, field="title")
    ActorName.objects.create(actor=world.militia, text="Hidden name")
    Incident.objects.filter(pk=world.attack.pk).update(title="Hidden title")
    link = make_link(world.attack, event)
    chronology = make_chronology(world.attack, event, title="Hidden sequence")
    drafts = (hidden, place, attack, event, statement, source, link, chronology)
    saved(*drafts, world.attack, world.militia)


def addresses(world):
    """Return an address of every operation, and of every record."""
    yield from ("", "search/?q=hidden&facets=kind", "search/?q=rockets")
    for served in SERVED:
        facets = ",".join(served.filters.facets)
        yield from (f"{served.path}/?facets={facets}", f"{served.path}/?q=hidden")
        for ordering in served.filters.orderings:
            yield f"{served.path}/?ordering={ordering}&limit=1"
        results = Client().get(f"/api/v1/{served.path}/").json()["results"]
        for result in results:
            yield f"{served.path}/{result['id']}/?include=statements,links,events"
    yield f"sources/?supports={world.attack.public_id}"
    yield f"places/?within={world.country.public_id}"


def test_anonymous_answers_are_the_same_with_drafts_and_without(client):
    world = make_world()
    asked = [f"/api/v1/{address}" for address in addresses(world)]
    before = {address: client.get(address).content for address in asked}
    make_drafts(world)
    assert [address for address in asked if client.get(address).content != before[address]] == []
