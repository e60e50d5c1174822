"""What a state may not say, told by path and sentence, without a database."""

import copy
import json
from dataclasses import replace

import pytest

from config.kinds import KINDS
from ledger.checking import Problem, check_state, examine
from ledger.defaults import short, whole
from ledger.models import Record
from tests.ledger.native_files import documented_example, load_lines, make_source

STATES = [
    {name: value for name, value in json.loads(line).items() if name != "format"}
    for line in documented_example().splitlines()
]
ANYTHING = [None, True, 0, -1, 1.5, "", "x", [], [None], {}, {"x": 1}, 10**30, float("nan")]


def incident(**fields):
    return {"kind": "incident", "key": "attack", "title": "An attack", **fields}


def problems(**fields):
    return [str(problem) for problem in examine(KINDS["incident"], incident(**fields)).problems]


def paths_in(value, path=()):
    """List the path of every value inside a state, itself included."""
    inside = {}
    if isinstance(value, dict):
        inside = value
    elif isinstance(value, list):
        inside = dict(enumerate(value))
    deeper = [paths_in(one, (*path, name)) for name, one in inside.items()]
    return [path, *(found for paths in deeper for found in paths)]


def replaced(state, path, value):
    changed = copy.deepcopy({"": state})
    holder, (*way, last) = changed, ("", *path)
    for name in way:
        holder = holder[name]
    holder[last] = value
    return changed[""]


def test_a_short_state_is_sound():
    assert problems() == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"outcome": "won"}, "outcome: “won” is not one of hit, missed, intercepted"),
        ({"title": ""}, "title: a text is needed; it must not be empty."),
        ({"title": None}, "title: a text is needed; null is not accepted."),
        ({"title": "x" * 301}, "title: ensure this value has at most 300 characters"),
        ({"title": "\x00"}, "title: a text may hold neither NUL"),
        ({"title": "\ud800"}, "title: a text may hold neither NUL (\\u0000) nor half"),
        ({"account": "x" * 100_001}, "account: a text may have 100,000 characters at most."),
        ({"tittle": "x"}, "“tittle” is no field here; there are kind, key, audience, title"),
        ({"audience": "all"}, "audience: “all” is not one of public, members."),
        ({"tags": ["a", 5]}, "tags: item 2: a text is needed instead of 5."),
        ({"tags": "a"}, "tags: a list is needed instead of “a”."),
        ({"parent": 5}, "parent: one incident is needed instead of 5."),
        ({"claims": {}}, "claims: a list is needed instead of {}."),
        ({"claims": [5]}, "claims[0]: an object is needed instead of 5."),
        ({"citations": [{}]}, "citations[0].source: one source is needed instead of null."),
        ({"date": "2020"}, 'date: A date is null or texts: {"edtf"'),
        ({"date": {"edtf": "June 2020"}}, "date: “June 2020” is not a date that can be under"),
        ({"date": {"edtf": "2020", "time": "x" * 61}}, "date.time: ensure this value has at most"),
    ],
)
def test_a_problem_names_the_field_and_says_what_would_be_accepted(fields, sentence):
    assert problems(**fields)[0].startswith(sentence)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"key": "k1", "stance": "claim"}, "claims[0].stance: “claim” is not one of claims, imp"),
        ({"key": "k1"}, "claims[0].stance: one of claims, implies"),
        ({"stance": "claims"}, "claims[0].key: a key that stays the row's own is needed: k1, k2"),
        ({"key": "k1", "stance": "claims", "replies_to": "k9"}, "claims[0].replies_to: “k9” is no"),
        ({"key": "k1", "stance": "claims", "speaker": "me"}, "claims[0].speaker: somebody is null"),
        (
            {"key": "k1", "stance": "claims", "citations": [{"source": "a", "field": "titel"}]},
            "claims[0].citations[0].field: one of stance, speaker",
        ),
        (
            {"key": "k1", "stance": "claims", "also_covers": ["a", "a"]},
            "claims[0].also_covers[1]: “a” stands in the list twice.",
        ),
    ],
)
def test_a_problem_of_a_row_names_the_row(row, sentence):
    assert problems(claims=[row])[0].startswith(sentence)


def test_two_rows_may_not_share_a_key_even_in_different_reports():
    counts = [{"key": "n1", "outcome": "killed"}]
    reports = [{"key": "c1", "counts": counts}, {"key": "c2", "counts": counts}]
    sentence = "“n1” is the key of another row too; each has its own."
    assert problems(casualty_reports=reports) == [f"casualty_reports[1].counts[0].key: {sentence}"]


def test_a_row_reference_reaches_only_rows_of_its_own_table():
    rows = {"claims": [{"key": "k1", "stance": "claims", "replies_to": "w1"}]}
    sentence = "claims[0].replies_to: “w1” is no such row of this record; there are k1."
    assert sentence in problems(**rows, weapons=[{"key": "w1", "weapon": "rocket"}])


def test_depth_without_end_is_refused():
    value = None
    for _ in range(100):
        value = [value]
    rival = {"key": "x1", "field": "date", "wording": "later", "value": value}
    assert problems(rivals=[rival])[0].endswith("it is nested more than 20 deep.")


@pytest.mark.parametrize("state", STATES, ids=lambda state: state["kind"])
def test_no_json_anywhere_in_a_state_breaks_the_check(state):
    kind = KINDS[state["kind"]]
    for path in paths_in(state):
        for value in ANYTHING:
            given = replaced(state, path, value)
            if not examine(kind, given).problems:
                again = whole(kind.shape, given)
                assert whole(kind.shape, short(kind.shape, again)) == again


def test_a_kind_refuses_whole_states_by_rules_of_its_own():
    kind = replace(KINDS["incident"], refuse=lambda state: [f"It has {state['claims']}."])
    assert examine(kind, incident()).problems == [Problem("", "It has [].")]


@pytest.mark.django_db
def test_a_state_may_not_name_a_record_that_is_not_there():
    found = check_state(KINDS["incident"], incident(parent="I404"))
    assert found == [Problem("parent", "there is no record “I404”.")]


@pytest.mark.django_db
def test_a_state_may_not_name_a_record_of_another_kind():
    load_lines(make_source())
    source = Record.objects.get().public_id
    (found,) = check_state(KINDS["incident"], incident(parent=source))
    assert found.sentence.endswith("is of the kind source; name one of the kind incident.")
