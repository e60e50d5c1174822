"""After an import: looking for its attacks in other datasets, asked for from the run's page."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django_tasks import TaskResultStatus

from config.tasks import ask_for_matches, newest_wish, propose_matches
from datasets.models import ImportRun

MAY = "incidents.change_incident"  # as at the workbench, where the pairs are decided
WAITS, AT_IT = "It waits for the worker.", "The worker is at it."
FAILED = "It failed; what happened stands in the log of the worker. Nothing was proposed."


def about_matching(run: ImportRun, request: HttpRequest) -> dict | None:
    """Return what the page says of matching; None before there are rows to match."""
    if run.status != ImportRun.Status.FINISHED or run.dataset is None:
        return None
    return {
        "dataset": run.dataset,
        "may_ask": request.user.has_perm(MAY),
        "done": _done(run.dataset.public_id),
    }


def ask(request: HttpRequest, run: ImportRun) -> None:
    """Have a worker look for matches, and say so."""
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    if run.dataset is None:
        messages.error(request, "Nothing was imported yet that could be looked for.")
    elif ask_for_matches(run.dataset.public_id):
        messages.success(request, "The worker looks for the same attacks in other datasets.")
    else:
        messages.warning(request, "This was asked for already. " + WAITS)


def _done(dataset: str) -> str:
    """Say what became of it when it was asked for last; "" if nobody asked."""
    wish = newest_wish(propose_matches, dataset)
    if wish is None:
        return ""
    if wish.status == TaskResultStatus.SUCCESSFUL:
        found = wish.return_value
        return (
            f"{wish.finished_at:%-d %B %Y, %H:%M} (UTC): {found['compared']:,} pairs compared. "
            f"Proposals: {found['new']:,} new, {found['changed']:,} changed, "
            f"{found['unchanged']:,} unchanged, {found['gone']:,} gone."
        )
    said = {TaskResultStatus.READY: WAITS, TaskResultStatus.FAILED: FAILED}
    return said.get(wish.status, AT_IT)
