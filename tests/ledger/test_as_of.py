"""As of a moment: what readers get is what was published then."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from config.kinds import KINDS
from ledger import moments
from ledger.models import Edition, PublishedRecord
from ledger.moments import NotAMoment
from ledger.publishing import publish, withdraw
from ledger.reading import NotPublished, Withdrawn, document_of, find, included
from tests.factories import add_report, killed, make_incident, published, saved

pytestmark = pytest.mark.django_db


def revised_toll():
    """An incident first published with three killed, then with five."""
    incident = make_incident()
    report = add_report(incident, killed(3), adopted=True)
    published(incident)
    report.counts.update(low=5, high=5)
    saved(incident)
    publish(record_ids=[incident.pk], by=None, reason="The toll rose.", kinds=KINDS)
    return incident


@pytest.mark.parametrize(("asked", "best"), [("edition:1", 3), ("edition:2", 5), ("", 5)])
def test_a_toll_stands_as_it_stood(asked, best):
    incident = revised_toll()
    row = find(incident.public_id, moment=moments.resolve(asked), user=None)
    assert document_of(row, KINDS)["casualties"]["killed"]["best"] == best


def test_a_time_resolves_to_the_edition_that_stood_then():
    revised_toll()
    first, second = Edition.objects.order_by("number")
    before = (second.published_at - timedelta(microseconds=1)).isoformat()
    assert moments.resolve(before).edition == first.number
    assert moments.resolve(second.published_at.isoformat()).edition == second.number


def test_a_day_means_its_end_in_utc():
    moment = moments.resolve(datetime.now(UTC).date().isoformat())
    assert moment.on == datetime.now(UTC).date()


def test_before_the_first_edition_nothing_is_published_and_the_first_is_named():
    incident = revised_toll()
    moment = moments.resolve("2001-01-01")
    assert not PublishedRecord.objects.as_of(moment.edition).exists()
    with pytest.raises(NotPublished, match="first published in edition 1"):
        find(incident.public_id, moment=moment, user=None)


@pytest.mark.parametrize(
    "asked", ["tomorrow", "2020-13-01", "2020-09-28T12:00", "edition:x", "edition:99", "0000-01-01"]
)
def test_what_is_no_moment_is_refused_with_what_would_be_accepted(asked):
    with pytest.raises(NotAMoment, match="edition:12"):
        moments.resolve(asked)


def test_the_future_is_refused():
    tomorrow = (timezone.now() + timedelta(days=2)).date().isoformat()
    with pytest.raises(NotAMoment, match="lies in the future"):
        moments.resolve(tomorrow)


def test_a_draft_is_as_if_it_were_not_there():
    draft = make_incident()
    saved(draft)
    with pytest.raises(NotPublished, match="There is no record"):
        find(draft.public_id, moment=moments.now(), user=None)


def test_a_withdrawn_record_says_why_and_can_still_be_read_as_of_before():
    incident = make_incident()
    published(incident)
    withdraw(record=incident, by=None, reason="It was a duplicate.", kinds=KINDS)
    with pytest.raises(Withdrawn, match="It was a duplicate"):
        find(incident.public_id, moment=moments.now(), user=None)
    assert find(incident.public_id, moment=moments.resolve("edition:1"), user=None)


def test_a_name_that_was_withdrawn_is_empty_and_stays_referred_to():
    incident = make_incident()
    published(incident)
    withdraw(record=incident, by=None, reason="It was a duplicate.", kinds=KINDS)
    names = included([incident.public_id], moment=moments.now(), user=None)
    assert names == {incident.public_id: {"name": None}}
