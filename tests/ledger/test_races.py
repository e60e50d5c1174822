"""Two savers with one version: one wins each time, and what the other typed overwrites nothing."""

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from config.kinds import KINDS
from incidents.models import Incident
from ledger.errors import EditConflict
from ledger.models import Edition, Record, Revision
from ledger.publishing import publish
from ledger.saving import append_revisions, claim_version
from tests.factories import make_incident, saved

pytestmark = pytest.mark.django_db(transaction=True)

PAIRS = int(os.environ.get("RACES", "300"))


def save_title(incident_id: int, version: int, title: str, start: Barrier) -> bool:
    """Save as the admin does: claim the version, write the table, append the revision."""
    start.wait()
    try:
        with transaction.atomic():
            record = Record.objects.get(pk=incident_id)
            claim_version(record=record, version=version, by=None)
            incident = Incident.objects.get(pk=incident_id)
            incident.title = title
            incident.save()
            append_revisions(kind=KINDS["incident"], record_ids=[incident_id], by=None, reason="")
    except EditConflict:
        return False
    finally:
        connection.close()
    return True


def test_of_two_savers_with_one_version_one_wins_each_time():
    incident = make_incident()
    saved(incident)
    with ThreadPoolExecutor(2) as pool:
        for version in range(PAIRS):
            start = Barrier(2)
            saves = [
                pool.submit(save_title, incident.pk, version, f"{version} by {who}", start)
                for who in "ab"
            ]
            assert sorted(save.result() for save in saves) == [False, True]
    assert Revision.objects.filter(record=incident).count() == PAIRS + 1


def publish_one(incident_id: int, start: Barrier) -> int:
    start.wait()
    try:
        edition = publish(record_ids=[incident_id], by=None, reason="", kinds=KINDS)
        return edition.number
    finally:
        connection.close()


def test_publishers_at_once_get_editions_without_a_gap():
    incidents = [make_incident() for _ in range(8)]
    saved(*incidents)
    start = Barrier(8)
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda one: publish_one(one.pk, start), incidents))
    assert sorted(numbers) == list(range(1, 9))
    times = list(Edition.objects.order_by("number").values_list("published_at", flat=True))
    assert times == sorted(times)
