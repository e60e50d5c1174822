"""The form that makes a mapping: which column of a table says what, as far as it can be guessed."""

import json

from django import forms
from django.core.exceptions import ValidationError

from datasets.formats.mapping import (
    COUNTED,
    ESTIMATES,
    KINDS,
    PRECISIONS,
    TYPES,
    BadMapping,
    missing_columns,
    understand,
)
from datasets.reading.guessing import Proposal

LARGEST_MAPPING = 1_000_000
LISTED = (
    *("id", "title", "date", "date_start", "date_end", "type", "place", "province", "country"),
    *("latitude", "longitude", "precision", "perpetrator", "confidence", "claimed_by", "target"),
    *("party", "source", "url", "summary", "tags"),
)
FIELD_CHOICES = [
    ("", "not used"),
    *((name, name.replace("_", " ")) for name in LISTED),
    *(
        (f"{name}{tail}", f"{name}{tail}".replace("_", " "))
        for name in COUNTED
        for tail in ("", *(f"_{estimate}" for estimate in ESTIMATES))
    ),
]
ACTORS = ("perpetrator", "claimed_by", "party")
SAMPLES = 3


class MappingForm(forms.Form):
    """A field for each column, and what holds of all rows. `mapping` is what was made of it.

    `before` is the mapping so far, if there is one; what the form cannot show of it is kept.
    """

    mapping_file = forms.FileField(
        label="A mapping file", required=False, help_text="It takes the place of all that follows."
    )
    precision = forms.ChoiceField(
        label="How exact the coordinates are, if no column says it",
        required=False,
        choices=[("", "a column says it"), *((one, one.replace("_", " ")) for one in PRECISIONS)],
    )
    country = forms.CharField(
        label="Country, if no column says it",
        max_length=100,
        required=False,
        help_text="A name, or a code such as YE.",
    )
    numeric_dates = forms.ChoiceField(
        label="Dates such as 3/4/2020",
        required=False,
        choices=[
            ("", "there are none"),
            ("day first", "day first"),
            ("month first", "month first"),
        ],
    )
    unknown = forms.CharField(
        label="Cells that mean “not known”",
        max_length=500,
        required=False,
        help_text="Divided by commas, for example NA, Unknown.",
    )
    kind = forms.ChoiceField(
        label="Perpetrators, claimants and parties are mostly",
        required=False,
        choices=[(one, one.replace("_", " ")) for one in KINDS],
    )
    type_words = forms.CharField(
        label="What its types mean",
        required=False,
        widget=forms.Textarea({"rows": 6}),
        help_text="A line each, for example UAV = drone strike. There are: "
        f"{', '.join(one.replace('_', ' ') for one in TYPES)}. Others are kept as they are.",
    )

    def __init__(self, *args, columns: list[str], before: dict, **options):
        super().__init__(*args, initial=_initial(columns, before), **options)
        self.columns, self.before = columns, before
        for number, column in enumerate(columns):
            self.fields[f"column-{number}"] = forms.ChoiceField(
                label=column, choices=FIELD_CHOICES, required=False
            )

    def clean_type_words(self) -> dict[str, str]:
        words = {}
        for line in self.cleaned_data["type_words"].splitlines():
            cell, sign, word = line.rpartition("=")
            if line.strip() and not (sign and cell.strip() and word.strip()):
                raise ValidationError(f"“{line.strip()}” is not of the form: cell = type.")
            if line.strip():
                words[cell.strip()] = word.strip().replace(" ", "_")
        return words

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self.mapping = self._from_file() or self._from_fields()
            self._check(self.mapping)
        return cleaned

    def column_rows(self, proposal: Proposal, rows: list[list[str]]) -> list[dict]:
        """Return each column with its field, samples of its cells, and why it was guessed."""
        reasons = {guess.column: guess.reason for guess in proposal.guesses}
        return [
            {
                "field": self[f"column-{number}"],
                "samples": _samples(row[number] for row in rows),
                "reason": reasons.get(column, ""),
            }
            for number, column in enumerate(self.columns)
        ]

    def rest(self) -> list[forms.BoundField]:
        """Return the fields that are about no column."""
        return [self[name] for name in self.base_fields if name != "mapping_file"]

    def _from_file(self) -> dict | None:
        upload = self.cleaned_data["mapping_file"]
        if not upload:
            return None
        try:
            return json.loads(upload.read(LARGEST_MAPPING).decode())
        except (ValueError, RecursionError):
            self.add_error("mapping_file", "This is not JSON; docs/importing.md has an example.")
            return {}

    def _from_fields(self) -> dict:
        cleaned = self.cleaned_data
        unknown = [one.strip() for one in cleaned["unknown"].split(",") if one.strip()]
        options = {"numeric_dates": cleaned["numeric_dates"], "unknown": unknown}
        kept = {name: self.before[name] for name in ("about", "span") if name in self.before}
        fields = {**self._kept_values(), **self._of_columns()}
        for name in ("precision", "country"):
            if cleaned[name]:
                fields[name] = {"value": cleaned[name]}
        return {**kept, **{name: one for name, one in options.items() if one}, "fields": fields}

    def _of_columns(self) -> dict:
        fields = {}
        for number, column in enumerate(self.columns):
            name = self.cleaned_data[f"column-{number}"]
            if name in fields:
                self.add_error(f"column-{number}", "Another column is taken for that already.")
            elif name:
                fields[name] = self._spec(name, column)
        return fields

    def _spec(self, name: str, column: str) -> str | dict:
        """Return what a mapping says of a column: more than its name where words go with it."""
        was = self.before["fields"].get(name)
        spec = {"column": column}
        if isinstance(was, dict) and was.get("column") == column:
            spec |= was
        if name == "type":
            spec["words"] = self.cleaned_data["type_words"]
        if name in ACTORS:
            spec["kind"] = self.cleaned_data["kind"] or "armed_group"
        spec = {key: one for key, one in spec.items() if one}
        return column if spec == {"column": column} else spec

    def _kept_values(self) -> dict:
        shown = ("precision", "country")
        return {
            name: spec
            for name, spec in self.before["fields"].items()
            if isinstance(spec, dict) and "value" in spec and name not in shown
        }

    def _check(self, mapping: dict) -> None:
        if self.errors:
            return
        try:
            missing = missing_columns(understand(mapping), self.columns)
        except BadMapping as error:
            missing = error.sentences
        for sentence in missing:
            self.add_error(None, sentence)


def _initial(columns: list[str], before: dict) -> dict:
    """Return what stands in the fields at first."""
    specs = {
        name: {"column": spec} if isinstance(spec, str) else spec
        for name, spec in before["fields"].items()
    }
    by_column = {spec["column"]: name for name, spec in specs.items() if spec.get("column")}
    words = specs.get("type", {}).get("words", {})
    kinds = [specs[name]["kind"] for name in ACTORS if specs.get(name, {}).get("kind")]
    return {
        **{f"column-{place}": by_column.get(one, "") for place, one in enumerate(columns)},
        "precision": specs.get("precision", {}).get("value", ""),
        "country": specs.get("country", {}).get("value", ""),
        "numeric_dates": before.get("numeric_dates", ""),
        "unknown": ", ".join(before.get("unknown", [])),
        "kind": kinds[0] if kinds else "armed_group",
        "type_words": "\n".join(f"{cell} = {word}" for cell, word in words.items()),
    }


def _samples(cells) -> list[str]:
    """Return a few cells that differ."""
    said = list(dict.fromkeys(one.strip() for one in cells if one.strip()))[:SAMPLES]
    return [one if len(one) <= 60 else f"{one[:59]}…" for one in said]
