"""The page of one actor: names, relations on a day, incidents by role, promises."""

import pytest

from actors.models import ActorName
from tests.factories import (
    add_attribution,
    add_claim,
    add_commitment,
    add_follow_up,
    add_participant,
    add_party,
    cite,
    make_actor,
    make_event,
    make_incident,
    make_relationship,
    make_source,
    make_statement,
    on,
    published,
)
from tests.pages.answers import queries_of, shown, words_of

pytestmark = pytest.mark.django_db


def page_of(client, actor, query: str = "") -> str:
    actor.refresh_from_db()
    return shown(client, f"/actors/{actor.public_id}/{query}")


def test_all_names_stand_with_their_script_and_kind(client):
    actor = make_actor("Kata'ib Hezbollah")
    ActorName.objects.create(
        actor=actor, text="كتائب حزب الله", language="ar", script="Arab", name_kind="official"
    )
    published(actor)
    assert "كتائب حزب الله Arabic, Arabic script Official name" in page_of(client, actor)


def test_a_relation_is_told_from_both_ends(client):
    militia, state = make_actor("Badr"), make_actor("Iran")
    make_relationship(state, "backs", militia)
    published(militia, state)
    assert "Backed by Iran" in page_of(client, militia)
    assert "Backs Badr" in page_of(client, state)


def test_relations_of_a_day_leave_out_what_did_not_hold_then(client):
    premier, office = make_actor("Al-Kadhimi"), make_actor("Government of Iraq")
    spell = {"role_title": "Prime Minister", "start": on("2020-05-07")}
    make_relationship(premier, "holds_office", office, **spell)
    published(premier, office)
    assert "Holds office in Government of Iraq" in page_of(client, premier, "?on=September+2020")
    assert "None is known to have held then" in page_of(client, premier, "?on=2019")


def test_a_bound_that_is_only_first_cited_leaves_nothing_out(client):
    group, other = make_actor("A group"), make_actor("Another")
    make_relationship(group, "allied_with", other, start=on("2020-05"), start_is_first_cited=True)
    published(group, other)
    words = page_of(client, group, "?on=2019")
    assert "Allied with Another first cited May 2020" in words


def test_what_is_alleged_and_contested_of_a_relation_is_said(client):
    front, group = make_actor("Front"), make_actor("Group")
    make_relationship(front, "facade_of", group, confidence="alleged", contested=True)
    published(front, group)
    assert "Has as façade Front alleged, contested" in page_of(client, group)


def test_a_day_that_is_no_date_is_refused_by_name(client):
    actor = make_actor()
    published(actor)
    actor.refresh_from_db()
    response = client.get(f"/actors/{actor.public_id}/?on=tomorrowish")
    assert response.status_code == 400
    assert "on" in words_of(response)


def test_incidents_stand_by_what_the_actor_has_to_do_with_them(client):
    actor, judge = make_actor("Badr"), make_actor("Police")
    claimed, accused, aimed = (make_incident(title=one) for one in ("One", "Two", "Three"))
    add_claim(claimed, speaker_record=actor)
    add_attribution(accused, actor, by_record=judge, confidence="suspected")
    add_party(aimed, "intended_target", who_record=actor)
    published(claimed, accused, aimed)
    words = page_of(client, actor)
    assert words.index("Claimed by Badr") < words.index("One")
    assert "by Police: suspected" in words
    assert words.index("Aimed at Badr") < words.index("Three")


def test_an_incident_that_does_not_name_the_actor_is_not_there(client):
    actor = make_actor()
    published(actor, make_incident(title="Elsewhere"))
    words = page_of(client, actor)
    assert "Elsewhere" not in words
    assert "No incident here names" in words


def test_promises_stand_as_the_day_sees_them(client):
    speaker = make_actor("Premier")
    statement = make_statement(speaker_record=speaker, text="We will find them.")
    add_commitment(statement, "To find them", deadline=on("2020-11-02"))
    kept = add_commitment(statement, "To meet")
    add_follow_up(kept, "kept", "2020-10-01")
    published(statement)
    words = page_of(client, speaker)
    assert "promises: 1 kept" in words
    assert "Overdue" in words


def test_events_and_statements_of_an_actor_are_listed(client):
    actor, event = make_actor("Premier"), make_event(title="Nineteen arrested")
    add_participant(event, actor)
    published(event, make_statement(speaker_record=actor, text="Never again."))
    words = page_of(client, actor)
    assert "Nineteen arrested" in words
    assert "Never again." in words


def test_what_is_said_of_an_actor_has_its_footnote(client):
    actor, source = make_actor(), make_source(title="A history of militias")
    cite(actor, source, row=actor.actor_names.get())
    published(actor, source)
    assert "A history of militias" in page_of(client, actor)


def test_queries_do_not_grow_with_what_an_actor_did(client):
    actor = make_actor()
    published(actor)
    actor.refresh_from_db()
    path = f"/actors/{actor.public_id}/"
    before = queries_of(client, path)
    for _ in range(5):
        incident, statement = make_incident(), make_statement(speaker_record=actor)
        add_claim(incident, speaker_record=actor)
        add_commitment(statement)
        make_relationship(make_actor(), "backs", actor)
        published(incident, statement)
    assert queries_of(client, path) <= max(before, 10)
