from django.db import models

from .records import Record


class Tally(models.Model):
    """How many lines of a kind have a value, as readers get them at the newest edition.

    `scope` is "" for all lines, or one value of the facet by which a list is most often narrowed;
    the facet "" holds how many lines there are. `audience` says for whom is counted: members see
    what is public too.
    """

    pk = models.CompositePrimaryKey("kind", "audience", "scope", "facet", "value")
    kind = models.CharField(max_length=12)
    audience = models.CharField(max_length=7, choices=Record.Audience)
    scope = models.CharField(max_length=40)
    facet = models.CharField(max_length=20)
    value = models.CharField(max_length=40)
    count = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(
                fields=["kind", "audience", "scope", "facet", "-count", "value"],
                name="ledger_tally_most_first",
            ),
        ]

    def __str__(self):
        return f"{self.facet}={self.value}: {self.count}"
