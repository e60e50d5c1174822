"""What a file says of itself: the licence that follows from its rows, and an address that stays."""

import csv
import io

import pytest

from tests.factories import make_dataset, make_incident, make_user, published

pytestmark = pytest.mark.django_db

INCIDENTS = "/api/v1/incidents/"
OURS = "https://creativecommons.org/licenses/by/4.0/"


def said(client, question: str = "") -> dict:
    return client.get(f"{INCIDENTS}?format=csv&metadata=1&{question}").json()["aftermath"]


def test_our_own_records_alone_are_under_our_licence(client):
    published(make_incident())
    assert said(client)["licence"] == OURS


def test_rows_of_one_dataset_are_under_its_licence(client):
    ged = make_dataset("ged", licence="ODbL 1.0")
    published(ged, make_incident(dataset=ged), make_incident())
    assert said(client, f"dataset={ged.public_id}")["licence"] == "ODbL 1.0"


def test_a_dataset_that_states_no_terms_gets_none_of_ours(client):
    ged = make_dataset("ged", licence="", publisher="Uppsala")
    published(ged, make_incident(dataset=ged))
    text = b"".join(client.get(f"{INCIDENTS}?format=csv&header=1")).decode()
    assert "# Licence: no terms stated: ask Uppsala" in text
    assert OURS not in text
    sidecar = client.get(f"{INCIDENTS}?format=csv&metadata=1").json()
    assert sidecar["dc:license"] == "no terms stated: ask Uppsala"


def test_a_mixture_says_whose_rows_are_under_what(client):
    ged, shut = make_dataset("ged"), make_dataset("shut", licence="", redistributable=False)
    attacks = [make_incident(), make_incident(dataset=ged)]
    published(ged, shut, *attacks, make_incident(dataset=shut, audience="members"))
    client.force_login(make_user())
    ours, of_ged, of_shut = said(client)["licence"].split("; ", 2)
    assert (ours, of_ged) == (f"our own records: CC BY 4.0 ({OURS})", "rows of GED: CC BY 4.0")
    assert of_shut.startswith("rows of SHUT (members only): may not be passed on")


def test_rows_carry_title_and_release_where_no_words_of_credit_are_stated(client):
    ged = make_dataset("ged", attribution="")
    published(ged, make_incident(dataset=ged))
    for form in ("format=csv", "format=csv&ordering=date"):
        text = b"".join(client.get(f"{INCIDENTS}?{form}")).decode()
        [row] = csv.DictReader(io.StringIO(text))
        assert row["attribution"] == "GED, release 23.1"
    assert "GED, release 23.1" in b"".join(client.get(f"{INCIDENTS}?format=geojson")).decode()


def test_address_citation_and_description_are_those_of_the_edition(client):
    edition = published(make_incident()).number
    day = f"{make_incident().created_at:%Y-%m-%d}"
    for question in ("", f"as_of={day}"):
        found = said(client, question)
        for text in (found["address"], found["citation"]):
            assert f"as_of=edition%3A{edition}" in text
            assert f"as_of={day}" not in text
    assert f"as_of=edition%3A{edition}" in client.head(f"{INCIDENTS}?format=csv")["Link"]


def test_a_part_of_a_list_says_of_how_many_it_is(client):
    published(make_incident(), make_incident(), make_incident())
    assert said(client, "limit=2")["title"] == "2 of 3 incidents"
    assert said(client, "limit=3")["title"] == "3 incidents"
