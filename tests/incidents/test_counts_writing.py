"""Writing counts: what is written reads back as the same rows, whatever they hold."""

import random

import pytest

from incidents.counts import read_counts, write_counts
from incidents.counts.words import KNOWN_GROUPS, OUTCOME_NAMES, SEX_AGE_PLURALS, STATUS_NAMES
from tests.incidents.make_reports import make_count

NAMES = (
    "",
    "contractors",
    "police",
    "soldiers",
    "Kata'ib Hezbollah",
    "killed",
    "of and or",
    "5 men",
    "womne",
    "US",
    'so-called "heroes" {of} (the) day; killed: 3',
    "كتائب حزب الله",
    "to or between",
    "best 3",
    " spaced  out ",
    "from interception",
    "St. Mary",
    "line\nbreak",
)
WORDINGS = ("", "some", "more than 100", "at least four", "dozens", "“many”", "Some", "best 3")


@pytest.mark.parametrize(
    "line",
    [
        "killed: 2 women, 3 children; injured: 2 children",
        "killed: 5 (2 women, 3 children (1 girl)), 1 soldier; injured: 3",
        "injured: 12 (traumatic brain injury: 5; killed: 1), 3 men",
        "traumatic brain injury: more than 100 soldiers",
        "killed: at least 4, up to 22 fighters, 3–7 best 5 civilians, about 30 men",
        "killed: none; injured: no soldiers; missing: some people of the village",
        "killed: 6 women and children; abducted: 1 contractor [US]",
        "killed: 24 fighters of Kata'ib Hezbollah; detained: unknown number of police officers",
        "injured: 1 child from interception; indirect death: 1 civilian contractor [foreign]",
        'killed: 2 women {"who": "all"}, 3 {"harm_from": "other"}',
    ],
)
def test_a_line_that_was_written_is_written_again(line):
    canonical = line.replace("some people", "some")
    assert write_counts(read_counts(line)) == canonical


def make_random_count(chance, key, keys):
    low, high = chance.choice([None, 0, 1, 4, 100]), chance.choice([None, 0, 1, 7, 10_000_000])
    wording = chance.choice(WORDINGS)
    if wording == "more than 100" and chance.random() < 0.5:
        low, high = 101, None
    return make_count(
        chance.choice(list(OUTCOME_NAMES)),
        low,
        high,
        key,
        who=chance.choice(["all", "unknown", *STATUS_NAMES]),
        sex_age=chance.choices(list(SEX_AGE_PLURALS), k=chance.choice([0, 0, 1, 2])),
        group=chance.choice([*NAMES, *(group for _, group in KNOWN_GROUPS)]),
        affiliation=chance.choice(NAMES),
        nationality=chance.choice(["", "", "IQ", "foreign", "iq", "GBR"]),
        harm_from=chance.choice(["unknown", "attack", "interception"]),
        best=chance.choice([None, None, 0, 5]),
        approximate=chance.random() < 0.2,
        wording=wording,
        part_of=chance.choice([None, *keys, "n99"]) if chance.random() < 0.7 else None,
    )


@pytest.mark.parametrize("seed", range(60))
def test_any_rows_read_back_as_they_were_written(seed):
    chance = random.Random(seed)  # noqa: S311 - the same rows in every run, not a secret
    keys = [f"n{number}" for number in range(1, chance.randint(2, 9))]
    if chance.random() < 0.3:
        chance.shuffle(keys)
    rows = [make_random_count(chance, key, keys) for key in keys]
    assert read_counts(write_counts(rows)) == rows


def test_rows_within_rows_beyond_the_brackets_read_back():
    rows = [
        make_count("killed", 1, 1, f"n{n}", part_of=f"n{n - 1}" if n > 1 else None)
        for n in range(1, 40)
    ]
    assert read_counts(write_counts(rows)) == rows


def test_a_low_above_its_high_reads_back():
    rows = [make_count("killed", 7, 3)]
    assert read_counts(write_counts(rows)) == rows


def test_keys_of_other_numbers_are_written():
    assert write_counts([make_count("killed", 5, 5, "n7")]) == 'killed: 5 {"key": "n7"}'


def test_keys_may_be_left_unwritten():
    rows = [make_count("killed", 5, 5, "n7"), make_count("killed", 2, 2, "n8", part_of="n7")]
    assert write_counts(rows, with_keys=False) == "killed: 5 (2)"


def test_no_rows_are_an_empty_line():
    assert write_counts([]) == ""
