"""The prober's process: save a draft and read a page, over and over, until told to stop.

It saves as the forms of the admin do: the tables and a revision, in one transaction.
"""

import json
import os
import select
import sys
import time
from collections.abc import Callable
from itertools import cycle

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import transaction  # noqa: E402 (models can be imported from here on)

from config.kinds import KINDS  # noqa: E402
from incidents.models import Incident  # noqa: E402
from ledger.saving import append_revisions, claim_version  # noqa: E402

from .asking import Client  # noqa: E402

PAGES = ("/incidents/", "/api/v1/incidents/?country=IQ", "/incidents/?country=SY", "/admin/login/")
PAUSE = 0.2


@transaction.atomic
def save_new() -> Incident:
    incident = Incident.objects.create(title="A draft saved while an import runs")
    append_revisions(kind=KINDS["incident"], record_ids=[incident.pk], by=None, reason="")
    return incident


@transaction.atomic
def save_again(incident: Incident, number: int) -> None:
    claim_version(record=incident, version=incident.version, by=None)
    incident.title = f"A draft saved {number} times while an import runs"
    incident.save()
    append_revisions(kind=KINDS["incident"], record_ids=[incident.pk], by=None, reason="")


def waited(action: Callable, *arguments) -> float:
    began = time.perf_counter()
    action(*arguments)
    return time.perf_counter() - began


def is_told_to_stop() -> bool:
    return bool(select.select([sys.stdin], [], [], PAUSE)[0])


def main() -> None:
    client = Client(int(sys.argv[1]))
    found: dict[str, list[float]] = {"drafts": [], "pages": []}
    draft = save_new()
    print("begun", flush=True)
    for number, page in enumerate(cycle(PAGES)):
        found["drafts"] += [waited(save_new), waited(save_again, draft, number)]
        found["pages"].append(waited(client.get, page))
        if is_told_to_stop():
            break
    print(json.dumps(found))


if __name__ == "__main__":
    main()
