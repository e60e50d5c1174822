"""What may not be said of a field: rivals must speak of a field that there is."""

from ledger.shapes import Rows, Shape


def refuse_rivals(shape: Shape, state: dict) -> list[str]:
    """Return a sentence for each rival that speaks of a row or a field that the state has not."""
    fields = _fields_by_row(shape, state)
    return [sentence for row in state["rivals"] if (sentence := _refusal(row, fields))]


def _refusal(rival: dict, fields: dict[str, list[str]]) -> str:
    if rival["row"] not in fields:
        return f"Rival {rival['key']}: there is no row {rival['row']}; name one, or none."
    known = fields[rival["row"]]
    if rival["field"] not in known:
        return f"Rival {rival['key']}: “{rival['field']}” is no field; say {', '.join(known)}."
    return ""


def _fields_by_row(shape: Shape, state: dict) -> dict[str, list[str]]:
    found = {"": _names(shape)}
    holders: list[tuple[tuple[Rows, ...], dict]] = [(shape.rows, state)]
    for tables, holder in holders:
        for rows in tables:
            found |= {row["key"]: _names(rows) for row in holder[rows.name]}
            holders.extend((rows.rows, row) for row in holder[rows.name])
    return found


def _names(place: Shape | Rows) -> list[str]:
    return [one.name for one in (*place.fields, *place.rows) if one.name != "rivals"]
