"""Saying in plain words how a line of counts was understood."""

from collections.abc import Sequence
from itertools import groupby

from actors.countries import country_name
from incidents.counts import words
from incidents.counts.quantities import quantity_of
from ledger.wording import listed, number_words, range_words

_NOT_STATED = "civilian status not stated"
_NARROWING = ("sex_age", "group", "affiliation", "nationality")

# Groups of the grammar whose names count no single people: one of them, several.
_MEMBERS = {
    "militia": ("militia member", "militia members"),
    "police": ("police officer", "police officers"),
    "troops": ("member of the troops", "troops"),
}
# What is said of people who are part of a count of another outcome: of one, of several.
_SUFFERED = {
    "killed": ("killed", "killed"),
    "indirect_death": ("who died indirectly", "who died indirectly"),
    "injured": ("injured", "injured"),
    "traumatic_brain_injury": (
        "with a traumatic brain injury",
        "with traumatic brain injuries",
    ),
    "missing": ("missing", "missing"),
    "abducted": ("abducted", "abducted"),
    "detained": ("detained", "detained"),
}
_VAGUE_OF = {
    " ".join(phrase).removesuffix(" of") for phrase in words.VAGUE if phrase[-1] == "of"
} - {"unknown number", "an unknown number"}
_WITH_ARTICLE = {"BS", "CI", "GM", "KM", "MV", "NL", "PH", "SC", "VA"}


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
    closed = [f"{said}," if ", of " in said else said for said in first]
    said = listed([*closed, last]).replace(",,", ",")
    return f"{said} ({_NOT_STATED})" if once else said


def _within(rows: list[dict], parts: dict[str, list[dict]]) -> list[dict]:
    found = list(rows)
    for row in found:
        found += [part for part in parts[row["key"]] if part not in found]
    return found


def _row(row: dict, parts: dict[str, list[dict]], *, note_status: bool, outcome: str = "") -> str:
    """One row and its parts; `outcome` is that of the row which it is part of."""
    said = "nobody" if _is_nobody(row) else f"{_number(row)} {_people(row)}"
    if outcome not in ("", row["outcome"]):
        said += f" {_SUFFERED[row['outcome']][0 if _is_one(row) else 1]}"
    if notes := _notes(row, note_status):
        said += f" ({', '.join(notes)})"
    if row["nationality"] and row["nationality"] != "foreign":
        said += f", of {_country(row['nationality'])}"
    subsets = [
        _row(part, parts, note_status=note_status, outcome=row["outcome"])
        for part in parts[row["key"]]
    ]
    return f"{said}, of them {listed(subsets)}" if subsets else said


def _is_one(row: dict) -> bool:
    return row["low"] == row["high"] == 1


def _is_nobody(row: dict) -> bool:
    """Whether a row says that it was nobody at all, and not only nobody of some kind."""
    return row["low"] == row["high"] == 0 and row["who"] == "all" and not _narrowed(row)


def _narrowed(row: dict) -> bool:
    return any(row[field] for field in _NARROWING)


def _number(row: dict) -> str:
    """How many: the source's words where the grammar reads them as these numbers, else numbers."""
    if not row["wording"] and _is_estimate_alone(row):
        return f"an estimated {number_words(row['best'])}"
    if not (row["wording"] and _is_worded(row)):
        return range_words(row["low"], row["high"], approximate=row["approximate"])
    return f"{row['wording']} of" if row["wording"] in _VAGUE_OF else row["wording"]


def _is_estimate_alone(row: dict) -> bool:
    return row["low"] is None and row["high"] is None and row["best"] is not None


def _best_is_said(row: dict) -> bool:
    """Whether the number that stands there is the best one already."""
    one_number = row["low"] == row["high"] == row["best"]
    return not row["wording"] and (one_number or _is_estimate_alone(row))


def _is_worded(row: dict) -> bool:
    """Whether the source's words say the row's numbers, and more than the numbers would."""
    worded = quantity_of(row["wording"])
    fields = ("low", "high", "approximate", "wording")
    return worded is not None and all(worded[field] == row[field] for field in fields)


def _people(row: dict) -> str:
    one = _is_one(row)
    foreign = "foreign " if row["nationality"] == "foreign" else ""
    affiliation = f" of {row['affiliation']}" if row["affiliation"] else ""
    return f"{foreign}{_noun(row, one)}{affiliation}"


def _noun(row: dict, one: bool) -> str:
    """Who, by sex or age, by group, by status: "civilian women", "police officers", "people"."""
    if known := words.KNOWN_GROUPS.get((row["who"], row["group"])):
        singular, plural = _MEMBERS.get(row["group"], (known, row["group"]))
        return " ".join([*_sexes_and_ages(row, one), singular if one else plural])
    if row["who"] == "security_force":
        members = _sexes_and_ages(row, one) or ["member" if one else "members"]
        return f"{members[0]} of the security forces"
    people = _sexes_and_ages(row, one)
    if row["who"] == "unknown" and row["group"]:
        return " ".join([*people, row["group"]])
    singular, plural = words.STATUS_NAMES.get(row["who"], ("", ""))
    status = singular if one or people else plural
    return " ".join(filter(None, [status, *people])) or ("person" if one else "people")


def _sexes_and_ages(row: dict, one: bool) -> list[str]:
    names = [name if one else words.SEX_AGE_PLURALS[name] for name in row["sex_age"]]
    return [listed(names)] if names else []


def _notes(row: dict, note_status: bool) -> list[str]:
    notes = []
    if row["group"] and row["who"] != "unknown" and not _is_known_group(row):
        notes.append(row["group"])
    if row["wording"]:
        notes += _about_wording(row)
    if row["best"] is not None and not _best_is_said(row):
        notes.append(f"best estimate {row['best']:,}")
    if row["harm_from"] != "unknown":
        notes.append(f"by the {row['harm_from']}")
    if note_status and row["who"] == "unknown":
        notes.append(_NOT_STATED)
    return notes


def _is_known_group(row: dict) -> bool:
    return (row["who"], row["group"]) in words.KNOWN_GROUPS


def _about_wording(row: dict) -> list[str]:
    """The source's words where the numbers stand instead; that "some" is no number."""
    if _is_worded(row):
        return ["number not known"] if row["low"] is row["high"] is None else []
    worded = quantity_of(row["wording"])
    same = worded and (worded["low"], worded["high"]) == (row["low"], row["high"])
    return [] if same or _is_nobody(row) else [f"“{row['wording']}”"]


def _country(code: str) -> str:
    """A country's name as it stands in a sentence: "Iraq", "the United Kingdom"."""
    name = country_name(code)
    with_article = (
        code in _WITH_ARTICLE
        or name.startswith(("United ", "Republic ", "Democratic Republic "))
        or name.endswith((" Islands", " Republic"))
    )
    return f"the {name}" if with_article else name
