"""The labelled set is the same at every run, and the peers' rules are what they are said to be."""

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.matching import candidates, rules
from benchmarks.matching_recoding import labelled
from benchmarks.matching_rules import meltt, xsub
from benchmarks.matching_truth import truths
from datasets.matching.scoring import Attack, Named

DAY = date(2020, 9, 28)
ATTACK = Attack(
    earliest=DAY,
    latest=DAY,
    latitude=33.5,
    longitude=44.2,
    precision="town",
    actors=(Named("IS"),),
    type="ied",
)


@pytest.fixture(scope="module")
def sample():
    return truths([])


def test_the_same_seed_tells_the_same(sample):
    assert labelled(sample, 1) == labelled(sample, 1)
    assert labelled(sample, 1) != labelled(sample, 2)


def test_most_that_is_labelled_the_same_is_found_by_our_score(sample):
    made = labelled(sample, 1)
    found = dict(rules(made, list(candidates(made.first, made.second))))
    right = found["ours, 0.3 and above"] & made.same
    assert len(right) > 0.6 * len(made.same)


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"latitude": 33.52}, True),
        ({"latitude": 33.6}, False),
        ({"type": "abduction"}, False),
        ({"actors": (Named("Iraq", "state"),)}, False),
    ],
)
def test_xsub_takes_what_is_near_and_of_the_same_kind(changes, same):
    assert xsub(ATTACK, replace(ATTACK, **changes), 5, 2) is same


def test_meltt_takes_each_event_once_and_the_closest_first():
    second = [replace(ATTACK, latitude=33.52), ATTACK]
    assert meltt([(0, 0), (0, 1)], [ATTACK], second, 5, 2) == {(0, 1)}
