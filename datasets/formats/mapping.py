"""A mapping: which column of somebody's own table says what. Checked whole before a row is read.

The form of a mapping file stands in docs/importing.md.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

TYPES = (
    *(
        "rocket_attack",
        "drone_strike",
        "airstrike",
        "missile_strike",
        "shelling",
        "ied",
        "car_bomb",
    ),
    *("suicide_bombing", "armed_assault", "armed_clash", "assassination", "abduction", "arson"),
    *("storming", "chemical_attack", "other"),
)
PRECISIONS = (
    *("exact", "neighbourhood", "town", "near_town", "district", "province", "country", "none"),
)
CONFIDENCES = ("asserted", "suspected", "probable", "confirmed", "cleared", "declined")
KINDS = (
    *("state", "government", "state_force", "armed_group", "militia", "umbrella", "coalition"),
    *("party", "international_org", "organisation", "person", "population", "class"),
    *("unidentified",),
)

# What is counted: of each field, alone or as _low, _high and _best, the slot, the outcome, of whom.
COUNTED = {
    "killed": ("all", "killed", "all"),
    "injured": ("injured", "injured", "all"),
    "abducted": ("abducted", "abducted", "all"),
    "civilians_killed": ("civilians", "killed", "civilian"),
    "civilians_injured": ("injured_civilians", "injured", "civilian"),
    "attackers_killed": ("attackers", "killed", "attacker"),
}
ESTIMATES = ("low", "high", "best")
ACTORS = ("perpetrator", "party", "claimed_by")
FIELDS = frozenset(
    {
        *("id", "title", "date", "date_start", "date_end", "type", "place", "province", "country"),
        *("latitude", "longitude", "precision", "confidence", "source", "url", "summary", "tags"),
        *("target", *ACTORS),
        *COUNTED,
        *(f"{name}_{estimate}" for name in COUNTED for estimate in ESTIMATES),
    }
)

_OPTIONS = {
    "about": "a text",
    "unknown": "a list of the cells that mean “not known”",
    "numeric_dates": "“day first” or “month first”",
    "span": "“lasted” or “between”",
    "fields": "an object of fields",
}
_CHOICES = {"numeric_dates": ("day first", "month first"), "span": ("lasted", "between")}
_WORDS = {"type": TYPES, "precision": PRECISIONS, "confidence": CONFIDENCES}
_IN_A_FIELD = {"column", "value", "words", "kind"}


class BadMapping(ValueError):
    """A mapping that cannot be used: one sentence for each thing that is wrong with it."""

    def __init__(self, sentences: list[str]):
        self.sentences = sentences
        super().__init__(" ".join(sentences))


@dataclass(frozen=True, slots=True)
class Field:
    """Where a field comes from: a column, or (column "") one value for every row."""

    column: str = ""
    value: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    kind: str = "armed_group"


@dataclass(frozen=True, slots=True)
class Plan:
    """A checked mapping."""

    fields: Mapping[str, Field]
    unknown: frozenset[str]
    numeric_dates: str = ""
    span: str = "lasted"

    @property
    def columns(self) -> frozenset[str]:
        """The columns that a file needs to be read by this mapping."""
        return frozenset(one.column for one in self.fields.values() if one.column)

    @property
    def id_column(self) -> str:
        """The column of the rows' ids."""
        return self.fields["id"].column


def understand(mapping: object) -> Plan:
    """Return the plan of a mapping as read from JSON; BadMapping says all that is wrong with it."""
    sentences = list(_problems(mapping))
    if sentences:
        raise BadMapping(sentences)
    return Plan(
        fields={name: _field(spec) for name, spec in mapping["fields"].items()},
        unknown=frozenset({"", *(text.casefold() for text in mapping.get("unknown", []))}),
        numeric_dates=mapping.get("numeric_dates", ""),
        span=mapping.get("span", "lasted"),
    )


def missing_columns(plan: Plan, header: Iterable[str]) -> list[str]:
    """Return a sentence for each column of the plan that a file does not have."""
    there = set(header)
    return [
        f"The file has no column “{column}”, which the mapping names."
        for column in sorted(plan.columns - there)
    ]


def _field(spec: str | dict) -> Field:
    return Field(column=spec) if isinstance(spec, str) else Field(**spec)


def _problems(mapping: object) -> Iterator[str]:
    if not isinstance(mapping, dict) or not isinstance(mapping.get("fields"), dict):
        yield "A mapping is a JSON object with “fields”, an object of field and column."
        return
    for name in sorted(mapping.keys() - _OPTIONS.keys()):
        yield f"“{name}” is no part of a mapping; there are {', '.join(_OPTIONS)}."
    unknown = mapping.get("unknown", [])
    if not isinstance(unknown, list) or not all(isinstance(text, str) for text in unknown):
        yield f"“unknown” is {_OPTIONS['unknown']}."
    for name, choices in _CHOICES.items():
        if name in mapping and mapping[name] not in choices:
            yield f"“{name}” is {_OPTIONS[name]}."
    for name, spec in mapping["fields"].items():
        yield from _field_problems(name, spec)
    yield from _together(mapping["fields"])


def _field_problems(name: str, spec: object) -> Iterator[str]:
    if name not in FIELDS:
        yield f"There is no field “{name}”; docs/importing.md lists those there are."
        return
    if isinstance(spec, str):
        spec = {"column": spec}
    if not isinstance(spec, dict) or spec.keys() - _IN_A_FIELD:
        yield f"“{name}” is a column, or an object with “column” or “value”, “words” and “kind”."
        return
    texts = [spec[key] for key in ("column", "value", "kind") if key in spec]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        yield f"In “{name}”, column, value and kind are texts that are not empty."
    elif ("column" in spec) == ("value" in spec):
        yield f"“{name}” needs either a column or one value for every row."
    yield from _word_problems(name, spec)


def _word_problems(name: str, spec: dict) -> Iterator[str]:
    words = spec.get("words", {})
    if not isinstance(words, dict) or not all(isinstance(word, str) for word in words.values()):
        yield f"“words” of “{name}” is an object: what stands in the file, and what it means."
        return
    if "kind" in spec and (name not in ACTORS or spec["kind"] not in KINDS):
        yield f"“kind” goes with {', '.join(ACTORS)}, and is one of {', '.join(KINDS)}."
    accepted = _WORDS.get(name)
    said = [*words.values(), *([spec["value"]] if "value" in spec else [])]
    for word in said if accepted else []:
        if word not in accepted:
            yield f"“{word}” is no {name}; there are {', '.join(accepted)}."


def _together(fields: dict) -> Iterator[str]:
    """Yield what is wrong with fields that need or exclude one another."""
    ident = fields.get("id")
    if ident is None or (isinstance(ident, dict) and "value" in ident):
        yield "“id” must be a column: without an id of its own no row can be found again."
    if "date" in fields and fields.keys() & {"date_start", "date_end"}:
        yield "Give either “date”, or “date_start” and “date_end”."
    if ("date_start" in fields) != ("date_end" in fields):
        yield "“date_start” and “date_end” go together."
    if ("latitude" in fields) != ("longitude" in fields):
        yield "“latitude” and “longitude” go together."
    if "latitude" in fields and "precision" not in fields:
        yield (
            "Say by “precision” how exact the coordinates are, by a column or by one value: "
            f"{', '.join(PRECISIONS)}."
        )
    for name in COUNTED:
        if name in fields and fields.keys() & {f"{name}_{one}" for one in ESTIMATES}:
            yield f"Give either “{name}”, or “{name}_low”, “{name}_high” and “{name}_best”."
