from django.db import models

from ledger.models import Published


class PublishedActor(Published):
    """An actor as readers filter and sort it."""

    actor_kind = models.CharField(max_length=17)
    country = models.CharField(max_length=2, blank=True)
    name = models.TextField()
    sort_name = models.TextField(help_text="The name, folded.")
    skeletons = models.TextField(help_text="The skeleton of every name, one a line.")

    class Meta(Published.Meta):
        indexes = [
            models.Index(fields=["sort_name", "record"], name="publishedactor_name"),
        ]
