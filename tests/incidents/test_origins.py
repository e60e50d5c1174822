"""Sameness of authors and independence of sources."""

from incidents.origins import identity, independent_origins, origin_of


def make_row(*sources, via=None, role="by"):
    who = {"record": "A1", "text": None, "via": via}
    return {role: who, "citations": [{"source": source} for source in sources]}


def test_an_origin_is_found_at_the_end_of_the_chain():
    assert origin_of("R1", {"R1": "R2", "R2": "R3"}) == "R3"


def test_a_source_without_origin_is_its_own():
    assert origin_of("R1", {}) == "R1"


def test_sources_in_a_circle_have_one_origin():
    origins = {"R1": "R2", "R2": "R3", "R3": "R2"}
    assert origin_of("R1", origins) == origin_of("R3", origins) == "R2"


def test_a_record_is_the_identity_whatever_the_text():
    assert identity({"record": "A1", "text": "x"}) == identity({"record": "A1", "text": None})


def test_texts_are_equal_whatever_their_case_and_spacing():
    assert identity({"text": "Two  Officials"}) == identity({"text": "two officials "})


def test_nobody_has_no_identity():
    assert identity(None) is None
    assert identity({"record": None, "text": "", "via": "R1"}) is None


def test_two_articles_from_one_wire_are_one_source():
    rows = [make_row("R1"), make_row("R2", "R3")]
    assert independent_origins(rows, {"R1": "R9", "R2": "R9"}) == 2


def test_what_was_said_via_a_wire_rests_on_the_wire():
    assert independent_origins([make_row("R1", "R2", via="R4"), make_row("R4")]) == 1


def test_a_claim_is_known_by_its_speaker():
    assert independent_origins([make_row("R1", via="R4", role="speaker"), make_row("R4")]) == 1


def test_what_cites_nothing_rests_on_nothing():
    assert independent_origins([make_row()]) == 0
