from django.db import models

from actors.models import Actor
from dates.fields import PartialDateField, bounds_in_order
from ledger.constraints import one_key, ordered_numbers
from ledger.models import Record, RecordKind, Row, who
from timeline.vocabulary import (
    CommitmentKind,
    Provenance,
    RenderingKind,
    StatementKind,
    Verdict,
)


class Statement(RecordKind):
    """What somebody said, once: by whom, in which role, about what; in its several wordings."""

    KIND = "statement"

    statement_kind = models.CharField("kind", max_length=12, choices=StatementKind)
    speaker_record, speaker_text, speaker_via = who("speaker")
    role_held = models.CharField(
        max_length=200, blank=True, help_text="The speaker's role on that day."
    )
    on_behalf_of = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    date = PartialDateField(blank=True, with_time=True)
    venue = models.CharField(max_length=200, blank=True)
    provenance = models.CharField(max_length=21, choices=Provenance, default=Provenance.PUBLIC)
    about = models.ManyToManyField(
        Record, blank=True, related_name="+", help_text="Any records: attacks, events, actors."
    )
    summary = models.TextField(blank=True)

    class Meta:
        constraints = [bounds_in_order("date")]

    def __str__(self):
        return self.label or self.public_id


class Rendering(Row):
    """One wording of a statement: the original, or somebody's translation."""

    PREFIX = "q"
    OWNER = "statement"

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="renderings")
    text = models.TextField()
    language = models.CharField(max_length=16, help_text="For example en or ar.")
    rendering_kind = models.CharField(
        "kind", max_length=11, choices=RenderingKind, default=RenderingKind.ORIGINAL
    )
    by_record, by_text, by_via = who("translated or printed by")

    class Meta(Row.Meta):
        constraints = [one_key("statement")]


class Commitment(Row):
    """What a statement binds somebody to: by when, on what condition, measured how."""

    PREFIX = ""
    OWNER = "statement"

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="commitments")
    text = models.CharField("what is to happen", max_length=500)
    commitment_kind = models.CharField("kind", max_length=9, choices=CommitmentKind)
    promisor_record, promisor_text, promisor_via = who("promised by")
    obliged_record, obliged_text, obliged_via = who("who must act")
    addressee_record, addressee_text, addressee_via = who("for whom")
    condition = models.CharField(max_length=500, blank=True)
    consequence = models.CharField(
        max_length=500, blank=True, help_text="What is to follow if it is not done, if stated."
    )
    deadline = PartialDateField(blank=True, with_time=True)
    deadline_relative = models.CharField(
        max_length=200, blank=True, help_text="For example: 30 days from the order."
    )
    target_low = models.PositiveIntegerField(null=True, blank=True)
    target_high = models.PositiveIntegerField(null=True, blank=True)
    target_unit = models.CharField(max_length=100, blank=True, help_text="For example troops.")
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints = [
            one_key("statement"),
            bounds_in_order("deadline"),
            ordered_numbers("target_low", "target_high"),
        ]

    def __str__(self):
        return self.text


class FollowUp(Row):
    """What somebody found, on a day, had become of a commitment, and what shows it."""

    PREFIX = "f"
    OWNER = "commitment"

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="follow_ups")
    date = PartialDateField(blank=True, with_time=True)
    by_record, by_text, by_via = who("assessed by")
    verdict = models.CharField(max_length=21, choices=Verdict)
    records = models.ManyToManyField(
        Record, blank=True, related_name="+", help_text="The records that show it."
    )
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints = [one_key("commitment"), bounds_in_order("date")]
