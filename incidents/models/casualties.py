from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from dates.fields import PartialDateField, bounds_in_order
from incidents.vocabulary import (
    CountOutcome,
    HarmFrom,
    ReportRelation,
    SexAge,
    Standing,
    YesNoUnknown,
)
from ledger.constraints import one_key, ordered_numbers
from ledger.models import Row, who

from .incident import Incident


class CasualtyReport(Row):
    """Who was hurt according to one author at one time, in rows of counts."""

    PREFIX = "c"
    OWNER = "incident"

    incident = models.ForeignKey(
        Incident, on_delete=models.CASCADE, related_name="casualty_reports"
    )
    by_record, by_text, by_via = who("reported by")
    reported_on = PartialDateField(blank=True, with_time=True)
    conceded = models.BooleanField(
        default=False, help_text="A party to the attack says so of its own doing or losses."
    )
    scope = models.CharField(
        max_length=200, blank=True, help_text="Which part it speaks of; empty: the whole."
    )
    relation = models.CharField(max_length=11, choices=ReportRelation, blank=True)
    related = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    relation_reason = models.CharField(max_length=500, blank=True)
    withdrawn = models.BooleanField(default=False)
    attackers_included = models.CharField(
        max_length=7, choices=YesNoUnknown, default=YesNoUnknown.NO
    )
    adopted = models.BooleanField(default=False)
    adopted_reason = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints = [
            one_key("incident"),
            bounds_in_order("reported_on"),
            models.UniqueConstraint(
                fields=["incident"],
                condition=Q(adopted=True),
                name="incidents_report_one_adopted",
                violation_error_message="One report is adopted; unmark the other first.",
            ),
            models.CheckConstraint(
                condition=Q(adopted=False) | ~Q(adopted_reason=""),
                name="incidents_report_adopted_for_a_reason",
                violation_error_message="Say why this report is the one adopted.",
            ),
            models.CheckConstraint(
                condition=Q(related__isnull=True) | (~Q(related=F("id")) & ~Q(relation="")),
                name="incidents_report_related_in_some_way",
                violation_error_message="Say how the report relates to the other: it replaces, "
                "adds to or contradicts it.",
            ),
        ]


class CasualtyCount(Row):
    """How many of whom: one row of a report. Null is "not known", zero is stated."""

    PREFIX = "n"
    OWNER = "report"

    report = models.ForeignKey(CasualtyReport, on_delete=models.CASCADE, related_name="counts")
    outcome = models.CharField(max_length=22, choices=CountOutcome)
    who = models.CharField(max_length=14, choices=Standing, default=Standing.ALL)
    sex_age = ArrayField(models.CharField(max_length=6, choices=SexAge), default=list, blank=True)
    group = models.CharField(max_length=100, blank=True)
    affiliation = models.CharField(max_length=100, blank=True)
    nationality = models.CharField(
        max_length=7, blank=True, help_text="Two capital letters, or foreign."
    )
    harm_from = models.CharField(max_length=12, choices=HarmFrom, default=HarmFrom.UNKNOWN)
    low = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    best = models.PositiveIntegerField(null=True, blank=True)
    approximate = models.BooleanField(default=False)
    as_stated = models.BooleanField(
        default=False,
        editable=False,
        help_text="Imported numbers that contradict each other, kept as they stand.",
    )
    wording = models.CharField(max_length=100, blank=True)
    part_of = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="subsets"
    )

    class Meta(Row.Meta):
        constraints = [
            one_key("report"),
            ordered_numbers(unless="as_stated"),
            models.CheckConstraint(
                condition=Q(nationality="")
                | Q(nationality="foreign")
                | Q(nationality__regex=r"^[A-Z]{2}$"),
                name="incidents_count_nationality",
                violation_error_message="A nationality is two capital letters (ISO 3166-1 "
                "alpha-2), or the word foreign.",
            ),
        ]
