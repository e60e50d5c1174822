"""Who says something, and from where it comes: sameness of authors, independence of sources.

A *who* is `{"record": "A20" or null, "text": str or null, "via": "R4" or null}`. `origins` maps a
source's id to the id of the source that it derives from; chains are followed here, to their end.
"""

from collections.abc import Iterable, Mapping

Identity = tuple[str, str]


def origin_of(source: str, origins: Mapping[str, str]) -> str:
    """The source at the end of the chain of derivation; of a circle, its first id."""
    seen = [source]
    while (source := origins.get(source, "")) and source not in seen:
        seen.append(source)
    return min(seen[seen.index(source) :]) if source else seen[-1]


def identity(who: dict | None, origins: Mapping[str, str] | None = None) -> Identity | None:
    """What makes two whos the same: their record, or without one their text; None for nobody.

    Texts are equal whatever their case and spacing. A source that speaks is the source that it
    derives from. Through whom it was said ("via") makes no difference.
    """
    if not who:
        return None
    if who.get("record"):
        return "record", origin_of(who["record"], origins or {})
    text = " ".join((who.get("text") or "").split()).casefold()
    return ("text", text) if text else None


def independent_origins(rows: Iterable[dict], origins: Mapping[str, str] | None = None) -> int:
    """On how many independent sources these assertions rest; 0 where none names a source.

    A row is a report, claim or attribution with `citations` and a `by` or `speaker`. Where that
    says "via R4", R4 is the source and the citations only say where it was read. Sources that
    derive from one origin count once.
    """
    found = {origin_of(source, origins or {}) for row in rows for source in _sources(row)}
    return len(found)


def _sources(row: dict) -> list[str]:
    who = row.get("by") or row.get("speaker") or {}
    if who.get("via"):
        return [who["via"]]
    return [citation["source"] for citation in row.get("citations", [])]
