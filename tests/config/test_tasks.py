"""Imports that the worker carries out: what they leave behind, however they end."""

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from config.tasks import (
    ask_for_import,
    ask_for_matches,
    import_uploaded,
    newest_wish,
    propose_matches,
)
from datasets.importing.asked import Standing, standing
from datasets.importing.errors import ImportRefused
from datasets.importing.progress import AtWork
from datasets.models import ImportNote, ImportRun
from incidents.models import Incident
from tests.datasets.formats.ucdp_rows import make_ucdp_row
from tests.datasets.importing.uploaded_runs import make_run, ucdp_file
from tests.factories import make_dataset, make_user


def work(run: ImportRun) -> None:
    """Do what a worker does with a run, in this process."""
    import_uploaded.call(run.pk)
    run.refresh_from_db()


def a_worker_works() -> None:
    """Let a worker do whatever there is to do."""
    call_command("db_worker", batch=True, startup_delay=False, reload=False, verbosity=0)


@pytest.mark.django_db
def test_the_worker_imports_what_was_asked_for(settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path, by=make_user("reviewer"))
    ask_for_import(run=run, dry_run=False)
    work(run)
    assert (run.status, run.counts["new"], Incident.objects.count()) == ("finished", 3, 3)
    assert (run.edition.number, run.dataset.short_name) == (1, "ucdp-ged")


@pytest.mark.django_db
def test_a_dry_run_counts_and_writes_nothing(settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    ask_for_import(run=run, dry_run=True)
    work(run)
    assert (run.status, run.counts["new"], run.dataset) == ("checked", 3, None)
    assert not Incident.objects.exists()


@pytest.mark.django_db
def test_what_was_checked_can_be_imported_and_its_notes_stand_once(settings, tmp_path):
    rows = [make_ucdp_row(id="1", best="9", high="8"), make_ucdp_row(id="2")]
    run = make_run(ucdp_file(*rows), settings, tmp_path)
    for dry_run in (True, False):
        ask_for_import(run=run, dry_run=dry_run)
        work(run)
    assert (run.status, run.counts["flagged"]) == ("finished", run.notes.count())


@pytest.mark.django_db
def test_a_refused_run_says_why_and_of_which_row(settings, tmp_path):
    rows = [make_ucdp_row(id="1"), make_ucdp_row(id="2", type_of_violence="9")]
    run = make_run(ucdp_file(*rows), settings, tmp_path)
    ask_for_import(run=run, dry_run=False)
    work(run)
    (note,) = run.notes.all()
    assert (run.status, run.counts["bad"]) == ("refused", 1)
    assert (note.kind, note.line, note.column) == ("error", 3, "type_of_violence")
    assert "1 row cannot be understood" in run.message


@pytest.mark.django_db
def test_a_run_that_fails_says_that_nothing_was_written(settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    (tmp_path / run.stored_file).unlink()
    ask_for_import(run=run, dry_run=False)
    with pytest.raises(FileNotFoundError):
        work(run)
    run.refresh_from_db()
    assert run.status == "failed"
    assert "nothing was written" in run.message


@pytest.mark.django_db
def test_nobody_asks_twice_for_what_is_under_way(settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    ask_for_import(run=run, dry_run=False)
    with pytest.raises(ImportRefused, match="under way"):
        ask_for_import(run=run, dry_run=False)
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db
def test_what_was_imported_is_not_imported_again(settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    ask_for_import(run=run, dry_run=False)
    work(run)
    with pytest.raises(ImportRefused, match="upload it again"):
        ask_for_import(run=run, dry_run=False)


@pytest.mark.django_db
def test_a_run_whose_worker_died_is_interrupted_and_can_be_started_again(settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    ask_for_import(run=run, dry_run=False)
    ImportRun.objects.filter(pk=run.pk).update(status="running", stage="writing")
    DBTaskResult.objects.update(status="RUNNING")
    run.refresh_from_db()
    assert standing(run) == Standing.INTERRUPTED
    ask_for_import(run=run, dry_run=False)
    work(run)
    assert run.status == "finished"


@pytest.mark.django_db(transaction=True)
def test_progress_is_seen_while_the_import_is_not(settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    with AtWork(run) as tell:
        tell("writing", 2000, 7473)
        run.refresh_from_db()
        assert (run.status, run.stage, run.done, run.total) == ("running", "writing", 2000, 7473)
        assert standing(run) == Standing.UNDER_WAY
    assert standing(run) == Standing.INTERRUPTED


@pytest.mark.django_db(transaction=True)
def test_a_worker_takes_up_what_was_asked_for(settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    ask_for_import(run=run, dry_run=False)
    a_worker_works()
    run.refresh_from_db()
    assert (run.status, run.counts["new"]) == ("finished", 3)
    assert DBTaskResult.objects.get(pk=run.task).status == "SUCCESSFUL"


@pytest.mark.django_db
def test_notes_of_a_run_go_when_it_is_asked_for_again(settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    ImportNote.objects.create(run=run, kind="warning", line=2, sentence="Odd.")
    ask_for_import(run=run, dry_run=True)
    assert not run.notes.exists()


@pytest.mark.django_db(transaction=True)
def test_a_worker_of_its_own_looks_for_matches():
    dataset = make_dataset().public_id
    assert ask_for_matches(dataset)
    assert not ask_for_matches(dataset)
    a_worker_works()
    wish = newest_wish(propose_matches, dataset)
    assert (wish.status, wish.return_value["compared"]) == ("SUCCESSFUL", 0)


@pytest.mark.django_db(transaction=True)
def test_what_the_worker_fails_at_stands_in_its_log(caplog):
    import_uploaded.enqueue(run_id=0)
    a_worker_works()
    assert "ImportRun matching query does not exist" in caplog.text
