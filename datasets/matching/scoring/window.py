"""Which pairs are worth comparing; `datasets.matching.candidates` says the same in SQL."""

from .attacks import Attack
from .when import days_apart
from .where import COARSE, COARSE_REACH, kilometres

DAYS_APART = 2
KM_APART = 30
# A date that covers more days says so little that no pair with it would be proposed.
LONGEST = 31


def near(first: Attack, second: Attack) -> bool:
    """Whether two attacks are near enough in time and place to be compared.

    Those that are known to a province at best, or have no coordinates, are held against what lies
    in their country and, where there are coordinates, within what these may stand for.
    """
    if days_apart(first, second) > DAYS_APART:
        return False
    located = first.latitude is not None and second.latitude is not None
    coarse = COARSE & {first.precision, second.precision}
    if located and not coarse:
        return kilometres(first, second) <= KM_APART
    if not first.countries & second.countries:
        return False
    reach = COARSE_REACH["country" if "country" in coarse else "province"]
    return not located or kilometres(first, second) <= reach
