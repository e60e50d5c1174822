"""The drawings on the page of an incident: the place to scale, the figures on one scale."""

import pytest

from config.pages.incident.bars import bar, scale_for
from config.pages.incident.locator import HEIGHT, WIDTH, Point, locator

AIRPORT = Point(33.2625, 44.2346, "Baghdad airport")
BAGHDAD = Point(33.3406, 44.4009, "Baghdad")


def figure(low, high):
    return {"low": low, "high": high}


def test_an_exact_spot_has_no_circle():
    assert locator(AIRPORT, 0, [], title="")["reach"] == ""


def test_the_circle_is_drawn_to_the_scale_of_the_bar():
    drawn = locator(AIRPORT, 6, [BAGHDAD], title="")
    kilometres = float(drawn["scale"]["text"].removesuffix(" km"))
    assert drawn["reach"] / 6 == pytest.approx(drawn["scale"]["width"] / kilometres, rel=0.02)


def test_north_is_up_and_east_is_right():
    drawn = locator(AIRPORT, 6, [BAGHDAD], title="")
    place = drawn["places"][0]
    assert place["x"] > drawn["x"]
    assert place["y"] < drawn["y"]


def test_everything_is_in_the_frame():
    far = [Point(33.1 + n / 20, 44.0 + n / 20, f"A place with a long name {n}") for n in range(9)]
    drawn = locator(AIRPORT, 6, far, title="")
    spots = [drawn, *drawn["places"]]
    assert all(0 < one["x"] < WIDTH and 0 < one["y"] < HEIGHT for one in spots)


@pytest.mark.parametrize(
    ("greatest", "end"), [(0, 4), (3, 4), (4, 8), (7, 8), (110, 120), (700, 800)]
)
def test_the_scale_ends_past_the_greatest_figure(greatest, end):
    assert scale_for([{"killed": figure(0, greatest)}], ["killed"]) == end


def test_an_unknown_number_is_not_drawn():
    assert bar(figure(None, None), 8)["low"] is None


def test_a_stated_nought_is_drawn_as_nought():
    assert bar(figure(0, 0), 8)["zero"]


def test_an_open_figure_runs_to_the_end_of_the_scale():
    drawn = bar(figure(4, None), 8)
    assert (drawn["low"], drawn["high"], drawn["open"]) == ("50%", "100%", True)
