"""What is said of a mapping that cannot be used."""

import json
from pathlib import Path

import pytest

from actors.vocabulary import ActorKind
from datasets.formats.mapping import (
    CONFIDENCES,
    FIELDS,
    KINDS,
    PRECISIONS,
    TYPES,
    BadMapping,
    missing_columns,
    understand,
)
from incidents.vocabulary import Confidence, IncidentType, Precision

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ([], "JSON object"),
        ({"fields": []}, "JSON object"),
        ({"fields": {"id": "no"}, "column": "x"}, "no part of a mapping"),
        ({"fields": {"id": "no"}, "unknown": "NA"}, "list"),
        ({"fields": {"id": "no"}, "span": "during"}, "“lasted” or “between”"),
        ({"fields": {}}, "“id” must be a column"),
        ({"fields": {"id": {"value": "1"}}}, "“id” must be a column"),
        ({"fields": {"id": "no", "colour": "c"}}, "no field “colour”"),
        ({"fields": {"id": "no", "title": 3}}, "is a column, or an object"),
        ({"fields": {"id": "no", "title": {"column": ""}}}, "not empty"),
        (
            {"fields": {"id": "no", "title": {"column": "a", "value": "b"}}},
            "either a column or one",
        ),
        ({"fields": {"id": "no", "type": {"value": "duel"}}}, "“duel” is no type"),
        ({"fields": {"id": "no", "type": {"column": "a", "words": {"x": "duel"}}}}, "no type"),
        ({"fields": {"id": "no", "title": {"column": "a", "kind": "militia"}}}, "“kind” goes with"),
        ({"fields": {"id": "no", "date": "a", "date_start": "b"}}, "either “date”"),
        ({"fields": {"id": "no", "date_start": "b"}}, "go together"),
        ({"fields": {"id": "no", "latitude": "b"}}, "go together"),
        ({"fields": {"id": "no", "latitude": "y", "longitude": "x"}}, "how exact"),
        ({"fields": {"id": "no", "killed": "a", "killed_low": "b"}}, "either “killed”"),
    ],
)
def test_each_problem_is_a_sentence(mapping, said):
    with pytest.raises(BadMapping, match=said):
        understand(mapping)


def test_all_problems_are_told_at_once():
    with pytest.raises(BadMapping) as refused:
        understand({"fields": {"colour": "c", "date_start": "d"}})
    assert len(refused.value.sentences) == 3


def test_columns_that_a_file_lacks_are_named():
    plan = understand({"fields": {"id": "no", "title": "name", "country": {"value": "YE"}}})
    assert plan.columns == {"no", "name"}
    assert missing_columns(plan, ["no"]) == [
        "The file has no column “name”, which the mapping names."
    ]


@pytest.mark.parametrize(
    ("ours", "vocabulary"),
    [(TYPES, IncidentType), (PRECISIONS, Precision), (CONFIDENCES, Confidence), (KINDS, ActorKind)],
)
def test_the_words_of_mappings_are_those_of_the_record(ours, vocabulary):
    assert list(ours) == vocabulary.values


def test_every_field_stands_in_the_documentation():
    text = (ROOT / "docs" / "importing.md").read_text(encoding="utf-8")
    counted = ("_low", "_high", "_best")
    assert not [name for name in FIELDS if not name.endswith(counted) and f"`{name}`" not in text]


def test_the_examples_are_sound():
    for path in (ROOT / "datasets" / "formats" / "examples").glob("*.json"):
        assert understand(json.loads(path.read_text(encoding="utf-8")))
