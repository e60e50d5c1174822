from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ledger.models import Edition, Record


class Verdict(models.TextChoices):
    PROPOSED = "proposed", "proposed"
    SAME = "same", "the same attack"
    PART_OF = "part_of", "one is part of the other"
    DIFFERENT = "different", "different attacks"


PART_IS_ONE_OF_THE_TWO = Q(part__isnull=False) & (Q(part=F("first")) | Q(part=F("second")))


class Match(models.Model):
    """Two records, of different datasets or of one and our own, that may tell of one attack.

    `score` and `parts` are the machine's and are made anew by `match_datasets`; the verdict is an
    editor's. `version` counts decisions, so that nobody decides over another's head.
    """

    first = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    first_dataset = models.CharField(max_length=10, blank=True)
    second_dataset = models.CharField(max_length=10, blank=True)
    day = models.DateField(help_text="The earliest possible day of either.")
    score = models.FloatField()
    parts = models.JSONField(default=list, help_text="What was compared: name, points, sentence.")
    verdict = models.CharField(max_length=9, choices=Verdict, default=Verdict.PROPOSED)
    part = models.ForeignKey(
        Record, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "matches"
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="datasets_match_once_a_pair"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="datasets_match_in_order"
            ),
            models.CheckConstraint(
                condition=(Q(verdict=Verdict.PART_OF) & PART_IS_ONE_OF_THE_TWO)
                | (~Q(verdict=Verdict.PART_OF) & Q(part__isnull=True)),
                name="datasets_match_says_which_is_part",
                violation_error_message="Say which of the two is the part, where one is.",
            ),
        ]
        indexes = [
            models.Index(fields=["verdict", "-score", "-id"], name="datasets_match_queue"),
        ]

    def __str__(self):
        return f"{self.first_id} and {self.second_id}: {self.get_verdict_display()}"


class MatchDecision(models.Model):
    """A verdict on a match, or its being taken back; added to, never changed.

    Each has an edition of its own, so that a reader of any edition gets the verdicts of then.
    """

    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="decisions")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=9, choices=Verdict)
    part = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["match", "edition"], name="datasets_matchdecision_once_an_edition"
            )
        ]

    def __str__(self):
        return f"{self.get_verdict_display()}, {self.at:%-d %B %Y}"
