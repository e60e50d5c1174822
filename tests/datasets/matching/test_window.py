"""The database and the pure rule find the same pairs."""

import random
from datetime import date, timedelta
from itertools import combinations

import pytest

from datasets.matching.proposing import propose
from datasets.matching.reading import attacks
from datasets.matching.scoring.window import LONGEST, near
from datasets.models import Match
from incidents.models import PublishedIncident
from tests.datasets.matching.tellings import tell, told
from tests.factories import make_dataset

PRECISIONS = ("exact", "town", "district", "province", "country")


def day(chance: random.Random) -> str:
    first = date(2020, 9, 1) + timedelta(days=chance.randint(0, 7))
    last = first + timedelta(days=chance.choice((0, 0, 0, 2, 20, 40)))
    return str(first) if first == last else f"[{first}..{last}]"


def anywhere(chance: random.Random) -> dict:
    if chance.random() < 0.15:
        return {"north": None, "precision": "none"}
    return {
        "north": 33.5 + chance.uniform(-1, 1) * chance.choice((0.1, 2)),
        "east": 44.2 + chance.uniform(-1, 1) * chance.choice((0.1, 2)),
        "precision": chance.choice(PRECISIONS),
    }


@pytest.mark.django_db
def test_the_database_and_the_rule_find_the_same_pairs():
    chance = random.Random(5)  # noqa: S311 (the same attacks at every run)
    sets = [None, make_dataset(), make_dataset()]
    told(*(tell(chance.choice(sets), day(chance), **anywhere(chance)) for _ in range(40)))
    done = propose(least=0.001)
    known = attacks(PublishedIncident.objects.values_list("record_id", flat=True), {})
    expected = {
        pair
        for pair in combinations(sorted(known), 2)
        if known[pair[0]].dataset != known[pair[1]].dataset
        and not any((known[one].latest - known[one].earliest).days >= LONGEST for one in pair)
        and near(*(known[one] for one in pair))
    }
    assert done.compared == len(expected) > 20
    assert set(Match.objects.values_list("first_id", "second_id")) <= expected
