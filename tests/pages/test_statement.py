"""The page of one statement."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    add_commitment,
    add_rendering,
    add_rival,
    cite,
    make_actor,
    make_event,
    make_link,
    make_source,
    make_statement,
    published,
)

pytestmark = pytest.mark.django_db


def read(client, statement):
    statement.refresh_from_db()
    return client.get(f"/statements/{statement.public_id}/")


def text_of(response):
    """Return what a page says, tags and runs of space aside."""
    page = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_its_title_says_what_by_whom_and_when(client):
    statement = make_statement(text="We will.", speaker_record=make_actor("The premier"))
    published(statement)
    assert "Promise by The premier, 28 September 2020" in text_of(read(client, statement))


def test_the_original_stands_before_its_translation(client):
    statement = make_statement()
    add_rendering(statement, "They will pay.", rendering_kind="translation", by_text="AP")
    add_rendering(statement, "سيدفعون", "ar")
    published(statement)
    page = read(client, statement)
    assert '<blockquote lang="ar" dir="auto">سيدفعون</blockquote>' in page.content.decode()
    said = "سيدفعون Arabic, original They will pay. English, translated by AP"
    assert said in text_of(page)


def test_a_statement_without_words_says_so(client):
    statement = make_statement(summary="He ordered an inquiry.")
    published(statement)
    said = text_of(read(client, statement))
    assert "No words of it are recorded. He ordered an inquiry." in said


def test_a_promise_has_an_anchor_of_its_own(client):
    statement = make_statement()
    add_commitment(statement, "To act")
    published(statement)
    page = read(client, statement).content.decode()
    assert f'id="{statement.public_id}.1"' in page


def test_a_promise_is_told_in_full(client):
    statement = make_statement()
    add_commitment(
        statement,
        "To leave",
        condition="asked to",
        consequence="war",
        deadline_relative="in 30 days",
        note="Never repeated.",
    )
    published(statement)
    said = text_of(read(client, statement))
    assert "due in 30 days On the condition: asked to. If it is not done: war." in said
    assert "Never repeated." in said


def test_how_it_became_known_is_said(client):
    statement = make_statement(text="We leave.", provenance="leaked")
    published(statement)
    assert "leaked" in text_of(read(client, statement))


def test_what_it_is_about_is_linked(client):
    event = make_event(title="A raid")
    statement = make_statement(about=(event,))
    published(statement, event)
    page = read(client, statement).content.decode()
    assert f'<a href="/events/{event.public_id}/">A raid</a>' in page


def test_what_contradicts_it_is_shown(client):
    statement, denial = make_statement(text="We leave."), make_statement(text="We stay.")
    published(statement, denial, make_link(statement, denial, "contradicted_by"))
    assert "contradicts it Promise: We stay." in text_of(read(client, statement))


def test_what_others_say_of_it_stands_beside_it(client):
    statement = make_statement()
    add_rival(statement, "date", "29 September", by_text="AP")
    published(statement)
    assert "When 28 September 2020 29 September, says AP" in text_of(read(client, statement))


def test_a_source_that_speaks_is_called_by_its_publisher(client):
    paper = make_source(title="A long headline", publisher="The morning paper")
    statement = make_statement(speaker_record=paper)
    published(statement)
    assert "Promise by The morning paper" in text_of(read(client, statement))


def test_the_words_carry_their_source(client):
    statement = make_statement()
    row = add_rendering(statement, "We will.")
    cite(statement, make_source(title="The morning paper"), row=row)
    published(statement)
    assert "Supports the words" in text_of(read(client, statement))


@pytest.mark.parametrize("count", [1, 20])
def test_what_surrounds_it_costs_no_queries(client, count):
    statement = make_statement()
    for _ in range(count):
        add_commitment(statement)
        published(make_link(statement, make_event(), "prompted_response"))
    published(statement)
    with CaptureQueriesContext(connection) as queries:
        assert read(client, statement).status_code == 200
    assert len(queries) == 5  # the first refreshes the statement
