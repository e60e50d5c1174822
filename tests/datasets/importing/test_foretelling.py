"""What a dry run says beforehand, and what an import says while it waits for another."""

from io import StringIO

import pytest
from django.core.management.base import OutputWrapper
from django.db import connection

from config.editing.imports.report import progress
from config.management.commands.import_dataset import Progress
from datasets.importing.foretelling import compare_releases, would_begin
from datasets.importing.turns import LOCK, WAITING, wait_for_turn
from datasets.models import ImportRun
from tests.datasets.dialects import acled_rows, ucdp_rows, written
from tests.datasets.importing.imports import bring


@pytest.mark.django_db
def test_a_dry_run_says_who_will_see_the_rows():
    assert "Everybody will see the rows." in bring(ucdp_rows(1), dry_run=True).said
    members = bring(written(acled_rows(1)), dry_run=True).said
    assert any(one.startswith("Members only will see the rows") for one in members)


@pytest.mark.django_db
def test_a_dry_run_names_the_actors_that_it_would_begin():
    (row,) = ucdp_rows(1)
    said = bring([row], dry_run=True).said
    assert any("It would begin 2 actors and" in one and row["side_b"] in one for one in said)

    bring([row])
    said = bring([row], dry_run=True, release="2").said
    assert "It would begin 0 actors and 0 places that are not here yet." in said


def test_of_many_actors_the_first_ten_are_named():
    told = would_begin([f"Group {number}" for number in range(1, 13)], ["Iraq"])
    assert "12 actors and 1 place that" in told
    assert "“Group 10”." in told


@pytest.mark.parametrize(
    ("stated", "last", "told"),
    [
        ("23.1", "", []),
        ("23.1", "22.1", []),
        ("23.1", "23.1", ["Release 23.1 is the one that was imported last."]),
        ("9.1", "23.1", ["Release 9.1 seems older than 23.1, imported last."]),
        ("23.0.9", "23.0.10", ["Release 23.0.9 seems older than 23.0.10, imported last."]),
        ("1 May 2024", "2 April 2024", []),
    ],
)
def test_a_release_that_is_the_last_or_seems_older_is_told(stated, last, told):
    assert compare_releases(stated, last) == told


@pytest.mark.django_db
def test_a_dry_run_compares_the_release_with_the_one_imported_last():
    bring(ucdp_rows(1), release="23.1")
    said = bring(ucdp_rows(1), release="22.1", dry_run=True).said
    assert "Release 22.1 seems older than 23.1, imported last." in said


@pytest.mark.django_db
def test_an_import_tells_that_it_waits_for_another():
    other, told = connection.copy(), []
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])

        def end_the_other() -> None:
            told.append(WAITING)
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])

        wait_for_turn(end_the_other)
        wait_for_turn(end_the_other)
    other.close()
    assert told == [WAITING]


def test_the_terminal_and_the_page_say_what_an_import_waits_for():
    written_to = StringIO()
    Progress(OutputWrapper(written_to))(WAITING, 0, 0)
    assert "this one waits for it to end" in written_to.getvalue()
    run = ImportRun(status="running", stage=WAITING)
    assert "waits for another import" in progress(run)["words"]
