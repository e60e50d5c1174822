"""What the actors of two records say of whether the attack is one."""

from .attacks import ANYBODY, Attack, Named
from .parts import Part, missing

ALL_SHARED = 1.2
NONE_SHARED = -0.7
# What the sentences say; of all, it is the record that names fewer.
NONE_IN_COMMON = "no actor in common"
SOME_IN_COMMON = "some actors in common"
SAME_ACTOR = "the same actor"
SAME_ACTORS = "the same actors"
OTHERWISE_NAMED = "the actors are the same, by name or by state"
ALL_IN_COMMON = frozenset({SAME_ACTOR, SAME_ACTORS, OTHERWISE_NAMED})
# How much of a shared actor two of these make.
SAME, SOUNDS_SAME, SAME_STATE = 1.0, 0.9, 0.7


def who(first: Attack, second: Attack) -> Part:
    """Compare who had a part in it; of the record that names fewer, how many the other names."""
    fewer, more = sorted((_named(first), _named(second)), key=len)
    if not fewer:
        words = missing(bool(more), False, "one names no actor", "neither names an actor")
        return Part("actors", 0, words)
    shares = [max(likeness(one, other) for other in more) for one in fewer]
    share = sum(shares) / len(shares)
    points = NONE_SHARED + share * (ALL_SHARED - NONE_SHARED)
    return Part("actors", round(points, 3), _sentence(shares))


def likeness(one: Named, other: Named) -> float:
    """Return 1 for one actor, less for names that sound alike, 0 for actors that differ."""
    if one.public_id == other.public_id:
        return SAME
    if any(alike(name, another) for name in one.skeletons for another in other.skeletons):
        return SOUNDS_SAME
    of_one_state = one.is_state and other.is_state and one.country == other.country != ""
    return SAME_STATE if of_one_state else 0


def alike(one: str, other: str) -> bool:
    """Whether two skeletons are one name, or one of several words lies within the other."""
    if one == other:
        return bool(one)
    shorter, longer = sorted((set(one.split()), set(other.split())), key=len)
    return len(shorter) > 1 and shorter <= longer


def _named(attack: Attack) -> list[Named]:
    return [one for one in attack.actors if one.kind not in ANYBODY]


def _sentence(shares: list[float]) -> str:
    if not any(shares):
        return NONE_IN_COMMON
    if all(share == SAME for share in shares):
        return SAME_ACTORS if len(shares) > 1 else SAME_ACTOR
    if all(shares):
        return OTHERWISE_NAMED
    return SOME_IN_COMMON
