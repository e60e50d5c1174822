"""What must be true of the committed sample, whoever made it and however."""

import json
import re

import pytest

from ledger.identity import KEY
from tests.datasets.sample_lines import FOLDER, holders, of_kind, records, row, rows_of

GAP = re.compile(r"\| (\d+) \|.+\| `([^`]+)` \|.+\|")


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("source", 186),
        ("actor", 57 + 7),
        ("place", 26),
        ("incident", 45 + 1),
        ("event", 31),
        ("statement", 41 - 4 + 2),
        ("link", 32 + 3),
        ("chronology", 1),
    ],
)
def test_there_are_as_many_records_of_each_kind_as_the_facts_gathered(kind, number):
    assert len(of_kind(kind)) == number


def test_every_casualty_report_and_commitment_is_there():
    reports = sum(len(incident["casualty_reports"]) for incident in of_kind("incident"))
    commitments = sum(len(statement["commitments"]) for statement in of_kind("statement"))

    assert (reports, commitments) == (80 + 2, 13)


def test_every_key_is_one_that_files_may_hold():
    assert not [key for key in records() if not KEY.fullmatch(key)]


def test_no_row_of_a_record_has_the_key_of_another():
    for record in records().values():
        keys = [row["key"] for row in rows_of(record)]
        assert len(keys) == len(set(keys)), record["key"]


def test_every_source_cited_is_in_the_file():
    cited = {
        citation["source"]
        for record in records().values()
        for holder in holders(record)
        for citation in holder.get("citations", [])
    }
    assert cited <= {source["key"] for source in of_kind("source")}


def test_every_record_says_where_it_was_read():
    uncited = [
        record["key"]
        for record in records().values()
        if record["kind"] != "source"
        and not any(holder.get("citations") for holder in holders(record))
    ]
    assert uncited == []


def test_no_citation_carries_the_words_of_the_press():
    carried = [
        citation["quote"]
        for record in records().values()
        for holder in holders(record)
        for citation in holder.get("citations", [])
        if citation["quote"]
    ]
    assert carried == []


def test_prose_cites_only_sources_of_the_file():
    cited = {
        key
        for incident in of_kind("incident")
        for key in re.findall(r"\[([^\]]+)\]", incident["account"])
    }
    assert len(cited) > 30
    assert cited <= records().keys()


def test_each_id_of_the_working_file_landed_in_a_place_that_exists():
    mapping = json.loads((FOLDER / "mapping.json").read_text(encoding="utf-8"))

    assert all(row(place) for place in mapping.values())


def test_all_ninety_gaps_are_listed_with_a_place_that_exists():
    listed = GAP.findall((FOLDER / "gaps.md").read_text(encoding="utf-8"))

    assert [int(number) for number, _ in listed] == list(range(1, 91))
    assert all(row(place) for _, place in listed)
