"""The formats that can be imported: how a row's id is found, and how the row is interpreted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from datasets.formats import ucdp
from datasets.formats.entry import Entry, Unreadable


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `version` is raised whenever rows are interpreted otherwise than before."""

    name: str
    version: int
    id_column: str
    identify: Callable[[Mapping[str, str]], str]
    read: Callable[[Mapping[str, str]], Entry]

    @property
    def stamp(self) -> str:
        """What goes into the hash of a row, so that a new reading reads every row anew."""
        return f"{self.name} {self.version}"


def identify_by(column: str) -> Callable[[Mapping[str, str]], str]:
    """Return what finds a row's id in a column: `114064.0` and `114064` are one."""

    def identify(values: Mapping[str, str]) -> str:
        found = values.get(column, "").strip().removesuffix(".0")
        if not found:
            raise Unreadable(column, "It is empty; every row needs an id that stays its own.")
        if len(found) > 60:
            raise Unreadable(column, "It is longer than 60 characters, which no id is.")
        return found

    return identify


def format_of(name: str, mapping: Mapping | None) -> Format:
    """Return how files of a format are read."""
    return FORMATS[name]


FORMATS = {
    "ucdp": Format("ucdp", ucdp.VERSION, ucdp.ID_COLUMN, identify_by(ucdp.ID_COLUMN), ucdp.read),
}
