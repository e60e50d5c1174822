"""The status of attributions: each rule and each edge of it."""

import pytest

from incidents.statuses import accused, attribution_status, current_attributions


def make_who(text):
    return {"record": None, "text": text, "via": None}


def make_attribution(key, names=("militias",), **fields):
    first, *others = [make_who(name) for name in names] or [None]
    return {
        "key": key,
        "by": make_who("an official"),
        "accused": first,
        "accused_with": others,
        "about_claim": None,
        "responsibility": "carried_out",
        "confidence": "asserted",
        "basis": "none_given",
        "date": None,
        "replaces": None,
        "narrows": None,
        "surely_this": True,
        **fields,
    }


def make_claim(*names, key="k1", **fields):
    return {
        "key": key,
        "stance": "claims",
        "speaker": None,
        "for": [make_who(name) for name in names],
        "date": None,
        "authenticity": "unverified",
        "credibility": "unassessed",
        "replies_to": None,
        **fields,
    }


def status(*attributions, claims=(), **options):
    return attribution_status(attributions, claims, **options)


def test_no_attribution_is_none():
    assert status() == "none"


def test_a_claim_alone_is_no_attribution():
    assert status(claims=[make_claim("militias")]) == "none"


def test_an_accusation_is_a_suspicion():
    assert status(make_attribution("a1")) == "suspected"


@pytest.mark.parametrize(
    "left_out",
    [
        {"surely_this": False},
        {"responsibility": "staged"},
        {"confidence": "cleared"},
        {"confidence": "declined"},
        {"about_claim": "k1"},
        {"accused": None},
    ],
)
def test_what_does_not_say_who_surely_did_this_is_left_out(left_out):
    assert status(make_attribution("a1", **left_out)) == "none"


def test_a_replaced_attribution_is_left_out():
    rows = make_attribution("a1"), make_attribution("a2", ["gangs"], replaces="a1")
    assert status(*rows) == "suspected"


def test_who_declines_after_having_accused_accuses_nobody():
    rows = make_attribution("a1"), make_attribution("a2", [], confidence="declined", replaces="a1")
    assert status(*rows) == "none"


def test_different_accused_are_contested():
    assert status(make_attribution("a1"), make_attribution("a2", ["gangs"])) == "contested"


def test_the_same_accused_are_not_contested():
    assert status(make_attribution("a1"), make_attribution("a2", ["Militias "])) == "suspected"


def test_different_levels_of_responsibility_are_not_contested():
    rows = make_attribution("a1"), make_attribution("a2", ["Iran"], responsibility="sponsored")
    assert status(*rows) == "suspected"


def test_who_names_one_of_several_accused_jointly_does_not_contest_them():
    rows = make_attribution("a1", ["militias", "gangs"]), make_attribution("a2", ["gangs"])
    assert status(*rows) == "suspected"


def test_joint_accusations_that_only_overlap_are_contested():
    rows = (
        make_attribution("a1", ["militias", "gangs"]),
        make_attribution("a2", ["gangs", "smugglers"]),
    )
    assert status(*rows) == "contested"


def test_who_narrows_another_attribution_does_not_contest_it():
    rows = make_attribution("a1", ["outlaws"]), make_attribution("a2", narrows="a1")
    assert status(*rows) == "suspected"


def test_narrowing_in_two_steps_does_not_contest_the_first():
    rows = (
        make_attribution("a1", ["outlaws"]),
        make_attribution("a2", narrows="a1"),
        make_attribution("a3", ["Kata'ib Hezbollah"], narrows="a2"),
    )
    assert status(*rows) == "suspected"


def test_who_narrows_does_not_contest_others_with_the_same_accused():
    rows = (
        make_attribution("a1", ["outlaws"]),
        make_attribution("a2", narrows="a1"),
        make_attribution("a3", ["outlaws"]),
    )
    assert status(*rows) == "suspected"


def test_two_ways_to_narrow_one_attribution_contest_each_other():
    rows = (
        make_attribution("a1", ["outlaws"]),
        make_attribution("a2", narrows="a1"),
        make_attribution("a3", ["gangs"], narrows="a1"),
    )
    assert status(*rows) == "contested"


def test_attributions_that_narrow_each_other_do_not_hang():
    rows = make_attribution("a1", narrows="a2"), make_attribution("a2", ["gangs"], narrows="a1")
    assert status(*rows) == "suspected"


def test_28_september_2020_is_suspected():
    rows = (
        make_attribution("a1", ["Iran-backed militias"], confidence="suspected", narrows="a2"),
        make_attribution("a2", ["criminal gangs and outlawed groups"]),
        make_attribution("a3", ["CIA"], responsibility="staged"),
        make_attribution("a4", ["Azirjawi", "Asa'ib Ahl al-Haq"], surely_this=False),
    )
    assert status(*rows, claims=[make_claim(stance="none_known")]) == "suspected"


@pytest.mark.parametrize("basis", ["court", "inquiry"])
@pytest.mark.parametrize("confidence", ["asserted", "confirmed"])
def test_a_court_or_inquiry_confirms(basis, confidence):
    assert status(make_attribution("a1", basis=basis, confidence=confidence)) == "confirmed"


def test_what_an_inquiry_suspects_is_suspected():
    row = make_attribution("a1", basis="inquiry", confidence="suspected")
    assert status(row) == "suspected"


def test_a_confirmation_by_anybody_else_is_a_suspicion():
    row = make_attribution("a1", basis="evidence", confidence="confirmed")
    assert status(row) == "suspected"


def test_politics_do_not_rival_a_court():
    rows = make_attribution("a1", basis="court"), make_attribution("a2", ["CIA"])
    assert status(*rows) == "confirmed"


def test_two_courts_that_disagree_are_contested():
    rows = (
        make_attribution("a1", basis="court"),
        make_attribution("a2", ["gangs"], basis="inquiry"),
    )
    assert status(*rows) == "contested"


def make_credible(*names, **fields):
    return make_claim(*names, credibility="credible", **fields)


def test_the_accused_who_credibly_claims_it_is_confirmed():
    assert status(make_attribution("a1"), claims=[make_credible("militias")]) == "confirmed"


def test_a_claim_of_unassessed_credibility_confirms_nothing():
    assert status(make_attribution("a1"), claims=[make_claim("militias")]) == "suspected"


def test_an_implication_confirms_nothing():
    claim = make_credible("militias", stance="implies")
    assert status(make_attribution("a1"), claims=[claim]) == "suspected"


def test_a_credible_claim_beside_other_accused_is_contested():
    rows = make_attribution("a1"), make_attribution("a2", ["CIA"])
    assert status(*rows, claims=[make_credible("militias")]) == "contested"


def test_a_credible_claim_beside_another_claimant_is_contested():
    claims = make_credible("militias"), make_claim("gangs", key="k2")
    assert status(make_attribution("a1"), claims=claims) == "contested"


def test_a_joint_claim_of_the_accused_is_not_rivalled():
    claims = [make_credible("militias", "gangs")]
    assert status(make_attribution("a1"), claims=claims) == "confirmed"


def test_a_claim_that_the_accused_denies_confirms_nothing():
    channel = make_who("a channel")
    claims = (
        make_credible("militias", speaker=channel),
        make_claim("militias", key="k2", stance="denies"),
    )
    assert status(make_attribution("a1"), claims=claims) == "suspected"


def test_a_claimant_outside_all_accused_is_contested():
    assert status(make_attribution("a1"), claims=[make_claim("gangs")]) == "contested"


def test_a_retracted_claim_from_outside_contests_nothing():
    claims = make_claim("gangs"), make_claim("gangs", key="k2", stance="retracts")
    assert status(make_attribution("a1"), claims=claims) == "suspected"


def test_an_unnamed_claimant_is_not_outside():
    assert status(make_attribution("a1"), claims=[make_claim()]) == "suspected"


def test_the_denial_of_the_accused_decides_nothing():
    denial = make_claim("militias", stance="denies")
    assert status(make_attribution("a1"), claims=[denial]) == "suspected"


def test_a_part_has_the_attributions_of_its_operation():
    assert status(operation=[make_attribution("a1")]) == "suspected"


def test_a_part_may_contest_its_operation():
    rows = make_attribution("a1", ["gangs"])
    assert status(rows, operation=[make_attribution("a1")]) == "contested"


def test_keys_of_a_part_and_its_operation_are_not_confused():
    own = make_attribution("a2", ["gangs"], replaces="a1")
    assert status(own, operation=[make_attribution("a1")]) == "contested"


def test_current_attributions_are_those_that_none_replaces():
    rows = make_attribution("a1"), make_attribution("a2", replaces="a1")
    assert [row["key"] for row in current_attributions(rows)] == ["a2"]


def test_the_accused_are_listed_with_how_surely_and_of_what():
    assert accused([make_attribution("a1", ["militias", "gangs"])]) == [
        {
            "who": make_who(name),
            "responsibility": "carried_out",
            "confidence": "asserted",
            "attribution": "a1",
        }
        for name in ("militias", "gangs")
    ]


def test_who_is_cleared_is_not_accused():
    assert accused([make_attribution("a1", confidence="cleared")]) == []
