"""Entering and correcting an incident in the admin."""

import re

import pytest
from django.urls import reverse

from config.kinds import KINDS
from incidents.models import Incident
from ledger.models import Record, Revision
from ledger.saving import newest_revisions, state_of
from sources.models import Citation
from tests.admin.filled_forms import errors, send, shown
from tests.factories import (
    add_attribution,
    add_claim,
    add_party,
    add_place,
    add_report,
    cite,
    killed,
    make_actor,
    make_incident,
    make_place,
    make_source,
    published,
    saved,
)

ADD = "/admin/incidents/incident/add/"


def form_of(incident: Incident) -> str:
    return reverse("admin:incidents_incident_change", args=[incident.pk])


def newest_state(record: Record) -> dict:
    return state_of(KINDS[record.kind], newest_revisions([record.pk])[record.pk])


def test_an_incident_needs_nothing_but_a_title(editing):
    send(editing, ADD, title="Rockets on a base")
    incident = Incident.objects.get()
    assert newest_state(incident)["title"] == "Rockets on a base"
    assert (incident.status, incident.version) == ("draft", 1)


def test_a_saved_incident_is_not_public(editing):
    send(editing, ADD, title="Rockets on a base")
    assert not Record.objects.get().publications.exists()


def test_a_date_is_kept_as_typed_and_shown_as_understood(editing):
    response = send(editing, ADD, title="Rockets", date="early June 2020")
    assert newest_state(Incident.objects.get())["date"]["wording"] == "early June 2020"
    assert "some day from 1 to 10 June 2020" in response.content.decode()


def test_a_date_that_is_not_understood_is_refused_with_examples(editing):
    response = send(editing, ADD, title="Rockets", date="the other day")
    assert any("2020-09-28" in sentence for sentence in errors(response))


def test_counts_are_typed_in_one_line(editing):
    line = "killed: 2 women, 3 children; injured: 2 children"
    send(editing, ADD, title="Rockets", casualty_reports__0__counted=line,
         casualty_reports__0__by_text="the army")  # fmt: skip
    counts = newest_state(Incident.objects.get())["casualty_reports"][0]["counts"]
    assert [(row["outcome"], row["sex_age"], row["low"]) for row in counts] == [
        ("killed", ["woman"], 2),
        ("killed", ["child"], 3),
        ("injured", ["child"], 2),
    ]


def test_the_row_keys_of_a_record_are_all_different(editing):
    send(editing, ADD, title="Rockets", casualty_reports__0__counted="killed: 5",
         claims__0__stance="none_known", parties__0__role="struck",
         parties__0__who_text="a house")  # fmt: skip
    state = newest_state(Incident.objects.get())
    numbers = [int(row["key"][1:]) for table in ("claims", "parties", "casualty_reports")
               for row in state[table]]  # fmt: skip
    assert len(set(numbers)) == 3


def test_counts_left_as_they_are_keep_their_rows(editing):
    incident = make_incident()
    report = add_report(incident, killed(5), killed(2, who="civilian"))
    before = list(report.counts.values_list("pk", "key"))
    send(editing, form_of(incident), title="Another title")
    assert list(report.counts.values_list("pk", "key")) == before


def test_counts_are_shown_as_they_were_typed_in_every_report(editing):
    incident = make_incident()
    lines = ("killed: 2 women, 3 children", "killed: 3; injured: 2")
    for number, line in enumerate(lines):
        send(editing, form_of(incident), **{f"casualty_reports__{number}__counted": line})
    form = shown(editing, form_of(incident))
    assert (form["casualty_reports-0-counted"], form["casualty_reports-1-counted"]) == lines


def test_a_refusal_leads_to_its_field(editing):
    page = send(editing, form_of(make_incident()), claims__0__date="32 June").content.decode()
    assert '<a href="#id_claims-0-date">Claim new 1, date</a>' in page


def test_a_corrected_number_keeps_the_key_of_its_row(editing):
    incident = make_incident()
    report = add_report(incident, killed(5))
    key = report.counts.get().key
    send(editing, form_of(incident), casualty_reports__0__counted="killed: 6")
    assert [(row.key, row.low) for row in report.counts.all()] == [(key, 6)]


def test_counts_that_are_not_understood_are_refused_at_the_report(editing):
    response = send(editing, ADD, title="Rockets", casualty_reports__0__counted="killed: lots")
    assert any("lots" in sentence for sentence in errors(response))
    assert not Incident.objects.exists()


def test_what_the_toll_cannot_work_with_is_said_at_the_report(editing):
    line = "killed: 5, 6"
    response = send(editing, ADD, title="Rockets", casualty_reports__0__counted=line)
    assert any("two rows count everybody killed" in sentence for sentence in errors(response))


def test_the_sources_of_a_row_become_its_citations(editing):
    wire, paper = make_source(), make_source()
    line = f"{wire.public_id} p. 4; {paper.public_id}"
    send(editing, ADD, title="Rockets", claims__0__stance="none_known", claims__0__sources=line)
    claim = newest_state(Incident.objects.get())["claims"][0]
    assert [(one["source"], one["locator"]) for one in claim["citations"]] == [
        (wire.public_id, "p. 4"),
        (paper.public_id, ""),
    ]


def test_an_unknown_source_is_refused_by_name(editing):
    response = send(editing, ADD, title="Rockets", claims__0__stance="none_known",
                    claims__0__sources="R99999")  # fmt: skip
    assert any("There is no source “R99999”" in sentence for sentence in errors(response))


def test_a_citation_keeps_its_quote_when_its_page_is_corrected(editing):
    incident, source = make_incident(), make_source()
    claim = add_claim(incident, "none_known")
    cite(incident, source, row=claim, locator="p. 1", quote="no group has come forward")
    send(editing, form_of(incident), claims__0__sources=f"{source.public_id} p. 2")
    citation = Citation.objects.get()
    assert (citation.locator, citation.quote) == ("p. 2", "no group has come forward")


def test_a_deleted_row_takes_its_citations_along(editing):
    incident = make_incident()
    cite(incident, make_source(), row=add_claim(incident))
    send(editing, form_of(incident), claims__0__DELETE="on")
    assert not Citation.objects.exists()


def test_another_report_can_be_adopted_in_one_save(editing):
    incident = make_incident()
    add_report(incident, killed(5), adopted=True)
    add_report(incident, killed(7))
    send(editing, form_of(incident), casualty_reports__0__adopted=None,
         casualty_reports__1__adopted="on",
         casualty_reports__1__adopted_reason="It came later.")  # fmt: skip
    reports = newest_state(incident)["casualty_reports"]
    assert [report["adopted"] for report in reports] == [False, True]


def test_two_adopted_reports_are_refused(editing):
    incident = make_incident()
    add_report(incident, killed(5), adopted=True)
    add_report(incident, killed(7))
    response = send(editing, form_of(incident), casualty_reports__1__adopted="on",
                    casualty_reports__1__adopted_reason="It came later.")  # fmt: skip
    assert "One report is adopted; unmark the other." in errors(response)


def test_attackers_are_never_an_actor(editing):
    actor = make_actor()
    response = send(editing, ADD, title="Rockets", parties__0__role="attackers",
                    parties__0__who_record=str(actor.pk))  # fmt: skip
    assert any("never an actor" in sentence for sentence in errors(response))


def test_no_claim_known_has_no_speaker(editing):
    response = send(editing, ADD, title="Rockets", claims__0__stance="none_known",
                    claims__0__speaker_text="somebody")  # fmt: skip
    assert any("has no speaker" in sentence for sentence in errors(response))


def test_a_place_lends_its_coordinates(editing):
    place = make_place(latitude=33.26, longitude=44.23, precision="exact")
    send(editing, ADD, title="Rockets", places__0__place=str(place.pk))
    row = newest_state(Incident.objects.get())["places"][0]
    assert (row["latitude"], row["longitude"], row["precision"]) == (33.26, 44.23, "exact")


def test_an_attribution_can_narrow_another(editing):
    incident = make_incident()
    wide = add_attribution(incident, make_actor("Outlaws"))
    add_attribution(incident, make_actor("Militias"))
    send(editing, form_of(incident), attributions__1__narrows=str(wide.pk))
    assert newest_state(incident)["attributions"][1]["narrows"] == wide.key


def test_saving_an_unchanged_form_changes_nothing(editing):
    incident = make_incident()
    add_report(incident, killed(5), reported_on=None)
    cite(incident, make_source(), row=add_claim(incident, claimed_for=[make_actor()]))
    add_place(incident, make_place())
    saved(incident)
    version = Record.objects.get(pk=incident.pk).version
    send(editing, form_of(incident))
    assert Revision.objects.filter(record=incident).count() == 1
    assert Record.objects.get(pk=incident.pk).version == version


def test_a_revision_names_its_author_and_reason(editing, editor):
    incident = make_incident()
    send(editing, form_of(incident), title="Another title", reason="Spelling")
    revision = newest_revisions([incident.pk])[incident.pk]
    assert (revision.author, revision.reason) == (editor, "Spelling")


def test_a_published_record_is_changed_for_a_reason_only(editing):
    incident = make_incident()
    published(incident)
    response = send(editing, form_of(incident), title="Another title")
    assert "This field is required." in errors(response)


def test_saving_never_changes_what_is_published(editing):
    incident = make_incident()
    published(incident)
    send(editing, form_of(incident), title="Another title", reason="Spelling")
    assert incident.publications.count() == 1
    assert "changed since" in editing.get(form_of(incident)).content.decode()


def test_a_number_above_the_largest_is_refused(editing):
    response = send(editing, ADD, title="Rockets", weapons__0__weapon="rocket",
                    weapons__0__low="99999999999999999999")  # fmt: skip
    assert response.status_code == 200
    assert errors(response)


@pytest.mark.parametrize("value", ["abc", "-1", "99999999999999999999", "\x00"])
def test_a_choice_that_is_none_is_refused(editing, value):
    response = send(editing, ADD, title="Rockets", places__0__place=value)
    assert response.status_code == 200
    assert errors(response)


def test_statements_about_it_are_offered_beside_it(editing):
    incident = make_incident()
    page = editing.get(form_of(incident)).content.decode()
    assert f"/admin/timeline/statement/add/?about={incident.pk}" in page


def test_a_statement_begun_beside_an_incident_is_about_it(editing):
    incident = make_incident()
    values = shown(editing, f"/admin/timeline/statement/add/?about={incident.pk}")
    assert values["about"] == [str(incident.pk)]


def test_twenty_rows_cost_as_many_queries_as_one(editing, django_assert_max_num_queries):
    incident = make_incident()
    for _ in range(20):
        add_party(incident, "struck", who_record=make_actor())
        add_attribution(incident, make_actor(), by_record=make_actor())
        cite(incident, make_source(), row=add_report(incident, killed(1), by_record=make_actor()))
    with django_assert_max_num_queries(26):
        editing.get(form_of(incident))


def test_a_new_row_stands_under_its_number_and_the_one_to_copy_under_none(editing):
    incident = make_incident()
    add_party(incident, "struck", who_text="a house")
    page = editing.get(form_of(incident)).content.decode()
    rows = re.findall(r'class="(inline-related[^"]*)" id="(parties-\w+)"', page)
    assert rows == [
        ("inline-related has_original", "parties-0"),
        ("inline-related", "parties-1"),
        ("inline-related empty-form last-related", "parties-empty"),
    ]
    assert 'name="parties-1-role"' in page
    assert 'name="parties-__prefix__-role"' in page


def test_what_was_typed_in_a_new_row_comes_back_with_a_refusal(editing):
    page = send(editing, ADD, title="Rockets", date="the other day",
                parties__0__who_text="a house").content.decode()  # fmt: skip
    assert 'name="parties-0-who_text" value="a house"' in page
