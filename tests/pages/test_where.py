"""Where an attack was: of what the coordinates are, and no distance that nobody measured."""

import pytest

from tests.pages.incident_lines import publish_attack, read

pytestmark = pytest.mark.django_db

TOWN = "33.3406, 44.4009: the coordinates are those of Baghdad, the town it lies in."


def place(key, name, kind, *parents):
    names = [{"key": "m1", "text": name, "preferred": True}]
    shared = {"format": 1, "kind": "place", "key": key, "place_names": names}
    return {**shared, "place_kind": kind, "parents": list(parents)}


BAGHDAD = place("baghdad", "Baghdad", "city")
QUARTER = place("quarter", "Al-Jihad", "neighbourhood", "baghdad")


def at(key, precision):
    point = {"latitude": 33.3406, "longitude": 44.4009, "precision": precision}
    return [{"key": "p1", "place": key, "role": "site", **point}]


def test_a_quarter_with_the_point_of_its_town_says_so(client):
    publish_attack(BAGHDAD, QUARTER, places=at("quarter", "town"))
    assert TOWN in read(client)


def test_a_town_stands_for_itself(client):
    publish_attack(BAGHDAD, places=at("baghdad", "town"))
    assert "the coordinates stand for the town as a whole" in read(client)


@pytest.mark.parametrize("precision", ["neighbourhood", "town", "near_town", "district"])
def test_no_distance_is_said(client, precision):
    publish_attack(BAGHDAD, QUARTER, places=at("quarter", precision))
    assert "radius" not in read(client)
    assert "The circle measures no distance" in read(client)


def test_an_exact_spot_needs_no_circle(client):
    publish_attack(BAGHDAD, QUARTER, places=at("quarter", "exact"))
    assert "The coordinates are those of the spot itself." in read(client)
    assert "The circle" not in read(client)
