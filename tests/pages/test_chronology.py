"""Chronologies: the list, and one narrative."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    add_report,
    cite,
    killed,
    make_actor,
    make_chronology,
    make_event,
    make_incident,
    make_source,
    on,
    published,
)
from timeline.models import Entry

pytestmark = pytest.mark.django_db


def read(client, chronology):
    chronology.refresh_from_db()
    return client.get(f"/chronologies/{chronology.public_id}/")


def text_of(response):
    """Return what a page says, tags and runs of space aside."""
    page = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def steps(response):
    page = response.content.decode()
    found = re.findall(r'<p class="narrative-title">(.*?)</p>', page, re.S)
    return [unescape(re.sub(r"<[^>]+>", "", one)) for one in found]


def test_records_stand_in_the_order_of_the_narrative(client):
    late, early = make_event(title="Late"), make_event(title="Early", date=on("2019-01-01"))
    chronology = make_chronology(late, early)
    published(chronology, late, early)
    assert steps(read(client, chronology)) == ["Late", "Early"]


def test_a_step_says_the_toll_of_its_incident(client):
    incident = make_incident(title="Rockets")
    add_report(incident, killed(5))
    chronology = make_chronology(incident)
    published(chronology, incident)
    assert "Rockets 28 Sep 2020 Rocket attack 5 killed" in text_of(read(client, chronology))


def test_a_step_may_be_an_actor(client):
    actor = make_actor("The man behind it")
    chronology = make_chronology(actor)
    published(chronology, actor)
    assert "The man behind it Actor" in text_of(read(client, chronology))


def test_a_step_may_be_a_note_alone(client):
    chronology = make_chronology()
    Entry.objects.create(chronology=chronology, note="A question remains.")
    published(chronology)
    assert "A question remains." in text_of(read(client, chronology))


def test_the_introduction_carries_its_sources(client):
    source = make_source(title="The article")
    published(source)
    source.refresh_from_db()
    chronology = make_chronology(introduction=f"It began so [{source.public_id}].")
    published(chronology)
    page = read(client, chronology)
    assert 'role="doc-noteref"' in page.content.decode()
    assert "Sources 1 . The article" in text_of(page)


def test_a_note_carries_its_source(client):
    chronology = make_chronology()
    entry = Entry.objects.create(chronology=chronology, note="It began here.")
    cite(chronology, make_source(), row=entry)
    published(chronology)
    assert "Supports step 1" in text_of(read(client, chronology))


def test_the_list_names_each_with_its_steps(client):
    event = make_event()
    published(make_chronology(event, title="How it came about"), event)
    assert "How it came about 1 step" in text_of(client.get("/chronologies/"))


def test_an_empty_list_says_so(client):
    published(make_event())
    assert "No chronology is published." in text_of(client.get("/chronologies/"))


@pytest.mark.parametrize("count", [1, 20])
def test_steps_cost_no_queries(client, count):
    events = [make_event() for _ in range(count)]
    chronology = make_chronology(*events)
    published(chronology, *events)
    with CaptureQueriesContext(connection) as queries:
        assert read(client, chronology).status_code == 200
    assert len(queries) == 5  # the first refreshes the chronology
