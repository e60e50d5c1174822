"""Every word that readers meet is defined."""

import importlib

import pytest
from django.db.models import Choices

from config.vocabulary import VOCABULARIES
from dates.partial import PRECISIONS
from incidents.filters import ATTRIBUTION_STATUSES, CLAIM_STATUSES
from timeline.standing import SETTLING

WORDS = [(name, value) for name, one in VOCABULARIES.items() for value in one.words]


def choices_of(module: str) -> list[type[Choices]]:
    found = vars(importlib.import_module(module)).values()
    return [one for one in found if isinstance(one, type) and one.__module__ == module]


@pytest.mark.parametrize(("name", "value"), WORDS)
def test_every_word_has_a_definition_that_is_a_sentence(name, value):
    definition = VOCABULARIES[name].definitions[value]
    assert definition[0].isupper()
    assert definition.endswith(".")


@pytest.mark.parametrize("app", ["actors", "incidents", "sources", "timeline"])
def test_every_list_of_choices_is_a_vocabulary(app):
    known = [set(one.words) for one in VOCABULARIES.values()]
    missing = [one for one in choices_of(f"{app}.vocabulary") if set(one.values) not in known]
    assert missing == []


def test_nothing_is_defined_that_is_no_word():
    extra = {name for name, one in VOCABULARIES.items() if set(one.definitions) - set(one.words)}
    assert extra <= {"relation_inverse"}


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("claim_status", CLAIM_STATUSES),
        ("attribution_status", ATTRIBUTION_STATUSES),
        ("commitment_state", {"pending", "overdue", "contested", *SETTLING}),
        ("date_precision", PRECISIONS),
    ],
)
def test_what_is_derived_has_words_for_all_that_it_can_be(name, values):
    assert set(VOCABULARIES[name].words) == set(values)


def test_a_word_leads_to_its_place_on_the_about_page():
    assert VOCABULARIES["outcome"].term("hit", "x")["url"] == "/about/#outcome-hit"
