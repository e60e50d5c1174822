"""Generated files are the same at every run, and of one world."""

from itertools import islice

from benchmarks.generate import COLUMNS, rows


def named(row: list) -> dict:
    return dict(zip(COLUMNS, row, strict=True))


def test_the_same_seed_makes_the_same_rows():
    assert list(rows(50, seed=3)) == list(rows(50, seed=3))


def test_a_larger_file_begins_as_a_smaller_one():
    assert list(islice(rows(100), 50)) == list(rows(50))


def test_ids_go_on_from_the_first():
    assert [row[0] for row in rows(3, seed=2, first=401)] == [401, 402, 403]


def test_another_seed_tells_of_the_same_sides():
    sides = [
        {(one["side_a_new_id"], one["side_a"]) for one in map(named, rows(500, seed=seed))}
        for seed in (1, 2)
    ]
    assert len(sides[0] & sides[1]) > len(sides[0]) / 2
