"""The lists in which new entries of GIN indexes wait, emptied after many lines were written."""

import pytest
from django.db import connection

from datasets.models import ImportRun
from ledger.indexing import merge_pending
from tests.datasets.dialects import ucdp_rows
from tests.datasets.importing.imports import bring
from tests.factories import make_incident, published

pytestmark = pytest.mark.django_db

INDEXES = ("publishedrecord_search", "publishedrecord_refs")


def pages_waiting() -> int:
    """Empty the lists by hand; return how many pages they had."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(gin_clean_pending_list(one::regclass)) FROM unnest(%s) one", [[*INDEXES]]
        )
        return cursor.fetchone()[0]


def test_a_publication_leaves_its_words_waiting():
    published(make_incident())
    assert pages_waiting() > 0


def test_nothing_waits_after_an_import():
    bring(ucdp_rows(20))
    assert pages_waiting() == 0


def test_the_application_may_ask_for_it_though_the_indexes_are_not_its_own(as_application_role):
    published(make_incident())
    merge_pending()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    assert pages_waiting() == 0


def test_an_import_is_finished_where_that_cannot_be_done():
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION ledger_merge_pending()")
    assert bring(ucdp_rows(2)).status == ImportRun.Status.FINISHED
