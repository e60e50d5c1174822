from django.db import models
from django.db.models import F, Q

from ledger.constraints import one_key
from ledger.models import Record, RecordKind, Row, who
from timeline.vocabulary import LinkConfidence, LinkKind


class Link(RecordKind):
    """That somebody says one thing came of another; always read cause → effect."""

    KIND = "link"

    cause = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    effect = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    link_kind = models.CharField("kind", max_length=20, choices=LinkKind)
    by_record, by_text, by_via = who("asserted by")
    confidence = models.CharField(
        max_length=8, choices=LinkConfidence, default=LinkConfidence.ASSERTED
    )
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(cause=F("effect")),
                name="timeline_link_between_two",
                violation_error_message="A link joins two records; choose another cause or effect.",
            )
        ]

    def __str__(self):
        return self.label or self.public_id


class Chronology(RecordKind):
    """A curated sequence: records in a narrative's order, each with a note."""

    KIND = "chronology"

    title = models.CharField(max_length=300)
    introduction = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "chronologies"

    def __str__(self):
        return self.title


class Entry(Row):
    """A step of a chronology: a record, or a note alone."""

    PREFIX = "e"
    OWNER = "chronology"

    chronology = models.ForeignKey(Chronology, on_delete=models.CASCADE, related_name="entries")
    entry_record = models.ForeignKey(
        Record, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        verbose_name_plural = "entries"
        constraints = [
            one_key("chronology"),
            models.CheckConstraint(
                condition=Q(entry_record__isnull=False) | ~Q(note=""),
                name="timeline_entry_says_something",
                violation_error_message="Choose a record, or write a note, or both.",
            ),
        ]
