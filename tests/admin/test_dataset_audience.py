"""The page on which a dataset and its rows are moved to other readers."""

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from config.tasks import move_readers
from datasets.models import Dataset
from ledger.models import OPEN, PublishedRecord
from tests.datasets.dialects import acled_rows, ucdp_rows, written
from tests.datasets.importing.imports import bring
from tests.factories import make_dataset, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewing() -> Client:
    """A browser in which a reviewer is signed in."""
    client = Client()
    client.force_login(make_user("reviewer", group="Reviewer", is_staff=True))
    return client


def address() -> str:
    return f"/admin/datasets/{Dataset.objects.get().pk}/audience/"


def ask(client: Client, audience: str, **more) -> str:
    asked = {"audience": audience, "reason": "As its page says", **more}
    return client.post(address(), asked, follow=True).content.decode()


def work() -> None:
    """Do what a worker does with the wish."""
    wish = DBTaskResult.objects.get()
    move_readers.call(*wish.args_kwargs["args"], **wish.args_kwargs["kwargs"])


def test_the_form_of_a_dataset_leads_to_the_page(reviewing):
    bring(ucdp_rows(2))
    form = reviewing.get(f"/admin/datasets/dataset/{Dataset.objects.get().pk}/change/")
    assert address() in form.content.decode()
    assert "2 of its rows would be moved" in reviewing.get(address()).content.decode()


def test_a_dataset_is_moved_to_members_by_the_worker(reviewing):
    bring(ucdp_rows(2))
    shown = ask(reviewing, "members")
    assert "The worker moves it" in shown
    assert "readers see what they saw" in shown
    work()
    assert not PublishedRecord.objects.filter(kind="incident", audience="public").exists()


def test_a_move_is_not_asked_for_twice(reviewing):
    bring(ucdp_rows(1))
    ask(reviewing, "members")
    assert "was asked for already" in ask(reviewing, "members")
    assert DBTaskResult.objects.count() == 1


def test_everybody_is_shown_its_rows_only_if_its_terms_allow_it(reviewing):
    bring(written(acled_rows(3)))
    assert "Its terms must allow it" in ask(reviewing, "public")
    ask(reviewing, "public", may_be_passed_on="on")
    work()
    assert PublishedRecord.objects.filter(kind="incident", audience="public", until=OPEN).exists()


def test_who_may_not_import_may_not_move(editing):
    make_dataset()
    assert editing.get(address()).status_code == 403
    assert editing.post(address(), {"audience": "public"}).status_code == 403
