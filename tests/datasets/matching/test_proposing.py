"""Which pairs are proposed, and that proposing again changes nothing."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from config.kinds import KINDS
from datasets.matching.deciding import decide
from datasets.matching.proposing import propose
from datasets.models import Match
from ledger.publishing import withdraw
from tests.datasets.matching.tellings import tell, told
from tests.factories import add_party, make_actor, make_dataset, published

pytestmark = pytest.mark.django_db


def pairs() -> set[tuple[int, int]]:
    return set(Match.objects.values_list("first_id", "second_id"))


def test_one_attack_in_two_datasets_is_proposed_once():
    first, second = told(tell(make_dataset()), tell(make_dataset()))
    done = propose()
    assert pairs() == {(first.pk, second.pk)}
    assert (done.compared, done.new) == (1, 1)


def test_one_attack_of_a_dataset_and_of_our_own_is_proposed():
    first, second = told(tell(), tell(make_dataset()))
    propose()
    assert pairs() == {(first.pk, second.pk)}


def test_nothing_is_proposed_within_a_dataset_nor_among_our_own():
    dataset = make_dataset()
    told(tell(dataset), tell(dataset))
    told(tell(north=20), tell(north=20))
    assert propose().compared == 0


def test_one_attack_may_match_several_of_another_dataset():
    one, other = make_dataset(), make_dataset()
    whole, *halves = told(tell(one), tell(other), tell(other))
    propose()
    assert pairs() == {(whole.pk, half.pk) for half in halves}


@pytest.mark.parametrize(("day", "compared"), [("2020-09-30", 1), ("2020-10-01", 0)])
def test_only_attacks_within_two_days_are_compared(day, compared):
    told(tell(make_dataset()), tell(make_dataset(), day))
    assert propose().compared == compared


def test_dates_that_cover_several_days_are_near_if_any_of_them_is():
    told(tell(make_dataset(), "2020-09-01/2020-09-27"), tell(make_dataset()))
    assert propose().compared == 1


def test_dates_that_say_next_to_nothing_are_not_compared():
    told(tell(make_dataset(), "2020"), tell(make_dataset()))
    assert propose().compared == 0


@pytest.mark.parametrize(("north", "compared"), [(33.765, 1), (33.775, 0)])
def test_only_attacks_within_30_km_are_compared(north, compared):
    told(tell(make_dataset()), tell(make_dataset(), north=north))
    assert propose().compared == compared


@pytest.mark.parametrize(
    ("one", "other"), [((0, 179.95), (0, -179.95)), ((89.9, 10), (89.9, -170)), ((0, 0), (0, 0))]
)
def test_the_date_line_and_the_poles_are_no_borders(one, other):
    told(
        tell(make_dataset(), north=one[0], east=one[1]),
        tell(make_dataset(), north=other[0], east=other[1]),
    )
    assert propose().compared == 1


def test_what_is_known_to_a_province_is_compared_in_its_country():
    told(tell(make_dataset(), north=34.4, precision="province"), tell(make_dataset()))
    told(tell(make_dataset(), "2019-01-01", north=None), tell(make_dataset(), "2019-01-01"))
    assert propose().compared == 2


def test_a_pair_below_the_least_score_is_not_proposed():
    told(tell(make_dataset()), tell(make_dataset(), "2020-09-30"))
    done = propose()
    assert (done.compared, done.new) == (1, 0)
    assert propose(least=0.01).new == 1


def test_names_that_sound_alike_raise_a_score():
    told(tell(make_dataset(), "2020-01-01"), tell(make_dataset(), "2020-01-01"))
    spelled = [tell(make_dataset()), tell(make_dataset())]
    for telling, name in zip(spelled, ["Kataib Hizballah", "Kata'ib Hezbollah"], strict=True):
        add_party(telling, "belligerent", who_record=make_actor(name))
    told(*spelled)
    propose()
    bare, named = Match.objects.order_by("day").values_list("score", flat=True)
    assert named > bare


def test_each_part_is_kept_with_its_sentence():
    told(tell(make_dataset(), dead=2), tell(make_dataset(), dead=3))
    propose()
    said = {part["name"]: part["sentence"] for part in Match.objects.get().parts}
    assert said["date"] == "same day"
    assert said["killed"] in ("2 killed in one, 3 in the other", "3 killed in one, 2 in the other")


def test_proposing_again_changes_nothing():
    told(tell(make_dataset()), tell(make_dataset()), tell())
    propose()
    before = list(Match.objects.order_by("pk").values())
    done = propose()
    assert (done.new, done.changed, done.gone, done.unchanged) == (0, 0, 0, 3)
    assert list(Match.objects.order_by("pk").values()) == before


def test_a_proposal_follows_what_is_published_now():
    first, second = told(tell(make_dataset()), tell(make_dataset(), dead=3))
    propose()
    published(first)
    assert propose().changed == 0
    withdraw(record=second, by=None, reason="It was another", kinds=KINDS)
    assert propose().gone == 1
    assert not pairs()


def test_what_was_decided_is_never_touched():
    told(tell(make_dataset()), tell(make_dataset()))
    propose()
    match = Match.objects.get()
    decide(match_id=match.pk, seen=0, verdict="different", by=None, note="Two bombs")
    assert propose(least=0.99).gone == 0
    match.refresh_from_db()
    assert (match.verdict, match.note, match.version) == ("different", "Two bombs", 1)


def test_one_dataset_can_be_matched_alone():
    chosen, other = make_dataset("chosen"), make_dataset("other")
    first, second, _ = told(tell(chosen), tell(other), tell(make_dataset()))
    call_command("match_datasets", "--dataset", "chosen")
    assert Match.objects.count() == 2
    assert (first.pk, second.pk) in pairs()


def test_matching_one_dataset_leaves_the_proposals_of_others():
    told(tell(make_dataset("one")), tell(make_dataset("two")))
    told(tell(make_dataset("three"), north=20), tell(make_dataset("four"), north=20))
    propose()
    assert propose(datasets=[Match.objects.first().first_dataset], least=0.99).gone == 1


def test_earlier_attacks_can_be_left_alone():
    told(tell(make_dataset(), "2010-01-01"), tell(make_dataset(), "2010-01-01"))
    propose()
    told(tell(make_dataset()), tell(make_dataset()))
    done = propose(since=date(2020, 1, 1))
    assert (done.new, done.gone) == (1, 0)


def test_the_command_says_what_it_did(capsys):
    told(tell(make_dataset()), tell(make_dataset()))
    call_command("match_datasets")
    assert "Compared 1 pairs in" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--dataset", "gtd"], "There is no dataset “gtd”. There are: known."),
        (["--since", "yesterday"], "“yesterday” is not a day; give it as 2020-01-31."),
        (["--least", "2"], "Give a least score between 0 and 1, for example 0.5."),
    ],
)
def test_the_command_says_what_it_takes(arguments, sentence):
    make_dataset("known")
    with pytest.raises(CommandError, match=sentence.replace(".", r"\.")):
        call_command("match_datasets", *arguments)
