"""What a new release does to the dataset's own record, and what people wrote there stays."""

import pytest

from config.kinds import KINDS
from datasets.importing.errors import ImportRefused
from datasets.models import Dataset
from ledger.models import Publication, PublishedRecord, Revision
from ledger.publishing import publish, withdraw
from ledger.saving import append_revisions
from ledger.verifying import verify
from tests.datasets.dialects import ucdp_rows
from tests.datasets.importing.imports import bring
from tests.factories import make_dataset, published

pytestmark = pytest.mark.django_db


def the_dataset() -> Dataset:
    return Dataset.objects.get(short_name="ucdp-ged")


def edited(**fields) -> Dataset:
    """Save somebody's edit of the dataset, which nobody has published yet."""
    Dataset.objects.update(**fields)
    dataset = the_dataset()
    append_revisions(kind=KINDS["dataset"], record_ids=[dataset.pk], by=None, reason="Mended")
    return dataset


def corrected(**fields) -> Dataset:
    """Save and publish somebody's edit of the dataset."""
    dataset = edited(**fields)
    publish(record_ids=[dataset.pk], by=None, reason="Mended", kinds=KINDS)
    return dataset


def published_document() -> str:
    return Publication.objects.filter(record=the_dataset()).latest("number").document


def test_a_new_release_is_named_in_the_dataset_and_in_its_words_of_attribution():
    bring(ucdp_rows(1))
    bring(ucdp_rows(1), release="2")

    assert (the_dataset().release, "version 2," in the_dataset().attribution) == ("2", True)
    assert '"release":"2"' in published_document()
    assert list(verify(KINDS)) == []


def test_words_that_an_editor_corrected_stay_through_releases_and_that_is_told():
    bring(ucdp_rows(1))
    corrected(attribution="Sundberg and Melander 2013", licence="CC BY 4.0 International")

    for release in ("2", "3"):
        run = bring(ucdp_rows(1), release=release)

        assert the_dataset().attribution == "Sundberg and Melander 2013"
        assert the_dataset().licence == "CC BY 4.0 International"
        assert "attribution of the dataset, which people changed too" in run.said[-1]


def test_words_that_an_import_stated_stay_when_the_next_one_does_not_state_them():
    bring(ucdp_rows(1), about={"title": "GED for Iraq"})
    bring(ucdp_rows(1), release="2")

    assert the_dataset().title == "GED for Iraq"


def test_words_stated_anew_replace_those_of_the_last_import_but_not_those_of_people():
    bring(ucdp_rows(1), about={"title": "GED for Iraq", "publisher": "UCDP"})
    corrected(publisher="Uppsala University")
    bring(ucdp_rows(1), about={"title": "GED for Syria", "publisher": "Uppsala"})

    assert the_dataset().title == "GED for Syria"
    assert the_dataset().publisher == "Uppsala University"


def test_what_a_release_does_not_change_is_not_saved_anew():
    bring(ucdp_rows(1))
    corrected(attribution="In our own words")
    before = Revision.objects.count()
    bring(ucdp_rows(1))

    assert Revision.objects.count() == before


def test_an_edit_that_nobody_published_waits_with_the_release_carried_into_it():
    bring(ucdp_rows(1))
    edited(terms="Not yet for readers")
    run = bring(ucdp_rows(2), release="2")

    assert (the_dataset().terms, the_dataset().release) == ("Not yet for readers", "2")
    assert "Not yet for readers" not in published_document()
    assert '"release":"1"' in published_document()
    assert "waits for people to publish it" in run.said[-1]
    assert list(verify(KINDS)) == []


def test_an_edit_that_was_published_at_last_is_published_with_later_releases():
    bring(ucdp_rows(1))
    dataset = edited(terms="For readers now")
    bring(ucdp_rows(1), release="2")
    publish(record_ids=[dataset.pk], by=None, reason="Ready", kinds=KINDS)
    bring(ucdp_rows(1), release="3")

    assert '"release":"3"' in published_document()
    assert "For readers now" in published_document()


def test_a_dataset_begun_by_hand_keeps_its_words():
    published(make_dataset("ucdp-ged", title="GED", licence="Ours", file_format=""))
    run = bring(ucdp_rows(1), release="23.1")

    dataset = the_dataset()
    assert (dataset.title, dataset.licence) == ("GED", "Ours")
    assert (dataset.release, dataset.file_format) == ("23.1", "ucdp")
    assert run.counts["new"] == 1


def test_rows_of_a_dataset_that_readers_do_not_have_are_refused():
    dataset = make_dataset("ucdp-ged", file_format="ucdp")
    with pytest.raises(ImportRefused, match=r"is draft: .*Publish it first"):
        bring(ucdp_rows(1))
    published(dataset)
    withdraw(record=dataset, by=None, reason="Not ours", kinds=KINDS)
    with pytest.raises(ImportRefused, match="is withdrawn"):
        bring(ucdp_rows(1))


def test_rows_are_for_members_as_soon_as_a_saved_edit_says_so():
    bring(ucdp_rows(1))
    edited(redistributable=False, audience="members")
    bring(ucdp_rows(2), release="2")

    assert PublishedRecord.objects.filter(kind="incident", audience="members").count() == 1


def test_an_import_that_asks_for_other_readers_is_told_that_it_changes_none():
    bring(ucdp_rows(1))
    run = bring(ucdp_rows(1), about={"may_be_passed_on": False})

    assert "manage.py move_dataset_audience" in run.said[-1]
    assert the_dataset().audience == "public"
