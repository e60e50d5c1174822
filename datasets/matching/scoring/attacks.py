"""An attack as one record tells it, as far as matching looks. Pure; what is not known is empty."""

from dataclasses import dataclass
from datetime import date

STATES = frozenset({"state", "government", "state_force"})
# Who is named so could be anybody: that two records differ in it says nothing.
ANYBODY = frozenset({"unidentified", "class", "population"})


@dataclass(frozen=True, slots=True)
class Named:
    """An actor with a part in the attack: its id, its kind and country, its names' skeletons."""

    public_id: str
    kind: str = "armed_group"
    country: str = ""
    skeletons: frozenset[str] = frozenset()

    @property
    def is_state(self) -> bool:
        return self.kind in STATES


@dataclass(frozen=True, slots=True)
class Figure:
    """How many: the bounds that a record gives, and its best figure; null is "not known"."""

    low: int | None = None
    high: int | None = None
    best: int | None = None

    @property
    def known(self) -> bool:
        return self.low is not None or self.high is not None or self.best is not None

    @property
    def point(self) -> int:
        """The one number nearest to what the record says; of an unknown figure there is none."""
        return next(one for one in (self.best, self.low, self.high) if one is not None)

    @property
    def words(self) -> str:
        if self.low is None:
            return f"at most {self.high:,}" if self.best is None else f"{self.best:,}"
        if self.high is None:
            return f"at least {self.low:,}"
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,}–{self.high:,}"


@dataclass(frozen=True, slots=True)
class Attack:
    """What one record says. `precision` is a word of `Precision`, `type` one of `IncidentType`.

    `places` are the ids of the places named, `dataset` the id of the dataset or "" for our own.
    """

    dataset: str = ""
    earliest: date | None = None
    latest: date | None = None
    approximate: bool = False
    latitude: float | None = None
    longitude: float | None = None
    precision: str = "none"
    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    actors: tuple[Named, ...] = ()
    type: str = ""
    weapons: frozenset[str] = frozenset()
    killed: Figure = Figure()
    injured: Figure = Figure()
