"""What the benchmarks ask: the same of us and of the peers, in each one's words.

The questions go through all countries, or through many pairs of words, so that no cache of a single
answer is measured.
"""

from urllib.parse import urlencode

from .generate import COUNTRIES, the_world
from .peers import TABLE

# ISO 3166 codes of generate.COUNTRIES, in their order.
CODES = (
    "AF", "SY", "UA", "MX", "IQ", "SO", "NG", "IN", "PK", "CO", "CD", "BR", "YE", "ET", "PH",
    "SD", "TR", "LK", "DZ", "ML", "BI", "MM", "BF", "RU", "UG", "SS", "LY", "NP", "IL", "CF",
    "MZ", "CM", "NE", "AO", "TH", "PE", "KE", "EG", "LB", "IR", "SA",
)  # fmt: skip
# Half of them, frequent and rare: enough that no answer comes twice in a row.
ASKED = list(zip(CODES, COUNTRIES, strict=True))[::2]
NEWEST_FIRST = {"_sort_desc": "date_start"}
# What our list counts and the peers' rows hold too. They have nothing like weapons, claims and
# attributions, and nothing is asked for in their stead.
FACETS = ("type_of_violence", "country", "side_a", "side_b", "dyad_name", "where_coordinates")
# What a line of our list shows of an incident.
SHOWN = (
    "type_of_violence", "country", "where_coordinates", "adm_1", "date_start", "date_end", "side_a",
    "side_b", "dyad_name", "best", "low", "high", "where_description",
)  # fmt: skip
RANKS = (2, 5, 11, 23, 47, 95, 191, 383)


def api_by_country() -> list[str]:
    return [f"/api/v1/incidents/?country={code}" for code, _ in ASKED]


def datasette_by_country(database: str) -> list[str]:
    asked = [{"country": country[0], "_size": 100, **NEWEST_FIRST} for _, country in ASKED]
    return [datasette(database, one, ".json") for one in asked]


def api_by_country_and_years() -> list[str]:
    years = "date_from=2005-01-01&date_to=2014-12-31"
    return [f"/api/v1/incidents/?country={code}&{years}" for code, _ in ASKED]


def page_by_country() -> list[str]:
    return [f"/incidents/?country={code}" for code, _ in ASKED]


def datasette_page_by_country(database: str) -> list[str]:
    asked = [{"country": country[0]} | page_of_datasette() for _, country in ASKED]
    return [datasette(database, one) for one in asked]


def page_of_datasette() -> dict:
    """Ask for a page like ours: 50 rows, newest first, with what a line shows and with facets."""
    return {"_size": 50, **NEWEST_FIRST, "_facet": FACETS, "_col": SHOWN}


def word_pairs() -> list[str]:
    """Return pairs of words, from very frequent to rare ones; every pair is found somewhere."""
    words = the_world().words.things
    return [
        f"{words[first]} {words[second]}"
        for number, first in enumerate(RANKS)
        for second in (*RANKS[number + 1 :], 761, 1523)
    ]


def api_of_words() -> list[str]:
    return [f"/api/v1/incidents/?{urlencode({'q': pair})}" for pair in word_pairs()]


def datasette_of_words(database: str) -> list[str]:
    asked = [{"_search": pair, "_size": 100, **NEWEST_FIRST} for pair in word_pairs()]
    return [datasette(database, one, ".json") for one in asked]


def datasette(database: str, asked: dict, format: str = "") -> str:  # noqa: A002
    return f"/{database}/{TABLE}{format}?{urlencode(asked, doseq=True)}"
