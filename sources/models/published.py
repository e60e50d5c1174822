from django.db import models

from ledger.models import Published


class PublishedSource(Published):
    """A source as readers filter and sort it."""

    source_kind = models.CharField(max_length=14)
    title = models.TextField()
    publisher = models.TextField(blank=True)
    language = models.CharField(max_length=16, blank=True)
    reliability = models.CharField(max_length=1)
    date_earliest = models.DateField(null=True)
    date_latest = models.DateField(null=True)
    date_approximate = models.BooleanField(default=False)

    class Meta(Published.Meta):
        indexes = [
            *Published.Meta.indexes,
            models.Index(fields=["date_earliest", "id"], name="publishedsource_date"),
        ]
