"""Citations within prose."""

import pytest

from incidents.shapes import INCIDENT
from ledger.prose import map_prose, read_bracket, sources_in


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Two fell. [R12]", ["R12"]),
        ("Two fell. [R12 p. 4; R3]", ["R12", "R3"]),
        ("“these gangs [be allowed] to wander”", []),
        ("[R12 and others; see below]", []),
        ("A list [R1] and [R2 02:10].", ["R1", "R2"]),
    ],
)
def test_a_bracket_is_a_citation_only_if_every_part_begins_with_a_source(text, sources):
    assert sources_in(text) == sources


def test_a_locator_is_what_follows_the_source():
    assert read_bracket("R12 p. 4")[0].locator == "p. 4"


@pytest.mark.parametrize("text", ["[R12 p. 4; R3]", "[R12;R3]", "[ R12 ]", "[be allowed]"])
def test_keys_for_ids_and_back_leave_prose_as_it_was(text):
    keys = {"R12": "wire", "R3": "paper"}
    ids = {key: one for one, key in keys.items()}
    state = {"summary": text, "account": ""}
    mapped = map_prose(INCIDENT, state, keys.get)
    assert map_prose(INCIDENT, mapped, ids.get) == state
