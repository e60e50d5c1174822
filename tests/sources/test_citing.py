"""The line of sources."""

import pytest

from sources.citing import NotCited, find_cited, read_citing, write_citing
from tests.factories import cite, make_incident, make_source, saved


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", []),
        (" ; ", []),
        ("R12", [("R12", "")]),
        ("r12 p. 4; R3", [("R12", "p. 4"), ("R3", "")]),
        ("R12 p. 4, 6", [("R12", "p. 4, 6")]),
        ("R12 p. 4,R3", [("R12", "p. 4"), ("R3", "")]),
        ("reuters-2020 02:10", [("reuters-2020", "02:10")]),
    ],
)
def test_a_line_is_read(text, read):
    assert read_citing(text) == read


def test_a_locator_without_end_is_refused():
    with pytest.raises(NotCited, match="more than 100 characters"):
        read_citing(f"R1 {'p' * 101}")


@pytest.mark.django_db
def test_a_line_reads_as_the_citations_that_it_was_written_from():
    incident, source = make_incident(), make_source()
    line = write_citing([cite(incident, source, locator="p. 4")])
    assert find_cited(line) == [(source, "p. 4")]


@pytest.mark.django_db
def test_a_source_is_found_by_its_key():
    source = make_source(key="reuters-2020-09-28")
    assert find_cited("reuters-2020-09-28 p. 1") == [(source, "p. 1")]


@pytest.mark.django_db
def test_words_of_a_title_are_answered_with_its_id():
    source = make_source(title="Five civilians killed")
    saved(source)
    with pytest.raises(NotCited, match=f"Did you mean {source.public_id}"):
        find_cited("civilians")
