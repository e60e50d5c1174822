"""What a run says of itself: figures that add up, sentences, and why readers are told it was."""

import pytest

from config.kinds import KINDS
from datasets.importing.asked import carry_out
from datasets.importing.errors import ImportRefused
from datasets.importing.moving import move_dataset
from datasets.models import Dataset, ExternalRecord, ImportRun
from incidents.models import Incident
from ledger.models import OPEN, Publication, PublishedRecord, Record
from ledger.publishing import withdraw
from ledger.saving import append_revisions
from ledger.verifying import verify
from tests.datasets.dialects import acled_rows, ucdp_rows, written
from tests.datasets.formats.ucdp_rows import make_ucdp_row
from tests.datasets.importing.imports import bring, changed
from tests.datasets.importing.uploaded_runs import imported, make_run, ucdp_file

pytestmark = pytest.mark.django_db

FATES = ("new", "changed", "returned", "unchanged", "bad", "left_out")


def fates(run: ImportRun) -> dict[str, int]:
    """Return what became of the rows of a run, without what became of none; it has to add up."""
    found = {name: run.counts[name] for name in FATES if run.counts[name]}
    assert sum(found.values()) == run.counts["read"]
    for kind in ("changed", "returned"):
        assert run.notes.filter(kind=kind).count() == run.counts[kind]
    return found


def test_every_row_read_has_one_fate():
    rows = ucdp_rows(8)
    bring(rows[:5])
    bring(rows[:3], release="2")
    twice = rows[7]
    given = [changed(rows[0], best="40", high="44"), *rows[1:5], changed(rows[5], best="many")]

    run = bring([*given, rows[6], twice, twice], release="3", skip_bad_rows=True)

    assert fates(run) == {"new": 1, "changed": 1, "returned": 2, "unchanged": 2, "bad": 3}
    assert list(verify(KINDS)) == []


def test_a_row_in_other_words_that_mean_the_same_is_one_that_changed():
    (row,) = ucdp_rows(1)
    bring([row])

    assert fates(bring([changed(row, source_office="Elsewhere")], release="2")) == {"changed": 1}


def test_rows_read_by_newer_software_that_say_what_they_said_are_unchanged():
    bring(ucdp_rows(3))
    ExternalRecord.objects.update(sha256="of older software")

    assert fates(bring(ucdp_rows(3))) == {"unchanged": 3}


def test_rows_that_are_no_attacks_are_counted_among_those_read():
    rows = [changed(one, event_type="Protests") for one in acled_rows(2)]
    rows = [changed(one, sub_event_type="Peaceful protest") for one in rows]

    assert fates(bring(written(rows))) == {"left_out": 2}


def test_rows_that_come_back_cost_the_same_for_one_and_for_many(django_assert_max_num_queries):
    rows = ucdp_rows(40)
    bring(rows)
    bring(rows[:4], release="2", allow_withdrawals=True)

    with django_assert_max_num_queries(150):
        assert fates(bring(rows, release="3"))["returned"] == 36


def test_an_edit_that_nobody_published_is_not_published_when_its_row_comes_back():
    first, second = ucdp_rows(2)
    bring([first, second])
    bring([first], release="2")
    record = ExternalRecord.objects.get(external_id=second["id"]).record
    Incident.objects.filter(pk=record.pk).update(title="Not for readers yet")
    append_revisions(kind=KINDS["incident"], record_ids=[record.pk], by=None, reason="Edited")
    before = Publication.objects.filter(record=record).count()

    run = bring([first, second], release="3")

    assert run.counts["kept"] == 1
    assert Publication.objects.filter(record=record).count() == before


def test_what_people_withdrew_stays_so_when_its_row_goes_and_comes_back():
    first, second = ucdp_rows(2)
    bring([first, second])
    record = ExternalRecord.objects.get(external_id=second["id"]).record
    withdraw(record=record, by=None, reason="A double", kinds=KINDS)
    bring([first], release="2")
    run = bring([first, second], release="3")

    assert run.counts["kept"] == 1
    assert Publication.objects.filter(record=record).latest("number").reason == "A double"
    assert list(verify(KINDS)) == []


def test_a_row_comes_back_though_the_dataset_moved_meanwhile():
    first, second = ucdp_rows(2)
    bring([first, second])
    bring([first], release="2")
    move_dataset(Dataset.objects.get(), "members", kinds=KINDS, reason="Its terms changed")
    bring([first, second], release="3")

    assert PublishedRecord.objects.filter(kind="incident", until=OPEN).count() == 2


def test_the_page_of_the_dataset_says_how_many_rows_came_back(client):
    first, second = ucdp_rows(2)
    for release, rows in enumerate([[first, second], [first], [first, second]]):
        run = bring(rows, release=str(release + 1))

    assert "1 row came back" in client.get(f"/datasets/{run.dataset.public_id}/").content.decode()


def test_the_figures_of_a_refused_run_are_those_of_its_lists(settings, tmp_path):
    first, second = make_ucdp_row(id="1"), make_ucdp_row(id="2")
    imported(ucdp_file(first, second), settings, tmp_path)
    bad = make_ucdp_row(id="3", best="many")
    file = ucdp_file(changed(first, source_office="Elsewhere"), second, bad)
    run = make_run(file, settings, tmp_path, release="24.1")
    from_worker(run)

    assert (run.status, fates(run)) == ("refused", {"changed": 1, "unchanged": 1, "bad": 1})


def from_worker(run: ImportRun) -> None:
    carry_out(run, kinds=KINDS)
    run.refresh_from_db()


def test_readers_are_told_which_release_and_never_the_name_of_a_file():
    first, second = ucdp_rows(2)
    bring([first, second], release="23.1")
    gone = ExternalRecord.objects.get(external_id=second["id"]).record
    bring([first], release="24.1")

    name = Dataset.objects.get().title
    reasons = Publication.objects.order_by("edition").values_list("reason", flat=True)
    assert set(reasons.filter(edition=1)) == {f"Imported: {name}, release 23.1"}
    assert set(reasons.filter(edition=2).exclude(record=gone)) == {
        f"Imported: {name}, release 24.1"
    }
    assert reasons.filter(record=gone).last() == f"No longer in {name}, release 24.1"


def test_a_title_that_nobody_published_is_no_reason():
    bring(ucdp_rows(1))
    Dataset.objects.update(title="Not for readers yet")
    dataset = Dataset.objects.get()
    append_revisions(kind=KINDS["dataset"], record_ids=[dataset.pk], by=None, reason="Titled")
    bring(ucdp_rows(2), release="2")

    assert not Publication.objects.filter(reason__contains="Not for readers yet").exists()


def test_a_header_without_rows_is_refused_and_begins_no_dataset():
    with pytest.raises(ImportRefused, match="a header and no rows"):
        bring(written(ucdp_rows(1)).splitlines(keepends=True)[0])
    assert not Record.objects.exists()


def test_of_a_file_with_bad_rows_that_lacks_many_both_are_said():
    rows = ucdp_rows(30)
    bring(rows)

    with pytest.raises(ImportRefused, match=r"(?s)1 row cannot be.*Line 3.*lacks 28 of the 30"):
        bring([rows[0], changed(rows[1], best="many")], release="2")


def test_errors_are_listed_by_line():
    one, two, three, four = ucdp_rows(4)
    bring([one, two])
    late = changed(one, best="many"), changed(two, best="many")

    run = bring([three, three, four, *late], skip_bad_rows=True, partial=True)

    lines = run.notes.filter(kind="error").order_by("pk").values_list("line", flat=True)
    assert list(lines) == [2, 3, 5, 6]
