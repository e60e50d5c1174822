"""JSON Schemas (draft 2020-12, as OpenAPI 3.1 has it) of the parts that documents are made of.

What documents always hold is required, and there is nothing else in them: unknown is null. A schema
that others name stands in a dict by its name; `named` refers to it.
"""

from collections.abc import Iterable

from dates.partial import PRECISIONS

from .identity import LETTERS

Schema = dict[str, object]

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
TRUTH: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
TIME: Schema = {"type": "string", "format": "date-time"}
COUNTRY: Schema = {
    "type": "string",
    "pattern": "^[A-Z]{2}$",
    "description": "ISO 3166-1 alpha-2.",
}
ANYTHING: Schema = {}
RECORD: Schema = {
    "type": "string",
    "pattern": "^[ACDEILPRS][1-9][0-9]{0,8}$",
    "description": "The id of a record of any kind.",
}


def record(kind: str) -> Schema:
    """Describe the id of a record of a kind."""
    return {"type": "string", "pattern": f"^{LETTERS[kind]}[1-9][0-9]{{0,8}}$"}


def maybe(schema: Schema) -> Schema:
    """Describe what may be null: not known, or not said."""
    if isinstance(schema.get("type"), str) and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"oneOf": [schema, {"type": "null"}]}


def words(vocabulary: Iterable[str]) -> Schema:
    """Describe a word of a vocabulary: `words(IncidentType.values)`."""
    return {"type": "string", "enum": list(vocabulary)}


def exactly(word: str) -> Schema:
    return {"type": "string", "const": word}


def listed(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def thing(description: str = "", /, **properties: Schema) -> Schema:
    """Describe an object that holds all of these, and no more; `from_` stands for `from`."""
    named_properly = {name.rstrip("_"): schema for name, schema in properties.items()}
    schema: Schema = {
        "type": "object",
        "properties": named_properly,
        "required": list(named_properly),
        "additionalProperties": False,
    }
    return {"description": description, **schema} if description else schema


def named(name: str) -> Schema:
    """Refer to a schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


PARTS = {
    "Date": thing(
        "A date as precise as it is known, and no more.",
        edtf={"type": "string", "description": "EDTF, as in ISO 8601-2."},
        earliest={**maybe(DAY), "description": "The earliest possible day; null: open."},
        latest={**maybe(DAY), "description": "The latest possible day; null: open."},
        precision=words(PRECISIONS),
        approximate=TRUTH,
        text={"type": "string", "description": "The date in words."},
        wording={**maybe(TEXT), "description": "The words of the source."},
        time={**maybe(TEXT), "description": "The time of day, as it was told."},
    ),
    "Who": thing(
        "Somebody who says or does something: a record, or words where there is none.",
        record=maybe(RECORD),
        text=maybe(TEXT),
        via={**maybe(record("source")), "description": "The source through which it is known."},
    ),
}
