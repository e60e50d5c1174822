"""Loading files: what is refused, what is written, and what is left alone."""

import io
from contextlib import closing
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection

from config.kinds import KINDS
from incidents.models import Claim, Incident, PublishedIncident
from ledger.errors import RefersToUnpublished
from ledger.loading import LOCK, LoadingBusy, SavedByPeople, load
from ledger.models import Edition, Publication, Record, Revision
from ledger.native import RefusedFile
from ledger.publishing import withdraw
from ledger.saving import append_revisions
from ledger.verifying import verify
from tests.ledger.native_files import (
    documented_example,
    faults_of,
    file_of,
    load_lines,
    make_actor,
    make_incident,
    make_source,
)

pytestmark = pytest.mark.django_db


def claim(**fields):
    return {"key": "k1", "stance": "claims", **fields}


def save_as_a_person(key, **fields):
    """Save a record as somebody does in the admin."""
    person = get_user_model().objects.create_user("somebody")
    record = Record.objects.get(key=key)
    Incident.objects.filter(pk=record.pk).update(**fields)
    append_revisions(kind=KINDS["incident"], record_ids=[record.pk], by=person, reason="Corrected")


def test_the_documented_example_loads_and_is_published():
    load(io.BytesIO(documented_example()), kinds=KINDS, reason="Example")
    published = PublishedIncident.objects.get()
    assert published.publication.reason == "Example"


def test_what_was_loaded_is_whole_to_the_verifier():
    load(io.BytesIO(documented_example()), kinds=KINDS, reason="Example")
    assert list(verify(KINDS)) == []


def test_loading_twice_adds_no_revision_and_no_edition():
    lines = (make_source(), make_actor(), make_incident())
    load_lines(*lines)
    loaded = load_lines(*lines)
    assert (Revision.objects.count(), Edition.objects.count(), loaded.edition) == (3, 1, None)


def test_a_load_publishes_only_what_it_changed():
    load_lines(make_source(), make_actor())
    load_lines(make_source(title="Another page"), make_actor())
    assert [one.record.key for one in Publication.objects.filter(edition=2)] == ["paper"]


def test_a_record_may_name_one_that_stands_further_down():
    load_lines(make_incident("part", parent="whole"), make_incident("whole"))
    assert Incident.objects.get(key="part").parent.key == "whole"


def test_public_ids_follow_the_order_of_the_file():
    load_lines(make_source("zebra"), make_actor(), make_source("ant"))
    numbers = dict(Record.objects.values_list("key", "public_id"))
    assert int(numbers["ant"][1:]) == int(numbers["zebra"][1:]) + 1


def test_prose_cites_sources_by_key_and_leaves_other_brackets():
    load_lines(make_source(), make_incident(summary="Two fell [paper p. 4] [sic]."))
    public_id = Record.objects.get(key="paper").public_id
    assert Incident.objects.get().summary == f"Two fell [{public_id} p. 4] [sic]."


def test_prose_may_cite_a_source_that_only_the_database_has():
    load_lines(make_source())
    load_lines(make_incident(summary="Two fell [paper]."))
    assert (
        Incident.objects.get().summary == f"Two fell [{Record.objects.get(key='paper').public_id}]."
    )


def test_a_claim_that_is_no_longer_in_the_file_is_deleted():
    load_lines(make_incident(claims=[claim(), claim(key="k2")]))
    load_lines(make_incident(claims=[claim(key="k2")]))
    assert [one.key for one in Claim.objects.all()] == ["k2"]


def test_dates_keep_their_bounds_and_wording():
    load_lines(make_incident(date={"edtf": "2020-06-XX", "wording": "in June"}))
    incident = Incident.objects.get()
    assert (incident.date_earliest, incident.date_wording) == (date(2020, 6, 1), "in June")


def test_a_loaded_record_counts_its_saves_for_the_optimistic_lock():
    load_lines(make_incident())
    load_lines(make_incident(title="Another attack"))
    assert Record.objects.get().version == 2


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "line 2: it is not one JSON object: Expecting property name"),
        ("[]", "line 2: a record is an object, not []."),
        (b"\xff", "line 2: byte 1 is not UTF-8; write UTF-8."),
        (b"\xef\xbb\xbf{}", "line 2: it begins with a byte order mark; write UTF-8 without one."),
        ('{"a": 1, "a": 2}', "line 2: an object gives “a” twice; give it once."),
        ('{"a": NaN}', "line 2: NaN is not JSON; write null for a number that is not known."),
        ('{"a": ' + "9" * 5000 + "}", "line 2: a number has more than 1,000 digits."),
        ("[" * 100_000, "line 2: it is nested too deep to be read."),
        ('"' + "x" * 2_000_000 + '"', "line 2: a line may have 2,000,000 bytes at most."),
        ({"format": 1, "kind": "attack"}, "line 2, kind: one of source, actor, place,"),
        ({"format": 2, "kind": "source"}, "line 2, format: 1 is needed: the format that the line"),
        (make_source("No Key"), "line 2, key: a key is needed: up to 100 of a-z"),
        (make_source("first"), "line 2, key: “first” is the key of line 1 too; each record has"),
        (
            make_incident(claims=[claim(stance="claim")]),
            "line 2, claims[0].stance: “claim” is not one of claims, implies, denies",
        ),
        (make_incident(parent="nowhere"), "line 2, parent: there is no record “nowhere”."),
        (
            make_incident(parent="first"),
            "line 2, parent: “first” is of the kind source; name one of the kind incident.",
        ),
        (
            make_incident(citations=[{"source": "attack"}]),
            "line 2, citations[0].source: “attack” is of the kind incident; name one of the kind",
        ),
        (make_incident(summary="Two fell [R12 p. 4]."), "line 2, summary: [R12] cites by a number"),
        (
            make_incident(claims=[claim(stance="none_known", speaker={"text": "A man"})]),
            "line 2, claims: “No claim known” has no speaker; name who reports it as the source.",
        ),
        (make_incident(parent="attack"), "line 2: An incident cannot be part of itself; name"),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_a_fault_is_told_with_its_line_and_field(line, sentence):
    (fault,) = faults_of(make_source("first"), line)
    assert fault.startswith(sentence)


def test_nothing_is_written_unless_everything_is_sound():
    with pytest.raises(RefusedFile):
        load_lines(make_source(), make_incident(outcome="won"))
    assert not Record.objects.exists()


def test_faults_of_all_lines_are_told_together():
    attacks = [make_incident(f"a{number}", outcome="won") for number in range(60)]
    with pytest.raises(RefusedFile, match="… and 10 more") as refused:
        load_lines(*attacks)
    assert len(refused.value.faults) == 60


def test_what_the_database_refuses_is_told_for_every_record():
    nobody = claim(stance="none_known", speaker={"text": "A man"})
    faults = faults_of(make_incident("a", claims=[nobody]), make_incident("b", claims=[nobody]))
    assert [fault[:7] for fault in faults] == ["line 1,", "line 2,"]


def test_a_key_stays_with_its_kind():
    load_lines(make_source("same"))
    assert faults_of(make_actor("same")) == ["line 1, key: “same” is the key of a source already."]


def test_lines_are_counted_with_the_blank_ones():
    assert faults_of(make_source(), "", "  ", make_incident(outcome="won"))[0][:6] == "line 4"


def test_what_a_person_saved_last_is_not_overwritten():
    load_lines(make_incident())
    save_as_a_person("attack", title="The attack")
    with pytest.raises(SavedByPeople, match="attack"):
        load_lines(make_incident(title="An assault"))


def test_what_a_person_saved_last_is_overwritten_on_demand():
    load_lines(make_incident())
    save_as_a_person("attack", title="The attack")
    load_lines(make_incident(title="An assault"), overwrite=True)
    assert Incident.objects.get().title == "An assault"


def test_a_file_that_says_what_a_person_saved_changes_and_publishes_nothing():
    load_lines(make_incident())
    save_as_a_person("attack", title="The attack")
    assert load_lines(make_incident(title="The attack")).edition is None


def test_a_load_that_waits_too_long_for_another_says_so():
    another = connection.copy()
    with closing(another), another.cursor() as theirs, connection.cursor() as ours:
        theirs.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        ours.execute("SET LOCAL lock_timeout = '20ms'")
        with pytest.raises(LoadingBusy, match="Try again in a moment"):
            load_lines(make_source())


def test_faults_print_no_control_characters():
    (fault,) = faults_of(make_source(**{"\x1b[2J": ""}))
    assert fault.isprintable()


def test_the_application_role_may_load(as_application_role):
    load(io.BytesIO(documented_example()), kinds=KINDS, reason="Example")
    assert Publication.objects.count() == 5


def test_drafts_are_not_published():
    load_lines(make_incident(), draft=True)
    assert not Publication.objects.exists()


def test_loading_drafts_again_without_draft_publishes_them():
    load_lines(make_incident(), draft=True)
    assert load_lines(make_incident()).edition.number == 1


def test_what_was_withdrawn_stays_withdrawn():
    load_lines(make_incident())
    withdraw(record=Record.objects.get(), by=None, reason="Wrong", kinds=KINDS)
    loaded = load_lines(make_incident(title="The attack"))
    assert (loaded.edition, loaded.withdrawn) == (None, ["attack"])


def test_a_file_cannot_publish_what_names_a_draft_outside_it():
    load_lines(make_incident("whole"), draft=True)
    with pytest.raises(RefersToUnpublished):
        load_lines(make_incident("part", parent="whole"))


def test_the_command_tells_what_it_did(tmp_path, capsys):
    path = tmp_path / "records.jsonl"
    path.write_bytes(file_of(make_source()).getvalue())
    call_command("load_records", str(path))
    assert "source: 1 new, 0 changed, 0 unchanged" in capsys.readouterr().out


def test_the_command_names_the_file_as_the_reason(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_bytes(file_of(make_source()).getvalue())
    call_command("load_records", str(path))
    assert Publication.objects.get().reason == "Loaded from records.jsonl"


def test_the_command_refuses_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("load_records", str(tmp_path / "nothing"))
