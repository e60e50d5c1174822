"""The drawing of a place to scale: a circle says how exact it is, and no border is drawn.

Positions are in the units of a frame of 240 × 150; north is up. Distances are small enough for a
plane: east is shortened by the cosine of the latitude.
"""

from collections.abc import Iterable
from math import cos, hypot, radians
from typing import NamedTuple

WIDTH, HEIGHT, MARGIN = 240, 150, 22
KM_A_DEGREE = 111.32
LETTER, LINE = 6.2, 13

# The radius, in kilometres, of the circle that is drawn for coordinates of each precision. It shows
# at a glance that the spot may lie elsewhere; nobody measured it, so no page says the number.
REACH = {
    "exact": 0,
    "neighbourhood": 1.5,
    "town": 15,
    "near_town": 15,
    "district": 25,
    "province": 80,
    "country": 300,
    "none": 0,
}


class Point(NamedTuple):
    """A named point, in degrees."""

    latitude: float
    longitude: float
    name: str


class Box(NamedTuple):
    """What a label covers: its left, top, right and bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        apart = self.right < other.left or other.right < self.left
        return not (apart or self.bottom < other.top or other.bottom < self.top)

    @property
    def inside(self) -> bool:
        return self.left >= 2 and self.right <= WIDTH - 2 and 2 <= self.top <= HEIGHT - 32


def locator(main: Point, reach: float, around: Iterable[Point], *, title: str) -> dict:
    """Return what `components/locator.svg` takes. `reach` is in kilometres, 0 for an exact spot."""
    near = _near(main, reach, around)
    offsets = [_offset(main, one) for one in near]
    scale, centre = _fit([(0.0, 0.0), *offsets], reach)
    x, y = _placed((0.0, 0.0), scale, centre)
    spots = [_placed(one, scale, centre) for one in offsets]
    bar = _round_down(50 * scale)
    return {
        "x": round(x, 1),
        "y": round(y, 1),
        "reach": round(reach / scale, 1) if reach else "",
        "exact": "no" if reach else "yes",
        "places": _labelled(spots, [one.name for one in near], Box(x - 5, y - 5, x + 5, y + 5)),
        "scale": {"width": round(bar / scale, 1), "text": f"{bar:g} km"},
        "title": title,
    }


def _near(main: Point, reach: float, around: Iterable[Point]) -> list[Point]:
    """Pick the nearest few points that the eye can place the spot by, each name once."""
    limit = max(30.0, 4 * reach)
    by_name = {one.name: one for one in around if one.name}
    found = sorted(by_name.values(), key=lambda one: hypot(*_offset(main, one)))
    return [one for one in found if hypot(*_offset(main, one)) <= limit][:4]


def _offset(main: Point, other: Point) -> tuple[float, float]:
    """Return how far another point lies to the east and to the south, in kilometres."""
    east = (other.longitude - main.longitude) * KM_A_DEGREE * cos(radians(main.latitude))
    return east, (main.latitude - other.latitude) * KM_A_DEGREE


def _fit(offsets: list[tuple[float, float]], reach: float) -> tuple[float, tuple[float, float]]:
    """Return the kilometres a unit, and the middle, with which everything is in the frame."""
    easts = [-reach, reach, *(east for east, _ in offsets)]
    souths = [-reach, reach, *(south for _, south in offsets)]
    middle = (min(easts) + max(easts)) / 2, (min(souths) + max(souths)) / 2
    wide = (max(easts) - min(easts)) / (WIDTH - 2 * MARGIN)
    high = (max(souths) - min(souths)) / (HEIGHT - 2 * MARGIN)
    return max(wide, high, 0.02), middle


def _placed(
    offset: tuple[float, float], scale: float, middle: tuple[float, float]
) -> tuple[float, float]:
    east, south = offset
    return (east - middle[0]) / scale + WIDTH / 2, (south - middle[1]) / scale + HEIGHT / 2


def _labelled(spots: list[tuple[float, float]], names: list[str], taken: Box) -> list[dict]:
    """Give each spot a label where there is room for one."""
    boxes, found = [taken], []
    for (x, y), name in zip(spots, names, strict=True):
        place = {"x": round(x, 1), "y": round(y, 1), "name": ""}
        for anchor, label_x, label_y, box in _candidates(x, y, name):
            if box.inside and not any(box.meets(other) for other in boxes):
                boxes.append(box)
                place |= {"name": name, "anchor": anchor, "label_x": label_x, "label_y": label_y}
                break
        found.append(place)
    return found


def _candidates(x: float, y: float, name: str) -> Iterable[tuple[str, float, float, Box]]:
    """Offer where a label may stand: beside its spot, else above or below it."""
    width = LETTER * len(name)
    for down in (4, -8, 18):
        top, bottom = y + down - LINE + 3, y + down + 3
        yield "start", round(x + 7, 1), round(y + down, 1), Box(x + 7, top, x + 7 + width, bottom)
        yield "end", round(x - 7, 1), round(y + down, 1), Box(x - 7 - width, top, x - 7, bottom)
    for down in (-9, 19):
        top, bottom = y + down - LINE + 3, y + down + 3
        middle = min(max(x, width / 2 + 4), WIDTH - width / 2 - 4)
        box = Box(middle - width / 2, top, middle + width / 2, bottom)
        yield "middle", round(middle, 1), round(y + down, 1), box


def _round_down(kilometres: float) -> float:
    """Return the greatest of 1, 2, 5 times a power of ten that is not more."""
    steps = [step * 10.0**power for power in range(-2, 4) for step in (1, 2, 5)]
    return max((step for step in steps if step <= kilometres), default=steps[0])
