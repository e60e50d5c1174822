from django.db import models
from django.db.models import F

from ledger import identity

from .records import Record


def who(verb: str) -> tuple[models.ForeignKey, models.CharField, models.ForeignKey]:
    """Make the three columns that name somebody: a record, or words, and the source in between.

    Use as `by_record, by_text, by_via = who("said by")`.
    """
    return (
        models.ForeignKey(
            Record,
            on_delete=models.PROTECT,
            null=True,
            blank=True,
            related_name="+",
            verbose_name=verb,
        ),
        models.CharField(f"{verb}, in words", max_length=300, blank=True),
        models.ForeignKey(
            Record,
            on_delete=models.PROTECT,
            null=True,
            blank=True,
            related_name="+",
            verbose_name=f"{verb}, via",
            limit_choices_to={"public_id__startswith": identity.LETTERS["source"]},
        ),
    )


class Row(models.Model):
    """A row of a record, versioned with it: it has a key that is stable and never given again."""

    PREFIX: str
    OWNER: str

    key = models.CharField(max_length=20, editable=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
        ordering = ["position", "id"]

    def __str__(self):
        return self.key

    def save(self, **options):
        if not self.key:
            self.key = self._next_key()
        super().save(**options)

    @property
    def record_id(self) -> int:
        """The id of the record that the row belongs to, be it directly or through another row."""
        owner = getattr(self, self.OWNER)
        return owner.pk if isinstance(owner, Record) else owner.record_id

    def _next_key(self) -> str:
        record = Record.objects.filter(pk=self.record_id)
        record.update(rows_given=F("rows_given") + 1)
        number = record.values_list("rows_given", flat=True).get()
        self.position = self.position or number
        return f"{self.PREFIX}{number}"
