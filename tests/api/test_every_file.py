"""Every list in every format: the same records as the list, whatever its kind."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from config.api.served import SERVED
from tests.api.world import make_world
from tests.factories import make_incident, published

pytestmark = pytest.mark.django_db

TABLES = [(served.path, table.name) for served in SERVED for table in served.takeaway.tables]


def body_of(client, address) -> bytes:
    answer = client.get(f"/api/v1/{address}")
    content = b"".join(answer) if answer.streaming else answer.content
    assert answer.status_code == 200, content
    return content


def rows_of(client, address) -> list[dict]:
    return list(csv.DictReader(io.StringIO(body_of(client, address).decode())))


def sheet_of(client, address):
    return load_workbook(io.BytesIO(body_of(client, address)), read_only=True)


def asked(served, form: str) -> str:
    """Ask for a list as a file, in the list's own order."""
    usual = next(iter(served.filters.orderings))
    return f"{served.path}/?format={form}&ordering={usual}"


@pytest.mark.parametrize("served", SERVED, ids=lambda one: one.path)
def test_csv_workbook_and_lines_hold_the_records_of_the_list(client, served):
    make_world()
    listed = json.loads(body_of(client, f"{served.path}/"))["results"]
    ids = [one["id"] for one in listed]
    assert [row["id"] for row in rows_of(client, asked(served, "csv"))] == ids
    lines = body_of(client, asked(served, "ndjson")).decode().splitlines()
    assert [json.loads(line) for line in lines] == listed
    sheet = sheet_of(client, asked(served, "xlsx")).worksheets[0]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ids


@pytest.mark.parametrize("served", SERVED, ids=lambda one: one.path)
def test_a_filter_that_lets_nothing_through_gives_a_file_without_rows(client, served):
    make_world()
    address = f"{served.path}/?q=%E2%80%A6&format"
    assert rows_of(client, f"{address}=csv") == []
    assert body_of(client, f"{address}=ndjson") == b""
    sheet = sheet_of(client, f"{address}=xlsx").worksheets[0]
    assert len(list(sheet.iter_rows())) == 1


@pytest.mark.parametrize(("path", "table"), TABLES)
def test_every_table_is_read_with_all_its_columns(client, path, table):
    make_world()
    assert rows_of(client, f"{path}/?format=csv&table={table}")


@pytest.mark.parametrize("served", SERVED, ids=lambda one: one.path)
def test_kinds_without_places_say_that_there_is_no_geojson_of_them(client, served):
    make_world()
    if served.path in ("incidents", "places"):
        assert body_of(client, f"{served.path}/?format=geojson")
        return
    answer = client.get(f"/api/v1/{served.path}/?format=geojson")
    assert answer.status_code == 400
    assert "no coordinates" in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize("page", ["incidents", "actors", "sources", "timeline", "promises"])
def test_every_page_with_a_list_gives_it_away(client, page):
    make_world()
    for form in ("csv", "ndjson", "xlsx"):
        answer = client.get(f"/{page}/?format={form}")
        assert (answer.status_code, bool(b"".join(answer))) == (200, True)


def test_a_workbook_keeps_text_that_looks_like_a_formula_as_text(client):
    published(make_incident(title="=1+1"))
    book = load_workbook(io.BytesIO(body_of(client, "incidents/?format=xlsx")))
    cell = book.worksheets[0]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_workbook_says_what_it_is_in_a_second_sheet(client):
    make_world()
    about = sheet_of(client, "incidents/?type=rocket_attack&format=xlsx")["About"]
    said = {row[0]: row[1] for row in about.iter_rows(values_only=True) if row}
    assert said["Aftermath"] == "1 incident of the type rocket attack"
    assert "creativecommons" in said["Licence"]


def test_long_tables_say_which_incident_and_which_row(client):
    world = make_world()
    claims = rows_of(client, "incidents/?format=csv&table=claims")
    assert {row["incident"] for row in claims} == {world.attack.public_id}
    assert [row["stance"] for row in claims] == ["denies", "none_known"]
    assert claims[0]["speaker_name"] == "Kata'ib Hezbollah"
    counts = rows_of(client, "incidents/?format=csv&table=casualty_counts")
    assert [(row["low"], row["high"], row["wording"]) for row in counts][-2:] == [
        ("3", "7", ""),
        ("", "", "some"),
    ]


def test_a_source_is_listed_with_what_it_is_cited_for(client):
    make_world()
    found = rows_of(client, "incidents/?format=csv&table=sources")
    assert {(row["supports"], row["field"]) for row in found} >= {
        ("incident", "title"),
        ("casualty_report", ""),
        ("claim", ""),
    }
