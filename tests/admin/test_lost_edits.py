"""Two editors of one record: nobody overwrites what they did not see."""

from incidents.models import Incident
from ledger.models import Revision
from tests.admin.filled_forms import errors, send, send_values, shown
from tests.admin.test_incident_form import form_of
from tests.factories import add_claim, add_commitment, make_incident, make_statement, saved


def test_the_second_of_two_savers_is_told_and_keeps_what_they_typed(editing):
    incident = make_incident()
    opened = shown(editing, form_of(incident))
    send(editing, form_of(incident), title="Saved first")
    response = send_values(editing, form_of(incident), opened, title="Typed second")
    assert any("after you opened it" in sentence for sentence in errors(response))
    assert "Typed second" in response.content.decode()
    assert Incident.objects.get().title == "Saved first"


def test_a_row_changed_over_a_newer_version_is_refused_too(editing):
    incident = make_incident()
    claim = add_claim(incident, "none_known")
    opened = shown(editing, form_of(incident))
    send(editing, form_of(incident), title="Saved first")
    send_values(editing, form_of(incident), opened, claims__0__note="Typed second")
    claim.refresh_from_db()
    assert claim.note == ""


def test_follow_ups_are_saved_as_part_of_their_statement(editing):
    statement = make_statement(text="They will be punished")
    commitment = add_commitment(statement)
    saved(statement)
    address = f"/admin/timeline/commitment/{commitment.pk}/change/"
    send(editing, address, follow_ups__0__verdict="progress", follow_ups__0__date="2020-09-29")
    assert Revision.objects.filter(record=statement).count() == 2
    assert commitment.follow_ups.get().verdict == "progress"


def test_follow_ups_over_a_newer_statement_are_refused(editing):
    statement = make_statement(text="They will be punished")
    commitment = add_commitment(statement)
    address = f"/admin/timeline/commitment/{commitment.pk}/change/"
    opened = shown(editing, address)
    send(editing, f"/admin/timeline/statement/{statement.pk}/change/", venue="a speech")
    send_values(editing, address, opened, follow_ups__0__verdict="kept")
    assert not commitment.follow_ups.exists()


def test_the_second_of_two_savers_sees_what_was_changed_field_by_field(editing):
    incident = make_incident(title="Rocket on a base")
    saved(incident)
    opened = shown(editing, form_of(incident))
    send(editing, form_of(incident), title="Saved first", date="early June 2020")
    response = send_values(editing, form_of(incident), opened, title="Typed second")
    changed = [(one.field, one.before, one.after) for one in response.context["meanwhile"]]
    assert ("Title", "Rocket on a base", "Saved first") in changed
    assert ("Date", "28 September 2020", "early June 2020") in changed
