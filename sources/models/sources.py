"""Sources, their archived copies, and what they are cited for."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q

from dates.fields import PartialDateField, bounds_in_order
from ledger.constraints import one_key
from ledger.fields import WebAddressField
from ledger.models import Record, RecordKind, Row, who
from sources.vocabulary import Credibility, Reliability, SourceKind


class Source(RecordKind):
    """A page, paper, broadcast or file that somebody can open and check."""

    KIND = "source"

    source_kind = models.CharField(
        "kind", max_length=14, choices=SourceKind, default=SourceKind.NEWS
    )
    title = models.CharField(max_length=500)
    publisher = models.CharField(max_length=200, blank=True)
    author = models.CharField(max_length=300, blank=True)
    language = models.CharField(
        max_length=16, blank=True, help_text="A language tag, for example en or ar."
    )
    published = PartialDateField(blank=True)
    address = WebAddressField(blank=True)
    reliability = models.CharField(
        max_length=1, choices=Reliability, default=Reliability.CANNOT_BE_JUDGED
    )
    derived_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="derivations",
        help_text="The source that this one repeats: two papers quoting one wire are one origin.",
    )
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            bounds_in_order("published"),
            models.CheckConstraint(
                condition=~Q(derived_from=F("record_ptr")),
                name="sources_source_not_from_itself",
                violation_error_message="A source cannot derive from itself; name another one.",
            ),
        ]

    def __str__(self):
        return self.title


class Capture(Row):
    """An archived copy of a source: where it is kept, when it was taken, and its hash."""

    PREFIX = "v"
    OWNER = "source"

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="captures")
    address = WebAddressField("archive address", blank=True)
    accessed_at = models.DateTimeField(null=True, blank=True)
    file = models.CharField("stored file", max_length=200, blank=True, editable=False)
    media_type = models.CharField(max_length=100, blank=True, editable=False)
    sha256 = models.CharField(
        max_length=64,
        blank=True,
        validators=[
            RegexValidator(r"\A[0-9a-f]{64}\Z", "A sha256 is 64 digits from 0 to 9 and a to f.")
        ],
    )

    class Meta(Row.Meta):
        constraints = [one_key("source")]


class Citation(models.Model):
    """That a source supports a record, a field of it, or one assertion (a row) of it."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="citations")
    assertion = models.CharField(
        max_length=20, blank=True, help_text="The key of the row; empty for the record itself."
    )
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    field = models.CharField(max_length=40, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="uses")
    locator = models.CharField(max_length=1000, blank=True, help_text="For example p. 4 or 02:10.")
    quote = models.TextField(blank=True)
    credibility = models.PositiveSmallIntegerField(
        choices=Credibility,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(6)],
    )

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["record", "assertion"], name="sources_citation_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(credibility__isnull=True) | Q(credibility__range=(1, 6)),
                name="sources_citation_credibility",
                violation_error_message="Credibility is a number from 1 (confirmed) to 6 (cannot "
                "be judged).",
            )
        ]

    def __str__(self):
        return f"{self.source.public_id} {self.locator}".strip()


class RivalAssertion(Row):
    """What else is said of a field: by whom, when, and whether and why it is the one adopted."""

    PREFIX = "x"
    OWNER = "record"

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="rivals")
    row = models.CharField(
        max_length=20, blank=True, help_text="The key of the row spoken of; empty: the record."
    )
    field = models.CharField(max_length=40, help_text="What is disputed, for example date.")
    value = models.JSONField(null=True, blank=True, help_text="In the field's own form.")
    wording = models.CharField(max_length=500, help_text="What is said, in words.")
    by_record, by_text, by_via = who("said by")
    reported_on = PartialDateField(blank=True, with_time=True)
    adopted = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True)

    class Meta(Row.Meta):
        constraints = [one_key("record"), bounds_in_order("reported_on")]
