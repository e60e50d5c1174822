"""A dataset that is given other readers, and its rows with it: now, earlier, and from now on."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from actors.models import Actor
from config.kinds import KINDS
from datasets.importing.moving import Moved, PublishedMeanwhile, move_dataset
from datasets.models import Dataset
from incidents.models import Incident, PublishedIncident
from ledger.errors import NotToBePublished
from ledger.indexing import reindex
from ledger.models import OPEN, Publication, PublishedRecord, Record, Revision
from ledger.publishing import publish, withdraw
from ledger.saving import append_revisions
from ledger.verifying import verify
from tests.datasets.dialects import acled_rows, ucdp_rows, written
from tests.datasets.importing.imports import bring
from tests.factories import (
    add_attribution,
    make_incident,
    make_place,
    make_user,
    published,
)

pytestmark = pytest.mark.django_db

PUBLIC = PublishedRecord.objects.filter(audience="public")


def the_dataset() -> Dataset:
    return Dataset.objects.get()


def move(audience: str = "members") -> Moved:
    return move_dataset(the_dataset(), audience, kinds=KINDS, reason="Its terms changed")


def edited(record: Record, **fields) -> None:
    """Save an edit of somebody's, which nobody has published."""
    Incident.objects.filter(pk=record.pk).update(**fields)
    append_revisions(kind=KINDS["incident"], record_ids=[record.pk], by=None, reason="Edited")


def newest_document(record: Record) -> str | None:
    return Publication.objects.filter(record=record).latest("number").document


def a_member() -> Client:
    client = Client()
    client.force_login(make_user("member"))
    return client


def test_a_dataset_moves_to_members_with_its_rows_in_one_edition():
    bring(ucdp_rows(5))
    moved = move()

    assert (moved.rows, moved.edition.number) == (5, 2)
    assert not PUBLIC.filter(kind__in=["incident", "dataset", "actor", "source"]).exists()
    assert PublishedIncident.objects.filter(until=OPEN, audience="members").count() == 5
    assert not the_dataset().redistributable
    assert list(verify(KINDS)) == []


def test_moving_twice_changes_nothing():
    bring(ucdp_rows(3))
    move()
    before = (Revision.objects.count(), Publication.objects.count())

    assert move() == Moved(0, 0, None)
    assert (Revision.objects.count(), Publication.objects.count()) == before


@pytest.mark.parametrize("path", ["{}/", "{}/?as_of=edition:1", "{}/history/", "{}/history/1/"])
def test_readers_get_nothing_of_it_any_more_neither_now_nor_of_earlier_editions(client, path):
    bring(ucdp_rows(1))
    incident = Incident.objects.get()
    path = f"/incidents/{path}".format(incident.public_id)
    assert client.get(path).status_code == 200
    move()

    assert client.get(path).status_code == 404
    assert a_member().get(path).status_code == 200


def test_lists_and_counts_forget_it_in_earlier_editions_too(client):
    bring(ucdp_rows(3))
    published(make_incident())
    client.get("/api/v1/incidents/?as_of=edition:1")  # whatever is kept of it
    move()

    for asked in ("", "?as_of=edition:1", "?as_of=edition:2"):
        answer = client.get(f"/api/v1/incidents/{asked}").json()
        assert answer["count"] == (0 if "edition:1" in asked else 1)


def test_the_first_page_counts_it_no_more_among_the_changes_of_an_earlier_edition(client):
    bring(ucdp_rows(2))
    move()

    words = client.get("/?as_of=edition:1").content.decode()
    assert "Two records published together" in words  # the country and its province


def test_the_index_made_anew_keeps_it_closed():
    bring(ucdp_rows(2))
    move()
    reindex(KINDS)

    assert not PUBLIC.filter(kind="incident").exists()
    assert list(verify(KINDS)) == []


def test_the_next_import_takes_the_new_audience():
    bring(ucdp_rows(2))
    move()
    bring(
        ucdp_rows(
            3,
        ),
        release="2",
    )

    assert not PUBLIC.filter(kind="incident").exists()
    assert PublishedIncident.objects.filter(until=OPEN).count() == 3
    assert list(verify(KINDS)) == []


def test_an_edit_that_nobody_published_stays_an_edit():
    bring(ucdp_rows(1))
    incident = Incident.objects.get()
    edited(incident, title="Not yet for readers")
    move()

    incident.refresh_from_db()
    assert (incident.title, incident.audience) == ("Not yet for readers", "members")
    assert "Not yet for readers" not in newest_document(incident)
    assert not PUBLIC.filter(record=incident).exists()
    assert list(verify(KINDS)) == []


def test_an_edit_that_closed_a_row_before_is_not_published_by_the_move():
    bring(ucdp_rows(1))
    incident = Incident.objects.get()
    edited(incident, title="Not yet for readers", audience="members")
    move()

    assert "Not yet for readers" not in newest_document(incident)
    assert not PUBLIC.filter(record=incident).exists()
    assert list(verify(KINDS)) == []


def test_what_was_withdrawn_stays_withdrawn_and_is_closed_too():
    bring(ucdp_rows(1))
    incident = Incident.objects.get()
    withdraw(record=incident, by=None, reason="A double", kinds=KINDS)
    move()

    assert newest_document(incident) is None
    assert not PUBLIC.filter(record=incident).exists()


def test_a_row_that_was_closed_singly_is_closed_in_earlier_editions_too():
    bring(ucdp_rows(1))
    incident = Incident.objects.get()
    edited(incident, audience="members")
    publish(record_ids=[incident.pk], by=None, reason="Closed", kinds=KINDS)
    assert PUBLIC.filter(record=incident).exists()
    move()

    assert not PUBLIC.filter(record=incident).exists()


def test_an_operation_of_ours_forgets_a_row_that_moved(client):
    bring(ucdp_rows(1))
    row = Incident.objects.get()
    operation = make_incident()
    published(operation)
    edited(row, parent=operation)
    publish(record_ids=[row.pk], by=None, reason="A part", kinds=KINDS)
    path = f"/api/v1/incidents/{operation.public_id}/"
    assert client.get(path).json()["parts"] == [row.public_id]
    move()

    assert client.get(path).json()["parts"] == []
    assert list(verify(KINDS)) == []


def test_what_others_name_too_stays_public():
    bring(ucdp_rows(2))
    named, ours = Actor.objects.first(), make_incident()
    add_attribution(ours, named, by_text="An agency")
    published(ours)
    move()

    assert PUBLIC.filter(record=named, until=OPEN).exists()
    assert PUBLIC.filter(record=ours, until=OPEN).exists()


def test_a_dataset_is_opened_with_rows_actors_and_places(client):
    bring(written(acled_rows(5)))
    rows = Incident.objects.count()
    moved = move("public")

    assert (moved.rows, the_dataset().redistributable) == (rows, True)
    assert client.get("/api/v1/incidents/").json()["count"] == rows
    assert not PublishedRecord.objects.filter(until=OPEN, audience="members").exists()
    assert list(verify(KINDS)) == []


def test_what_was_for_members_in_earlier_editions_stays_theirs(client):
    bring(written(acled_rows(5)))
    move("public")

    assert client.get("/api/v1/incidents/?as_of=edition:1").json()["count"] == 0


def test_a_move_that_others_keep_coming_across_changes_nothing():
    bring(ucdp_rows(1))
    before = (Revision.objects.count(), Publication.objects.count())

    def come_across(done: int, total: int) -> None:
        published(make_place())

    with pytest.raises(PublishedMeanwhile, match="Nothing was changed"):
        move_dataset(the_dataset(), "members", kinds=KINDS, reason="Closed", tell=come_across)
    assert (Revision.objects.count(), Publication.objects.count()) == before
    assert the_dataset().audience == "public"


def test_a_move_goes_on_when_others_publish_what_it_does_not_rest_on():
    bring(ucdp_rows(1))

    def publish_something_else(done: int, total: int) -> None:
        published(make_incident())

    moved = move_dataset(
        the_dataset(), "members", kinds=KINDS, reason="Closed", tell=publish_something_else
    )
    assert moved.rows == 1


def test_a_datasets_audience_is_not_published_without_its_rows():
    bring(ucdp_rows(1))
    Dataset.objects.update(redistributable=False, audience="members")
    dataset = the_dataset()
    append_revisions(kind=KINDS["dataset"], record_ids=[dataset.pk], by=None, reason="Closed")

    with pytest.raises(NotToBePublished, match="move_dataset_audience ucdp-ged members"):
        publish(record_ids=[dataset.pk], by=None, reason="Closed", kinds=KINDS)


def test_a_row_of_a_dataset_for_members_is_not_published_for_everybody():
    bring(written(acled_rows(3)))
    row = Incident.objects.first()
    edited(row, audience="public")

    with pytest.raises(NotToBePublished, match="is a row of acled, which is for members only"):
        publish(record_ids=[row.pk], by=None, reason="Opened", kinds=KINDS)


def test_the_command_says_what_it_did_and_what_it_cannot_do(capsys):
    bring(ucdp_rows(2))
    call_command("move_dataset_audience", "ucdp-ged", "members")

    told = capsys.readouterr().out
    assert "2 rows and" in told
    assert "are not called back" in told


def test_the_command_opens_a_dataset_only_if_that_is_said():
    bring(written(acled_rows(3)))
    with pytest.raises(CommandError, match="--may-be-passed-on"):
        call_command("move_dataset_audience", "acled", "public")
    call_command("move_dataset_audience", "acled", "public", "--may-be-passed-on")
    assert the_dataset().audience == "public"


def test_the_command_names_the_datasets_that_there_are():
    bring(ucdp_rows(1))
    with pytest.raises(CommandError, match="There are: ucdp-ged"):
        call_command("move_dataset_audience", "ged", "members")
    with pytest.raises(CommandError, match="There is no dataset “ged”"):
        call_command("move_dataset_audience", "ged", "public")
