"""What two places say of whether the attack is one, given how exactly each is known."""

from math import asin, cos, radians, sin, sqrt

from .attacks import Attack
from .parts import Part, missing

EARTH = 6371.0088  # kilometres, the mean radius

# How far, in kilometres, the spot may well lie from the coordinates given.
REACH = {
    "exact": 1,
    "neighbourhood": 3,
    "town": 7,
    "near_town": 15,
    "district": 25,
    "none": 15,
}
COARSE = frozenset({"province", "country"})
COARSE_REACH = {"province": 150, "country": 600}
STANDS_FOR = {
    "exact": "a spot",
    "neighbourhood": "a neighbourhood",
    "town": "a town",
    "near_town": "a town nearby",
    "district": "a district",
    "province": "a province",
    "country": "a country",
    "none": "somewhere, how exactly is not said",
}

SAME_COORDINATES = 0.1
SAME_SPOT = 2.6
ELSEWHERE = -4.0
ANOTHER_COUNTRY = -2.5
SAME_PLACE = 1.2


def where(first: Attack, second: Attack) -> Part:
    """Compare two places: by distance, else by the places and countries that are named."""
    if first.latitude is None or second.latitude is None:
        return _by_name(first, second)
    apart = kilometres(first, second)
    far = f"{distance(apart)} apart" if apart >= SAME_COORDINATES else "the same coordinates"
    words = f"{far}; {_precisions(first, second)}"
    if COARSE & {first.precision, second.precision}:
        reach = max(COARSE_REACH.get(one.precision, 0) for one in (first, second))
        return Part("place", 0 if apart <= reach else ELSEWHERE, words)
    return Part("place", _points(apart, REACH[first.precision] + REACH[second.precision]), words)


def kilometres(first: Attack, second: Attack) -> float:
    """Return the great-circle distance between two attacks that have coordinates."""
    north, other = radians(first.latitude), radians(second.latitude)
    east = radians(second.longitude - first.longitude)
    half = sin((other - north) / 2) ** 2 + cos(north) * cos(other) * sin(east / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def _points(apart: float, slack: float) -> float:
    """Within what the precisions allow it speaks for one attack, the more the less they allow."""
    if apart <= slack:
        return SAME_SPOT / (1 + slack / 25) * (1 - apart / slack / 2)
    return max(ELSEWHERE, (slack - apart) / 6)


def distance(apart: float) -> str:
    """Say kilometres: "2.5 km", "25 km"."""
    return f"{apart:.1f} km" if apart < 10 else f"{apart:.0f} km"


def _precisions(first: Attack, second: Attack) -> str:
    one, other = STANDS_FOR[first.precision], STANDS_FOR[second.precision]
    return f"both stand for {one}" if one == other else f"one stands for {one}, one for {other}"


def _by_name(first: Attack, second: Attack) -> Part:
    if first.places & second.places:
        return Part("place", SAME_PLACE, "both name the same place")
    if first.countries and second.countries and not first.countries & second.countries:
        return Part("place", ANOTHER_COUNTRY, "in different countries")
    known = [one.latitude is not None for one in (first, second)]
    words = missing(*known, "one has no coordinates", "neither has coordinates")
    return Part("place", 0, words)
