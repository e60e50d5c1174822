"""The two spellings of a state: whole, as revisions keep it, and short, as people write it.

A short state leaves out whatever says no more than the default: a model field's own default, null
for dates, references and people, an empty list for rows and citations.
"""

from datetime import UTC, datetime
from enum import Enum

from django.db import models

from .shapes import Date, Field, Instant, References, Rows, Shape, Value, Who

CITATION = {"field": "", "source": None, "locator": "", "quote": "", "credibility": None}
DATE = {"edtf": None, "wording": "", "time": ""}
WHO = {"record": None, "text": None, "via": None}


def whole(shape: Shape, state: dict) -> dict:
    """Return a checked state with every field, each in the spelling that the tables give back."""
    audience = state.get("audience", default_of(shape.model, "audience"))
    return {
        "kind": shape.model.KIND,
        "key": state["key"],
        "audience": audience,
        **_whole_holder(shape, state, cited=shape.citations is not None),
    }


def short(shape: Shape, state: dict) -> dict:
    """Return a whole state without what `whole` would put back."""
    head = {"kind": state["kind"], "key": state["key"]}
    if state["audience"] != default_of(shape.model, "audience"):
        head["audience"] = state["audience"]
    return {**head, **_short_holder(shape, state)}


def default_of(model: type[models.Model], name: str):
    """Return what a column holds when nobody says anything, as JSON has it."""
    default = model._meta.get_field(name).get_default()
    return default.value if isinstance(default, Enum) else default


def _whole_holder(place: Shape | Rows, holder: dict, *, cited: bool) -> dict:
    made = {item.name: _whole_value(place.model, item, holder) for item in place.fields}
    for rows in place.rows:
        made[rows.name] = [
            {"key": row["key"], **_whole_holder(rows, row, cited=cited)}
            for row in holder.get(rows.name, [])
        ]
    if cited:
        made["citations"] = [CITATION | citation for citation in holder.get("citations", [])]
    return made


def _whole_value(model: type[models.Model], item: Field, holder: dict):
    default = _default(model, item)
    value = holder.get(item.name, default)
    if value is None:
        return None
    if isinstance(item, Date):
        return DATE | value
    if isinstance(item, Instant):
        return datetime.fromisoformat(value).astimezone(UTC).isoformat()
    if isinstance(item, Who):
        named = {part: value.get(part) or None for part in WHO}
        return named if any(named.values()) else None
    is_float = isinstance(item, Value) and isinstance(
        model._meta.get_field(item.name), models.FloatField
    )
    return float(value) if is_float else value


def _short_holder(place: Shape | Rows, holder: dict) -> dict:
    made = {
        item.name: _short_value(item, holder[item.name])
        for item in place.fields
        if holder[item.name] != _default(place.model, item)
    }
    for rows in place.rows:
        if holder[rows.name]:
            made[rows.name] = [
                {"key": row["key"], **_short_holder(rows, row)} for row in holder[rows.name]
            ]
    if holder.get("citations"):
        made["citations"] = [_without(CITATION, citation) for citation in holder["citations"]]
    return made


def _short_value(item: Field, value):
    if isinstance(item, Date):
        return _without(DATE, value)
    return _without(WHO, value) if isinstance(item, Who) else value


def _without(defaults: dict, value: dict) -> dict:
    """Leave out of `value` what says the default, in the order of the defaults."""
    return {name: value[name] for name in defaults if value[name] != defaults[name]}


def _default(model: type[models.Model], item: Field):
    if isinstance(item, Value):
        return default_of(model, item.name)
    return [] if isinstance(item, References) else None
