"""The status of claims: each rule and each edge of it."""

import pytest

from incidents.statuses import claim_status, claimants, current_claims

KATAIB = {"record": "A14", "text": None, "via": None}
ASAIB = {"record": "A15", "text": None, "via": None}
CHANNEL = {"record": None, "text": "a channel on Telegram", "via": None}


def make_claim(key, stance="claims", *, speaker=None, names=(), on=None, at="", **fields):
    return {
        "key": key,
        "stance": stance,
        "speaker": speaker,
        "for": list(names),
        "date": {"edtf": on, "wording": "", "time": at} if on else None,
        "authenticity": "unverified",
        "credibility": "unassessed",
        "replies_to": None,
        **fields,
    }


def test_no_rows_are_none():
    assert claim_status([]) == "none"


def test_none_known_alone_is_unclaimed():
    assert claim_status([make_claim("k1", "none_known", on="2020-09-28")]) == "unclaimed"


def test_none_known_does_not_stand_in_the_way_of_a_later_claim():
    rows = make_claim("k1", "none_known", on="2020-09-28"), make_claim("k2", speaker=KATAIB)
    assert claim_status(rows) == "claimed"


def test_none_known_does_not_stand_in_the_way_of_a_denial():
    rows = make_claim("k1", "none_known"), make_claim("k2", "denies", speaker=KATAIB)
    assert claim_status(rows) == "denied"


def test_a_claim_is_claimed():
    assert claim_status([make_claim("k1", names=[KATAIB])]) == "claimed"


def test_a_claim_by_nobody_named_is_claimed():
    assert claim_status([make_claim("k1")]) == "claimed"


def test_two_claimants_are_contested():
    rows = make_claim("k1", names=[KATAIB]), make_claim("k2", names=[ASAIB])
    assert claim_status(rows) == "contested"


def test_joint_claimants_are_not_contested():
    assert claim_status([make_claim("k1", names=[KATAIB, ASAIB])]) == "claimed"


def test_who_also_claims_alone_what_it_claims_jointly_is_not_contested():
    rows = make_claim("k1", names=[KATAIB]), make_claim("k2", names=[KATAIB, ASAIB])
    assert claim_status(rows) == "claimed"


def test_a_third_claimant_beside_joint_ones_is_contested():
    rows = make_claim("k1", names=[KATAIB, ASAIB]), make_claim("k2", speaker=CHANNEL)
    assert claim_status(rows) == "contested"


def test_an_implication_is_implied():
    assert claim_status([make_claim("k1", "implies", speaker=KATAIB)]) == "implied"


def test_an_implication_beside_a_claim_does_not_contest_it():
    rows = make_claim("k1", names=[KATAIB]), make_claim("k2", "implies", speaker=ASAIB)
    assert claim_status(rows) == "claimed"


def test_an_organisation_that_denies_a_claim_made_in_its_name_contests_it():
    rows = (
        make_claim("k1", speaker=CHANNEL, names=[KATAIB], on="2020-09-28"),
        make_claim("k2", "denies", speaker=KATAIB, on="2020-09-29"),
    )
    assert claim_status(rows) == "contested"


def test_a_spokesman_denies_in_the_organisations_name():
    spokesman = {"record": "A99", "text": None, "via": None}
    rows = (
        make_claim("k1", speaker=CHANNEL, names=[KATAIB], on="2020-09-28"),
        make_claim("k2", "denies", speaker=spokesman, names=[KATAIB], on="2020-09-29"),
    )
    assert claim_status(rows) == "contested"


def test_a_claim_made_in_a_name_that_had_denied_is_contested():
    rows = (
        make_claim("k1", "denies", speaker=KATAIB, on="2020-09-28"),
        make_claim("k2", speaker=CHANNEL, names=[KATAIB], on="2020-09-29"),
    )
    assert claim_status(rows) == "contested"


def test_who_claims_after_having_denied_claims():
    rows = (
        make_claim("k1", speaker=CHANNEL, names=[KATAIB], on="2020-09-28"),
        make_claim("k2", "denies", speaker=KATAIB, on="2020-09-29"),
        make_claim("k3", speaker=KATAIB, on="2020-09-30"),
    )
    assert claim_status(rows) == "claimed"


def test_who_claims_after_a_spokesmans_denial_claims():
    rows = (
        make_claim("k1", "denies", speaker=CHANNEL, names=[KATAIB], on="2020-09-29"),
        make_claim("k2", speaker=KATAIB, on="2020-09-30"),
    )
    assert claim_status(rows) == "claimed"


def test_who_denies_what_itself_claimed_has_denied():
    rows = (
        make_claim("k1", speaker=KATAIB, on="2020-09-28"),
        make_claim("k2", "denies", speaker=KATAIB, on="2020-09-29"),
    )
    assert claim_status(rows) == "denied"


def test_a_denial_by_others_never_unmakes_a_claim():
    rows = make_claim("k1", names=[KATAIB]), make_claim("k2", "denies", speaker=ASAIB)
    assert claim_status(rows) == "claimed"


def test_a_retracted_claim_is_retracted():
    rows = (
        make_claim("k1", speaker=KATAIB, on="2020-09-28"),
        make_claim("k2", "retracts", speaker=KATAIB, on="2020-09-29"),
    )
    assert claim_status(rows) == "retracted"


def test_the_claimant_retracts_what_was_claimed_in_its_name():
    rows = (
        make_claim("k1", speaker=CHANNEL, names=[KATAIB], on="2020-09-28"),
        make_claim("k2", "retracts", speaker=KATAIB, on="2020-09-29"),
    )
    assert claim_status(rows) == "retracted"


def test_a_speaker_retracts_for_whom_it_claimed():
    rows = (
        make_claim("k1", speaker=CHANNEL, names=[KATAIB], on="2020-09-28"),
        make_claim("k2", "retracts", speaker=CHANNEL, replies_to="k1"),
    )
    assert claim_status(rows) == "retracted"


def test_an_undated_reply_is_later_than_what_it_replies_to():
    rows = (
        make_claim("k2", "retracts", speaker=KATAIB, replies_to="k1"),
        make_claim("k1", speaker=KATAIB, on="2020-09-28"),
    )
    assert claim_status(rows) == "retracted"


def test_the_clock_orders_one_day():
    rows = (
        make_claim("k1", "retracts", speaker=KATAIB, on="2020-09-28", at="21:00"),
        make_claim("k2", speaker=KATAIB, on="2020-09-28", at="08:00"),
    )
    assert claim_status(rows) == "retracted"


def test_the_order_of_rows_orders_what_is_undated():
    rows = make_claim("k1", speaker=KATAIB), make_claim("k2", "retracts", speaker=KATAIB)
    assert claim_status(rows) == "retracted"


def test_rows_that_reply_to_each_other_have_an_order_all_the_same():
    rows = (
        make_claim("k1", speaker=KATAIB, replies_to="k2"),
        make_claim("k2", "corrects", speaker=KATAIB, replies_to="k1"),
    )
    assert claim_status(rows) == "claimed"


def test_who_claims_again_after_retracting_claims():
    rows = (
        make_claim("k1", "retracts", speaker=KATAIB, on="2020-09-28"),
        make_claim("k2", speaker=KATAIB, on="2020-09-29"),
    )
    assert claim_status(rows) == "claimed"


def test_one_retraction_of_two_claims_leaves_the_other():
    rows = (
        make_claim("k1", speaker=KATAIB, on="2020-09-28"),
        make_claim("k2", speaker=ASAIB, on="2020-09-28"),
        make_claim("k3", "retracts", speaker=ASAIB, on="2020-09-29"),
    )
    assert claim_status(rows) == "claimed"


def test_a_disowned_claim_is_retracted_also_beside_the_denial():
    rows = (
        make_claim("k1", speaker=CHANNEL, names=[KATAIB], authenticity="disowned"),
        make_claim("k2", "denies", speaker=KATAIB),
    )
    assert claim_status(rows) == "retracted"


@pytest.mark.parametrize("flaw", [{"authenticity": "forged"}, {"credibility": "refuted"}])
def test_a_forged_or_refuted_claim_is_as_if_not_there(flaw):
    assert claim_status([make_claim("k1", speaker=KATAIB, **flaw)]) == "none"
    rows = make_claim("k1", speaker=KATAIB, **flaw), make_claim("k2", "none_known")
    assert claim_status(rows) == "unclaimed"


def test_a_doubtful_claim_counts():
    assert claim_status([make_claim("k1", speaker=KATAIB, credibility="doubtful")]) == "claimed"


@pytest.mark.parametrize("stance", ["denies", "denies_event", "denies_intent"])
def test_denials_alone_are_denied(stance):
    assert claim_status([make_claim("k1", stance, speaker=KATAIB)]) == "denied"


@pytest.mark.parametrize("stance", ["corrects", "denies_intent"])
def test_a_correction_or_a_denial_of_intent_leaves_the_claim(stance):
    rows = (
        make_claim("k1", speaker=KATAIB, on="2020-09-28"),
        make_claim("k2", stance, speaker=KATAIB, on="2020-09-29"),
    )
    assert claim_status(rows) == "claimed"


def test_claimants_are_named_with_their_stance_and_claim():
    found = claimants([make_claim("k1", speaker=CHANNEL, names=[KATAIB, ASAIB])])
    assert found == [
        {"who": KATAIB, "stance": "claims", "claim": "k1", "recorded_at": None},
        {"who": ASAIB, "stance": "claims", "claim": "k1", "recorded_at": None},
    ]


def test_the_speaker_is_the_claimant_of_a_claim_for_nobody_else():
    assert claimants([make_claim("k1", speaker=KATAIB)])[0]["who"] == KATAIB


def test_an_unnamed_claimant_is_null():
    assert claimants([make_claim("k1")])[0]["who"] is None


def test_who_denies_is_no_claimant():
    assert claimants([make_claim("k1", "denies", speaker=KATAIB)]) == []


def keys(rows):
    return [row["key"] for row in current_claims(rows)]


def test_a_retracted_claim_is_not_current_and_its_retraction_is():
    rows = (
        make_claim("k1", speaker=KATAIB, on="2020-09-28"),
        make_claim("k2", "retracts", speaker=KATAIB, on="2020-09-29"),
    )
    assert keys(rows) == ["k2"]


def test_none_known_is_current_until_somebody_claims():
    unclaimed = make_claim("k1", "none_known", on="2020-09-28")
    assert keys([unclaimed]) == ["k1"]
    assert keys([unclaimed, make_claim("k2", speaker=KATAIB)]) == ["k2"]


@pytest.mark.parametrize(
    "flaw", [{"authenticity": "forged"}, {"authenticity": "disowned"}, {"credibility": "refuted"}]
)
def test_what_does_not_count_is_not_current(flaw):
    assert keys([make_claim("k1", speaker=KATAIB, **flaw)]) == []


def test_a_reply_is_not_confused_with_a_claim_recorded_at_another_incident():
    rows = (
        make_claim("k1", speaker=KATAIB, recorded_at="I7"),
        make_claim("k1", speaker=CHANNEL, names=[ASAIB]),
        make_claim("k2", "retracts", speaker=CHANNEL, replies_to="k1"),
    )
    assert [found["recorded_at"] for found in claimants(rows)] == ["I7"]
    assert current_claims(rows) == [rows[0], rows[2]]
