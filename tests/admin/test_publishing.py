"""Previewing, publishing and withdrawing from the admin."""

import pytest
from django.test import Client

from ledger.models import Edition, Publication, PublishedRecord, Record
from tests.admin.filled_forms import send
from tests.admin.test_incident_form import form_of
from tests.factories import (
    add_party,
    make_actor,
    make_incident,
    make_link,
    make_user,
    published,
    saved,
)


def publish_page(record: Record) -> str:
    return f"/admin/publish/{record.public_id}/"


@pytest.fixture
def draft():
    """An incident that refers to an actor; neither is published."""
    incident, actor = make_incident(title="Rockets"), make_actor("A new group")
    add_party(incident, "struck", who_record=actor)
    saved(incident, actor)
    return incident


def test_the_drafts_that_it_refers_to_are_listed_and_ticked(editing, draft):
    page = editing.get(publish_page(draft))
    assert "A new group" in page.content.decode()
    assert page.context["form"].initial["along"] == [Record.objects.get(label="A new group").pk]


def test_what_is_ticked_is_published_in_the_same_edition(editing, draft):
    page = editing.get(publish_page(draft))
    editing.post(publish_page(draft), page.context["form"].initial | {"reason": "First"})
    assert Edition.objects.count() == 1
    assert PublishedRecord.objects.count() == 2


def test_what_is_not_ticked_is_not_published_and_nothing_else_either(editing, draft):
    response = editing.post(publish_page(draft), {"revision": 1, "reason": "First"})
    assert "A new group" in str(response.context["form"].non_field_errors())
    assert not Publication.objects.exists()


def test_what_was_saved_after_the_page_was_opened_is_not_published(editing):
    incident = make_incident()
    saved(incident)
    editing.get(publish_page(incident))
    send(editing, form_of(incident), title="Changed meanwhile")
    response = editing.post(publish_page(incident), {"revision": 1})
    assert "Somebody saved this record" in str(response.context["form"].errors)


def test_a_second_click_publishes_nothing_more(editing):
    incident = make_incident()
    saved(incident)
    for _ in range(2):
        editing.post(publish_page(incident), {"revision": 1, "reason": "First published"})
    assert Publication.objects.filter(record=incident).count() == 1


def test_a_form_can_be_saved_and_led_to_publishing(editing):
    incident = make_incident()
    response = send(editing, form_of(incident), _continue=None, _publish="1", title="Changed")
    assert response.redirect_chain[-1][0] == publish_page(incident)


def test_withdrawing_needs_a_reason(editing):
    incident = make_incident()
    published(incident)
    address = f"/admin/withdraw/{incident.public_id}/"
    assert "required" in str(editing.post(address).context["form"].errors)
    editing.post(address, {"reason": "It was one attack, not two"})
    assert Publication.objects.latest("number").reason == "It was one attack, not two"
    assert Record.objects.get(pk=incident.pk).status == "withdrawn"


def test_a_preview_is_the_page_that_readers_would_get(editing, draft):
    page = editing.get(f"/admin/preview/{draft.public_id}/").content.decode()
    assert "Preview, not published" in page
    assert "Rockets" in page
    assert "A new group" in page


def test_a_preview_publishes_nothing(editing, draft):
    editing.get(f"/admin/preview/{draft.public_id}/")
    assert not Edition.objects.exists()
    assert Record.objects.get(pk=draft.pk).status == "draft"


def test_a_kind_without_a_page_is_previewed_as_its_document(editing):
    link = make_link(make_incident(), make_incident())
    saved(link, *Record.objects.exclude(pk=link.pk))
    assert "led_to" in editing.get(f"/admin/preview/{link.public_id}/").content.decode()


def test_a_record_that_was_saved_is_never_deleted(editing):
    incident = make_incident()
    saved(incident)
    response = editing.post(f"/admin/incidents/incident/{incident.pk}/delete/", {"post": "yes"})
    assert response.status_code == 403


@pytest.mark.parametrize("page", ["publish", "withdraw", "preview"])
def test_those_who_may_not_change_records_may_not_publish(db, page):
    incident = make_incident()
    published(incident)
    client = Client()
    client.force_login(make_user(is_staff=True))
    assert client.get(f"/admin/{page}/{incident.public_id}/").status_code == 403


def test_a_viewer_sees_the_form_but_cannot_publish(db):
    incident = make_incident(title="Rockets")
    saved(incident)
    client = Client()
    client.force_login(make_user(group="Viewer", is_staff=True))
    assert "Rockets" in client.get(form_of(incident)).content.decode()
    assert client.get(publish_page(incident)).status_code == 403


@pytest.mark.parametrize("public_id", ["I999", "X1", "1 or 1=1"])
def test_what_is_not_there_cannot_be_published(editing, public_id):
    assert editing.get(f"/admin/publish/{public_id}/").status_code == 404
