"""Imports that are asked for on a page and carried out by a worker: the way of one run.

uploaded → waiting → running → checked (a dry run), finished, refused or failed. From the last ones,
and from a run whose worker died, it may be asked for again. Nothing is written by any but the one
that ends as finished.
"""

from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from datasets.models import ImportRun
from ledger.errors import LedgerError
from ledger.kinds import Kinds

from .progress import AtWork, is_at_work
from .run import Wanted, import_file

Status = ImportRun.Status
ASKED = ("format", "mapping", "dataset", "about", "dry_run", "skip_bad_rows", "partial")
TAKEN_UP_WITHIN = timedelta(seconds=10)
FAILED = (
    "The software failed, and nothing was written. What happened stands in the log of the worker; "
    "tell whoever keeps this site."
)


class Standing(StrEnum):
    """How a run stands for whoever looks: its status, or that its worker died."""

    ASLEEP = "asleep"  # nothing is asked for, or all that was asked for is done
    UNDER_WAY = "under way"
    INTERRUPTED = "interrupted"


def standing(run: ImportRun) -> Standing:
    """Say whether a run waits or is worked on, or looks so only because its worker died."""
    if run.status not in (Status.WAITING, Status.RUNNING):
        return Standing.ASLEEP
    if is_at_work(run):
        return Standing.UNDER_WAY
    is_waiting = run.status == Status.WAITING and _is_in_the_queue(run)
    return Standing.UNDER_WAY if is_waiting else Standing.INTERRUPTED


def carry_out(run: ImportRun, *, kinds: Kinds) -> None:
    """Do what a run asks for; whatever comes of it stands in the run."""
    with AtWork(run) as tell:
        try:
            import_file(wanted_of(run), kinds=kinds, by=run.by, run=run, progress=tell)
        except LedgerError:
            return  # the run says why
        except Exception:
            ImportRun.objects.filter(pk=run.pk).update(
                status=Status.FAILED, message=FAILED, ended_at=timezone.now()
            )
            raise


def wanted_of(run: ImportRun) -> Wanted:
    """Return what a run asks of the importer."""
    return Wanted(
        path=settings.IMPORTS_DIR / run.stored_file,
        file_name=run.file_name,
        release=run.release,
        allow_withdrawals=run.options["allow_withdrawals"],
        **{name: run.options[name] for name in ASKED},
    )


def _is_in_the_queue(run: ImportRun) -> bool:
    """Whether a worker will take up a run, or has done so this moment."""
    task = DBTaskResult.objects.filter(pk=run.task).first()
    if task is None or task.status == TaskResultStatus.READY:
        return task is not None
    return task.started_at is None or timezone.now() - task.started_at < TAKEN_UP_WITHIN
