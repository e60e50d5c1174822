"""What the tolls of two records say of whether the attack is one."""

from math import log

from .attacks import Attack, Figure
from .parts import Part, missing

SAME_SMALL = 0.8
SAME_MOST = 2.2
WITHIN = 0.3
FURTHEST = -2.0
INJURED_WEIGHS = 0.5


def killed(first: Attack, second: Attack) -> Part:
    points, sentence = _compared(first.killed, second.killed, "killed")
    return Part("killed", points, sentence)


def injured(first: Attack, second: Attack) -> Part:
    """The injured are counted more loosely than the dead, so that they weigh half."""
    points, sentence = _compared(first.injured, second.injured, "injured")
    return Part("injured", points * INJURED_WEIGHS, sentence)


def _compared(one: Figure, other: Figure, noun: str) -> tuple[float, str]:
    if not one.known or not other.known:
        known = (one.known, other.known)
        return 0, missing(*known, f"one counts no {noun}", f"neither counts the {noun}")
    if one.point == other.point:
        return min(SAME_SMALL + 0.6 * log(max(one.point, 1)), SAME_MOST), f"{one.words} {noun} " + (
            "in both" if one.words == other.words else f"in one, {other.words} in the other"
        )
    sentence = f"{one.words} {noun} in one, {other.words} in the other"
    return _differing(one, other), sentence


def _differing(one: Figure, other: Figure) -> float:
    """Bounds that overlap speak for one attack a little; else the further apart the less."""
    if _overlap(one, other):
        return WITHIN
    low, high = sorted((one.point, other.point))
    times = (high + 1) / (low + 1)
    return max(WITHIN - 1.1 * log(times), FURTHEST)


def _overlap(one: Figure, other: Figure) -> bool:
    return _reaches(one, other) and _reaches(other, one)


def _reaches(one: Figure, other: Figure) -> bool:
    return one.high is None or other.low is None or other.low <= one.high
