"""Bringing a new release to a record that people may have edited meanwhile. Pure.

Three states meet: what the last release said (`base`), what the record says now (`mine`), and what
the new release says (`new`). What people left alone follows the release; what the release left
alone stays theirs; where both changed, theirs stays and is told.
"""

MISSING = object()


def merge(base: dict, mine: dict, new: dict) -> tuple[dict, list[str]]:
    """Return the merged state, and the paths at which people's words were kept against it."""
    kept: list[str] = []
    return _merge_holder(base, mine, new, "", kept), kept


def _merge_holder(base: dict, mine: dict, new: dict, path: str, kept: list[str]) -> dict:
    return {
        name: _merge_value(base.get(name, MISSING), mine[name], new[name], f"{path}{name}", kept)
        for name in mine
    }


def _merge_value(base, mine, new, path: str, kept: list[str]):
    if mine in (base, new):
        return new
    if new == base:
        return mine
    if all(map(_is_rows, (base, mine, new))):
        return _merge_rows(base, mine, new, path, kept)
    kept.append(path)
    return mine


def _is_rows(value) -> bool:
    """Whether a value is a list of rows, known by their keys."""
    return isinstance(value, list) and all(isinstance(one, dict) and "key" in one for one in value)


def _merge_rows(base: list, mine: list, new: list, path: str, kept: list[str]) -> list:
    """Merge rows by key: those of the release in its order, then the rest of people's own."""
    was, is_now, comes = ({row["key"]: row for row in rows} for rows in (base, mine, new))
    merged = []
    for key in [*comes, *(one for one in is_now if one not in comes)]:
        row = _merge_row(was.get(key), is_now.get(key), comes.get(key), f"{path}.{key}", kept)
        if row is not None:
            merged.append(row)
    return merged


def _merge_row(base, mine, new, path: str, kept: list[str]) -> dict | None:
    if mine in (base, new):
        return new
    if new == base:
        return mine
    if base and mine and new:
        return _merge_holder(base, mine, new, f"{path}.", kept)
    kept.append(path)
    return mine
