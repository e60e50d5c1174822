"""How likely two records tell of one attack: evidence added up, part by part. Pure.

After Fellegi and Sunter, A Theory for Record Linkage (1969): each part gives points, the natural
logarithm of how much likelier it is to be found where the attack is one than where two attacks were
near each other. What is missing gives none. `docs/matching.md` has the points in a table.
"""

from dataclasses import dataclass
from math import exp, log

from ledger.wording import counted

from .attacks import Attack
from .how import how
from .hurt import injured, killed
from .parts import Part
from .when import when
from .where import where
from .who import who

# Of records that are near each other, before anything is compared, about one in five is a match.
PRIOR = -1.5
PARTS = (when, where, who, how, killed, injured)
# How much of the odds of other candidates counts against a pair. All of it would say that a record
# has one match at most; but an attack in one dataset may be two in another.
OTHERS_COUNT = 0.5
# Points by which another candidate may be behind and still fit about as well.
ABOUT_AS_WELL = 0.7


@dataclass(frozen=True, slots=True)
class Score:
    """The parts of a score, each with a sentence; `value` is from 0 to 1."""

    parts: tuple[Part, ...]

    @property
    def points(self) -> float:
        return PRIOR + sum(part.points for part in self.parts)

    @property
    def odds(self) -> float:
        return exp(self.points)

    @property
    def value(self) -> float:
        return round(self.odds / (1 + self.odds), 3)

    def among(self, odds: float, as_well: int) -> "Score":
        """Return the score in view of what else is near either record.

        `odds` are those of the other candidates of one of the two records in the other's dataset,
        added up, of whichever record they are greater; `as_well` says how many of them fit about as
        well as this. A town with five attacks a day makes each pair less likely than a quiet one.
        """
        points = round(-log(1 + OTHERS_COUNT * odds), 3)
        return Score((*self.parts, Part("others", points, _others(as_well))))


def score(first: Attack, second: Attack) -> Score:
    """Say how likely two records tell of one attack, whatever else is near. Symmetric."""
    return Score(tuple(part(first, second) for part in PARTS))


def _others(as_well: int) -> str:
    if not as_well:
        return "no other fits as well"
    return f"{counted(as_well, 'other fits', 'others fit')} about as well"
