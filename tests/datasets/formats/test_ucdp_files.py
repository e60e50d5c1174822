"""The real files of UCDP, where they are present: totals equal those made straight from the CSV."""

import csv
import gzip
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from datasets.formats.ucdp import read
from dates.edtf import understand

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
IRAQ = SHARED / "ucdp_ged_iraq_hdx.csv.gz"
WORLD = SHARED / "ucdp_ged231_sample1000.csv.gz"
ESTIMATES = ("low", "best", "high")

pytestmark = pytest.mark.skipif(not IRAQ.exists(), reason="the files of UCDP are not here")


@cache
def pairs(path: Path) -> list[tuple]:
    """Each row with its entry; the row of HXL tags has no id."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        return [(row, read(row)) for row in csv.DictReader(stream) if row["id"]]


def test_every_row_is_read_under_an_id_of_its_own():
    ids = [entry.external_id for path in (IRAQ, WORLD) for _, entry in pairs(path)]
    assert len(pairs(IRAQ)) == 7473
    assert len(pairs(WORLD)) == 1000
    assert len(set(ids)) > 8400


@pytest.mark.parametrize("path", [IRAQ, WORLD], ids=["Iraq", "world"])
@pytest.mark.parametrize("column", ["year", "where_prec", "date_prec"])
def test_sums_equal_those_of_the_file(path, column):
    in_file, in_entries = Counter(), Counter()
    for row, entry in pairs(path):
        everybody = next(count for count in entry.counts if count.slot == "all")
        for name in ESTIMATES:
            in_file[row[column], name] += int(float(row[name]))
            in_entries[row[column], name] += getattr(everybody, name)
    assert in_entries == in_file


def test_parts_sum_to_the_best_estimate():
    for _, entry in pairs(IRAQ):
        total, *parts = entry.counts
        assert sum(part.best for part in parts) == total.best


def test_the_flags_are_those_that_a_human_would_raise():
    found = Counter(flag.column for _, entry in pairs(IRAQ) for flag in entry.flags)
    assert found == {"best": 48, "low": 21, "source_article": 1}


@pytest.mark.parametrize("path", [IRAQ, WORLD], ids=["Iraq", "world"])
def test_every_country_has_a_code_and_every_date_its_days(path):
    for row, entry in pairs(path):
        assert len(entry.where.country) == 2
        days = understand(entry.date)
        bounds = (days.earliest.isoformat(), days.latest.isoformat())
        assert bounds == (row["date_start"][:10], row["date_end"][:10])


def test_no_fake_centroid_is_drawn():
    points = [(e.where.latitude, e.where.longitude) for _, e in pairs(IRAQ)]
    assert (33.0, 44.0) not in points
    assert points.count((None, None)) == 139


def test_texts_keep_to_their_lengths_on_one_line():
    for path in (IRAQ, WORLD):
        for _, entry in pairs(path):
            assert len(entry.title) <= 300
            assert len(entry.locator) <= 1000
            assert "\n" not in entry.title + entry.locator + entry.where.text
