"""Verdicts are given and taken back; nothing that was decided is lost."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from datasets.matching.deciding import decide
from datasets.matching.proposing import propose
from datasets.models import Match, MatchDecision
from ledger.errors import EditConflict
from ledger.models import Edition
from tests.datasets.matching.tellings import tell, told
from tests.factories import make_dataset, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    told(tell(make_dataset()), tell(make_dataset()))
    propose()
    return Match.objects.get()


def test_a_verdict_says_who_gave_it_and_when(match):
    editor = make_user()
    found = decide(match_id=match.pk, seen=0, verdict="same", by=editor, note="Both cite AP")
    assert (found.verdict, found.decided_by, found.note) == ("same", editor, "Both cite AP")
    assert found.decided_at is not None


def test_each_verdict_has_an_edition_of_its_own(match):
    before = Edition.objects.count()
    decide(match_id=match.pk, seen=0, verdict="same", by=None)
    assert Edition.objects.count() == before + 1
    assert match.decisions.get().edition == Edition.objects.latest("number")


def test_a_verdict_can_be_taken_back_and_both_are_kept(match):
    decide(match_id=match.pk, seen=0, verdict="same", by=None, note="Sure")
    found = decide(match_id=match.pk, seen=1, verdict="proposed", by=None)
    assert (found.verdict, found.decided_at, found.note) == ("proposed", None, "")
    kept = list(match.decisions.values_list("verdict", "note"))
    assert kept == [("same", "Sure"), ("proposed", "")]


def test_the_part_is_named(match):
    found = decide(match_id=match.pk, seen=0, verdict="part_of", part_id=match.second_id, by=None)
    assert found.part_id == match.second_id


@pytest.mark.parametrize("wrong", [{"verdict": "part_of"}, {"verdict": "same", "part": "first"}])
def test_which_is_part_is_said_where_one_is_and_only_there(match, wrong):
    part_id = match.first_id if wrong.get("part") else None
    with pytest.raises(IntegrityError), transaction.atomic():
        decide(match_id=match.pk, seen=0, verdict=wrong["verdict"], part_id=part_id, by=None)


def test_nobody_decides_over_another_s_head(match):
    decide(match_id=match.pk, seen=0, verdict="same", by=None)
    with pytest.raises(EditConflict, match="Somebody decided this match"):
        decide(match_id=match.pk, seen=0, verdict="different", by=None)


def test_a_second_click_decides_nothing_more(match):
    for _ in range(2):
        decide(match_id=match.pk, seen=0, verdict="same", by=None)
    assert MatchDecision.objects.count() == 1


def test_decisions_can_only_be_added_to(match, as_application_role):
    decide(match_id=match.pk, seen=0, verdict="same", by=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        MatchDecision.objects.update(note="Changed")


def test_the_trigger_refuses_the_owner_too(match):
    decide(match_id=match.pk, seen=0, verdict="same", by=None)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        MatchDecision.objects.all().delete()
