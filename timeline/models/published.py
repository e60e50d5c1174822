from django.contrib.postgres.fields import ArrayField
from django.db import models

from ledger.models import Published

ID = models.CharField(max_length=10)


class Dated(Published):
    """What has a date to filter and sort by."""

    date_earliest = models.DateField(null=True)
    date_latest = models.DateField(null=True)
    date_approximate = models.BooleanField(default=False)
    sort_date = models.DateField(
        help_text="The earliest possible day, else the latest, else 1.1.1."
    )

    class Meta(Published.Meta):
        abstract = True
        indexes = [
            models.Index(fields=["sort_date", "record"], name="%(class)s_date"),
        ]


class PublishedEvent(Dated):
    """An event as readers filter and sort it."""

    event_type = models.CharField(max_length=12)
    actors = ArrayField(ID, default=list)
    place = models.CharField(max_length=10, blank=True)


class PublishedStatement(Dated):
    """A statement as readers filter and sort it."""

    statement_kind = models.CharField(max_length=12)
    provenance = models.CharField(max_length=21)
    speaker = models.CharField(max_length=10, blank=True)
    on_behalf_of = models.CharField(max_length=10, blank=True)
    about = ArrayField(ID, default=list)
    has_commitment = models.BooleanField(default=False)


class PublishedCommitment(Dated):
    """A commitment, by its statement's date; its state is worked out for the day asked for.

    `settled` is the verdict that settles it, `contested` where verdicts differ, "" while open:
    of the states, only pending and overdue depend on the day.
    """

    number = models.CharField(max_length=20, help_text="Its key: S33 and 1 make S33.1.")
    commitment_kind = models.CharField(max_length=9)
    promisor = models.CharField(max_length=10, blank=True)
    obliged = models.CharField(max_length=10, blank=True)
    addressee = models.CharField(max_length=10, blank=True)
    deadline_earliest = models.DateField(null=True)
    deadline_latest = models.DateField(null=True)
    sort_deadline = models.DateField(help_text="The last day of the deadline; 9999-12-31 if none.")
    settled = models.CharField(max_length=21, blank=True)

    class Meta(Dated.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["record", "since", "number"], name="publishedcommitment_once"
            ),
        ]
        indexes = [
            *Dated.Meta.indexes,
            models.Index(
                fields=["sort_deadline", "record", "number"], name="publishedcommitment_deadline"
            ),
        ]


class PublishedChronology(Published):
    """A chronology as readers find it."""

    title = models.TextField()
