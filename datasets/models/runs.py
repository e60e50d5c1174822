from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ledger.models import Edition, Record

from .datasets import Dataset


class ImportRun(models.Model):
    """One import of one file, or the wish for one: what it was, how far it is, what it did."""

    class Status(models.TextChoices):
        UPLOADED = "uploaded", "uploaded"
        WAITING = "waiting", "waiting"
        RUNNING = "running", "running"
        CHECKED = "checked", "checked, nothing written"
        FINISHED = "finished", "finished"
        REFUSED = "refused", "refused, nothing written"
        FAILED = "failed", "failed, nothing written"

    dataset = models.ForeignKey(
        Dataset, on_delete=models.PROTECT, null=True, blank=True, related_name="runs"
    )
    status = models.CharField(max_length=8, choices=Status, default=Status.WAITING)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64, blank=True)
    file_size = models.PositiveBigIntegerField(default=0)
    stored_file = models.CharField(max_length=200, blank=True)
    options = models.JSONField(
        default=dict, help_text="What was asked for: format, release, mapping, and the like."
    )
    release = models.CharField(max_length=60, blank=True)
    columns = models.JSONField(default=list, help_text="The columns of the file, in its order.")
    counts = models.JSONField(
        default=dict,
        help_text="Rows read, new, changed, returned, unchanged, withdrawn, kept, left_out, bad…",
    )
    said = models.JSONField(default=list, help_text="What was noticed of the file as a whole.")
    message = models.TextField(blank=True, help_text="Why it was refused or failed.")
    first_rows = models.JSONField(default=list, help_text="The first rows, as lists of texts.")
    task = models.UUIDField(null=True, help_text="The wish that a worker carries out.")
    stage = models.CharField(max_length=20, blank=True, help_text="What it is at, in a word.")
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return f"import {self.pk} of {self.file_name}"


class ImportNote(models.Model):
    """What a run says of one row: an error, a warning, or what it did with it."""

    class Kind(models.TextChoices):
        ERROR = "error", "error"
        WARNING = "warning", "warning"
        LEFT_OUT = "left_out", "left out"
        ADDED = "added", "added"
        CHANGED = "changed", "changed"
        RETURNED = "returned", "came back"
        WITHDRAWN = "withdrawn", "no longer there"
        KEPT = "kept", "kept as people edited it"

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=9, choices=Kind)
    line = models.PositiveIntegerField(null=True)
    external_id = models.CharField(max_length=60, blank=True)
    column = models.CharField(max_length=100, blank=True)
    sentence = models.TextField()

    class Meta:
        ordering = ["line", "id"]
        indexes = [models.Index(fields=["run", "kind", "line"], name="datasets_note_of_run")]

    def __str__(self):
        return self.sentence


class ExternalRecord(models.Model):
    """A row of a dataset as it came, the record made of it, and the runs between which it held.

    A row that changes with a release ends, and the next begins: nothing is overwritten. `values`
    is a JSON list in the order of the columns of `since`; `sha256` is over column names and values.
    """

    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, db_index=False, related_name="+")
    external_id = models.CharField(max_length=60)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="external_records")
    since = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="+")
    until = models.ForeignKey(ImportRun, on_delete=models.PROTECT, null=True, related_name="+")
    sha256 = models.CharField(max_length=64)
    values = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dataset", "external_id"],
                condition=Q(until__isnull=True),
                name="datasets_externalrecord_one_now",
            )
        ]
        indexes = [
            models.Index(fields=["record"], name="datasets_externalrecord_record"),
            models.Index(
                fields=["dataset", "external_id"],
                condition=Q(until__isnull=False),
                name="datasets_externalrecord_before",
            ),
        ]

    def __str__(self):
        return self.external_id
