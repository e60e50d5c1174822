"""What a column has against a value that came as JSON, in sentences."""

import json

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

TYPES = (
    (models.BooleanField, bool, "true or false"),
    (models.IntegerField, int, "a whole number"),
    (models.FloatField, int | float, "a number"),
    (ArrayField, list, "a list"),
    (models.CharField, str, "a text"),
    (models.TextField, str, "a text"),
)
SHOWN = 60


def refusals(column: models.Field, value: object) -> list[str]:
    """Return what a model's field has against a value, by its type, choices and validators."""
    needed, fits = _type_of(column, value)
    if value is None:
        return [] if column.null else [f"{needed} is needed; null is not accepted."]
    if not fits:
        return [f"{needed} is needed instead of {shown(value)}."]
    if column.choices and value not in [choice for choice, _ in column.flatchoices]:
        return [] if value == "" and column.blank else [_not_a_choice(column, value)]
    if value == "" and not column.blank:
        return ["a text is needed; it must not be empty."]
    if isinstance(column, ArrayField):
        return [
            f"item {number}: {sentence}"
            for number, item in enumerate(value, 1)
            for sentence in refusals(column.base_field, item)
        ]
    return _validated(column, value)


def _validated(column: models.Field, value: object) -> list[str]:
    try:
        column.clean(value, None)
    except ValidationError as error:
        return [f"{message[0].lower()}{message[1:]}" for message in error.messages]
    return []


def _type_of(column: models.Field, value: object) -> tuple[str, bool]:
    """Return what the JSON of a column is called, and whether `value` is of that type."""
    for kind_of_column, expected, needed in TYPES:
        if isinstance(column, kind_of_column):
            is_truth = isinstance(value, bool)
            return needed, isinstance(value, expected) and is_truth == (expected is bool)
    return "a value", True


def _not_a_choice(column: models.Field, value: object) -> str:
    choices = ", ".join(str(choice) for choice, _ in column.flatchoices)
    return f"{shown(value)} is not one of {choices}." if value else f"one of {choices} is needed."


def printable(text: str) -> str:
    """Return text that is safe to print: what controls a terminal, or has no form, is replaced."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text)


def shown(value: object) -> str:
    """Show a value inside a sentence, cut where it is long."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    cut = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return f"“{cut}”" if isinstance(value, str) else cut
