"""What two dates say of whether the attack is one."""

from math import sqrt

from ledger.wording import counted

from .attacks import Attack
from .parts import Part, missing

SAME_DAY = 1.4
# The day of a report is often taken for the day of the attack; two days off are rare.
APART = {1: -0.3, 2: -2.0}
FURTHER = -4.0


def when(first: Attack, second: Attack) -> Part:
    """Compare the days that two dates cover; imprecise dates that overlap weigh less."""
    if not (_known(first) and _known(second)):
        words = missing(_known(first), _known(second), "one has no date", "neither has a date")
        return Part("date", 0, words)
    gap = days_apart(first, second)
    if gap == 0:
        return _overlapping(first, second)
    points = APART.get(gap, FURTHER)
    if first.approximate or second.approximate:
        points /= 2
    return Part("date", points, f"{counted(gap, 'day', 'days')} apart")


def days_apart(first: Attack, second: Attack) -> int:
    """Count the days between two dates, 0 where they overlap; both have bounds."""
    later, earlier = max(first.earliest, second.earliest), min(first.latest, second.latest)
    return max((later - earlier).days, 0)


def _overlapping(first: Attack, second: Attack) -> Part:
    """The more days the wider date covers, the less it says that the other is among them."""
    wider = max(_days(first), _days(second))
    points = SAME_DAY / sqrt(wider)
    if wider == 1:
        return Part("date", points, "same day")
    if min(_days(first), _days(second)) == 1:
        return Part("date", points, f"the day of one is among the {wider} of the other")
    return Part("date", points, f"the dates overlap; the wider covers {wider} days")


def _days(attack: Attack) -> int:
    return (attack.latest - attack.earliest).days + 1


def _known(attack: Attack) -> bool:
    return attack.earliest is not None and attack.latest is not None
