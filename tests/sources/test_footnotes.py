"""Footnotes are numbered as a page first cites their sources."""

from sources.footnotes import Footnotes

NAMES = {
    "R1": {"name": "A wire report", "publisher": "Reuters", "published": "28 September 2020"},
    "R2": {"name": "An essay", "publisher": None, "published": None},
}


def cite(source: str, locator: str | None = None) -> dict:
    return {"source": source, "locator": locator, "field": None}


def test_a_source_keeps_its_number_and_each_use_has_its_own_address():
    footnotes = Footnotes(NAMES)
    first = footnotes.notes([cite("R2"), cite("R1")], "the toll")
    again = footnotes.notes([cite("R2")], "the place")
    assert [note["number"] for note in first] == [1, 2]
    assert (again[0]["number"], again[0]["id"]) == (1, "ref-1-2")


def test_only_the_first_use_stands_in_the_margin():
    footnotes = Footnotes(NAMES)
    assert footnotes.notes([cite("R1")], "a")[0]["text"] == "Reuters, 28 September 2020"
    assert footnotes.notes([cite("R1")], "b")[0]["text"] == ""


def test_a_source_cited_twice_for_one_thing_is_one_note():
    assert len(Footnotes(NAMES).notes([cite("R1"), cite("R1")], "a")) == 1


def test_two_places_in_a_source_are_two_notes():
    notes = Footnotes(NAMES).notes([cite("R1", "p. 1"), cite("R1", "p. 4")], "a")
    assert [note["label"][-4:] for note in notes] == ["p. 1", "p. 4"]


def test_a_withdrawn_source_is_still_numbered():
    note = Footnotes({"R9": {"name": None}}).notes([cite("R9")], "a")[0]
    assert note["label"] == "Source 1: a source that is not public"


def test_brackets_that_follow_one_another_are_one_group_of_notes():
    (bits,) = Footnotes(NAMES).prose("Two fell [R1] [R2]\n[R1]. So it was.", "x")
    assert [bit["text"] for bit in bits] == ["Two fell", ". So it was."]
    assert [note["number"] for note in bits[0]["notes"]] == [1, 2]


def test_prose_is_parted_where_it_cites():
    paragraphs = Footnotes(NAMES).prose("Two fell. [R1] Nobody said why.\n\nLater [R2 p. 2].", "x")
    assert [bit["text"] for bit in paragraphs[0]] == ["Two fell.", " Nobody said why."]
    assert paragraphs[1][0]["notes"][0]["number"] == 2
