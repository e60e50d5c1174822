"""What of a document rests on a source: which of its assertions cite it, name it, or quote it."""

from collections import Counter
from collections.abc import Iterator

from ledger.prose import sources_in
from ledger.wording import counted, listed

# What one row of each list in a document is called, and several.
ROWS = {
    "attributions": ("accusation", "accusations"),
    "claims": ("claim", "claims"),
    "commitments": ("promise", "promises"),
    "counts": ("count of a report", "counts of reports"),
    "entries": ("entry", "entries"),
    "follow_ups": ("follow-up of a promise", "follow-ups of promises"),
    "names": ("name", "names"),
    "numbers": ("number", "numbers"),
    "participants": ("participant", "participants"),
    "parties": ("party", "parties"),
    "places": ("place", "places"),
    "relationships": ("relation", "relations"),
    "renderings": ("quote", "quotes"),
    "reports": ("casualty report", "casualty reports"),
    "rivals": ("rival value", "rival values"),
    "weapons": ("weapon", "weapons"),
}


def resting_words(document: dict, source: str) -> str:
    """Say what of a document rests on a source: "the date and the title; two accusations"."""
    fields, rows = set(), Counter()
    for row, field in _citing(document, source, ""):
        if row:
            rows[row] += 1
        else:
            fields.add(field)
    told = [listed([f"the {one}" for one in sorted(fields)])] if fields else []
    told += [counted(number, *ROWS[row]) for row, number in sorted(rows.items())]
    return "; ".join(told)


def _citing(value: object, source: str, row: str) -> Iterator[tuple[str, str]]:
    """Yield (list, "") for each row that a source supports, ("", field) for the record's own."""
    if isinstance(value, list):
        for one in value:
            yield from _citing(one, source, row)
    if not isinstance(value, dict):
        return
    cited = [one for one in value.get("citations", []) if one["source"] == source]
    if row and (cited or _names(value, source)):
        yield row, ""
    elif not row:
        yield from (("", (one["field"] or "whole record").replace("_", " ")) for one in cited)
        yield from (("", name) for name, text in value.items() if _quotes(text, source))
    for name, inside in value.items():
        if name in ROWS or isinstance(inside, dict):
            yield from _citing(inside, source, name if name in ROWS else row)


def _names(row: dict, source: str) -> bool:
    """Whether somebody in a row is the source itself, or is known through it."""
    whos = [one for one in row.values() if isinstance(one, dict) and "via" in one]
    return any(source in (who["record"], who["via"]) for who in whos)


def _quotes(text: object, source: str) -> bool:
    return isinstance(text, str) and "[" in text and source in sources_in(text)
