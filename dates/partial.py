"""The partial date: what is known of when something was, and no more.

One value object for every date of the project. It keeps the EDTF text exactly as stored (`2020-06`
and `2020-06-XX` mean the same days, and neither is rewritten into the other) and the source's own
words beside it ("early June 2020").
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import total_ordering
from typing import Self

from dates.edtf import Expression, NotADate, understand

__all__ = ["PRECISIONS", "WORDING_LENGTH", "NotADate", "PartialDate"]

WORDING_LENGTH = 200

PRECISIONS = {
    "day": "One known day.",
    "month": "Some day of one month.",
    "year": "Some day of one year.",
    "decade": "Some day of one decade.",
    "one_of": "Some day between two dates, or one of several dates.",
    "range": "Went on from one date to another; an end may be open or unknown.",
    "open": "Before or after a date, or open altogether.",
}


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """EDTF text of the subset in `dates.edtf`, and the source's words for it ("" for none).

    Two are equal when text and words are; they sort by earliest, then latest possible day, an
    open start first and an open end last. NotADate refuses what is not a date.
    """

    edtf: str
    wording: str = ""

    def __post_init__(self):
        understand(self.edtf)
        one_line = self.wording.isprintable() and self.wording == " ".join(self.wording.split())
        if len(self.wording) > WORDING_LENGTH or not one_line:
            raise NotADate(
                f"The wording of a date is one line of at most {WORDING_LENGTH} characters "
                "with single spaces, such as “early June 2020”."
            )

    def __str__(self):
        return self.edtf

    def __lt__(self, other):
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.sort_key < other.sort_key

    @classmethod
    def parse(cls, edtf: str) -> Self:
        """The partial date of an EDTF text; NotADate for anything else."""
        return cls(edtf)

    def with_wording(self, wording: str) -> Self:
        """The same date in the source's own words."""
        return replace(self, wording=wording)

    @property
    def expression(self) -> Expression:
        """The text taken apart, for wording."""
        return understand(self.edtf)

    @property
    def earliest(self) -> date | None:
        """The first possible day, None where it is open or unknown."""
        return self.expression.earliest

    @property
    def latest(self) -> date | None:
        """The last possible day, None where it is open or unknown."""
        return self.expression.latest

    @property
    def precision(self) -> str:
        """A key of PRECISIONS."""
        form, units = self.expression.form, self.expression.units
        if form == "unit":
            return units[0].precision
        if form == "lasted":
            return "range"
        return "open" if None in units or not units else "one_of"

    @property
    def approximate(self) -> bool:
        """Whether any part is marked `~` or `%`."""
        return any(unit.approximate for unit in self.expression.units if unit)

    @property
    def uncertain(self) -> bool:
        """Whether any part is marked `?` or `%`."""
        return any(unit.uncertain for unit in self.expression.units if unit)

    @property
    def sort_key(self) -> tuple[date, date, str, str]:
        """Orders dates by earliest, then latest possible day."""
        earliest, latest = self.earliest or date.min, self.latest or date.max
        return earliest, latest, self.edtf, self.wording
