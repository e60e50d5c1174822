"""The history of a record, as editors read it."""

from tests.admin.filled_forms import send
from tests.admin.test_incident_form import form_of
from tests.factories import make_incident, published, saved


def history_of(client, incident) -> str:
    return client.get(f"/admin/incidents/incident/{incident.pk}/history/").content.decode()


def test_each_revision_says_who_why_and_what(editing):
    incident = make_incident(title="Rocket on a base")
    saved(incident)
    send(editing, form_of(incident), title="Rockets on a base", reason="There were two")
    page = history_of(editing, incident)
    assert "editor" in page
    assert "There were two" in page
    assert "Rocket on a base" in page


def test_what_a_revision_changed_is_said_in_words(editing):
    incident = make_incident()
    saved(incident)
    send(editing, form_of(incident), date="early June 2020", reason="A newspaper says so")
    page = history_of(editing, incident)
    assert "early June 2020" in page
    assert "edtf" not in page


def test_a_revision_says_in_which_edition_it_was_published(editing):
    incident = make_incident()
    published(incident, reason="First published")
    assert "Published in edition 1" in history_of(editing, incident)
