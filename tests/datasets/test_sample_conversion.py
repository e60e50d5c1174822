"""The conversion gives what is committed, and every id of the working file lands once."""

import json
from pathlib import Path

import pytest

from actors.shapes import ACTOR
from datasets.sample import blanks
from datasets.sample.convert import convert
from datasets.sample.keys import NotUnique, keys_of, slug
from datasets.sample.landing import Landing
from datasets.sample.native import UnknownField, Writer
from incidents.shapes import INCIDENT, PLACE
from sources.shapes import SOURCE
from tests.datasets.sample_lines import FOLDER
from timeline.shapes import CHRONOLOGY, EVENT, LINK, STATEMENT

WORKING_FILE = FOLDER.parents[1].parent / "shared" / "data" / "iraq_2019_2021.json"
SHAPES = {
    "source": SOURCE,
    "actor": ACTOR,
    "place": PLACE,
    "incident": INCIDENT,
    "event": EVENT,
    "statement": STATEMENT,
    "link": LINK,
    "chronology": CHRONOLOGY,
}
with_working_file = pytest.mark.skipif(
    not WORKING_FILE.exists(), reason="the working file is not beside the checkout"
)


def committed(name: str) -> str:
    return Path(FOLDER / name).read_text(encoding="utf-8")


def working_file() -> dict:
    return json.loads(WORKING_FILE.read_text(encoding="utf-8"))


def ids_of(working: dict) -> set[str]:
    tables = ("sources", "actors", "places", "incidents", "events", "statements", "commitments")
    named = {record["id"] for table in tables for record in working[table]}
    named |= {f"links/{number}" for number in range(1, len(working["links"]) + 1)}
    named |= {f"relationships/{number}" for number in range(1, len(working["relationships"]) + 1)}
    rows = ("claims", "attributions", "casualty_reports")
    return named | {
        f"{incident['id']}#{table}/{number}"
        for incident in working["incidents"]
        for table in rows
        for number in range(1, len(incident[table]) + 1)
    }


@with_working_file
def test_converting_again_gives_the_committed_bytes():
    native, mapping = convert(working_file())

    assert native == committed("iraq_2019_2021.jsonl")
    assert mapping == committed("mapping.json")


@with_working_file
def test_every_id_of_the_working_file_lands():
    assert json.loads(committed("mapping.json")).keys() == ids_of(working_file())


def test_an_id_cannot_land_twice():
    landing = Landing()
    landing.note("s-one", "statement-one")

    with pytest.raises(NotUnique, match="s-one landed in statement-one and in statement-two"):
        landing.note("s-one", "statement-two")


def test_two_records_cannot_have_one_key():
    working = {table: [] for table in ("sources", "actors", "incidents", "events", "statements")}
    working["places"] = [{"id": "pl-1", "name": "Erbil"}, {"id": "pl-2", "name": "Erbil (city)"}]

    with pytest.raises(NotUnique, match="place-erbil"):
        keys_of(working, {})


def test_a_key_is_made_of_plain_letters():
    assert slug("Kata'ib Hezbollah, the U.S.’s “KH”") == "kataib-hezbollah-the-uss-kh"


def test_a_field_that_the_format_lacks_is_refused():
    with pytest.raises(UnknownField, match="link has no colour"):
        Writer({}, {}).record("link", "link-one", {"colour": "red"})


def test_words_that_are_no_id_are_somebody_in_words():
    assert Writer({"us": "united-states"}, {}).who("outlaws") == {
        "record": None,
        "text": "outlaws",
        "via": None,
    }


@pytest.mark.parametrize("kind", SHAPES)
def test_blank_records_have_the_fields_and_rows_of_their_shape(kind):
    shape = SHAPES[kind]

    expected = [one.name for one in (*shape.fields, *shape.rows)]
    assert sorted(blanks.RECORDS[kind]) == sorted(expected)


@pytest.mark.parametrize("kind", SHAPES)
def test_blank_rows_have_the_fields_of_their_shape(kind):
    tables = [table for table in SHAPES[kind].all_rows() if table.name != "captures"]

    for table in tables:
        assert list(blanks.ROWS[table.name]) == [field.name for field in table.fields]
