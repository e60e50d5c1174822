from django.db import models

from dates.fields import PartialDateField, bounds_in_order
from incidents.models import Place
from ledger.constraints import one_key, ordered_numbers
from ledger.models import RecordKind, Row, who
from timeline.vocabulary import EventType


class Event(RecordKind):
    """Something dated that is not an attack: an arrest, a release, a vote, a withdrawal."""

    KIND = "event"

    title = models.CharField(max_length=300)
    event_type = models.CharField("type", max_length=12, choices=EventType)
    summary = models.TextField(blank=True)
    date = PartialDateField(blank=True, with_time=True)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="events"
    )
    place_text = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [bounds_in_order("date")]

    def __str__(self):
        return self.title


class Participant(Row):
    """Who took part in an event, and as what."""

    PREFIX = "t"
    OWNER = "event"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participants")
    who_record, who_text, who_via = who("who")
    role = models.CharField(max_length=100, blank=True, help_text="For example arrested, judge.")

    class Meta(Row.Meta):
        constraints = [one_key("event")]


class EventNumber(Row):
    """A number of an event according to somebody: arrested 13, 14, 19, 23; votes for: 170."""

    PREFIX = "n"
    OWNER = "event"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="numbers")
    what = models.CharField(max_length=100, help_text="For example arrested, released, votes for.")
    low = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    wording = models.CharField(max_length=100, blank=True)
    by_record, by_text, by_via = who("said by")

    class Meta(Row.Meta):
        constraints = [one_key("event"), ordered_numbers()]
