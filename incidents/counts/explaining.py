"""Saying in words how a line of counts was understood."""

from collections.abc import Sequence
from itertools import groupby

from incidents.counts import words

_IN_WORDS = {number: word for word, number in words.NUMBERS.items() if 1 < number < 10} | {1: "one"}
_NOT_STATED = "civilian status not stated"


def explain_counts(counts: Sequence[dict]) -> str:
    """The rows in words: "killed: two women and three children (civilian status not stated)"."""
    keys = {row["key"] for row in counts}
    top = [row for row in counts if row.get("part_of") not in keys]
    parts = {key: [row for row in counts if row.get("part_of") == key] for key in keys}
    sections = groupby(top, key=lambda row: row["outcome"])
    return "; ".join(
        f"{words.OUTCOME_NAMES[outcome]}: {_section(list(rows), parts)}"
        for outcome, rows in sections
    )


def _section(rows: list[dict], parts: dict[str, list[dict]]) -> str:
    """The rows of one outcome; that no status is stated is said once, if it is true of all."""
    unstated = [row["who"] == "unknown" for row in _within(rows, parts) if row["who"] != "all"]
    once = len(unstated) > 1 and all(unstated)
    *first, last = [_row(row, parts, note_status=not once) for row in rows]
    closed = [f"{said}," if ", of them " in said else said for said in first]
    said = _listed([*closed, last]).replace(",,", ",")
    return f"{said} ({_NOT_STATED})" if once else said


def _within(rows: list[dict], parts: dict[str, list[dict]]) -> list[dict]:
    found = list(rows)
    for row in found:
        found += [part for part in parts[row["key"]] if part not in found]
    return found


def _row(row: dict, parts: dict[str, list[dict]], *, note_status: bool, outcome: str = "") -> str:
    """One row and its parts; `outcome` is that of the row which it is part of."""
    number = _number(row)
    people = _people(row)
    said = "nobody" if number == "no" and people == "people" else f"{number} {people}"
    notes = _notes(row, note_status)
    if outcome not in ("", row["outcome"]):
        notes.insert(0, words.OUTCOME_NAMES[row["outcome"]])
    if notes:
        said += f" ({', '.join(notes)})"
    subsets = [
        _row(part, parts, note_status=note_status, outcome=row["outcome"])
        for part in parts[row["key"]]
    ]
    return f"{said}, of them {_listed(subsets)}" if subsets else said


def _number(row: dict) -> str:
    if row["wording"]:
        return f"“{row['wording']}”"
    low, high = row["low"], row["high"]
    about = "about " if row["approximate"] else ""
    if low is None and high is None:
        return "an unknown number of"
    if low is None:
        return f"{about}up to {_word(high)}"
    if high is None:
        return f"{about}at least {_word(low)}"
    if low == high:
        return f"{about}{_word(low)}"
    return f"{about}between {_word(low)} and {_word(high)}"


def _word(number: int) -> str:
    return "no" if number == 0 else _IN_WORDS.get(number, f"{number:,}")


def _people(row: dict) -> str:
    one = row["low"] == row["high"] == 1
    known = words.KNOWN_GROUPS.get((row["who"], row["group"]))
    group = known if known and one else row["group"]
    sex_age = _listed([name if one else words.SEX_AGE_PLURALS[name] for name in row["sex_age"]])
    status = "" if known else _status(row, one)
    said = " ".join(part for part in (status, sex_age, group) if part)
    affiliation = f" of {row['affiliation']}" if row["affiliation"] else ""
    return (said or ("person" if one else "people")) + affiliation


def _status(row: dict, one: bool) -> str:
    singular, plural = words.STATUS_NAMES.get(row["who"], ("", ""))
    return singular if one or row["sex_age"] or row["group"] else plural


def _notes(row: dict, note_status: bool) -> list[str]:
    notes = []
    if row["wording"]:
        notes.append(_recorded(row["low"], row["high"]))
    if row["best"] is not None:
        notes.append(f"best estimate {row['best']:,}")
    if row["nationality"]:
        foreign = row["nationality"] == "foreign"
        notes.append("foreign" if foreign else f"nationality {row['nationality']}")
    if row["harm_from"] != "unknown":
        notes.append(f"by the {row['harm_from']}")
    if note_status and row["who"] == "unknown":
        notes.append(_NOT_STATED)
    return notes


def _recorded(low: int | None, high: int | None) -> str:
    """The numbers behind the source's words."""
    if low is None and high is None:
        return "number not known"
    if low is None:
        return f"{high:,} or fewer"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _listed(phrases: list[str]) -> str:
    """`a, b and c`."""
    *first, last = phrases or [""]
    return f"{', '.join(first)} and {last}" if first else last
