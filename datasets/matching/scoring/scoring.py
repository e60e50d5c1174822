"""How likely two records tell of one attack: evidence added up, part by part. Pure.

After Fellegi and Sunter, A Theory for Record Linkage (1969): each part gives points, the natural
logarithm of how much likelier it is to be found where the attack is one than where two attacks were
near each other. What is missing gives none. `docs/matching.md` has the points in a table.
"""

from dataclasses import dataclass
from math import exp

from .attacks import Attack
from .how import how
from .hurt import injured, killed
from .parts import Part
from .when import when
from .where import where
from .who import who

# Of ten attacks that are near another in time and place, about nine are others.
PRIOR = -2.2
PARTS = (when, where, who, how, killed, injured)


@dataclass(frozen=True, slots=True)
class Score:
    """From 0 to 1, with its parts; each says in a sentence what it rests on."""

    value: float
    parts: tuple[Part, ...]


def score(first: Attack, second: Attack) -> Score:
    """Say how likely two records tell of one attack. Symmetric; 0.1 where nothing is known."""
    parts = tuple(part(first, second) for part in PARTS)
    total = PRIOR + sum(part.points for part in parts)
    return Score(round(1 / (1 + exp(-total)), 3), parts)
