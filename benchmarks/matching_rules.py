"""The rules of the peers, in our words: xSub's windows, and meltt's window and taxonomies.

xSub (cross-sub.org; Zhukov, Davenport and Kostyuk 2019) takes reports for one event where actors,
actions and targets are of the same kind within 1 km and a day, or 5 km and two days. meltt
(Donnay, Dunford, McGrath, Backer and Cunningham 2019) looks within a window of time and space, and
of what lies there takes for each event the one that agrees with it at the finest levels of
taxonomies of actor and type. Neither looks at precision or at the toll.
"""

from collections.abc import Iterable
from itertools import product

from datasets.matching.scoring import Attack, Named
from datasets.matching.scoring.how import FAMILIES
from datasets.matching.scoring.when import days_apart
from datasets.matching.scoring.where import kilometres
from datasets.matching.scoring.who import likeness

Pair = tuple[int, int]
# What agrees at no level of a taxonomy cannot be one event.
NO_LEVEL = None


def within(first: Attack, second: Attack, km: float, days: int) -> bool:
    if first.latitude is None or second.latitude is None:
        return False
    return days_apart(first, second) <= days and kilometres(first, second) <= km


def xsub(first: Attack, second: Attack, km: float, days: int) -> bool:
    """Whether both are near, and done by and to the same kinds; what is not known fits."""
    one, other = _sides(first), _sides(second)
    same_actors = not one or not other or one == other
    return within(first, second, km, days) and same_actors and type_level(first, second) is not None


def meltt(
    pairs: Iterable[Pair], first: list[Attack], second: list[Attack], km: float, days: int
) -> set[Pair]:
    """Take, of the pairs in the window, the best first, and each event in one pair at most."""
    ranked = []
    for pair in pairs:
        one, other = first[pair[0]], second[pair[1]]
        levels = actor_level(one, other), type_level(one, other)
        if within(one, other, km, days) and NO_LEVEL not in levels:
            apart = days_apart(one, other) / (days or 1) + kilometres(one, other) / km
            ranked.append((sum(levels), apart, pair))
    return _each_once(pair for *_, pair in sorted(ranked))


def actor_level(first: Attack, second: Attack) -> int | None:
    """0: an actor in common; 1: actors of one kind in common; 2: somebody is not known."""
    if any(likeness(*pair) for pair in product(first.actors, second.actors)):
        return 0
    one, other = _sides(first), _sides(second)
    if one and other:
        return 1 if one & other else NO_LEVEL
    return 2


def type_level(first: Attack, second: Attack) -> int | None:
    """0: the same type; 1: of one family; 2: one is not known."""
    if not first.type or not second.type:
        return 2
    if first.type == second.type:
        return 0
    return 1 if any({first.type, second.type} <= family for family in FAMILIES) else NO_LEVEL


def _sides(attack: Attack) -> frozenset[str]:
    return frozenset(filter(None, map(_side, attack.actors)))


def _side(actor: Named) -> str:
    if actor.kind == "unidentified":
        return ""
    return "state" if actor.is_state else "civilians" if actor.kind == "population" else "others"


def _each_once(pairs: Iterable[Pair]) -> set[Pair]:
    firsts: set[int] = set()
    seconds: set[int] = set()
    taken = set()
    for first, second in pairs:
        if first not in firsts and second not in seconds:
            firsts.add(first)
            seconds.add(second)
            taken.add((first, second))
    return taken
