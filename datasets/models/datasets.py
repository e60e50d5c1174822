from django.core.validators import RegexValidator
from django.db import models

from ledger.fields import WebAddressField
from ledger.models import Published, RecordKind
from sources.models import Source


class Dataset(RecordKind):
    """A dataset of somebody's, imported here: what it is, under which terms, in which release."""

    KIND = "dataset"

    short_name = models.CharField(
        max_length=40,
        unique=True,
        validators=[
            RegexValidator(
                r"\A[a-z0-9][a-z0-9-]*\Z",
                "A short name is small letters, digits and hyphens, for example ucdp-ged.",
            )
        ],
        help_text="What commands and keys call it, for example ucdp-ged.",
    )
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200, blank=True)
    address = WebAddressField(blank=True)
    file_format = models.CharField(
        "format", max_length=10, blank=True, help_text="The format of its files, for example ucdp."
    )
    release = models.CharField(
        max_length=60, blank=True, help_text="The release imported last, for example 23.1."
    )
    licence = models.CharField(max_length=200, blank=True, help_text="For example CC BY 4.0.")
    licence_address = WebAddressField(blank=True)
    attribution = models.TextField(
        blank=True, help_text="The words that go with every export of its rows."
    )
    terms = models.TextField(
        blank=True, help_text="What the licence asks of whoever uses it; shown beside its rows."
    )
    redistributable = models.BooleanField(
        "may be passed on",
        default=False,
        help_text="Whether its rows may be shown to everybody. If not, members alone see them.",
    )
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The dataset as a source, which its rows cite.",
    )

    def __str__(self):
        return f"{self.title} {self.release}".strip()


class PublishedDataset(Published):
    """A dataset as readers filter and sort it."""

    name = models.TextField()
    sort_name = models.TextField()
    redistributable = models.BooleanField()

    class Meta(Published.Meta):
        indexes = [
            models.Index(fields=["sort_name", "record"], name="publisheddataset_name"),
        ]
