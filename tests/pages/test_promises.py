"""The list of promises: what each says, where it stands, and what comes first."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import (
    add_commitment,
    add_follow_up,
    cite,
    make_actor,
    make_event,
    make_source,
    make_statement,
    on,
    published,
)

pytestmark = pytest.mark.django_db

PAST, FUTURE = on("2020-11-02"), on("2999-01-01")


def text_of(response):
    """Return what a page says, tags and runs of space aside."""
    page = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def parts(response):
    """Return the promises under each heading, in order."""
    page = response.content.decode()
    found = re.findall(r'<h2>([^<]+)</h2>|<h3 class="commitment-what"><a[^>]*>([^<]+)', page)
    groups = {}
    for heading, promise in found:
        groups.setdefault(heading or list(groups)[-1], []).extend([promise] if promise else [])
    return {heading: promises for heading, promises in groups.items() if promises}


def promise(text="To act", verdict="", checked="2020-12-01", speaker=None, **fields):
    statement = make_statement(text="We will.", speaker_record=speaker)
    commitment = add_commitment(statement, text, **fields)
    if verdict:
        add_follow_up(commitment, verdict, checked)
    return statement


def test_what_is_overdue_comes_first_and_what_is_settled_last(client):
    published(
        promise("Settled", "kept"),
        promise("Open", deadline=FUTURE),
        promise("Late", deadline=PAST),
    )
    assert parts(client.get("/promises/")) == {
        "Overdue": ["Late"],
        "Pending": ["Open"],
        "Settled": ["Settled"],
    }


def test_what_is_due_sooner_comes_first_and_what_has_no_deadline_last(client):
    published(
        promise("Some day"), promise("Later", deadline=FUTURE), promise("Soon", deadline=on("2998"))
    )
    assert parts(client.get("/promises/"))["Pending"] == ["Soon", "Later", "Some day"]


def test_the_last_to_be_settled_comes_first(client):
    published(promise("Long ago", "kept", "2020-12-01"), promise("Lately", "broken", "2021-12-01"))
    assert parts(client.get("/promises/"))["Settled"] == ["Lately", "Long ago"]


@pytest.mark.parametrize(
    "verdict", ["kept", "partly_kept", "broken", "withdrawn", "superseded", "not_triggered"]
)
def test_a_state_can_be_asked_for(client, verdict):
    published(promise("This one", verdict), promise("Another"))
    assert parts(client.get(f"/promises/?state={verdict}")) == {"Settled": ["This one"]}


def test_a_promise_becomes_overdue_on_the_day_after_its_deadline(client):
    today = timezone.now().date()
    published(
        promise("Today", deadline=on(f"{today}")),
        promise("Yesterday", deadline=on(f"{today - timedelta(days=1)}")),
    )
    assert parts(client.get("/promises/")) == {"Overdue": ["Yesterday"], "Pending": ["Today"]}


def test_a_promise_says_who_to_whom_what_and_by_when(client):
    published(
        promise(
            "To report",
            speaker=make_actor("The premier"),
            obliged_text="the committee",
            addressee_text="the public",
            deadline=PAST,
            deadline_relative="30 days from the order",
        )
    )
    said = text_of(client.get("/promises/"))
    assert "due 2 November 2020, 30 days from the order To report" in said
    assert "Promise by The premier for the public" in said
    assert "to be done by the committee" in said


def test_a_promise_says_its_condition_and_its_measure(client):
    published(
        promise(condition="the rockets stop", target_low=2200, target_high=2200, target_unit="men")
    )
    said = text_of(client.get("/promises/"))
    assert "measured as 2,200 men" in said
    assert "On the condition: the rockets stop." in said


def test_a_follow_up_leads_to_the_records_that_show_it(client):
    event, statement = make_event(title="It is done"), make_statement()
    add_follow_up(add_commitment(statement), "kept", "2020-12-01", records=[event])
    published(statement, event)
    event.refresh_from_db()
    page = client.get("/promises/").content.decode()
    assert f'<a href="/events/{event.public_id}/">It is done</a>' in page


def test_every_promise_carries_its_source(client):
    statement = make_statement()
    commitment = add_commitment(statement)
    cite(statement, make_source(title="The morning paper"), row=commitment)
    published(statement)
    page = client.get("/promises/")
    assert 'role="doc-noteref"' in page.content.decode()
    assert "The morning paper" in text_of(page)


def test_it_says_when_it_was_last_checked(client):
    published(promise(verdict="checked_nothing_found", checked="2020-12-01"))
    assert "Last checked 1 December 2020" in text_of(client.get("/promises/"))


def test_the_figures_count_the_states(client):
    published(promise(deadline=PAST), promise(verdict="kept"), promise(verdict="broken"))
    said = text_of(client.get("/promises/"))
    assert "3 promises" in said
    assert "overdue 1 kept, whole or in part 1 broken 1" in said


def test_speakers_are_counted(client):
    premier = make_actor("The premier")
    published(promise(speaker=premier), promise(speaker=premier), promise())
    assert "Promised by The premier 2" in text_of(client.get("/promises/"))


def test_as_of_a_day_before_its_deadline_a_promise_is_pending(client):
    edition = published(promise("To act", deadline=on(f"{timezone.now().date()}")))
    assert "Pending" in parts(client.get(f"/promises/?as_of=edition:{edition.number}"))


def test_no_promise_says_so(client):
    published(make_event())
    assert "No promise matches." in text_of(client.get("/promises/"))


@pytest.mark.parametrize("count", [1, 20])
def test_rows_cost_no_queries(client, count):
    for _ in range(count):
        published(promise(verdict="progress", speaker=make_actor()))
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/promises/").status_code == 200
    assert len(queries) == 5
