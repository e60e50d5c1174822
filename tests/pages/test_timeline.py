"""The timeline page: what stands on it, in which order, and beside which promises."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledger.listing import Cursor
from tests.factories import (
    add_commitment,
    add_follow_up,
    make_actor,
    make_chronology,
    make_event,
    make_incident,
    make_place,
    make_statement,
    on,
    published,
)

pytestmark = pytest.mark.django_db


def text_of(response):
    """Return what a page says, tags and runs of space aside."""
    page = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def titles(response):
    found = re.findall(r'<h3 class="moment-title"[^>]*>(.*?)</h3>', response.content.decode(), re.S)
    return [unescape(re.sub(r"<[^>]+>", "", one)).strip() for one in found]


def promise(day="2020-09-28", text="To act", **fields):
    statement = make_statement(text="We will act.", date=on(day))
    return statement, add_commitment(statement, text, **fields)


def test_incidents_events_and_statements_stand_in_one_sequence(client):
    published(
        make_incident(title="Rockets", date=on("2020-09-28")),
        make_event(title="Arrests", date=on("2020-09-29")),
        make_statement(text="Never again.", date=on("2020-09-27")),
    )
    assert titles(client.get("/timeline/")) == ["Never again.", "Rockets", "Arrests"]


def test_newest_first_turns_the_sequence_over(client):
    published(
        make_event(title="First", date=on("2020-01-01")),
        make_event(title="Last", date=on("2021-01-01")),
    )
    assert titles(client.get("/timeline/?ordering=-date")) == ["Last", "First"]


def test_nothing_but_the_three_kinds_stands_on_it(client):
    event = make_event(title="Arrests")
    published(event, make_actor("A group"), make_chronology(event, title="A tale"))
    assert titles(client.get("/timeline/")) == ["Arrests"]


def test_months_are_headings(client):
    published(make_event(date=on("2020-09-29")), make_event(date=on("2020-10-XX")))
    page = client.get("/timeline/").content.decode()
    assert re.findall(r"<h2>([^<]+)</h2>", page) == ["September 2020", "October 2020"]


def test_an_imprecise_date_is_drawn_as_a_span(client):
    published(make_event(date=on("2020-06-XX")))
    assert 'data-span="between"' in client.get("/timeline/").content.decode()


def test_what_has_no_date_stands_at_the_end(client):
    published(make_event(title="Some day", date=None), make_event(title="Arrests"))
    response = client.get("/timeline/")
    assert titles(response) == ["Arrests", "Some day"]
    assert "Date not known Some day" in text_of(response)


def test_the_deadline_of_a_promise_is_a_row(client):
    statement, _ = promise(deadline=on("2020-10-28"))
    published(statement)
    page = client.get("/timeline/")
    assert titles(page) == ["We will act.", "Deadline of the promise: To act"]
    assert "28 Oct 2020" in text_of(page)


def test_a_row_says_in_words_where_its_promise_stands(client):
    statement, commitment = promise()
    add_follow_up(commitment, "kept", "2020-10-01")
    published(statement)
    assert "Promise, Speaker not known Kept" in text_of(client.get("/timeline/"))


def test_a_thread_ends_at_the_record_that_shows_the_outcome(client):
    statement, commitment = promise()
    event = make_event(title="It is done", date=on("2020-10-01"))
    add_follow_up(commitment, "kept", "2020-10-01", records=[event])
    published(statement, event)
    page = client.get("/timeline/")
    assert titles(page) == ["We will act.", "It is done"]
    assert '<span data-part="end"><svg class="shape"><use href="#shape-kept"/>' in (
        page.content.decode()
    )


def test_an_outcome_that_no_record_shows_is_a_row_of_its_own(client):
    statement, commitment = promise()
    add_follow_up(commitment, "broken", "2020-10-01")
    published(statement)
    assert titles(client.get("/timeline/"))[1] == "What became of the promise: To act"


def test_a_deadline_outside_the_days_asked_for_is_no_row(client):
    statement, _ = promise(deadline=on("2020-12-01"))
    published(statement)
    assert len(titles(client.get("/timeline/?date_to=2020-11-01"))) == 1


def test_pages_follow_each_other_without_loss(client):
    published(*(make_event(title=f"Day {day}", date=on(f"2020-01-{day:02}")) for day in (1, 2, 3)))
    first = client.get("/timeline/?limit=2")
    following = re.search(r'href="(\?[^"]+)" rel="next"', first.content.decode())[1]
    second = client.get(f"/timeline/{unescape(following)}")
    assert titles(first) + titles(second) == ["Day 1", "Day 2", "Day 3"]


def test_a_deadline_stands_on_one_of_two_pages(client):
    statement, _ = promise("2020-01-01", deadline=on("2020-01-02"))
    published(statement, make_event(date=on("2020-01-02")), make_event(date=on("2020-01-03")))
    first = client.get("/timeline/?limit=2")
    following = re.search(r'href="(\?[^"]+)" rel="next"', first.content.decode())[1]
    both = titles(first) + titles(client.get(f"/timeline/{unescape(following)}"))
    assert both.count("Deadline of the promise: To act") == 1


def test_the_filter_keeps_one_kind_and_says_so(client):
    published(make_incident(title="Rockets"), make_event(title="Arrests"))
    response = client.get("/timeline/?kind=event")
    assert titles(response) == ["Arrests"]
    assert "1 dated record only Remove: events" in text_of(response)


def test_an_actor_finds_whatever_refers_to_it(client):
    speaker = make_actor("The minister")
    published(make_statement(text="I did.", speaker_record=speaker), make_event())
    speaker.refresh_from_db()
    assert titles(client.get(f"/timeline/?actor={speaker.public_id}")) == ["I did."]


def test_a_place_finds_what_happened_within_it(client):
    country = make_place("Iraq", place_kind="country")
    town = make_place("Dora", parents=(country,))
    published(make_event(title="A raid", place=town), make_event(), country, town)
    country.refresh_from_db()
    assert titles(client.get(f"/timeline/?place={country.public_id}")) == ["A raid"]


def test_an_unknown_parameter_is_refused(client):
    published(make_event())
    assert client.get("/timeline/?colour=red").status_code == 400


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2020-1-1", "yesterday"])
@pytest.mark.parametrize("ordering", ["date", "-date"])
def test_no_cursor_breaks_it(client, day, ordering):
    edition = published(make_event())
    cursor = Cursor(ordering, (day, "1"), edition.number)
    response = client.get("/timeline/", {"cursor": str(cursor), "ordering": ordering})
    assert response.status_code in (200, 400)


def test_it_can_be_read_as_it_stood(client):
    first = published(make_event(title="Early"))
    published(make_event(title="Later"))
    assert titles(client.get(f"/timeline/?as_of=edition:{first.number}")) == ["Early"]


def test_an_empty_timeline_says_so(client):
    published(make_actor())
    assert "Nothing in the record matches." in text_of(client.get("/timeline/"))


@pytest.mark.parametrize("count", [1, 20])
def test_rows_cost_no_queries(client, count):
    for _ in range(count):
        statement, commitment = promise(deadline=on("2020-10-28"))
        add_follow_up(commitment, "progress", "2020-10-01", records=[make_event()])
        published(statement, make_incident(place=make_place()))
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/timeline/").status_code == 200
    assert len(queries) == 7
