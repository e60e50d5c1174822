"""The page of one event."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    add_commitment,
    add_follow_up,
    add_number,
    add_participant,
    add_rival,
    cite,
    make_actor,
    make_event,
    make_incident,
    make_link,
    make_place,
    make_source,
    make_statement,
    published,
)

pytestmark = pytest.mark.django_db


def read(client, event, query=""):
    event.refresh_from_db()
    return client.get(f"/events/{event.public_id}/{query}")


def text_of(response):
    """Return what a page says, tags and runs of space aside."""
    page = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_it_says_what_when_where_and_who(client):
    event = make_event(title="A raid", summary="Men were taken.", place=make_place("Dora"))
    add_participant(event, make_actor("The service"), "raided")
    published(event)
    said = text_of(read(client, event))
    assert "A raid What happened Men were taken. When 29 September 2020 Where Dora" in said
    assert "Raided The service" in said


def test_numbers_stand_side_by_side_with_who_says_them(client):
    event = make_event()
    for number, by in ((13, "AFP"), (14, "the article")):
        add_number(event, "arrested", number, by_text=by)
    published(event)
    said = text_of(read(client, event))
    assert "Arrested According to Number AFP 13 the article 14" in said


def test_what_others_say_stands_beside_what_is_adopted(client):
    event = make_event(place=make_place("Dora"))
    add_rival(event, "date", "early June", by_text="the article")
    published(event)
    assert "29 September 2020 early June, says the article" in text_of(read(client, event))


def test_another_account_of_the_whole_is_kept(client):
    event = make_event()
    add_rival(event, "summary", "released on bail", by_text="AP")
    published(event)
    assert "Others say otherwise released on bail, says AP" in text_of(read(client, event))


def test_statements_about_it_are_quoted(client):
    event = make_event()
    published(event, make_statement(text="It was a mistake.", about=(event,)))
    assert "It was a mistake." in text_of(read(client, event))


def test_causes_and_effects_stand_before_and_after(client):
    event, attack = make_event(), make_incident(title="Rockets")
    later = make_event(title="A release")
    published(event, make_link(attack, event), make_link(event, later, "pressure_for"))
    said = text_of(read(client, event))
    assert "led to it Rockets" in said.partition("After it")[0]
    assert "came under its pressure A release" in said.partition("After it")[2]


def test_a_promise_that_rests_on_it_is_shown(client):
    event, statement = make_event(), make_statement()
    add_follow_up(add_commitment(statement, "To release"), "kept", "2020-10-01", records=[event])
    published(event, statement)
    assert "What it shows of promises" in text_of(read(client, event))


def test_its_sources_are_numbered(client):
    event = make_event(summary="Men were taken.")
    cite(event, make_source(title="The morning paper"))
    published(event)
    said = text_of(read(client, event))
    assert "Sources 1 . The morning paper" in said


def test_its_foot_says_how_to_cite_it(client):
    event = make_event(title="A raid")
    edition = published(event)
    said = text_of(read(client, event))
    assert f"“A raid”, Aftermath, {event.public_id}, edition {edition.number}" in said


def test_a_draft_is_not_there(client):
    event = make_event()
    published(make_event())
    assert read(client, event).status_code == 404


def test_it_can_be_read_as_it_stood(client):
    event = make_event(title="Early")
    first = published(event)
    type(event).objects.filter(pk=event.pk).update(title="Later")
    published(event)
    assert "Early" in text_of(read(client, event, f"?as_of=edition:{first.number}"))


@pytest.mark.parametrize("count", [1, 20])
def test_what_surrounds_it_costs_no_queries(client, count):
    event = make_event()
    for _ in range(count):
        add_participant(event, make_actor())
        published(event, make_statement(text="No.", about=(event,)))
        published(make_link(make_incident(), event))
    with CaptureQueriesContext(connection) as queries:
        assert read(client, event).status_code == 200
    assert len(queries) == 5  # the first refreshes the event
