"""The first page: numbers with their ranges, what is new, what is due."""

import pytest

from tests.factories import (
    add_commitment,
    add_report,
    killed,
    make_actor,
    make_chronology,
    make_incident,
    make_statement,
    on,
    published,
)
from tests.pages.answers import queries_of, shown

pytestmark = pytest.mark.django_db


def make_counted(low: int, high: int | None, **fields):
    incident = make_incident(**fields)
    add_report(incident, killed(low) | {"high": high})
    return incident


def test_an_empty_record_has_a_first_page(client):
    assert "None has been published." in shown(client, "/")


def test_totals_are_given_as_a_range(client):
    published(make_counted(3, 7), make_counted(1, 1))
    assert "4–8" in shown(client, "/")


def test_a_report_that_is_open_upwards_opens_the_total(client):
    published(make_counted(3, 7), make_counted(2, None))
    assert "5 to at least 9" in shown(client, "/")


def test_parts_of_an_operation_are_not_counted_twice(client):
    operation = make_counted(10, 10)
    published(operation, make_counted(4, 4, parent=operation), make_counted(6, 6, parent=operation))
    assert "of one incident 10 " in shown(client, "/")


def test_a_part_whose_operation_is_not_published_is_counted(client):
    operation = make_incident()
    part = make_counted(4, 5, parent=operation)
    published(operation, part)
    assert "4–5" in shown(client, "/")


def test_open_promises_stand_with_the_longest_overdue_first(client):
    statement = make_statement(speaker_record=make_actor("Premier"))
    add_commitment(statement, "Some day")
    add_commitment(statement, "By winter", deadline=on("2020-12-01"))
    add_commitment(statement, "By autumn", deadline=on("2020-10-01"))
    published(statement)
    words = shown(client, "/")
    assert words.index("By autumn") < words.index("By winter") < words.index("Some day")
    assert "2 overdue, 1 pending" in words


def test_changes_are_told_with_their_reason_and_edition(client):
    edition = published(make_incident(title="Rockets"), reason="The toll was corrected")
    words = shown(client, "/").partition("Latest changes")[2]
    assert f"Rockets Edition {edition.number} The toll was corrected" in words


def test_what_was_published_together_is_one_change(client):
    published(make_incident(), make_incident(), reason="Loaded")
    assert "Two records published together" in shown(client, "/")


def test_of_very_many_it_is_said_that_there_are_more(client, monkeypatch):
    monkeypatch.setattr("ledger.changes.COUNTED_AT_MOST", 2)
    published(*(make_incident() for _ in range(3)), reason="Imported")
    assert "More than two records published together" in shown(client, "/")


def test_changes_behind_many_that_are_for_members_alone_are_found(client):
    published(make_incident(title="Rockets"), reason="Seen by everybody")
    for _ in range(8):
        published(make_incident(audience="members"))
    assert "Rockets Edition 1 Seen by everybody" in shown(client, "/").partition("Latest")[2]


def test_a_chronology_is_featured(client):
    incident = make_incident()
    published(make_chronology(incident, title="From one rocket to another"))
    assert "From one rocket to another" in shown(client, "/")


def test_the_first_page_as_of_an_edition_knows_nothing_later(client):
    first = published(make_incident(title="First"))
    published(make_incident(title="Second"), reason="Added later")
    words = shown(client, f"/?as_of=edition:{first.number}")
    assert "Second" not in words
    assert "Added later" not in words


def test_the_first_page_takes_at_most_ten_queries(client):
    statement = make_statement(speaker_record=make_actor())
    for _ in range(8):
        add_commitment(statement)
    published(statement, *(make_counted(1, 2) for _ in range(8)))
    assert queries_of(client, "/") <= 10
