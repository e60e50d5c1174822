"""Where it happened: in the kicker, and in the caption of the locator."""

from incidents.entries import PLACE_ORDER
from incidents.indexing import main_point
from ledger.wording import sentence

from .locator import REACH, Point, locator
from .material import Material

IN_BETWEEN = ("city", "district", "province", "region")
SHOWN_AROUND = ("city", "town", "airport", "base")
TOWNS = ("city", "town", "village")
EXACTNESS = {
    "exact": "the coordinates are those of the spot itself",
    "neighbourhood": "the coordinates stand for the neighbourhood or site as a whole",
    "near_town": "the coordinates are those of a town nearby, and how far off it was is not known",
    "district": "only the district is known, and the coordinates stand for its middle",
    "province": "only the province is known, and the coordinates stand for its middle",
    "country": "only the country is known, and the coordinates stand for its middle",
    "none": "how exact the coordinates are is not known",
}
NO_MEASURE = "The circle measures no distance: it shows that the spot may lie elsewhere."


def place_words(material: Material) -> str:
    """Say where: "Albu Amer, Baghdad, Iraq", the words of the record, or that it is not known."""
    row = main_place(material.document)
    if row is None:
        return "place not known"
    if row["place"] is None:
        return row["text"] or "place not known"
    names = [material.reading.name(row["place"])]
    for kinds in (IN_BETWEEN, ("country",)):
        above = _above(material, row["place"], kinds)
        names += [above] if above and above not in names else []
    return ", ".join(names)


def main_place(document: dict) -> dict | None:
    """Return the place row that says where it happened: where it struck, else its site."""
    return min(document["places"], key=lambda row: PLACE_ORDER.index(row["role"]), default=None)


def locator_figure(material: Material) -> dict | None:
    """Return the drawing with its caption; None where no place has coordinates."""
    row = main_point(material.document["places"])
    if row is None:
        return None
    around = [*_other_points(material, row), *_places_above(material)]
    reach = REACH[row["precision"]]
    words = sentence(exactness(material, row))
    where = row["text"] or (row["place"] and material.reading.name(row["place"])) or ""
    return {
        "drawing": locator(
            Point(row["latitude"], row["longitude"], where),
            reach,
            around,
            title=f"{where}: {words}" if where else words,
        ),
        "caption": " ".join(filter(None, [sentence(where), words, NO_MEASURE if reach else ""])),
    }


def exactness(material: Material, row: dict) -> str:
    """Say of what the coordinates of a place are: "the coordinates are those of Baghdad, …"."""
    if row["precision"] != "town":
        return EXACTNESS[row["precision"]]
    kind = material.reading.names.get(row["place"], {}).get("type")
    if kind in TOWNS:
        return "the coordinates stand for the town as a whole"
    town = _above(material, row["place"], TOWNS) if row["place"] else ""
    return f"the coordinates are those of {f'{town}, ' if town else ''}the town it lies in"


def _other_points(material: Material, main: dict) -> list[Point]:
    """The incident's other places; not a quarter that has only its town's point to stand on."""
    names = material.reading.names
    return [
        Point(row["latitude"], row["longitude"], material.reading.name(row["place"]))
        for row in material.document["places"]
        if row is not main and row["latitude"] is not None and row["place"]
        if row["precision"] != "town" or names.get(row["place"], {}).get("type") in TOWNS
    ]


def _places_above(material: Material) -> list[Point]:
    return [
        Point(one["latitude"], one["longitude"], one["name"])
        for one in material.around.values()
        if one["kind"] == "place" and one["type"] in SHOWN_AROUND and one["latitude"] is not None
    ]


def _above(material: Material, place: str, kinds: tuple[str, ...]) -> str:
    """Name the nearest place of some kinds that a place lies in, "" where there is none."""
    seen, level = {place}, [place]
    while level:
        level = [up for one in level for up in _parents(material, one) if up not in seen]
        seen.update(level)
        for one in level:
            if material.reading.names.get(one, {}).get("type") in kinds:
                return material.reading.name(one)
    return ""


def _parents(material: Material, place: str) -> list[str]:
    return material.reading.names.get(place, {}).get("within") or []
