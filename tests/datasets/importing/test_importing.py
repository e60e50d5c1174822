"""What an import writes, what a second one leaves alone, and what a newer release changes."""

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from config.kinds import KINDS
from datasets.importing.errors import ImportRefused
from datasets.importing.staging import row_of
from datasets.models import Dataset, ExternalRecord, ImportNote, ImportRun
from incidents.models import CasualtyCount, Incident, PublishedIncident
from ledger.indexing import reindex
from ledger.models import OPEN, Edition, Publication, PublishedRecord, Record, Revision
from ledger.publishing import publish, withdraw
from ledger.saving import append_revisions
from ledger.verifying import verify
from tests.datasets.dialects import acled_rows, gtd_rows, ucdp_rows, written
from tests.datasets.importing.imports import bring, changed, everything
from tests.factories import make_actor, published

pytestmark = pytest.mark.django_db
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"


def record_of(row: dict) -> Record:
    return ExternalRecord.objects.get(external_id=row["id"], until=None).record


def edited(record: Record, **fields) -> None:
    """Save an edit of somebody's."""
    Incident.objects.filter(pk=record.pk).update(**fields)
    append_revisions(kind=KINDS["incident"], record_ids=[record.pk], by=None, reason="Edited")


def test_rows_become_published_incidents_in_one_edition():
    run = bring(ucdp_rows(7))

    assert run.counts["new"] == 7
    assert PublishedIncident.objects.filter(since=run.edition_id).count() == 7
    assert Edition.objects.count() == 1


def test_what_is_written_is_what_the_ledger_would_have_written():
    bring(ucdp_rows(12))

    assert list(verify(KINDS)) == []


def test_the_index_made_anew_says_the_same():
    bring(ucdp_rows(12))
    before = everything()

    reindex(KINDS)

    assert everything() == before


def test_two_processes_write_what_one_writes(monkeypatch):
    monkeypatch.setattr("datasets.importing.run.WORTH_A_PROCESS", 1)

    run = bring(ucdp_rows(30))

    assert run.counts["new"] == 30
    assert list(verify(KINDS)) == []


@pytest.mark.parametrize("dialect", ["semicolon bom crlf", "hxl", "gzip", "cr", "backwards"])
def test_a_file_in_another_dialect_changes_nothing(dialect):
    bring(ucdp_rows(5))

    run = bring(ucdp_rows(5), dialect=dialect)

    assert (run.counts["unchanged"], run.counts["new"], run.counts["changed"]) == (5, 0, 0)


def test_a_repeated_file_adds_no_revision_and_no_edition():
    bring(ucdp_rows(5))
    before = (Revision.objects.count(), Publication.objects.count(), everything())

    run = bring(ucdp_rows(5))

    assert run.edition is None
    assert (Revision.objects.count(), Publication.objects.count(), everything()) == before


def test_a_check_counts_no_row_twice():
    run = bring([changed(one, best="many") for one in ucdp_rows(3)], dry_run=True)

    assert (run.counts["read"], run.counts["bad"]) == (3, 3)
    assert (run.counts["new"], run.counts["unchanged"]) == (0, 0)


def test_a_newer_release_is_told_field_by_field():
    first, second = ucdp_rows(2)
    bring([first, second])

    run = bring([changed(first, best="41", high="44"), second], release="2")

    assert (run.counts["changed"], run.counts["unchanged"]) == (1, 1)
    told = run.notes.get(kind="changed").sentence
    assert f"best: {first['best']} → 41" in told
    assert list(verify(KINDS)) == []


def test_what_a_release_drops_is_withdrawn_and_stays_readable_then():
    first, second = ucdp_rows(2)
    before = bring([first, second]).edition_id
    gone = record_of(second)

    run = bring([first], release="2")

    assert run.counts["withdrawn"] == 1
    at_present = PublishedRecord.objects.filter(public_id=gone.public_id)
    assert not at_present.as_of(run.edition_id).exists()
    assert at_present.as_of(before).exists()


def test_a_row_that_returns_is_the_record_that_it_was():
    first, second = ucdp_rows(2)
    bring([first, second])
    record = record_of(second)
    bring([first], release="2")

    bring([first, second], release="3")

    assert record_of(second) == record
    assert PublishedRecord.objects.filter(public_id=record.public_id, until=OPEN).exists()
    assert list(verify(KINDS)) == []


def test_a_part_of_a_release_withdraws_nothing():
    bring(ucdp_rows(3))

    assert bring(ucdp_rows(1), release="2", partial=True).counts["withdrawn"] == 0


def test_a_file_that_lacks_most_rows_is_refused_unless_that_is_meant():
    bring(ucdp_rows(30))

    with pytest.raises(ImportRefused, match=r"lacks 29 of the 30 rows.*--partial"):
        bring(ucdp_rows(1), release="2")
    assert bring(ucdp_rows(1), release="2", allow_withdrawals=True).counts["withdrawn"] == 29


def test_what_people_wrote_stays_and_what_they_left_alone_follows_the_release():
    (row,) = ucdp_rows(1)
    bring([row])
    record = record_of(row)
    edited(record, title="A title of ours")
    publish(record_ids=[record.pk], by=None, reason="Titled", kinds=KINDS)

    bring([changed(row, best="9", high="9", low="9", deaths_a="9")], release="2")

    incident = Incident.objects.get(pk=record.pk)
    assert incident.title == "A title of ours"
    assert CasualtyCount.objects.get(report__incident=incident, who="all").best == 9
    assert list(verify(KINDS)) == []


def test_where_both_changed_the_words_of_people_stay_and_are_told():
    (row,) = ucdp_rows(1)
    bring([row])
    record = record_of(row)
    edited(record, title="A title of ours")
    publish(record_ids=[record.pk], by=None, reason="Titled", kinds=KINDS)

    run = bring([changed(row, where_coordinates="Elsewhere town")], release="2")

    assert "title, which people changed too" in run.notes.get(kind="kept").sentence
    assert Incident.objects.get(pk=record.pk).title == "A title of ours"


def test_edits_that_nobody_published_are_not_published_by_an_import():
    (row,) = ucdp_rows(1)
    bring([row])
    record = record_of(row)
    edited(record, title="Not yet for readers")

    run = bring([changed(row, best="9", high="9", low="9", deaths_a="9")], release="2")

    assert run.counts["kept"] == 1
    document = Publication.objects.filter(record=record).latest("number").document
    assert "Not yet for readers" not in document


def test_what_an_editor_withdrew_stays_withdrawn():
    (row,) = ucdp_rows(1)
    bring([row])
    record = record_of(row)
    withdraw(record=record, by=None, reason="A double", kinds=KINDS)

    bring([changed(row, best="9", high="9", low="9", deaths_a="9")], release="2")

    record.refresh_from_db()
    assert record.status == "withdrawn"
    assert not PublishedRecord.objects.filter(record=record, until=OPEN).exists()


def test_a_bad_row_refuses_the_file_by_line_and_column():
    rows = ucdp_rows(3)
    rows[1]["date_start"] = "soon"

    with pytest.raises(ImportRefused, match="Line 3, column “date_start”"):
        bring(rows)
    assert not Record.objects.exists()
    run = ImportRun.objects.get()
    assert (run.status, run.dataset, run.counts["bad"]) == ("refused", None, 1)
    assert run.notes.get().line == 3


def test_bad_rows_can_be_skipped_and_are_listed():
    rows = ucdp_rows(3)
    rows[1]["date_start"] = "soon"

    run = bring(rows, skip_bad_rows=True)

    assert (run.counts["new"], run.counts["bad"]) == (2, 1)
    assert run.notes.get(kind="error").line == 3


def test_a_row_that_cannot_be_understood_any_more_leaves_its_record_as_it_was():
    first, second = ucdp_rows(2)
    bring([first, second])
    record = record_of(second)

    run = bring([first, changed(second, date_start="soon")], release="2", skip_bad_rows=True)

    assert (run.counts["bad"], run.counts["withdrawn"]) == (1, 0)
    assert record_of(second) == record
    assert PublishedRecord.objects.filter(record=record, until=OPEN).exists()


def test_rows_that_share_an_id_withdraw_nothing_when_they_are_skipped():
    first, second = ucdp_rows(2)
    bring([first, second])

    run = bring([first, second, second], release="2", skip_bad_rows=True)

    assert run.counts["withdrawn"] == 0


def test_an_id_that_stands_twice_is_refused_with_its_lines():
    (row,) = ucdp_rows(1)

    with pytest.raises(ImportRefused, match=r"several rows \(2, 3\)"):
        bring([row, row])


def test_a_dry_run_leaves_its_report_and_nothing_else():
    rows = ucdp_rows(3)
    rows[1]["date_start"] = "soon"

    run = bring(rows, dry_run=True)

    assert (run.status, run.counts["bad"], run.dataset) == ("checked", 1, None)
    assert ImportNote.objects.filter(run=run, kind="error").count() == 1
    assert not Dataset.objects.exists()
    assert not Record.objects.exists()


def test_an_actor_is_known_by_its_number_and_by_its_name():
    row = ucdp_rows(1)[0]
    by_number = make_actor("Whatever it is called", ucdp=int(row["side_a_new_id"]))
    by_name = make_actor(row["side_b"])
    published(by_number, by_name)

    bring([row])

    line = PublishedIncident.objects.get()
    assert {by_number.public_id, by_name.public_id} <= set(line.actors)


def test_a_name_of_members_alone_is_not_used_for_readers_at_large():
    row = ucdp_rows(1)[0]
    hidden = make_actor(row["side_b"], audience="members")
    published(hidden)

    bring([row])

    assert hidden.public_id not in PublishedIncident.objects.get().actors


def test_another_format_under_the_same_name_is_refused():
    bring(ucdp_rows(1))

    with pytest.raises(ImportRefused, match="files of the format ucdp, and this one is acled"):
        bring(written(acled_rows(1)), dataset="ucdp-ged")


@pytest.mark.parametrize("rows", [acled_rows(9), gtd_rows(9)])
def test_rows_that_may_not_be_passed_on_are_for_members(rows):
    run = bring(written(rows))

    assert run.dataset.audience == "members"
    assert not PublishedRecord.objects.filter(audience="public").exists()
    assert list(verify(KINDS)) == []


def test_a_release_must_be_named():
    with pytest.raises(ImportRefused, match="--release"):
        bring(ucdp_rows(1), release="")


@pytest.mark.parametrize("name", ["ucdp_ged_iraq_hdx.csv.gz", "ucdp_ged231_sample1000.csv.gz"])
def test_real_files_import_with_the_totals_of_their_csv(name):
    if not (SHARED / name).exists():
        pytest.skip("the file is not beside the checkout")
    content = (SHARED / name).read_bytes()
    rows = [
        row
        for row in csv.DictReader(gzip.decompress(content).decode().splitlines(keepends=True))
        if not row["date_start"].startswith("#")
    ]

    run = bring(content)

    assert run.counts["new"] == len(rows)
    assert run.counts["bad"] == 0
    assert totals_of_tables() == totals_of_csv(rows)


def totals_of_csv(rows: list[dict]) -> Counter:
    """Sum best, low and high by year and by the codes of date and place, from the CSV alone."""
    totals: Counter = Counter()
    for row in rows:
        group = (
            int(float(row["year"])),
            int(float(row["date_prec"])),
            int(float(row["where_prec"])),
        )
        totals[group, "rows"] += 1
        for name in ("best", "low", "high"):
            totals[group, name] += int(float(row[name]))
    return +totals


def totals_of_tables() -> Counter:
    """Sum the same from what was imported, by the codes of the rows kept."""
    codes = codes_of_kept_rows()
    totals: Counter = Counter()
    for external_id in codes:
        totals[codes[external_id], "rows"] += 1
    counted = CasualtyCount.objects.filter(who="all", outcome="killed", part_of=None)
    for external_id, *numbers in counted.values_list(
        "report__incident__dataset_entry", "best", "low", "high"
    ):
        for name, number in zip(("best", "low", "high"), numbers, strict=True):
            totals[codes[external_id], name] += number
    return +totals


def codes_of_kept_rows() -> dict[str, tuple[int, int, int]]:
    kept = ExternalRecord.objects.select_related("since")
    found = {}
    for one in kept:
        row = row_of(one.values, one.since.columns)
        codes = (row[name] for name in ("year", "date_prec", "where_prec"))
        found[one.external_id] = tuple(int(float(code)) for code in codes)
    return found
