"""Publishing: editions, what is published along, what rests on what, withdrawal."""

import json

import pytest

from config.kinds import KINDS
from ledger.errors import NothingSaved, RefersToUnpublished
from ledger.models import OPEN, Edition, Publication, PublishedRecord, Record
from ledger.publishing import publish, withdraw
from tests.factories import (
    add_claim,
    add_report,
    cite,
    killed,
    make_actor,
    make_incident,
    make_place,
    make_source,
    on,
    published,
    saved,
)

pytestmark = pytest.mark.django_db


def document(record) -> dict:
    row = PublishedRecord.objects.get(public_id=record.public_id, until=OPEN)
    return json.loads(row.publication.document)


def publish_again(*records, reason="Again"):
    saved(*records)
    return publish(record_ids=[one.pk for one in records], by=None, reason=reason, kinds=KINDS)


def test_a_saved_record_is_not_public():
    saved(make_incident())
    assert not PublishedRecord.objects.exists()


def test_what_was_never_saved_cannot_be_published():
    incident = make_incident()
    with pytest.raises(NothingSaved, match="Save before publishing"):
        publish(record_ids=[incident.pk], by=None, reason="", kinds=KINDS)


def test_publishing_refuses_what_refers_to_a_draft_and_names_it():
    incident, group = make_incident(), make_actor("Kata'ib Hezbollah")
    add_claim(incident, speaker_record=group)
    saved(incident, group)
    with pytest.raises(RefersToUnpublished, match="Kata'ib Hezbollah"):
        publish(record_ids=[incident.pk], by=None, reason="", kinds=KINDS)


def test_drafts_referred_to_are_published_along_in_one_edition():
    incident, group = make_incident(), make_actor()
    add_claim(incident, speaker_record=group)
    published(incident)
    assert set(Publication.objects.values_list("edition", flat=True)) == {1}
    assert Record.objects.filter(status="published").count() == 2


def test_prose_counts_as_a_reference():
    source = make_source(title="A wire")
    incident = make_incident(account=f"Two rockets fell. [{source.public_id} p. 4]")
    saved(incident, source)
    with pytest.raises(RefersToUnpublished, match="A wire"):
        publish(record_ids=[incident.pk], by=None, reason="", kinds=KINDS)


def test_saving_changes_nothing_that_is_public():
    incident = make_incident(title="As published")
    published(incident)
    incident.title = "As saved since"
    incident.save()
    saved(incident)
    assert document(incident)["title"] == "As published"


def test_editions_and_their_times_only_grow():
    for _ in range(3):
        published(make_incident())
    editions = list(Edition.objects.order_by("number"))
    assert [edition.number for edition in editions] == [1, 2, 3]
    assert editions == sorted(editions, key=lambda edition: edition.published_at)


def test_renaming_an_actor_writes_one_publication():
    group = make_actor("Old name")
    incidents = [make_incident() for _ in range(5)]
    for incident in incidents:
        add_claim(incident, speaker_record=group)
    published(*incidents)
    group.actor_names.update(text="New name")
    before = Publication.objects.count()
    publish_again(group)
    assert Publication.objects.count() == before + 1


def test_an_operation_is_published_anew_when_a_part_changes():
    operation, part = make_incident(), make_incident()
    part.parent = operation
    part.save()
    published(operation, part)
    add_report(part, killed(4), adopted=True)
    publish_again(part)
    assert document(operation)["casualties"]["killed"]["best"] == 4


def test_a_part_taken_out_of_an_operation_no_longer_counts_in_it():
    operation, part = make_incident(), make_incident()
    part.parent = operation
    part.save()
    add_report(part, killed(4))
    published(operation, part)
    part.parent = None
    part.save()
    publish_again(part)
    assert document(operation)["casualties"]["killed"] is None


def test_a_claim_that_covers_two_incidents_stands_in_both():
    one, other, group = make_incident(), make_incident(), make_actor()
    add_claim(one, speaker_record=group, also_covers=[other])
    published(one, other)
    assert document(other)["claim_status"] == "claimed"
    assert document(other)["claims"][0]["recorded_at"] == one.public_id


def test_two_papers_of_one_wire_become_one_author_when_that_is_found_out():
    wire, paper = make_source(), make_source()
    incident = make_incident()
    add_report(incident, killed(5), by_text="", by_record=wire, reported_on=on("2020-09-28"))
    add_report(incident, killed(7), by_text="", by_record=paper, reported_on=on("2020-09-29"))
    published(incident)
    assert document(incident)["casualties"]["killed"]["low"] == 5
    paper.derived_from = wire
    paper.save()
    publish_again(paper)
    assert document(incident)["casualties"]["killed"]["low"] == 7


def test_a_place_that_moves_to_another_country_takes_its_incidents_along():
    place = make_place(country="IQ")
    incident = make_incident(place=place)
    published(incident)
    place.country = "SY"
    place.save()
    publish_again(place)
    index = KINDS["incident"].indexes[0].model
    assert index.objects.get(public_id=incident.public_id, until=OPEN).countries == ["SY"]


def test_republishing_uses_the_published_state_of_what_rests_on_it():
    operation, part = make_incident(title="As published"), make_incident()
    part.parent = operation
    part.save()
    published(operation, part)
    operation.title = "Somebody's unreviewed edit"
    operation.save()
    saved(operation)
    add_report(part, killed(4))
    publish_again(part)
    assert document(operation)["title"] == "As published"


def test_withdrawing_takes_a_record_from_readers_and_keeps_its_history():
    incident = make_incident()
    published(incident)
    withdraw(record=incident, by=None, reason="A duplicate of I1.", kinds=KINDS)
    assert not PublishedRecord.objects.filter(public_id=incident.public_id, until=OPEN).exists()
    assert Publication.objects.filter(record=incident).count() == 2
    assert Record.objects.get(pk=incident.pk).status == "withdrawn"


def test_a_withdrawn_part_no_longer_counts_in_its_operation():
    operation, part = make_incident(), make_incident()
    part.parent = operation
    part.save()
    add_report(part, killed(4))
    published(operation, part)
    withdraw(record=part, by=None, reason="It did not happen.", kinds=KINDS)
    assert document(operation)["casualties"]["killed"] is None


def test_members_material_stays_with_members():
    incident = make_incident(audience="members")
    published(incident)
    assert not PublishedRecord.objects.visible_to(None).exists()


def test_a_citation_of_a_row_stands_beside_that_row():
    incident, source = make_incident(), make_source()
    claim = add_claim(incident, "none_known")
    cite(incident, source, row=claim, locator="p. 4")
    published(incident)
    cited = document(incident)["claims"][0]["citations"][0]
    assert (cited["source"], cited["locator"]) == (source.public_id, "p. 4")
