"""Whom a row of GTD counts, and which claims it records."""

import pytest

from datasets.formats.entry import Claimed, Count, Named
from datasets.formats.gtd import read
from incidents.vocabulary import Medium, Stance
from tests.datasets.formats.gtd_rows import make_gtd_row


def numbers(row: dict) -> dict[str, tuple]:
    return {count.slot: (count.low, count.high) for count in read(row).counts}


def test_killed_and_injured_are_counted_with_attackers_among_them():
    entry = read(make_gtd_row(nkillter="1"))
    assert numbers(make_gtd_row(nkillter="1")) == {
        "all": (3, 3),
        "attackers": (1, 1),
        "injured": (10, 10),
        "injured_attackers": (0, 0),
    }
    assert entry.attackers_included == "yes"
    assert entry.counts[1].part_of_all


@pytest.mark.parametrize("unknown", ["", "-99", "-9.0"])
def test_what_is_not_known_is_not_counted(unknown):
    assert "all" not in numbers(make_gtd_row(nkill=unknown, nkillter=unknown))


def test_a_fraction_is_kept_between_its_whole_neighbours_and_flagged():
    entry = read(make_gtd_row(nkill="2.5"))
    count = entry.counts[0]
    assert (count.low, count.best, count.high, count.wording) == (2, None, 3, "2.5")
    assert [flag.column for flag in entry.flags] == ["nkill"]
    assert "share" in entry.count_note


def test_americans_are_a_part_by_nationality():
    entry = read(make_gtd_row(nkillus="2"))
    american = next(count for count in entry.counts if count.slot == "nationality")
    assert (american.nationality, american.part_of_all, american.best) == ("US", True, 2)


def test_more_dead_attackers_than_dead_are_flagged():
    flags = read(make_gtd_row(nkillter="9")).flags
    assert [flag.column for flag in flags] == ["nkillter"]


def test_people_held_are_counted_even_where_the_number_is_not_known():
    assert numbers(make_gtd_row(ishostkid="1", nhostkid="7"))["abducted"] == (7, 7)
    unknown = read(make_gtd_row(ishostkid="1", nhostkid="-99")).counts[-1]
    assert unknown == Count("abducted", "abducted")
    assert "abducted" not in numbers(make_gtd_row())


def test_a_claim_has_its_group_and_medium():
    row = make_gtd_row(claimed="1", claimmode_txt="Posted to website, blog, etc.")
    (claim,) = read(row).claims
    assert claim == Claimed(
        Named("Northern Front"), medium="social", medium_detail="Posted to website, blog, etc."
    )
    assert (claim.stance in Stance.values, claim.medium in Medium.values) == (True, True)


def test_no_claim_is_known_only_where_gtd_says_so_of_every_group():
    nothing = (Claimed(None, "none_known"),)
    assert read(make_gtd_row(claimed="0")).claims == nothing
    assert read(make_gtd_row(claimed="0", gname2="Other", claim2="0")).claims == nothing
    assert read(make_gtd_row(claimed="0", gname2="Other", claim2="")).claims == ()
    assert read(make_gtd_row(claimed="-9")).claims == ()


def test_rival_claims_say_that_they_are():
    row = make_gtd_row(claimed="1", gname2="Other", claim2="1", compclaim="1")
    assert [claim.note for claim in read(row).claims] == [
        "GTD says that claims of several groups compete."
    ] * 2


def test_a_claim_by_nobody_known_has_no_speaker():
    assert read(make_gtd_row(claimed="1", gname="Unknown")).claims[0].who is None
