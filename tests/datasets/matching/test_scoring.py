"""What speaks for one attack, and what against; what is missing speaks for nothing."""

from dataclasses import replace
from datetime import date

import pytest

from actors.names import skeleton
from datasets.matching.scoring import Attack, Figure, Named, score

DAY = date(2020, 9, 28)
TOWN = Attack(
    dataset="D1",
    earliest=DAY,
    latest=DAY,
    latitude=33.5,
    longitude=44.2,
    precision="town",
    type="rocket_attack",
    killed=Figure(3, 3, 3),
)


def actor(public_id: str, name: str, **fields) -> Named:
    return Named(public_id, skeletons=frozenset({skeleton(name)}), **fields)


def part(name: str, first: Attack, second: Attack):
    return next(one for one in score(first, second).parts if one.name == name)


def test_the_same_said_twice_is_surely_one_attack():
    assert score(TOWN, TOWN).value > 0.9


def test_nothing_known_is_no_evidence_either_way():
    found = score(Attack(), Attack())
    assert found.value == pytest.approx(0.18, abs=0.01)
    assert not any(part.points for part in found.parts)


@pytest.mark.parametrize(
    "missing",
    [{"type": ""}, {"killed": Figure()}, {"latitude": None}, {"earliest": None, "latest": None}],
)
def test_what_one_record_does_not_say_is_not_held_against_it(missing):
    assert all(part.points >= 0 for part in score(TOWN, replace(TOWN, **missing)).parts)


def test_a_score_is_the_same_from_either_side():
    other = replace(TOWN, latitude=33.6, killed=Figure(5, 7, None), type="shelling")
    assert score(TOWN, other).value == score(other, TOWN).value


def test_a_province_s_centre_25_km_away_is_neither_evidence_nor_contradiction():
    province = replace(TOWN, latitude=33.725, precision="province")
    found = part("place", TOWN, province)
    assert found.points == 0
    assert found.sentence == "25 km apart; one stands for a town, one for a province"


def test_a_province_s_centre_500_km_away_is_a_contradiction():
    assert part("place", TOWN, replace(TOWN, latitude=38, precision="province")).points < -2


def test_the_more_exact_the_places_the_more_their_nearness_says():
    exact = replace(TOWN, precision="exact")
    assert part("place", exact, exact).points > part("place", TOWN, TOWN).points > 1


def test_exact_places_25_km_apart_are_two_attacks():
    exact = replace(TOWN, precision="exact")
    assert score(exact, replace(exact, latitude=33.725)).value < 0.5


def test_places_are_compared_across_the_date_line():
    west, east = (replace(TOWN, longitude=one) for one in (179.99, -179.99))
    assert part("place", west, east).sentence.startswith("1.9 km apart")


def test_a_place_that_both_name_counts_where_there_are_no_coordinates():
    named = replace(TOWN, latitude=None, places=frozenset({"P7"}))
    assert part("place", named, named).sentence == "both name the same place"


@pytest.mark.parametrize(
    ("later", "sentence"),
    [(0, "same day"), (1, "one day apart"), (2, "two days apart")],
)
def test_days_apart_are_counted(later, sentence):
    day = DAY.replace(day=28 + later)
    assert part("date", TOWN, replace(TOWN, earliest=day, latest=day)).sentence == sentence


def test_a_day_within_a_month_says_less_than_the_same_day_and_nothing_against():
    month = replace(TOWN, earliest=date(2020, 9, 1), latest=date(2020, 9, 30))
    found = part("date", TOWN, month)
    assert 0 < found.points < part("date", TOWN, TOWN).points / 3
    assert found.sentence == "the day of one is among the 30 of the other"


def test_one_name_in_two_spellings_is_one_actor():
    one = replace(TOWN, actors=(actor("A1", "Kata'ib Hezbollah"),))
    other = replace(TOWN, actors=(actor("A2", "كتائب حزب الله"),))
    assert part("actors", one, other).points > 0.5


def test_two_forces_of_one_state_are_nearly_one_actor():
    one = replace(TOWN, actors=(actor("A1", "Government", kind="government", country="IQ"),))
    other = replace(TOWN, actors=(actor("A2", "Iraqi Army", kind="state_force", country="IQ"),))
    assert part("actors", one, other).points > 0


def test_actors_that_differ_speak_against_one_attack():
    one, other = (replace(TOWN, actors=(actor(*named),)) for named in [("A1", "PKK"), ("A2", "IS")])
    assert part("actors", one, other).points < 0


def test_somebody_unidentified_may_be_anybody():
    one = replace(TOWN, actors=(actor("A1", "Unidentified armed group", kind="unidentified"),))
    other = replace(TOWN, actors=(actor("A2", "Islamic State"),))
    assert part("actors", one, other).points == 0


def test_types_that_are_taken_for_one_another_are_no_contradiction():
    assert part("type", TOWN, replace(TOWN, type="shelling")).points > 0
    assert part("type", TOWN, replace(TOWN, type="abduction")).points < 0


def test_a_weapon_says_the_type_where_none_is_given():
    weapon = replace(TOWN, type="", weapons=frozenset({"rocket"}))
    assert part("type", TOWN, weapon).sentence == "the same type of attack"


def test_tolls_that_differ_are_named():
    found = part("killed", TOWN, replace(TOWN, killed=Figure(2, 2, 2)))
    assert found.sentence == "3 killed in one, 2 in the other"


def test_a_large_toll_in_common_says_more_than_a_small_one():
    large, small = (replace(TOWN, killed=Figure(n, n, n)) for n in (40, 1))
    assert part("killed", large, large).points > part("killed", small, small).points > 0


def test_tolls_of_which_one_is_many_times_the_other_speak_against_one_attack():
    assert part("killed", TOWN, replace(TOWN, killed=Figure(60, 60, 60))).points < -1


def test_a_toll_within_the_bounds_of_the_other_is_no_contradiction():
    assert part("killed", TOWN, replace(TOWN, killed=Figure(2, None, None))).points > 0


def test_what_else_is_near_makes_a_pair_less_likely_and_says_so():
    alone, among = score(TOWN, TOWN), score(TOWN, TOWN).among(odds=12.0, as_well=2)
    assert among.value < alone.value
    assert among.parts[-1].sentence == "two others fit about as well"


def test_an_attack_told_as_two_halves_may_match_both():
    found = score(TOWN, TOWN)
    assert found.among(odds=found.odds, as_well=1).value > 0.5
