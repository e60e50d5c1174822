"""What the first cells of a column look like: numbers, days, countries, or words for unknown."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from datasets.formats.countries import by_name
from dates.edtf import NotADate
from dates.reading import read

# A cell is “not known” where it holds one of these; “none” can mean nobody, and is none of them.
UNKNOWN = frozenset({"na", "n/a", "#n/a", "n.a.", "nan", "null", "unknown", "-", "--", "?", "."})
MOST = 0.8

_WHOLE = re.compile(r"\d{1,9}(\.0*)?", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,3}(\.\d+)?", re.ASCII)
_YEAR = re.compile(r"\d{4}(\.0)?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ].*)?", re.ASCII)
_NUMERIC_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})( [\d:.]+)?", re.ASCII)
_URL = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Cells:
    """The first cells of a column: those that say something, and how many there are in all."""

    said: tuple[str, ...]
    count: int

    def are(self, test: Callable[[str], bool]) -> bool:
        """Whether most of what is said passes the test; False where nothing is said."""
        return bool(self.said) and sum(map(test, self.said)) >= MOST * len(self.said)

    @property
    def are_ids(self) -> bool:
        return len(set(self.said)) == self.count > 0

    @property
    def example(self) -> str:
        return self.said[0][:40] if self.said else ""


def cells_of(texts: list[str]) -> Cells:
    tidy = [" ".join(text.split()) for text in texts]
    return Cells(tuple(text for text in tidy if text and not is_unknown(text)), len(tidy))


def is_unknown(text: str) -> bool:
    return text.strip().casefold() in UNKNOWN


def is_whole(text: str) -> bool:
    return bool(_WHOLE.fullmatch(text))


def is_latitude(text: str) -> bool:
    return bool(_DECIMAL.fullmatch(text)) and abs(float(text)) <= 90


def is_longitude(text: str) -> bool:
    return bool(_DECIMAL.fullmatch(text)) and abs(float(text)) <= 180


def is_country(text: str) -> bool:
    return bool(by_name(text))


def is_url(text: str) -> bool:
    return bool(_URL.match(text))


def is_text(text: str) -> bool:
    return not _DECIMAL.fullmatch(text) and not is_whole(text)


def is_prose(text: str) -> bool:
    return len(text) > 80 and " " in text


def is_day(text: str) -> bool:
    """Whether a cell is a date of any kind that is understood, but for a bare year."""
    if _ISO.fullmatch(text) or _NUMERIC_DATE.fullmatch(text):
        return True
    if _YEAR.fullmatch(text) or not any(letter.isdigit() for letter in text):
        return False
    try:
        read(text)
    except NotADate:
        return False
    return True


def orders_of(cells: Cells) -> tuple[bool, bool, bool]:
    """Of dates like 3/4/2020: whether there are any, whether days must be first, or months."""
    found = [match for text in cells.said if (match := _NUMERIC_DATE.fullmatch(text))]
    return (
        bool(found),
        any(int(match[1]) > 12 for match in found),
        any(int(match[2]) > 12 for match in found),
    )
