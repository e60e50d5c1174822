"""What the words of a table's own vocabulary most likely mean in ours, for a human to confirm."""

import re

_TYPES = (
    ("chemical_attack", "chemical|gas|nerve agent"),
    ("suicide_bombing", "suicide"),
    ("car_bomb", "car bomb|vbied|vehicle borne|truck bomb"),
    ("drone_strike", "drone|uav|uas|unmanned"),
    ("rocket_attack", "rocket"),
    ("airstrike", "air ?strike|air raid|air attack|air assault|bombardment from the air"),
    ("missile_strike", "missile"),
    ("shelling", "shell|shelling|mortar|artillery"),
    ("ied", "ied|improvised explosive|roadside|landmine|bombing|bomb|explosion|explosive"),
    ("assassination", "assassination|assassinated|targeted killing"),
    ("abduction", "abduction|kidnapping|kidnap|hostage"),
    ("arson", "arson|incendiary"),
    ("storming", "storming|stormed"),
    ("armed_clash", "clash|battle|firefight"),
    ("armed_assault", "armed assault|armed attack|shooting|gunfire|small arms|gunmen|ambush"),
)
# A type whose words come with those of others: a suicide bombing is also called a bombing.
_INCLUDES = {
    "suicide_bombing": {"car_bomb", "ied"},
    "car_bomb": {"ied"},
    "drone_strike": {"airstrike", "missile_strike", "ied"},
    "chemical_attack": {"rocket_attack", "shelling", "ied"},
}
_PRECISIONS = (
    ("exact", "exact|exact location|precise|address"),
    ("neighbourhood", "neighbourhood|neighborhood|street|quarter"),
    ("town", "town|city|village|settlement"),
    ("near_town", "near town|near a town|nearby|vicinity"),
    ("district", "district|county|subdistrict"),
    ("province", "province|governorate|region|state|admin 1"),
    ("country", "country|nation"),
    ("none", "none|no coordinates"),
)
MOST_WORDS = 40


def type_words(cells: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each cell and our type for it, of the cells of which one surely fits."""
    distinct = list(dict.fromkeys(cells))
    if len(distinct) > MOST_WORDS:
        return ()
    pairs = ((cell, _type_of(_plain(cell))) for cell in distinct)
    return tuple((cell, word) for cell, word in pairs if word)


def precision_words(cells: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each cell and our precision for it; empty unless all cells have one."""
    found = {cell: _precision_of(_plain(cell)) for cell in cells}
    return tuple(found.items()) if all(found.values()) else ()


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def _type_of(text: str) -> str:
    """Our word itself, or the one type whose words are found; “” where several are."""
    own = text.replace(" ", "_")
    if own in {word for word, _ in _TYPES}:
        return own
    found = {word for word, said in _TYPES if re.search(rf"\b({said})s?\b", text)}
    found -= {included for word in found for included in _INCLUDES.get(word, ())}
    return found.pop() if len(found) == 1 else ""


def _precision_of(text: str) -> str:
    return next((word for word, said in _PRECISIONS if re.fullmatch(said, text)), "")
