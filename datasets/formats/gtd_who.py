"""Who a row of GTD speaks of: targets, attackers as seen, groups accused, and what they claimed.

Up to three groups stand in a row, and the codebook does not say whether they acted together or
rival one another; each is accused for itself.
"""

from collections.abc import Mapping

from . import texts
from .entry import Accused, Claimed, Flag, Named, Side
from .gtd_words import code, known
from .numbers import whole_number
from .texts import value

_MEDIA = {
    "letter": "statement",
    "call (post-incident)": "call",
    "call (pre-incident)": "call",
    "note left at scene": "leaflet",
    "video": "video",
    "posted to website, blog, etc.": "social",
}
_CLAIM_COLUMNS = (
    ("gname", "claimed", "claimmode_txt"),
    ("gname2", "claim2", "claimmode2_txt"),
    ("gname3", "claim3", "claimmode3_txt"),
)
_GROUP_COLUMNS = (
    ("gname", "gsubname", "guncertain1"),
    ("gname2", "gsubname2", "guncertain2"),
    ("gname3", "gsubname3", "guncertain3"),
)
# Names that end so tell a kind of people ("Muslim extremists"), not a group.
_KINDS_OF_PEOPLE = {
    *(
        "activists",
        "extremists",
        "fundamentalists",
        "gunmen",
        "insurgents",
        "jihadists",
        "militants",
    ),
    *("militia", "militias", "nationalists", "rebels", "separatists", "students", "sympathizers"),
    *("tribesmen", "youths", "guerrillas", "dissidents", "loyalists", "mob"),
}
_RIVAL_CLAIMS = "GTD says that claims of several groups compete."


def sides_of(values: Mapping[str, str], flags: list[Flag]) -> tuple[Side, ...]:
    """Return up to three intended targets in words, and the attackers as a number."""
    sides = []
    for number in "123":
        if words := _target(values, number, flags):
            damage = _damage(values, flags) if not sides else ""
            sides.append(Side("intended_target", words, damage=damage))
    return tuple(sides) + _attackers(values)


def _target(values: Mapping[str, str], number: str, flags: list[Flag]) -> str:
    """Return whom a target column means: "Checkpoint (Iraqi Police; Police; Iraq)"."""
    columns = (f"target{number}", f"corp{number}", f"targtype{number}_txt")
    words = list(dict.fromkeys(filter(None, (known(values, column) for column in columns))))
    if not words:
        return ""
    if nationality := known(values, f"natlty{number}_txt"):
        words.append(nationality)
    first, *others = words
    said = f"{first} ({'; '.join(others)})" if others else first
    return texts.bounded(said, texts.WHO, f"target{number}", flags)


def _damage(values: Mapping[str, str], flags: list[Flag]) -> str:
    said = filter(None, (known(values, "propextent_txt"), known(values, "propcomment")))
    return texts.bounded("; ".join(said), texts.WHO, "propcomment", flags)


def _attackers(values: Mapping[str, str]) -> tuple[Side, ...]:
    """Return how many attackers were seen; who they were is a matter of accusations."""
    text = value(values, "nperps")
    if not text or text.startswith("-"):
        return ()
    number = whole_number(text, "nperps")
    return (Side("attackers", "Attackers", low=number, high=number),) if number else ()


def accused_of(values: Mapping[str, str], flags: list[Flag]) -> tuple[Accused, ...]:
    """Return the groups that GTD names, suspected where it marks them so."""
    accused = []
    for group, subgroup, uncertain in _GROUP_COLUMNS:
        who = _group(values, group, flags)
        if who:
            suspected = code(values, uncertain) == "1"
            confidence = "suspected" if suspected else "asserted"
            accused.append(Accused(who, confidence, known(values, subgroup)))
    return tuple(accused)


def _group(values: Mapping[str, str], column: str, flags: list[Flag]) -> Named | str | None:
    name = texts.bounded(known(values, column), texts.WHO, column, flags)
    if not name:
        return None
    if name.lower().startswith("unaffiliated individual"):
        return name
    *before, last = name.split()
    return Named(name, kind="class" if before and last in _KINDS_OF_PEOPLE else "armed_group")


def claims_of(values: Mapping[str, str]) -> tuple[Claimed, ...]:
    """Return the claims made; "no claim known" only where GTD says so of every group."""
    used = [
        (group, code(values, claimed), known(values, mode))
        for group, claimed, mode in _CLAIM_COLUMNS
        if group == "gname" or value(values, group)
    ]
    if all(answer == "0" for _, answer, _ in used):
        return (Claimed(None, "none_known"),)
    note = _RIVAL_CLAIMS if code(values, "compclaim") == "1" else ""
    return tuple(
        Claimed(
            who=_group(values, group, []),
            medium=_MEDIA.get(mode.lower(), "other") if mode else "",
            medium_detail=texts.short(mode, texts.MEDIUM_DETAIL),
            note=note,
        )
        for group, answer, mode in used
        if answer == "1"
    )
