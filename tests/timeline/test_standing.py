"""The state of a commitment: each rule and each edge of it."""

from datetime import date

import pytest

from timeline.standing import SETTLING, commitment_state

TODAY = date(2020, 10, 15)


def make_date(edtf):
    return {"edtf": edtf, "wording": "", "time": ""} if edtf else None


def make_follow_up(key, verdict, on):
    return {"key": key, "date": make_date(on), "by": None, "verdict": verdict, "records": []}


def make_commitment(*follow_ups, deadline=None):
    return {"key": "1", "deadline": make_date(deadline), "follow_ups": list(follow_ups)}


def state(*follow_ups, deadline=None, on=TODAY):
    return commitment_state(make_commitment(*follow_ups, deadline=deadline), on=on)["state"]


def test_without_deadline_and_verdict_it_is_pending():
    assert commitment_state(make_commitment(), on=TODAY) == {
        "state": "pending",
        "since": None,
        "last_checked": None,
        "by": None,
    }


def test_it_is_pending_on_the_day_of_the_deadline():
    assert state(deadline="2020-10-15") == "pending"


def test_it_is_overdue_on_the_day_after_the_deadline():
    assert state(deadline="2020-10-14") == "overdue"


def test_it_is_overdue_since_the_deadline():
    found = commitment_state(make_commitment(deadline="2020-09"), on=TODAY)
    assert found["since"] == make_date("2020-09")


@pytest.mark.parametrize("deadline", ["2020-10", "2020", "2020-10-10/2020-10-20", "2020-01-01/.."])
def test_it_is_pending_while_a_deadline_may_still_come(deadline):
    assert state(deadline=deadline) == "pending"


def test_a_deadline_without_a_day_is_never_overdue():
    commitment = {**make_commitment(), "deadline": {"edtf": "", "wording": "soon", "time": ""}}
    assert commitment_state(commitment, on=TODAY)["state"] == "pending"


@pytest.mark.parametrize("verdict", ["progress", "checked_nothing_found"])
def test_progress_and_nothing_found_settle_nothing(verdict):
    follow_up = make_follow_up("f1", verdict, "2020-10-01")
    assert state(follow_up) == "pending"
    assert state(follow_up, deadline="2020-10-01") == "overdue"


@pytest.mark.parametrize("verdict", sorted(SETTLING))
def test_a_settling_verdict_settles_it_even_past_the_deadline(verdict):
    assert state(make_follow_up("f1", verdict, "2020-10-01"), deadline="2020-09-30") == verdict


def test_the_latest_verdict_settles_it():
    kept = make_follow_up("f2", "kept", "2020-10-05")
    partly = make_follow_up("f1", "partly_kept", "2020-10-01")
    found = commitment_state(make_commitment(kept, partly), on=TODAY)
    assert (found["state"], found["since"], found["by"]) == ("kept", make_date("2020-10-05"), "f2")


def test_later_progress_does_not_unsettle_it():
    broken = make_follow_up("f1", "broken", "2020-10-01")
    assert state(broken, make_follow_up("f2", "progress", "2020-10-05")) == "broken"


def make_quarrel(kept_on, broken_on):
    return make_follow_up("f1", "kept", kept_on), make_follow_up("f2", "broken", broken_on)


def test_different_verdicts_of_one_day_are_contested():
    found = commitment_state(make_commitment(*make_quarrel("2020-10-01", "2020-10-01")), on=TODAY)
    assert (found["state"], found["by"]) == ("contested", None)


def test_equal_verdicts_of_one_day_are_not_contested():
    assert state(*[make_follow_up(key, "kept", "2020-10-01") for key in ("f1", "f2")]) == "kept"


def test_verdicts_that_may_be_of_one_day_are_contested():
    assert state(*make_quarrel("2020-10", "2020-10-05")) == "contested"


def test_a_later_verdict_ends_a_quarrel():
    later = make_follow_up("f3", "partly_kept", "2020-10-09")
    assert state(*make_quarrel("2020-10-01", "2020-10-01"), later) == "partly_kept"


def test_an_undated_verdict_settles_it_alone():
    assert state(make_follow_up("f1", "broken", None)) == "broken"


def test_an_undated_verdict_yields_to_a_dated_one():
    assert state(*make_quarrel("2020-10-01", None)) == "kept"


def test_different_undated_verdicts_are_contested():
    assert state(*make_quarrel(None, None)) == "contested"


def test_it_was_last_checked_by_the_latest_follow_up_of_any_verdict():
    follow_ups = [
        make_follow_up("f1", "checked_nothing_found", "2020-12-02~"),
        make_follow_up("f2", "progress", "2020-10"),
        make_follow_up("f3", "progress", None),
    ]
    found = commitment_state(make_commitment(*follow_ups), on=TODAY)
    assert found["last_checked"] == "2020-12-02"
