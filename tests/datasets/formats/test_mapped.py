"""Rows of somebody's own table, read by a mapping."""

import csv
import json
from pathlib import Path

import pytest

from datasets.formats.entry import Accused, Named, Side, Unreadable
from datasets.formats.mapped import reader

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "datasets" / "formats" / "examples" / "tbij_drone_strikes.json"
STRIKES = ROOT.parent / "shared" / "data" / "tbij_strike_data_processed.csv"


def read(fields: dict, row: dict, **options):
    return reader({"fields": {"id": "no"} | fields, **options})({"no": "7"} | row)


def refused(fields: dict, row: dict, **options) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(fields, row, **options)
    return caught.value


def test_a_row_needs_no_more_than_an_id():
    entry = read({}, {})
    assert (entry.external_id, entry.title, entry.where, entry.date) == ("7", "Attack", None, "")


@pytest.mark.parametrize("ident", ["", "x" * 61])
def test_an_id_is_neither_empty_nor_endless(ident):
    assert refused({}, {"no": ident}).column == "no"


def test_a_title_is_taken_or_made_of_what_and_where():
    fields = {"type": "what", "place": "spot", "country": {"value": "YE"}}
    row = {"what": "Airstrike", "spot": "Marib", "name": "Named so"}
    assert read(fields, row).title == "Airstrike: Marib, Yemen"
    assert read(fields | {"title": "name"}, row).title == "Named so"


@pytest.mark.parametrize(
    ("text", "options", "edtf"),
    [
        ("2020-04-03", {}, "2020-04-03"),
        ("2020-04-03T00:00:00Z", {}, "2020-04-03"),
        ("3 April 2020", {}, "2020-04-03"),
        ("April 2020", {}, "2020-04"),
        ("early April 2020", {}, "[2020-04-01..2020-04-10]"),
        ("3/4/2020", {"numeric_dates": "day first"}, "2020-04-03"),
        ("3/4/2020", {"numeric_dates": "month first"}, "2020-03-04"),
        ("n/a", {"unknown": ["N/A"]}, ""),
    ],
)
def test_a_date_is_read_in_any_unmistakable_form(text, options, edtf):
    assert read({"date": "day"}, {"day": text}, **options).date == edtf


def test_two_numbers_of_unstated_order_are_refused_with_what_to_do():
    error = refused({"date": "day"}, {"day": "3/4/2020"})
    assert error.column == "day"
    assert "numeric_dates" in error.sentence


@pytest.mark.parametrize(
    ("first", "last", "span", "edtf"),
    [
        ("2020-04-03", "2020-04-05", "lasted", "2020-04-03/2020-04-05"),
        ("2020-04-03", "2020-04-05", "between", "[2020-04-03..2020-04-05]"),
        ("2020-04-03", "2020-04-03", "lasted", "2020-04-03"),
        ("2020-04-03", "", "lasted", "2020-04-03"),
        ("April 2020", "2020-05-02", "lasted", "2020-04/2020-05-02"),
    ],
)
def test_a_first_and_a_last_day_are_a_span_as_the_mapping_says(first, last, span, edtf):
    fields = {"date_start": "from", "date_end": "to"}
    assert read(fields, {"from": first, "to": last}, span=span).date == edtf


def test_an_end_before_the_beginning_is_refused():
    fields = {"date_start": "from", "date_end": "to"}
    assert refused(fields, {"from": "2020-04-05", "to": "2020-04-03"}).column == "from"


def test_a_span_does_not_begin_with_another_span():
    fields = {"date_start": "from", "date_end": "to"}
    assert refused(fields, {"from": "before 2020", "to": "2020-04-03"}).column == "from"


def test_a_type_is_ours_where_it_is_our_word_or_the_mapping_says_so():
    fields = {"type": {"column": "what", "words": {"UAV": "drone_strike"}}}
    assert read(fields, {"what": "UAV"}).incident_type == "drone_strike"
    assert read(fields, {"what": "Car bomb"}).incident_type == "car_bomb"
    assert read(fields, {"what": "Ambush"}).incident_type == ""
    assert read(fields, {"what": "Ambush"}).stated_type == "Ambush"


PLACE = {"place": "spot", "latitude": "y", "longitude": "x", "precision": {"value": "near_town"}}


def test_a_place_is_as_exact_as_the_mapping_says():
    where = read(PLACE, {"spot": "Marib", "y": "15.4", "x": "45.3"}).where
    assert (where.latitude, where.longitude, where.precision) == (15.4, 45.3, "near_town")


def test_a_place_without_coordinates_has_none():
    where = read(PLACE, {"spot": "Marib", "y": "", "x": ""}).where
    assert (where.latitude, where.precision) == (None, "none")


def test_the_middle_of_a_country_is_no_point():
    fields = PLACE | {"precision": {"value": "country"}}
    where = read(fields, {"spot": "Yemen", "y": "15.4", "x": "45.3"}).where
    assert (where.latitude, where.precision) == (None, "country")


@pytest.mark.parametrize(("field", "text"), [("precision", "roughly"), ("confidence", "rumour")])
def test_a_word_that_must_be_ours_is_refused_with_those_there_are(field, text):
    error = refused({field: "how"}, {"how": text})
    assert error.column == "how"
    assert "words" in error.sentence


def test_an_unknown_country_stays_empty_and_is_flagged():
    entry = read({"country": "land", "place": "spot"}, {"land": "Atlantis", "spot": "Port"})
    assert entry.where.country == ""
    assert [flag.column for flag in entry.flags] == ["land"]


def test_one_number_is_low_best_and_high_and_an_unknown_one_is_no_count():
    fields = {"killed": "dead", "injured": "hurt"}
    (count,) = read(fields, {"dead": "4.0", "hurt": "-"}, unknown=["-"]).counts
    assert (count.slot, count.low, count.best, count.high) == ("all", 4, 4, 4)


def test_civilians_are_a_part_of_all_the_killed():
    fields = {"killed_low": "a", "killed_high": "b", "civilians_killed": "c"}
    everybody, civilians = read(fields, {"a": "3", "b": "5", "c": "2"}).counts
    assert (everybody.low, everybody.best, everybody.high) == (3, None, 5)
    assert (civilians.who, civilians.part_of_all) == ("civilian", True)


def test_numbers_that_contradict_each_other_are_kept_and_flagged():
    entry = read({"killed_low": "a", "killed_high": "b"}, {"a": "5", "b": "3"})
    assert (entry.counts[0].low, entry.counts[0].high) == (5, 3)
    assert entry.counts[0].as_stated
    assert entry.flags[0].sentence == entry.count_note


def test_people_are_who_the_mapping_says_they_are():
    fields = {
        "perpetrator": {"column": "by", "kind": "militia"},
        "target": "at",
        "party": "also",
        "claimed_by": "claim",
    }
    entry = read(fields, {"by": "A; B; A", "at": "a market", "also": "C", "claim": "A"})
    assert entry.accused == (Accused(Named("A", "militia")), Accused(Named("B", "militia")))
    assert entry.sides == (Side("intended_target", "a market"), Side("belligerent", Named("C")))
    assert [claim.who.name for claim in entry.claims] == ["A"]


def test_source_and_address_are_the_locator_and_a_summary_cites_nothing_of_ours():
    fields = {"source": "by", "url": "at", "summary": "text", "tags": "tags"}
    row = {"by": "An agency", "at": "https://example.org/1", "text": "So [R1].", "tags": "a; b; a"}
    entry = read(fields, row)
    assert entry.locator == "An agency; https://example.org/1"
    assert (entry.account, entry.tags) == ("So (R1).", ("a", "b"))


def test_a_text_too_long_is_cut_and_flagged():
    entry = read({"title": "name"}, {"name": "x" * 400})
    assert len(entry.title) == 300
    assert [flag.column for flag in entry.flags] == ["name"]


@pytest.mark.skipif(not STRIKES.exists(), reason="the table of strikes is not here")
def test_the_example_reads_every_strike_of_the_bureaus_table():
    read_row = reader(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    with open(STRIKES, encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    entries = [read_row(row) for row in rows]
    least = sum(count.low for entry in entries for count in entry.counts if count.slot == "all")
    assert len({entry.external_id for entry in entries}) == 944
    assert least == sum(int(row["min_ppl_killed"]) for row in rows)
    assert [flag.column for entry in entries for flag in entry.flags] == ["min_injured"]


def test_a_day_that_is_not_in_the_calendar_is_said_with_the_cell_and_in_our_own_words():
    error = refused({"date": "day"}, {"day": "4/13/2020"}, numeric_dates="day first")
    assert "“4/13/2020”, read with the day first, is not in the calendar." in error.sentence
    assert "must be in" not in error.sentence
