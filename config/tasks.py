"""What the worker does beside the web server; `manage.py db_worker` is the worker."""

from collections.abc import Mapping
from dataclasses import asdict

from django.contrib.auth import get_user_model
from django.db import transaction
from django_tasks import TaskResultStatus, task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from config.kinds import KINDS
from datasets.importing.asked import Standing, carry_out, standing
from datasets.importing.errors import ImportRefused
from datasets.importing.moving import move_dataset
from datasets.matching.proposing import propose
from datasets.models import Dataset, ImportRun

NO_CHOICES: Mapping[str, bool] = {}


@task()
def import_uploaded(run_id: int) -> None:
    """Import the file of a run, or check it, as the run asks for."""
    run = ImportRun.objects.select_related("by").get(pk=run_id)
    if run.status == ImportRun.Status.WAITING:
        carry_out(run, kinds=KINDS)


@task()
def propose_matches(dataset: str) -> dict:
    """Propose pairs of a dataset (by public id) with all others; return what was done."""
    return asdict(propose(datasets=[dataset]))


@task()
def move_readers(dataset: str, audience: str, *, by: int, reason: str) -> str:
    """Give a dataset (by public id) and its rows other readers; return what was done, in words."""
    found = Dataset.objects.get(public_id=dataset)
    user = get_user_model().objects.get(pk=by)
    return move_dataset(found, audience, kinds=KINDS, by=user, reason=reason).sentence()


@transaction.atomic
def ask_for_import(
    *, run: ImportRun, dry_run: bool, choices: Mapping[str, bool] = NO_CHOICES
) -> None:
    """Have a worker import the file of a run, or only check it; ImportRefused if one does so.

    `choices` say how: partial, skip_bad_rows, allow_withdrawals.
    """
    run = ImportRun.objects.select_for_update(no_key=True).get(pk=run.pk)
    if run.status == ImportRun.Status.FINISHED:
        raise ImportRefused("This file has been imported; upload it again to import it again.")
    if standing(run) == Standing.UNDER_WAY:
        raise ImportRefused("This import is under way; wait until it has ended.")
    DBTaskResult.objects.filter(pk=run.task).delete()
    run.notes.all().delete()
    run.options |= {**choices, "dry_run": dry_run}
    run.status = ImportRun.Status.WAITING
    run.stage, run.done, run.total, run.message = "", 0, 0, ""
    run.task = import_uploaded.enqueue(run.pk).id
    run.save()


def ask_for_matches(dataset: str) -> bool:
    """Have a worker look for matches of a dataset; False if that waits for one already.

    Asked for while it is under way, it is done once more: repeating it changes nothing.
    """
    wish = newest_wish(propose_matches, dataset)
    if wish and wish.status == TaskResultStatus.READY:
        return False
    propose_matches.enqueue(dataset)
    return True


def ask_for_move(dataset: str, audience: str, *, by: int, reason: str) -> bool:
    """Have a worker give a dataset other readers; False if such a wish waits for one already."""
    wish = newest_wish(move_readers, dataset)
    if wish and wish.status == TaskResultStatus.READY:
        return False
    move_readers.enqueue(dataset, audience, by=by, reason=reason)
    return True


def newest_wish(of: Task, dataset: str) -> DBTaskResult | None:
    """Return what was asked for last of a dataset, by the task that does it."""
    asked = DBTaskResult.objects.filter(task_path=of.module_path, args_kwargs__args__0=dataset)
    return asked.order_by("-enqueued_at").first()
