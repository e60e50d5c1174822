"""Rivals speak of a field that there is."""

import pytest

from config.kinds import KINDS
from ledger.states import read_states
from tests.factories import add_rival, add_weapon, make_incident

pytestmark = pytest.mark.django_db


def refusals(incident) -> list[str]:
    kind = KINDS["incident"]
    return kind.refuse(read_states(kind.shape, [incident.pk])[incident.pk])


def test_a_rival_of_a_field_and_one_of_a_row_are_taken():
    incident = make_incident()
    add_rival(incident, "date", "the night of 27 September")
    add_rival(incident, "low", "one rocket", row=add_weapon(incident).key)
    assert refusals(incident) == []


def test_a_rival_of_no_field_is_refused_with_the_fields_there_are():
    incident = make_incident()
    add_rival(incident, "colour", "green")
    assert "“colour” is no field; say title" in refusals(incident)[0]


def test_a_rival_of_a_row_that_is_not_there_is_refused():
    incident = make_incident()
    add_rival(incident, "low", "one rocket", row="w99")
    assert "there is no row w99" in refusals(incident)[0]
