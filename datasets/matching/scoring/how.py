"""What the types and weapons of two records say of whether the attack is one."""

from .attacks import Attack
from .parts import Part, missing

# Types that one coder takes for another.
FAMILIES = (
    frozenset({"rocket_attack", "missile_strike", "shelling"}),
    frozenset({"drone_strike", "airstrike", "missile_strike"}),
    frozenset({"ied", "car_bomb", "suicide_bombing"}),
    frozenset({"armed_assault", "armed_clash", "assassination", "storming"}),
    frozenset({"storming", "arson"}),
    frozenset({"abduction", "assassination"}),
)
# The type that a weapon makes likely, where a record names no type.
TYPE_OF_WEAPON = {
    "rocket": "rocket_attack",
    "mortar": "shelling",
    "artillery": "shelling",
    "ballistic_missile": "missile_strike",
    "cruise_missile": "missile_strike",
    "missile": "missile_strike",
    "bomb": "airstrike",
    "drone": "drone_strike",
    "ied": "ied",
    "car_bomb": "car_bomb",
    "suicide_vest": "suicide_bombing",
    "grenade": "armed_assault",
    "firearm": "armed_assault",
    "melee": "armed_assault",
    "incendiary": "arson",
    "chemical": "chemical_attack",
}

SAME_TYPE = 0.9
ALIKE = 0.4
DIFFERENT = -1.0


def how(first: Attack, second: Attack) -> Part:
    """Compare the types, or what the weapons say of them; "other" and none say nothing."""
    one, other = types(first), types(second)
    if not one or not other:
        words = missing(bool(one), bool(other), "one says no type", "neither says a type")
        return Part("type", 0, words)
    if one & other:
        return Part("type", SAME_TYPE, "the same type of attack")
    if any(one & family and other & family for family in FAMILIES):
        return Part("type", ALIKE, "types that are taken for one another")
    return Part("type", DIFFERENT, "different types of attack")


def types(attack: Attack) -> frozenset[str]:
    """Return the types that a record gives; where it gives none, those that its weapons make."""
    if attack.type and attack.type != "other":
        return frozenset({attack.type})
    found = (TYPE_OF_WEAPON.get(weapon) for weapon in attack.weapons)
    return frozenset(filter(None, found))
