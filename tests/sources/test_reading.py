"""What a page's reading says of the sources that it cites."""

from datetime import date

import pytest

from ledger.moments import Moment
from sources.documents import brief_source
from sources.reading import Reading

MOMENT = Moment(edition=7, on=date(2020, 9, 28))
SOURCE = {
    "title": "A report",
    "publisher": "Reuters",
    "published": None,
    "language": "en",
    "address": None,
    "reliability": "B",
    "captures": [],
    "derived_from": None,
}
COPY = "https://archive.example/1"


def cite(source: str) -> dict:
    return {"source": source, "locator": None, "field": None}


def read(briefs: dict, *uses: str) -> list[dict]:
    """List the sources of a page that cites R1 for each of `uses`."""
    reading = Reading(briefs, MOMENT)
    for use in uses:
        reading.notes([cite("R1")], use)
    return reading.sources()


def test_a_brief_has_the_address_of_the_first_copy_that_has_one():
    captures = [{"address": None}, {"address": COPY}, {"address": "https://archive.example/2"}]
    assert brief_source(SOURCE | {"captures": captures})["archive"] == COPY


def test_an_archived_copy_stands_beside_its_source():
    (source,) = read({"R1": {"name": "A report", "archive": COPY}}, "the toll")
    assert source["archive"] == COPY


def test_a_source_that_repeats_another_names_it():
    briefs = {"R1": {"name": "A copy", "derived_from": "R5"}, "R5": {"name": "The wire"}}
    assert read(briefs, "the toll")[0]["derived"] == "Repeats The wire"


def test_a_source_of_which_the_page_knows_no_name_is_not_called_withdrawn():
    (source,) = read({"R1": {"name": "A copy", "derived_from": "R5"}}, "the toll")
    assert source["derived"] == "Repeats another source (R5)"


def test_what_a_source_supports_is_said_once():
    (source,) = read({"R1": {"name": "A report"}}, "the toll", "the place", "the toll")
    assert [one["text"] for one in source["supports"]] == ["the toll", "the place"]


@pytest.mark.parametrize(
    ("text", "publisher", "said"),
    [
        ("AP", "AP via Ahram Online", "AP, via Ahram Online"),
        ("two officials, to AP", "AP via Ahram Online", "two officials, to AP, via Ahram Online"),
        ("AP", "Republic World (AP)", "AP, via Republic World"),
        ("AP", "PTI via Devdiscourse", "AP, via PTI via Devdiscourse"),
        ("the police", "AP via Ahram Online", "the police, via AP via Ahram Online"),
        ("a map", "AP via Ahram Online", "a map, via AP via Ahram Online"),
    ],
)
def test_a_wire_is_not_named_again_as_its_own_carrier(text, publisher, said):
    reading = Reading({"R1": {"name": "A report", "publisher": publisher}}, MOMENT)
    assert reading.says({"record": None, "text": text, "via": "R1"}) == said
