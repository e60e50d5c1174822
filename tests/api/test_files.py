"""Lists as files: the same records as the list, in every format, and nothing else."""

import csv
import io
import json
from dataclasses import replace

import pytest
from django.http import QueryDict

from actors.models import ActorName
from incidents.exports import INCIDENTS as INCIDENT_TABLE
from incidents.filters import IncidentFilter
from ledger.exporting import formats
from ledger.exporting.asking import Asked
from ledger.listing import Listing
from tests.api.world import make_world
from tests.factories import (
    add_party,
    add_place,
    add_report,
    killed,
    make_actor,
    make_incident,
    make_place,
    make_user,
    on,
    published,
)

pytestmark = pytest.mark.django_db

INCIDENTS = "/api/v1/incidents/"


def text_of(client, address, **headers) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, b"".join(answer) if answer.streaming else answer.content
    return b"".join(answer).decode()


def rows_of(client, address):
    return list(csv.DictReader(io.StringIO(text_of(client, address))))


def make_varied():
    """Publish attacks of several places, dates, types and tolls, in three editions."""
    city = make_place("Baghdad")
    for number in range(12):
        attack = make_incident(
            place=city if number % 3 else None,
            incident_type=("rocket_attack", "ied", "")[number % 3],
            date=on(f"2020-0{1 + number % 9}-1{number % 10}") if number else None,
        )
        add_report(attack, killed(number, number + number % 2), adopted=True)
        if number % 2:
            add_place(attack, city, role="struck", latitude=33.3, longitude=44.4, precision="town")
        published(attack)
    return city


QUESTIONS = [
    "",
    "type=ied&type=unset",
    "country=IQ&ordering=date",
    "date_from=2020-03-01&date_to=2020-06-30&certainty=certain",
    "killed_min=4&ordering=-killed",
    "has=coordinates",
    "not_type=ied&as_of=edition:7",
    "changed_since=edition:4&limit=3",
    "q=rockets",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("form", ["csv", "geojson", "ndjson"])
def test_a_file_holds_the_rows_of_the_list(client, question, form):
    make_varied()
    listed = client.get(f"{INCIDENTS}?{question}").json()["results"]
    address = f"{INCIDENTS}?{question}&format={form}"
    if form == "csv":
        found = [row["id"] for row in rows_of(client, address)]
    elif form == "geojson":
        found = [one["id"] for one in json.loads(text_of(client, address))["features"]]
    else:
        lines = text_of(client, address).splitlines()
        found = [json.loads(line)["id"] for line in lines]
        assert all(json.loads(line) in listed for line in lines)
    assert sorted(found) == sorted(one["id"] for one in listed)
    if "ordering" in question or "limit" in question:
        assert found == [one["id"] for one in listed]


def test_a_file_holds_the_whole_list_and_not_one_page(client):
    published(*(make_incident() for _ in range(120)))
    assert len(rows_of(client, f"{INCIDENTS}?format=csv")) == 120


def test_page_and_api_give_the_same_file(client):
    make_varied()
    page = text_of(client, "/incidents/?type=ied&format=csv")
    assert page == text_of(client, f"{INCIDENTS}?type=ied&format=csv")


def test_the_accept_header_asks_for_a_format_too(client):
    make_varied()
    asked = text_of(client, INCIDENTS, accept="application/geo+json")
    assert json.loads(asked)["type"] == "FeatureCollection"
    assert text_of(client, "/incidents/", accept="text/csv").startswith("id,title,")


def test_browsers_still_get_pages_and_tools_still_get_json(client):
    browsing = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert client.get("/incidents/", headers={"accept": browsing})["Content-Type"].startswith(
        "text/html"
    )
    assert client.get(INCIDENTS, headers={"accept": "*/*"})["Content-Type"] == "application/json"


def test_a_cell_that_a_spreadsheet_would_take_for_a_formula_is_marked(client):
    for title in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "plain", "'quoted"):
        published(make_incident(title=title))
    titles = {row["title"] for row in rows_of(client, f"{INCIDENTS}?format=csv")}
    assert titles == {"'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "plain", "'quoted"}


def test_numbers_are_not_marked(client):
    attack = make_incident()
    add_place(attack, text="A pass", latitude=-33.5, longitude=-70.25, precision="town")
    published(attack)
    [row] = rows_of(client, f"{INCIDENTS}?format=csv")
    assert (row["latitude"], row["longitude"]) == ("-33.5", "-70.25")


@pytest.mark.parametrize(
    "title", ['He said "no", twice', "Two\nlines", "صواريخ على بغداد", "a,b;c", "back\\slash \\."]
)
def test_every_text_comes_back_as_it_was(client, title):
    published(make_incident(title=title))
    [row] = rows_of(client, f"{INCIDENTS}?format=csv")
    [feature] = json.loads(text_of(client, f"{INCIDENTS}?format=geojson"))["features"]
    [line] = text_of(client, f"{INCIDENTS}?format=ndjson").splitlines()
    told = (row["title"], feature["properties"]["title"], json.loads(line)["title"])
    assert told == (title,) * 3


def test_unknown_is_empty_and_zero_is_zero(client):
    unknown, none = make_incident(), make_incident()
    add_report(none, killed(0), adopted=True)
    published(unknown, none)
    rows = {row["id"]: row for row in rows_of(client, f"{INCIDENTS}?format=csv")}
    assert (rows[unknown.public_id]["killed_low"], rows[none.public_id]["killed_low"]) == ("", "0")
    features = json.loads(text_of(client, f"{INCIDENTS}?format=geojson"))["features"]
    assert {one["properties"]["killed_low"] for one in features} == {None, 0}


def test_what_has_no_coordinates_is_a_feature_without_geometry(client):
    published(make_incident())
    [feature] = json.loads(text_of(client, f"{INCIDENTS}?format=geojson"))["features"]
    assert feature["geometry"] is None


def test_a_point_is_longitude_and_latitude_and_says_how_exact_it_is(client):
    world = make_world()
    features = json.loads(text_of(client, f"{INCIDENTS}?format=geojson"))["features"]
    [feature] = [one for one in features if one["id"] == world.attack.public_id]
    assert feature["geometry"] == {"type": "Point", "coordinates": [44.2, 33.2]}
    assert feature["properties"]["precision"] == "town"


def test_names_are_those_of_the_edition_that_is_read(client):
    group = make_actor("Old name")
    attack = make_incident()
    add_party(attack, "struck", who_record=group)
    published(attack, group)
    ActorName.objects.filter(actor=group).update(text="New name")
    published(group)
    [now] = rows_of(client, f"{INCIDENTS}?format=csv")
    [then] = rows_of(client, f"{INCIDENTS}?format=csv&as_of=edition:1")
    assert (then["party_names"], now["party_names"]) == ("Old name", "New name")


def test_members_rows_are_in_the_files_of_the_signed_in_alone(client):
    published(make_incident(title="For all"))
    published(make_incident(title="For members", audience="members"))
    address = f"{INCIDENTS}?format=csv"
    assert [row["title"] for row in rows_of(client, address)] == ["For all"]
    client.force_login(make_user())
    assert len(rows_of(client, address)) == 2


def test_a_comment_says_what_the_file_is_if_that_is_asked(client):
    make_varied()
    lines = text_of(client, f"{INCIDENTS}?country=IQ&format=csv&header=1").splitlines()
    assert lines[0] == "# Aftermath: 10 incidents in Iraq"
    assert any("licenses/by/4.0" in line for line in lines if line.startswith("# Licence"))
    assert lines[5].startswith("id,")


def test_a_file_names_what_describes_it(client):
    make_varied()
    answer = client.get(f"{INCIDENTS}?country=IQ&format=csv")
    address = answer["Link"].split(">")[0].removeprefix("<http://testserver")
    described = client.get(address).json()
    assert described["aftermath"]["title"] == "10 incidents in Iraq"
    columns = [one["name"] for one in described["tableSchema"]["columns"]]
    assert columns == b"".join(answer).decode().splitlines()[0].split(",")


@pytest.mark.parametrize(
    ("question", "parameter"),
    [
        ("format=pdf", "format"),
        ("table=claims", "table"),
        ("format=csv&table=nonsense", "table"),
        ("format=geojson&hxl=1", "hxl"),
        ("format=csv&header=yes", "header"),
        ("format=csv&cursor=x", "cursor"),
        ("format=csv&fields=title", "fields"),
        ("format=csv&kiled=1", "kiled"),
        ("format=csv&limit=0", "limit"),
    ],
)
def test_what_does_not_go_with_a_format_is_refused_by_name(client, question, parameter):
    answer = client.get(f"{INCIDENTS}?{question}")
    assert answer.status_code == 400
    assert parameter in [one["parameter"] for one in answer.json()["errors"]]


def test_hxl_tags_stand_in_a_second_line(client):
    lines = text_of(client, f"{INCIDENTS}?format=csv&hxl=1").splitlines()
    assert lines[1].startswith("#event+id,")
    assert lines[0].count(",") == lines[1].count(",")


def test_a_reader_who_asks_for_the_head_alone_starts_nothing(client):
    answer = client.head(f"{INCIDENTS}?format=csv")
    assert (answer.status_code, answer.content) == (200, b"")
    assert "attachment" in answer["Content-Disposition"]


def test_cells_spelled_ahead_say_what_the_database_would(client):
    make_varied()
    make_world()
    for title in ('"=1", he said', "=1+1\n-2", "صواريخ, على\r\nبغداد", "-", "1e5"):
        attack = make_incident(title=title, summary=f"{title}\n", date=on("2020-06~"))
        add_place(attack, text=title, latitude=-33.0, longitude=0.1, precision="town")
        published(attack)
    ready = text_of(client, f"{INCIDENTS}?format=csv&ordering=date")
    table = replace(INCIDENT_TABLE, ready="")
    listing = Listing(QueryDict("ordering=date"), filters=IncidentFilter, user=None)
    plain = b"".join(formats.csv(listing, Asked("csv", table), ())).decode()
    assert ready == plain
