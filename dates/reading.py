"""What an editor types, read into a partial date.

Thirds and halves, of which the words are kept beside the date:

| word | of a month | of a year | of a decade |
|---|---|---|---|
| early | days 1-10 | January-April | years 0-3 |
| mid | days 11-20 | May-August | years 4-6 |
| late | day 21 to the end | September-December | years 7-9 |
| first half of | days 1-15 | January-June | years 0-4 |
| second half of | day 16 to the end | July-December | years 5-9 |
"""

import re
from calendar import month_name, monthrange
from dataclasses import dataclass, replace
from datetime import timedelta

from dates.edtf import ACCEPTED, MAX_LENGTH, NotADate, understand
from dates.partial import WORDING_LENGTH, PartialDate
from dates.wording import say

__all__ = ["TEXT_LENGTH", "NotADate", "read"]

_MONTHS = {name[:length].lower(): n for n, name in enumerate(month_name) if n for length in (3, 9)}
_MONTHS["sept"] = 9

# Days of a month, months of a year, years of a decade: first and last, both within.
_PARTS = {
    "early": ((1, 10), (1, 4), (0, 3)),
    "mid": ((11, 20), (5, 8), (4, 6)),
    "late": ((21, 31), (9, 12), (7, 9)),
    "first half of": ((1, 15), (1, 6), (0, 4)),
    "second half of": ((16, 31), (7, 12), (5, 9)),
}

_PART = re.compile(rf"(?:the )?({'|'.join(_PARTS)})[ -](.+)")

# Room for the longest date with the longest wording in brackets.
TEXT_LENGTH = MAX_LENGTH + WORDING_LENGTH + len(" ()")

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_ISO_LENGTH = {"day": 10, "month": 7, "year": 4, "decade": 4}
_UNKNOWN_END = "an unknown date"

_EDTF = re.compile(r"\d{4}(-\d\d){0,2}|\.\.|(?=.*[\[/X~?%])[\dX\[\]~?%,./-]+", re.ASCII)
_EDTF_SPACES = re.compile(r" ?(,|\.\.|/) ?")
_NUMBERS_ALONE = re.compile(r"\d{1,2}[/. -]+\d{1,2}[/. -]+\d{2,4}", re.ASCII)
_ISO_MONTH_LAST = re.compile(r"\b\d{4}-\d\d$", re.ASCII)
_WITH_WORDING = re.compile(r"(?P<date>[^()]+) \((?P<wording>.+)\)")

_MARKS = re.compile(
    r"(?P<uncertain>(?:possibly|perhaps|probably) )?"
    r"(?P<approximate>(?:about|around|circa|approximately|approx\.?|ca?\.?) |ca?\.)?"
    r"(?P<rest>.+)"
)
_DAY = r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAME = r"(?P<name>[a-z]+)\.?"
_YEAR = r"(?:,? (?P<year>\d{4}))"
_UNITS = [
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?",
        r"(?:the )?(?P<decade>\d{3})0s",
        rf"{_DAY}(?: of)? {_NAME}{_YEAR}?",
        rf"{_DAY}{_YEAR}?",
        rf"{_NAME} {_DAY}{_YEAR}?",
        rf"{_NAME}{_YEAR}?",
    )
]


def read(text: str) -> PartialDate:
    """The partial date meant by a typed text of at most TEXT_LENGTH characters; NotADate otherwise.

    Words that say more than a plain date or range are kept as its wording, unless `say` would
    choose the same. Any other can be given in brackets after: `2020-06-XX (early June)`.
    """
    typed = " ".join(text.split())
    if len(typed) > TEXT_LENGTH or not typed.isprintable():
        raise NotADate(f"A date is one line of {TEXT_LENGTH} characters at most. {ACCEPTED}")
    if with_wording := _WITH_WORDING.fullmatch(typed):
        return read(with_wording["date"]).with_wording(with_wording["wording"])
    plain = typed.translate(_DASHES)
    if _NUMBERS_ALONE.fullmatch(plain):
        raise NotADate(
            f"“{typed}” may put the day or the month first: write 2020-04-03 or 3 April 2020."
        )
    notation = _EDTF_SPACES.sub(r"\1", plain).upper()
    if _EDTF.fullmatch(notation):
        return PartialDate.parse(notation)
    partial = PartialDate.parse(_phrase(plain.lower()))
    return partial.with_wording(typed) if _worth_keeping(typed, partial) else partial


def _worth_keeping(typed: str, partial: PartialDate) -> bool:
    """Whether the words say more than a plain date or range, and not what is said anyway."""
    plain = not re.search(r"\[|\.\.|[~?%]", partial.edtf)
    return not plain and typed != say(partial)


def _phrase(words: str) -> str:
    """The EDTF text of lower-case English words."""
    if words == "open-ended":
        return ".."
    if match := re.fullmatch(r"between (.+) and (.+)", words):
        return "[{}..{}]".format(*_completed(match.groups()))
    if match := _PART.fullmatch(words):
        return _part(match[1], _completed([match[2]])[0])
    if match := re.fullmatch(r"(.+) or (earlier|later)", words):
        return _open("by" if match[2] == "earlier" else "from then", match[1])
    if " or " in words:
        return "[{}]".format(",".join(_completed(re.split(r" or |,(?! ?\d{4}) ?", words))))
    if ends := _ends(words):
        return "{}/{}".format(*ends)
    if match := re.fullmatch(r"(before|after|since|from|until|till|by) (.+)", words):
        return _open(match[1], match[2])
    return _completed([words])[0]


def _ends(words: str) -> list[str] | None:
    """Both ends of "a to b" or "a - b" as EDTF, "" for an unknown one; None for other words."""
    ends = re.split(r" to | - ", words.removeprefix("from "))
    if len(ends) == 1 and words.count("-") == 1 and not _ISO_MONTH_LAST.search(words):
        ends = words.split("-")
    if len(ends) != 2:
        return None
    known = iter(_completed([end for end in ends if end != _UNKNOWN_END]))
    return ["" if end == _UNKNOWN_END else next(known) for end in ends]


def _open(word: str, words: str) -> str:
    edtf = _completed([words])[0]
    if word in ("since", "from"):
        return f"{edtf}/.."
    if word in ("until", "till"):
        return f"../{edtf}"
    if word == "by":
        return f"[..{edtf}]"
    if word == "before":
        return f"[..{_neighbour(edtf, -1)}]"
    return f"[{_neighbour(edtf, 1) if word == 'after' else edtf}..]"


def _neighbour(edtf: str, step: int) -> str:
    """The unit just before (-1) or after (1) a unit, as exact and as sure as it."""
    unit = understand(edtf).units[0]
    mark = edtf[-1] if edtf[-1] in "~?%" else ""
    try:
        day = (unit.earliest if step < 0 else unit.latest) + timedelta(days=step)
    except OverflowError as error:
        raise NotADate(f"Years run from 0001 to 9999. {ACCEPTED}") from error
    return day.isoformat()[: _ISO_LENGTH[unit.precision]] + mark


def _part(word: str, edtf: str) -> str:
    days, months, years = _PARTS[word]
    unit = understand(edtf).units[0]
    if unit.approximate or unit.uncertain or unit.precision == "day":
        raise NotADate(f"“{word}” goes with a month, a year or a decade. {ACCEPTED}")
    if unit.precision == "decade":
        return f"[{edtf[:3]}{years[0]}..{edtf[:3]}{years[1]}]"
    if unit.precision == "year":
        return f"[{edtf}-{months[0]:02}..{edtf}-{months[1]:02}]"
    last = min(days[1], monthrange(unit.latest.year, unit.latest.month)[1])
    return f"[{edtf}-{days[0]:02}..{edtf}-{last:02}]"


@dataclass(frozen=True)
class _Spoken:
    """A date as said beside others: "3" in "3 and 5 June 2020" leaves out month and year."""

    words: str
    year: str = ""
    month: int = 0
    day: int = 0
    mark: str = ""

    def edtf(self) -> str:
        if not self.year or (self.day and not self.month):
            missing = "month" if self.year else "year"
            raise NotADate(f"The {missing} is missing in “{self.words}”. {ACCEPTED}")
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year}{month}{day}{self.mark}"


def _completed(texts) -> list[str]:
    """The EDTF of dates said together: the year is said last, the month last or first."""
    spoken = [_spoken(text) for text in texts]
    month = spoken[-1].month or spoken[0].month
    completed = [
        replace(one, year=one.year or spoken[-1].year, month=one.month or (one.day and month))
        for one in spoken
    ]
    edtf = [one.edtf() for one in completed]
    for text in edtf:
        understand(text)
    return edtf


def _spoken(words: str) -> _Spoken:
    marks = _MARKS.fullmatch(words)
    for pattern in _UNITS:
        match = marks and pattern.fullmatch(marks["rest"].strip())
        if match and (spoken := _from_match(words, match.groupdict())):
            mark = {(True, True): "%", (True, False): "?", (False, True): "~"}.get(
                (bool(marks["uncertain"]), bool(marks["approximate"])), ""
            )
            return replace(spoken, mark=mark)
    raise NotADate(f"“{words}” is not a date that can be understood. {ACCEPTED}")


def _from_match(words: str, found: dict[str, str | None]) -> _Spoken | None:
    """None where the name is no month's."""
    if found.get("decade"):
        return _Spoken(words, year=found["decade"] + "X")
    name = found.get("name")
    if name and name not in _MONTHS:
        return None
    month = _MONTHS[name] if name else int(found.get("month") or 0)
    return _Spoken(words, found.get("year") or "", month, int(found.get("day") or 0))
