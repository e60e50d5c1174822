"""Which office somebody held on a day, where the statement does not say in what role they spoke."""

from .material import Material


def office_held(material: Material, who: dict | None, day: dict | None) -> str:
    """Name the one office that a speaker surely held on a day, by dated relations; "" otherwise."""
    actor = material.around.get((who or {}).get("record") or "")
    if actor is None or actor["kind"] != "actor" or day is None:
        return ""
    held = [row for row in actor["relationships"] if _surely_holds(row, day)]
    return _title(material, held[0]) if len(held) == 1 else ""


def _surely_holds(row: dict, day: dict) -> bool:
    start, end = row["start"], row["end"]
    if row["relation"] != "holds_office" or row["contested"] or not (start and start["latest"]):
        return False
    began = day["earliest"] is not None and start["latest"] <= day["earliest"]
    ends = end["earliest"] if end else None
    return began and (ends is None or (day["latest"] is not None and day["latest"] <= ends))


def _title(material: Material, row: dict) -> str:
    return row["role_title"] or f"in office at {material.reading.name(row['object'])}"
