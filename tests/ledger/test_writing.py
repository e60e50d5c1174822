"""Writing states into tables: what must be able to pass from one row to another."""

import pytest

from actors.models import Actor
from config.kinds import KINDS
from ledger.states import read_states
from ledger.writing import write_states
from tests.factories import add_report, killed, make_actor, make_incident

pytestmark = pytest.mark.django_db


def test_the_adopted_report_can_become_another_one():
    incident = make_incident()
    add_report(incident, killed(3), adopted=True)
    add_report(incident, killed(5))
    shape = KINDS["incident"].shape
    state = read_states(shape, [incident.pk])[incident.pk]
    first, second = state["casualty_reports"]
    first.update(adopted=False, adopted_reason="")
    second.update(adopted=True, adopted_reason="It is the latest.")
    state["casualty_reports"] = [second, first]
    write_states(shape, {incident.pk: state})
    assert read_states(shape, [incident.pk])[incident.pk] == state


def test_the_preferred_name_can_be_replaced_by_a_new_one():
    actor = make_actor("Old")
    shape = KINDS["actor"].shape
    state = read_states(shape, [actor.pk])[actor.pk]
    state["actor_names"] = [state["actor_names"][0] | {"key": "m9", "text": "New"}]
    write_states(shape, {actor.pk: state})
    assert Actor.objects.get().actor_names.get(preferred=True).text == "New"


def test_no_row_key_is_given_twice_after_a_state_was_written():
    incident = make_incident()
    shape = KINDS["incident"].shape
    report = add_report(incident, killed(3))
    state = read_states(shape, [incident.pk])[incident.pk]
    state["casualty_reports"][0]["counts"][0]["key"] = "n40"
    write_states(shape, {incident.pk: state})
    assert report.counts.create(outcome="injured").key == "n41"
