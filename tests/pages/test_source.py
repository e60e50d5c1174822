"""The page of one source, and what rests on it; the page of one place."""

import pytest

from config.pages.resting import resting_words
from tests.factories import (
    add_claim,
    add_place,
    add_weapon,
    cite,
    make_event,
    make_incident,
    make_place,
    make_source,
    published,
)
from tests.pages.answers import queries_of, shown

pytestmark = pytest.mark.django_db


def page_of(client, record, query: str = "") -> str:
    record.refresh_from_db()
    return shown(client, f"/{record.kind}s/{record.public_id}/{query}")


def test_a_source_names_what_of_each_record_rests_on_it(client):
    source, incident = make_source(), make_incident(title="Rockets on a house")
    weapon = add_weapon(incident)
    cite(incident, source, field="date")
    cite(incident, source, row=weapon)
    published(incident, source)
    assert "Rockets on a house The date; one weapon" in page_of(client, source)


def test_prose_that_cites_a_source_rests_on_it():
    document = {"citations": [], "summary": "Five were killed. [R9 p. 4]"}
    assert resting_words(document, "R9") == "the summary"


def test_somebody_known_through_a_source_rests_on_it():
    by = {"record": None, "text": "an officer", "via": "R9"}
    document = {"citations": [], "attributions": [{"by": by, "citations": []}]}
    assert resting_words(document, "R9") == "one accusation"


def test_what_cites_another_source_does_not_rest_on_it():
    document = {"citations": [{"source": "R90", "field": "date"}], "summary": "[R90]"}
    assert resting_words(document, "R9") == ""


def test_a_source_on_which_nothing_rests_says_so(client):
    source = make_source()
    published(source)
    assert "Nothing in the record rests on it now." in page_of(client, source)


def test_a_source_and_the_one_that_repeats_it_name_each_other(client):
    wire = make_source(title="The wire")
    copy = make_source(title="The copy", derived_from=wire)
    published(wire, copy)
    assert "What repeats it Reports in these count as one with its own. The copy" in page_of(
        client, wire
    )
    assert "Repeats The wire" in page_of(client, copy)


def test_what_rests_on_a_source_can_be_asked_by_kind(client):
    source, incident, event = make_source(), make_incident(title="Attack"), make_event(title="Vote")
    cite(incident, source)
    cite(event, source)
    published(incident, event, source)
    words = page_of(client, source, "?kind=event")
    assert "Vote" in words
    assert "Attack" not in words


def test_another_kind_is_refused(client):
    source = make_source()
    published(source)
    source.refresh_from_db()
    assert client.get(f"/sources/{source.public_id}/?kind=dragon").status_code == 400


def test_queries_do_not_grow_with_what_rests_on_a_source(client):
    source = make_source()
    published(source)
    source.refresh_from_db()
    path = f"/sources/{source.public_id}/"
    for _ in range(2):
        incident = make_incident()
        cite(incident, source)
        published(incident)
    before = queries_of(client, path)
    for _ in range(8):
        incident = make_incident()
        cite(incident, source)
        published(incident)
    assert queries_of(client, path) == before <= 10


def test_a_place_shows_what_happened_in_its_parts(client):
    city = make_place("Baghdad")
    quarter = make_place("Karrada", parents=(city,))
    published(make_incident(title="Rockets on a street", place=quarter))
    words = page_of(client, city)
    assert "Rockets on a street" in words
    assert "In it Karrada" in words


def test_a_place_says_what_it_lies_in_and_that_it_has_no_coordinates(client):
    country = make_place("Iraq", place_kind="country")
    city = make_place("Baghdad", parents=(country,))
    published(city)
    words = page_of(client, city)
    assert "Within Iraq" in words
    assert "No coordinates are recorded." in words


def test_a_place_costs_as_many_queries_for_ten_incidents_as_for_one(client):
    place = make_place()
    published(make_incident(place=place))
    place.refresh_from_db()
    before = queries_of(client, f"/places/{place.public_id}/")
    incidents = [make_incident() for _ in range(10)]
    for incident in incidents:
        add_place(incident, place)
        add_claim(incident)
    published(*incidents)
    assert queries_of(client, f"/places/{place.public_id}/") == before <= 10
