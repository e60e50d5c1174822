"""Awkward facts of the sample, word for word, and what is derived from them."""

import pytest

from incidents.statuses import attribution_status, claim_status
from incidents.tolls import refuse_reports, toll
from tests.datasets.sample_lines import of_kind, records, row

RADWANIYAH = "incident-2020-09-28-radwaniyah"


def somebody(key):
    return {"record": key, "text": None, "via": None}


def claims_of(incident):
    return [
        {**claim, "for": [somebody(key) for key in claim["claimed_for"]]}
        for claim in incident["claims"]
    ]


def attributions_of(incident):
    return [
        {**one, "accused_with": [somebody(key) for key in one["accused_with"]]}
        for one in incident["attributions"]
    ]


def statuses(key):
    incident = records()[key]
    operation = attributions_of(records()[incident["parent"]]) if incident["parent"] else ()
    claims = claims_of(incident)
    attributed = attribution_status(attributions_of(incident), claims, operation=operation)
    return claim_status(claims), attributed


def figures(key, outcome):
    figure = toll(records()[key]["casualty_reports"])[outcome]
    return figure and (figure["low"], figure["high"], figure["best"])


@pytest.mark.parametrize("incident", of_kind("incident"), ids=lambda incident: incident["key"])
def test_the_rules_of_the_toll_can_work_with_every_report(incident):
    assert refuse_reports(incident["casualty_reports"]) == []


@pytest.mark.parametrize(
    ("key", "outcome", "expected"),
    [
        (RADWANIYAH, "killed", (3, 7, 5)),
        (RADWANIYAH, "injured", (2, None, 2)),
        ("incident-2020-01-08-asad", "traumatic_brain_injury", (101, 110, 110)),
        ("incident-2020-01-08-asad", "killed", (0, 0, None)),
        ("incident-2021-02-15-erbil", "killed", (2, 2, 2)),
        ("incident-2021-02-25-strikes", "killed", (17, 22, None)),
        ("incident-2021-03-03-asad", "indirect_death", (1, 1, 1)),
        ("incident-2021-11-07-kadhimi", "injured", (2, 7, None)),
        ("incident-2020-01-20-gz", "killed", None),
        ("incident-2020-09-15-uk", "killed", (0, 1, 0)),
    ],
)
def test_the_toll_is_drawn_from_reports_that_disagree(key, outcome, expected):
    assert figures(key, outcome) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (RADWANIYAH, ("unclaimed", "suspected")),
        ("incident-2020-01-08-asad", ("claimed", "confirmed")),
        ("incident-2020-03-11-taji", ("claimed", "contested")),
        ("incident-2019-12-27-k1", ("denied", "contested")),
        ("incident-2020-01-04-gz", ("none", "none")),
    ],
)
def test_the_statuses_follow_from_claims_and_attributions(key, expected):
    assert statuses(key) == expected


def test_the_command_s_toll_is_adopted_for_a_reason():
    report = row(f"{RADWANIYAH}#c1")

    assert report["by"] == somebody("iraqi-joint-operations-command")
    assert report["adopted_reason"] == (
        "The only official report, and the only one that is broken down by victim."
    )


def test_women_and_children_together_are_one_row():
    report = row(f"{RADWANIYAH}#c4")

    assert report["by"] == somebody("iraqi-security-media-cell")
    assert [(count["sex_age"], count["low"]) for count in report["counts"]] == [
        (["woman", "child"], 6)
    ]


def test_launched_aimed_at_and_struck_are_three_places():
    places = {place["role"]: place["place"] for place in records()[RADWANIYAH]["places"]}

    assert places == {
        "struck": "place-albu-amer",
        "launched_from": "place-al-jihad-neighbourhood",
        "aimed_at": "place-baghdad-international-airport",
    }


def test_one_rocket_is_a_rival_of_two():
    rival = row(f"{RADWANIYAH}#x1")

    assert (rival["field"], rival["wording"]) == ("weapons", "one rocket")
    assert rival["value"] == [{"low": 1, "high": 1}]
    assert row(f"{RADWANIYAH}#w1")["low"] == 2


def test_the_accusation_of_the_cia_is_of_staging_it():
    attribution = row(f"{RADWANIYAH}#a3")

    assert attribution["responsibility"] == "staged"
    assert attribution["accused"] == somebody("central-intelligence-agency")


def test_the_militias_narrow_the_gangs_and_the_later_accusation_may_be_of_another_attack():
    assert row(f"{RADWANIYAH}#a1")["narrows"] == "a2"
    assert row(f"{RADWANIYAH}#a4")["surely_this"] is False


def test_each_count_of_brain_injuries_replaces_the_one_before():
    reports = records()["incident-2020-01-08-asad"]["casualty_reports"][1:7]

    assert [report["counts"][0]["low"] for report in reports] == [11, 34, 50, 64, 109, 110]
    assert [report["related"] for report in reports] == ["c1", "c2", "c3", "c4", "c5", "c6"]


def test_nobody_killed_at_asad_is_the_word_of_two_governments_each_of_its_own():
    figure = toll(records()["incident-2020-01-08-asad"]["casualty_reports"])["killed"]

    assert figure["rests_on"] == ["c9", "c10"]
    assert row("incident-2020-01-08-asad#c9")["scope"] == "Iraqi soldiers"
    assert row("incident-2020-01-08-asad#c10")["by"] == somebody("donald-trump")


def test_one_operation_has_two_parts():
    parts = [one["key"] for one in of_kind("incident") if one["parent"]]

    assert parts == ["incident-2020-01-08-asad", "incident-2020-01-08-erbil"]


def test_rockets_that_were_never_fired_are_counted_apart():
    unfired = row("incident-2020-03-14-taji#w2")

    assert (unfired["fate"], unfired["low"], unfired["high"]) == ("unfired", 24, 24)


def test_some_injured_is_no_number():
    count = row("incident-2020-12-20-embassy#n4")

    assert (count["low"], count["high"], count["wording"]) == (None, None, "some")


def test_the_arrested_are_counted_by_source():
    numbers = records()["event-cts-raid"]["numbers"]

    assert [number["low"] for number in numbers] == [14, 13, 19, 23, 53]


def test_one_utterance_has_its_arabic_and_its_translations():
    renderings = records()["statement-kadhimi-2020-09-28"]["renderings"]

    kinds = [(one["language"], one["rendering_kind"]) for one in renderings]
    assert kinds.count(("ar", "original")) == 1
    assert kinds.count(("en", "translation")) == 4


def test_a_deadline_may_have_a_clock_time():
    assert row("statement-askari-1000m#1")["deadline"] == {
        "edtf": "2020-01-05",
        "wording": "Sunday",
        "time": "17:00",
    }


def test_who_resolves_may_not_be_who_must_act():
    commitment = row("statement-res-text#1")

    assert commitment["promisor"] == somebody("iraqi-council-of-representatives")
    assert commitment["obliged"] == somebody("government-of-iraq")


def test_what_was_never_said_in_public_has_no_words_to_quote():
    statement = records()["statement-pompeo-embassy"]

    assert statement["provenance"] == "via_unnamed_officials"
    assert statement["renderings"] == []
    assert statement["commitments"][0]["commitment_kind"] == "ultimatum"
