"""The ledger is append-only, verifiable, and its index is disposable."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from psycopg2 import sql

from config.kinds import KINDS
from ledger.errors import EditConflict
from ledger.indexing import reindex, tables
from ledger.models import Edition, Publication, Record, Revision
from ledger.publishing import publish, withdraw
from ledger.saving import append_revisions, claim_version
from ledger.states import read_states
from ledger.verifying import verify
from ledger.writing import write_states
from tests.factories import (
    add_attribution,
    add_claim,
    add_commitment,
    add_follow_up,
    add_place,
    add_report,
    add_rival,
    cite,
    killed,
    make_actor,
    make_chronology,
    make_incident,
    make_link,
    make_place,
    make_relationship,
    make_source,
    make_statement,
    make_user,
    on,
    published,
    saved,
)

pytestmark = pytest.mark.django_db


def a_little_of_everything() -> list[Record]:
    """Records of every kind, with rows that refer to one another."""
    group, person, source = make_actor(names=("كتائب حزب الله",)), make_actor(), make_source()
    place = make_place(parents=(make_place("Iraq", place_kind="country"),))
    make_relationship(person, "leads", group, start=on("2003"), role_title="Commander")
    incident = make_incident(place=place)
    add_place(incident, place, role="launched_from", latitude=33.2, longitude=44.2)
    claim = add_claim(incident, speaker_record=group, claimed_for=[group], date=on("2020-09-28"))
    add_claim(incident, "denies", speaker_record=person, replies_to=claim)
    add_attribution(incident, group, about_claim=claim, by_via=source)
    report = add_report(incident, killed(5), killed(2, sex_age=["woman"]), adopted=True)
    report.counts.filter(low=2).update(part_of=report.counts.get(low=5))
    add_rival(incident, "weapons", "one rocket", row="", value={"low": 1})
    cite(incident, source, row=report)
    statement = make_statement(about=(incident,), text="We shall act.", speaker_record=person)
    add_follow_up(add_commitment(statement, deadline=on("2020-09-30")), "kept", "2020-10-01")
    link = make_link(incident, statement, "prompted_response")
    return [source, group, person, place, incident, statement, link, make_chronology(incident)]


def test_states_are_written_as_they_were_read():
    for record in a_little_of_everything():
        shape = KINDS[record.kind].shape
        before = read_states(shape, [record.pk])
        write_states(shape, before)
        assert read_states(shape, [record.pk]) == before


def test_a_row_taken_out_of_a_state_goes_from_its_table():
    incident = make_incident()
    add_claim(incident)
    shape = KINDS["incident"].shape
    state = read_states(shape, [incident.pk])[incident.pk]
    write_states(shape, {incident.pk: state | {"claims": []}})
    assert not incident.claims.exists()


def test_reading_states_costs_the_same_for_twenty_records_as_for_one(
    django_assert_num_queries, django_assert_max_num_queries
):
    incidents = [make_incident() for _ in range(20)]
    shape = KINDS["incident"].shape
    with django_assert_max_num_queries(20) as one:
        read_states(shape, [incidents[0].pk])
    with django_assert_num_queries(len(one)):
        read_states(shape, [incident.pk for incident in incidents])


def test_saving_what_did_not_change_adds_no_revision():
    incident = make_incident()
    saved(incident)
    saved(incident)
    assert Revision.objects.count() == 1


def test_of_two_savers_with_one_version_one_is_told():
    incident, user = make_incident(), make_user("amal")
    claim_version(record=incident, version=0, by=user)
    with pytest.raises(EditConflict, match="amal saved"):
        claim_version(record=incident, version=0, by=user)


def test_a_whole_ledger_verifies():
    published(*a_little_of_everything())
    assert list(verify(KINDS)) == []


@pytest.mark.parametrize("table", ["ledger_revision", "ledger_publication", "ledger_edition"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET {} = {}"])
def test_the_database_refuses_to_change_what_was_saved(table, change):
    published(make_incident())
    column = "number"
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format(table, column, column))


@pytest.mark.parametrize("table", ["ledger_revision", "ledger_publication", "ledger_edition"])
def test_the_applications_role_may_not_even_try(table, as_application_role):
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


def test_the_applications_role_saves_and_publishes(as_application_role):
    published(*a_little_of_everything())
    assert Edition.objects.count() == 1


def tamper(statement: str) -> None:
    """Change what is append-only, as only the owner can: with the trigger taken off."""
    with connection.cursor() as cursor:
        table = statement.split()[1]
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER append_only")
        cursor.execute(statement)
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER append_only")


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ("UPDATE ledger_revision SET state = replace(state, 'Rockets', 'rockets')", "not what was"),
        ("UPDATE ledger_revision SET reason = 'another'", "not what was saved"),
        ("UPDATE ledger_publication SET document = document || ' '", "not what was published"),
        ("UPDATE incidents_incident SET title = 'Changed by SQL'", "no revision of it says"),
    ],
)
def test_verifying_finds_what_was_changed_behind_its_back(change, finding):
    published(make_incident())
    if "ledger_" in change:
        tamper(change)
    else:
        with connection.cursor() as cursor:
            cursor.execute(change)
    assert any(finding in sentence for sentence in verify(KINDS))


def test_the_command_fails_when_something_is_wrong():
    published(make_incident())
    tamper("UPDATE ledger_publication SET document = document || ' '")
    with pytest.raises(CommandError, match="not what was published"):
        call_command("ledger", "verify")


def index_rows() -> list:
    rows = []
    for table in tables(KINDS):
        names = [field.attname for field in table._meta.fields if field.name != "id"]
        rows.append(sorted(map(repr, table.objects.values_list(*names))))
    return rows


def test_the_index_made_anew_is_the_index_as_it_was():
    records = a_little_of_everything()
    published(*records)
    incident = records[4]
    add_report(incident, killed(9))
    saved(incident)
    publish(record_ids=[incident.pk], by=None, reason="", kinds=KINDS)
    withdraw(record=records[-1], by=None, reason="Told twice.", kinds=KINDS)
    before = index_rows()
    reindex(KINDS)
    assert index_rows() == before


def test_publications_are_numbered_within_their_record():
    incident = make_incident()
    published(incident)
    incident.title = "Another title"
    incident.save()
    append_revisions(kind=KINDS["incident"], record_ids=[incident.pk], by=None, reason="")
    publish(record_ids=[incident.pk], by=None, reason="", kinds=KINDS)
    numbers = Publication.objects.filter(record=incident).values_list("number", flat=True)
    assert list(numbers) == [1, 2]
