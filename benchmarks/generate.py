"""Make a file in the form of UCDP GED (v20.1 and later) of any size, the same at every run.

    python -m benchmarks.generate ROWS OUTPUT.csv [--seed 1] [--first 1]

The rows are invented; only their form is real: the 49 columns in order, ids that grow, actors,
places and dates as skewed as in the real data and of every precision, deaths that sum to
`best`, and headlines of words whose frequencies follow Zipf's law.
"""

import argparse
import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, pairwise
from pathlib import Path

COLUMNS = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]

# Name, Gleditsch-Ward number, region, latitude, longitude. The first have the most events.
COUNTRIES = (
    ("Afghanistan", 700, "Asia", 34.0, 66.0),
    ("Syria", 652, "Middle East", 35.0, 38.5),
    ("Ukraine", 369, "Europe", 49.0, 32.0),
    ("Mexico", 70, "Americas", 24.0, -102.0),
    ("Iraq", 645, "Middle East", 33.0, 44.0),
    ("Somalia", 520, "Africa", 5.5, 46.0),
    ("Nigeria", 475, "Africa", 9.5, 8.0),
    ("India", 750, "Asia", 22.0, 79.0),
    ("Pakistan", 770, "Asia", 30.0, 70.0),
    ("Colombia", 100, "Americas", 4.0, -73.0),
    ("DR Congo (Zaire)", 490, "Africa", -3.0, 24.0),
    ("Brazil", 140, "Americas", -10.0, -52.0),
    ("Yemen (North Yemen)", 678, "Middle East", 15.5, 47.5),
    ("Ethiopia", 530, "Africa", 8.0, 39.5),
    ("Philippines", 840, "Asia", 12.0, 122.5),
    ("Sudan", 625, "Africa", 15.5, 30.0),
    ("Turkey", 640, "Middle East", 39.0, 35.0),
    ("Sri Lanka", 780, "Asia", 7.5, 80.7),
    ("Algeria", 615, "Africa", 28.0, 3.0),
    ("Mali", 432, "Africa", 17.0, -3.5),
    ("Burundi", 516, "Africa", -3.4, 29.9),
    ("Myanmar (Burma)", 775, "Asia", 21.0, 96.0),
    ("Burkina Faso", 439, "Africa", 12.3, -1.7),
    ("Russia (Soviet Union)", 365, "Europe", 55.0, 45.0),
    ("Uganda", 500, "Africa", 1.3, 32.4),
    ("South Sudan", 626, "Africa", 7.3, 30.3),
    ("Libya", 620, "Africa", 27.0, 17.0),
    ("Nepal", 790, "Asia", 28.2, 84.0),
    ("Israel", 666, "Middle East", 31.5, 34.9),
    ("Central African Republic", 482, "Africa", 6.6, 20.9),
    ("Mozambique", 541, "Africa", -17.5, 36.0),
    ("Cameroon", 471, "Africa", 5.0, 12.5),
    ("Niger", 436, "Africa", 17.5, 9.0),
    ("Angola", 540, "Africa", -12.0, 17.5),
    ("Thailand", 800, "Asia", 6.5, 101.3),
    ("Peru", 135, "Americas", -10.0, -75.5),
    ("Kenya", 501, "Africa", 0.5, 38.0),
    ("Egypt", 651, "Middle East", 27.0, 30.0),
    ("Lebanon", 660, "Middle East", 33.9, 35.8),
    ("Iran", 630, "Middle East", 32.5, 54.0),
    ("Saudi Arabia", 670, "Middle East", 24.0, 45.0),
)
FIRST_DAY = date(1989, 1, 1)
LAST_DAY = date(2023, 12, 31)
SYLLABLES = [
    "ba",
    "da",
    "ra",
    "ka",
    "ma",
    "na",
    "sha",
    "la",
    "ti",
    "ni",
    "mi",
    "ri",
    "qa",
    "zu",
    "hu",
    "bu",
    "ko",
    "to",
    "lo",
    "wa",
    "ye",
    "fa",
    "ga",
    "jo",
]
VOCABULARY = 20_000
WORLD_SEED = 1
OFFICES = ("Reuters", "Agence France Presse", "Associated Press", "BBC Monitoring", "Xinhua")
TOLD_BY = ("police", "army statement", "local residents", "rebel spokesman", "hospital", "")


class Skewed:
    """A choice among things of which the first are far the most frequent (Zipf's law)."""

    def __init__(self, things: list, exponent: float = 1.0):
        self.things = things
        weights = ((rank + 2) ** -exponent for rank in range(len(things)))
        self.cumulated = list(accumulate(weights))

    def choose(self, chance: random.Random):
        return chance.choices(self.things, cum_weights=self.cumulated)[0]

    def several(self, chance: random.Random, count: int) -> list:
        return chance.choices(self.things, cum_weights=self.cumulated, k=count)


class World:
    """What all rows draw from: words, countries with their places, and pairs of sides."""

    def __init__(self, chance: random.Random):
        self.chance = chance
        self.words = Skewed([self._word(2 + rank % 3) for rank in range(VOCABULARY)])
        self.countries = Skewed(list(COUNTRIES), 0.9)
        self.places = {country[0]: Skewed(self._places(country)) for country in COUNTRIES}
        self.dyads = {
            country[0]: Skewed(self._dyads(country, number), 1.2)
            for number, country in enumerate(COUNTRIES)
        }

    def _word(self, syllables: int) -> str:
        return "".join(self.chance.choice(SYLLABLES) for _ in range(syllables))

    def _places(self, country: tuple) -> list[tuple]:
        """Towns of a country: name, district, province, latitude, longitude."""
        provinces = [f"{self._word(3).title()} province" for _ in range(12)]
        return [
            (
                f"{self._word(3).title()} town",
                f"{self._word(2).title()} district",
                self.chance.choice(provinces),
                round(country[3] + self.chance.gauss(0, 1.5), 6),
                round(country[4] + self.chance.gauss(0, 1.5), 6),
            )
            for _ in range(250)
        ]

    def _dyads(self, country: tuple, number: int) -> list[tuple]:
        """Pairs of sides: type of violence, id, side a with its ids, side b with its id."""
        government = (f"Government of {country[0]}", 100 + number, country[1])
        groups = [
            (f"{self._word(3).title()} Front", 1000 + number * 40 + index) for index in range(24)
        ]
        pairs = [(1, *government, *group) for group in groups]
        pairs += [(2, first[0], first[1], "", *second) for first, second in pairwise(groups)]
        pairs += [(3, group[0], group[1], "", "Civilians", 9999) for group in groups[:12]]
        pairs += [(3, *government, "Civilians", 9999)]
        self.chance.shuffle(pairs)
        return [(5000 + number * 100 + index, *pair) for index, pair in enumerate(pairs)]


def rows(count: int, seed: int = 1, first: int = 1) -> Iterator[list]:
    """Yield `count` rows of values, in the order of COLUMNS, with ids from `first` on.

    The seed chooses the rows; actors, places and words are those of one world.
    """
    world = the_world()
    chance = random.Random(seed)  # noqa: S311 (the same numbers at every run are wanted)
    for number in range(count):
        yield _row(world, chance, first + number)


def the_world() -> World:
    """Make the one world from which all files draw."""
    return World(random.Random(WORLD_SEED))  # noqa: S311


def write(count: int, output: Path, seed: int = 1, first: int = 1) -> None:
    with open(output, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows(rows(count, seed, first))


def _row(world: World, chance: random.Random, number: int) -> list:
    country, code, region, *_ = world.countries.choose(chance)
    dyad, violence, side_a, side_a_id, gw_a, side_b, side_b_id = world.dyads[country].choose(chance)
    town, district, province, latitude, longitude = world.places[country].choose(chance)
    start, end, date_precision = _dates(chance)
    offices, dates, headlines = _reports(world, chance, end)
    articles = ";".join(
        f'"{office},{day},{headline}"'
        for office, day, headline in zip(offices, dates, headlines, strict=True)
    )
    deaths = [min(int(chance.paretovariate(1.3)) - 1, 400) for _ in range(3)] + [
        chance.randrange(2)
    ]
    best = sum(deaths)
    place_precision = chance.choices((1, 2, 3, 4, 5, 6), (55, 20, 10, 9, 3, 3))[0]
    return [
        number, f"{country[:3].upper()}-{start.year}-{violence}-{dyad}-{number}", start.year, 1,
        "Clear", violence, dyad, dyad, f"{country}: Government", dyad, dyad,
        f"{side_a} - {side_b}", side_a_id, side_a_id, side_a, side_b_id, side_b_id, side_b,
        len(offices), articles, ";".join(offices), ";".join(map(str, dates)), ";".join(headlines),
        chance.choice(TOLD_BY), place_precision, town, f"{town}, {' '.join(headlines)[:60]}",
        province, district, latitude, longitude, f"POINT ({longitude} {latitude})",
        int((latitude + 90) * 2) * 720 + int((longitude + 180) * 2), country, code, region,
        1 if chance.random() < 0.9 else 2, date_precision, start, end, *deaths, best,
        best + chance.choice((0, 0, 0, 1, 2, 5)), max(0, best - chance.choice((0, 0, 0, 1))),
        gw_a, "",
    ]  # fmt: skip


def _dates(chance: random.Random) -> tuple[date, date, int]:
    """The first and last possible day, later years more often than early ones, and the code."""
    span = (LAST_DAY - FIRST_DAY).days
    start = FIRST_DAY + timedelta(days=int(span * chance.random() ** 0.6))
    precision = chance.choices((1, 2, 3, 4, 5), (86, 7, 3, 3, 1))[0]
    length = {1: 0, 2: chance.randint(1, 5), 3: 6, 4: 29, 5: 200}[precision]
    return start, start + timedelta(days=length), precision


def _reports(world: World, chance: random.Random, day: date) -> tuple[list, list, list]:
    """Offices, days and headlines of the reports on which a row rests."""
    count = chance.choices((1, 2, 3, 4), (55, 25, 15, 5))[0]
    offices = [chance.choice(OFFICES) for _ in range(count)]
    dates = [day + timedelta(days=chance.randrange(3)) for _ in range(count)]
    headlines = [
        " ".join(world.words.several(chance, chance.randint(6, 14))).capitalize()
        for _ in range(count)
    ]
    return offices, dates, headlines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=int)
    parser.add_argument("output", type=Path)
    parser.add_argument("--seed", type=int, default=1, help="other rows of the same world")
    parser.add_argument("--first", type=int, default=1, help="the id of the first row")
    options = parser.parse_args()
    write(options.rows, options.output, options.seed, options.first)


if __name__ == "__main__":
    main()
