"""A first mapping is guessed from names and first rows, and each guess says why."""

from pathlib import Path

import pytest

from datasets.formats.mapped import reader
from datasets.reading import open_table
from datasets.reading.column_names import said_by_name
from datasets.reading.guessing import propose
from datasets.reading.type_words import type_words

STRIKES = Path(__file__).resolve().parents[4] / "shared" / "data" / "tbij_strike_data_processed.csv"


def fields(**columns: list[str]) -> dict[str, object]:
    return proposed(**columns).mapping()["fields"]


def proposed(**columns: list[str]):
    rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    return propose(list(columns), rows)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("min_ppl_killed", "killed_low"),
        ("Maximum people killed", "killed_high"),
        ("Min civilians reported killed", "civilians_killed_low"),
        ("deathsCivilians", "civilians_killed"),
        ("Fatalities", "killed"),
        ("No. of dead", "killed"),
        ("WoundedMax", "injured_high"),
        ("attackers killed", "attackers_killed"),
        ("Strike ID", "id"),
        ("Start date", "date_start"),
        ("EndDate", "date_end"),
        ("Lat", "latitude"),
        ("lng", "longitude"),
        ("Governorate", "province"),
        ("Claimed by", "claimed_by"),
        ("Alleged perpetrator", "perpetrator"),
        ("Source URL", "url"),
    ],
)
def test_a_name_says_its_field(name, field):
    assert field in [said for said, _ in said_by_name(name)]


@pytest.mark.parametrize("name", ["min_child_killed", "nkillus", "soldiers killed", "min_strikes"])
def test_a_count_of_whom_a_mapping_does_not_know_is_not_that_of_all(name):
    assert "killed" not in str(said_by_name(name))


def test_a_table_of_strikes_is_proposed_whole():
    assert fields(
        strike_id=["Y1", "Y2"],
        date=["2002-11-03T00:00:00Z", "2003-01-02T00:00:00Z"],
        location=["Wana", "Unknown"],
        country=["Yemen", "Pakistan"],
        min_killed=["6", "2"],
        max_killed=["7", "NA"],
        min_child_killed=["0", "0"],
        strike_type=["Drone strike", "Naval bombardment"],
    ) == {
        "id": "strike_id",
        "date": "date",
        "place": "location",
        "country": "country",
        "killed_low": "min_killed",
        "killed_high": "max_killed",
        "type": {"column": "strike_type", "words": {"Drone strike": "drone_strike"}},
    }


def test_what_is_proposed_is_a_mapping_by_which_the_rows_are_read():
    rows = [
        {"Code": f"k{day}", "Day": f"{day}/4/2003", "Town": "Nowhere", "Lat": "33.1", "Lon": "44"}
        | {"Kind": "Car bomb", "Dead (min)": "1", "Dead (max)": "NA", "Link": "https://x.example"}
        for day in (2, 14)
    ]
    entries = [reader(propose(list(rows[0]), rows).mapping())(row) for row in rows]
    assert [entry.date for entry in entries] == ["2003-04-02", "2003-04-14"]
    assert [(one.low, one.high) for one in entries[0].counts] == [(1, None)]
    assert (entries[0].incident_type, entries[0].where.text) == ("car_bomb", "Nowhere")


@pytest.mark.skipif(not STRIKES.exists(), reason="the published files are not beside the checkout")
def test_every_row_of_a_published_table_is_read_by_what_is_proposed():
    with open_table(STRIKES) as table:
        rows = [row.values for row in table]
    read = reader(propose(table.columns, rows).mapping())
    entries = [read(row) for row in rows]
    assert len(entries) == 944
    assert sum(one.low for entry in entries for one in entry.counts if one.slot == "all") == sum(
        int(row["min_ppl_killed"]) for row in rows
    )


def test_what_the_name_says_must_be_in_the_cells():
    assert fields(id=["1", "2"], date=["soon", "later"], killed=["many", "few"]) == {"id": "id"}


def test_cells_alone_show_days_countries_and_addresses():
    guesses = proposed(
        a=["x1", "x2"],
        b=["3 May 2014", "early June 2014"],
        c=["IQ", "Syria"],
        d=["https://x.example/1", "http://x.example/2"],
    ).guesses
    assert [(guess.field, guess.column) for guess in guesses] == [
        ("id", "a"), ("date", "b"), ("country", "c"), ("url", "d"),
    ]  # fmt: skip
    assert guesses[1].reason == "Its cells are dates, such as “3 May 2014”."


def test_a_bare_minimum_is_that_of_the_killed():
    found = fields(
        code=["a", "b"], **{"Reported Minimum": ["1", "2"], "Reported Maximum": ["1", "3"]}
    )
    assert found == {
        "id": "code", "killed_low": "Reported Minimum", "killed_high": "Reported Maximum",
    }  # fmt: skip


def test_a_number_beside_two_bounds_is_the_best():
    assert fields(id=["1"], dead=["3"], dead_min=["2"], dead_max=["5"]) == {
        "id": "id", "killed_best": "dead", "killed_low": "dead_min", "killed_high": "dead_max",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "order", "question"),
    [
        (["25/4/2020", "3/4/2020"], "day first", ""),
        (["4/25/2020", "3/4/2020"], "month first", ""),
        (["4/5/2020", "3/4/2020"], "", "whether the day or the month comes first"),
        (["25/4/2020", "4/25/2020"], "", "written in both orders"),
    ],
)
def test_the_order_of_dates_is_seen_or_asked(dates, order, question):
    proposal = proposed(id=["1", "2"], date=dates)
    assert proposal.numeric_dates == order
    assert question in " ".join(proposal.questions)


def test_coordinates_come_in_pairs_and_with_a_precision_to_be_confirmed():
    proposal = proposed(id=["1"], day=["2020-01-02"], lat=["33.3"], lon=["44.4"])
    assert proposal.mapping()["fields"]["precision"] == {"value": "town"}
    assert proposal.questions == ("Say how exact the coordinates are; a town is proposed.",)
    assert "latitude" not in fields(id=["1"], lat=["33.3"])


def test_a_column_of_precisions_is_translated_only_whole():
    columns = {"id": ["1", "2"], "lat": ["33.3", "1"], "lon": ["44.4", "2"]}
    known = fields(**columns, accuracy=["City", "Exact location"])
    assert known["precision"] == {
        "column": "accuracy", "words": {"City": "town", "Exact location": "exact"},
    }  # fmt: skip
    assert fields(**columns, accuracy=["City", "3"])["precision"] == {"value": "town"}


def test_a_start_without_an_end_is_the_date():
    assert fields(id=["1"], start=["2020-01-02"]) == {"id": "id", "date": "start"}


def test_what_means_unknown_is_listed_as_it_is_written_and_zero_and_none_are_not():
    proposal = proposed(id=["1", "2", "3"], killed=["0", "NA", "n/a"], place=["A", "none", "?"])
    assert proposal.unknown == ("NA", "n/a", "?")


def test_what_lacks_is_asked_for():
    assert proposed(place=["A", "A"]).questions == (
        "Say which column holds an id: a cell that no two rows share.",
        "Say which column holds the date.",
    )


def test_a_cell_of_two_types_is_left_to_a_human():
    cells = ("Suicide car bombing", "drone airstrikes", "rockets and shelling", "rocket_attack")
    assert dict(type_words(cells)) == {
        "Suicide car bombing": "suicide_bombing",
        "drone airstrikes": "drone_strike",
        "rocket_attack": "rocket_attack",
    }


def test_a_table_without_rows_is_guessed_by_its_names():
    proposal = propose(["id", "date", "killed"], [])
    assert [guess.field for guess in proposal.guesses] == ["id", "date", "killed"]
    assert "in the first rows it is empty" in proposal.guesses[0].reason
