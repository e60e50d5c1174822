from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from .records import Record


class Revision(models.Model):
    """What was saved of a record, whole: its state, by whom, when and why, chained by hashes."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    format = models.PositiveSmallIntegerField()
    state = models.TextField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    saved_at = models.DateTimeField(default=timezone.now)
    previous_sha256 = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["record_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "number"], name="ledger_revision_number_once_a_record"
            ),
        ]

    def __str__(self):
        return f"revision {self.number}"


class Edition(models.Model):
    """One publishing transaction: a number and a time, both of which only grow.

    Where it `closes_past`, what it publishes for members is theirs alone in earlier editions too.
    """

    number = models.PositiveIntegerField(primary_key=True)
    published_at = models.DateTimeField(unique=True)
    closes_past = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]

    def __str__(self):
        return f"edition {self.number}"


class PublicationQuerySet(models.QuerySet):
    def visible_to(self, user) -> "PublicationQuerySet":
        """Return what `user` may read; members' ones, and closed ones, are for members alone."""
        if user is not None and user.is_authenticated:
            return self
        closed = Publication.objects.filter(
            record=OuterRef("record"),
            edition__gt=OuterRef("edition"),
            edition__closes_past=True,
            audience=Record.Audience.MEMBERS,
        )
        return self.filter(~Exists(closed), audience=Record.Audience.PUBLIC)


class Publication(models.Model):
    """What readers got of a record from an edition on; without a document, it was withdrawn."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="publications")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="publications")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    audience = models.CharField(max_length=7, choices=Record.Audience)
    format = models.PositiveSmallIntegerField()
    document = models.TextField(null=True)  # noqa: DJ001 (null says "withdrawn")
    reason = models.CharField(max_length=500, blank=True)
    sha256 = models.CharField(max_length=64)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["record_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "number"], name="ledger_publication_number_once_a_record"
            ),
            models.UniqueConstraint(
                fields=["record", "edition"], name="ledger_publication_once_a_record_and_edition"
            ),
        ]
        indexes = [models.Index(fields=["edition", "audience"], name="ledger_publication_edition")]

    def __str__(self):
        return f"publication {self.number}"

    @property
    def withdrawn(self) -> bool:
        return self.document is None
