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
    sort_date = models.DateField(help_text="The earliest possible day, else the latest.")
    sort_title = models.TextField(help_text="The title, folded.")

    class Meta(Published.Meta):
        indexes = [
            models.Index(fields=["sort_date", "record"], name="publishedsource_date"),
        ]
