"""Admin forms for the rows of incidents and places."""

from collections import defaultdict

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from dates.wording import say
from incidents.counts import NotCounts, explain_counts, read_counts
from ledger.admin import UnderstoodText
from sources.admin import CitedForm, CitedFormSet, CitedRowInline

from .models import (
    Attribution,
    CasualtyCount,
    CasualtyReport,
    Claim,
    IncidentPlace,
    Party,
    PlaceName,
    WeaponUse,
)
from .recounting import as_counts, line_of, recount
from .tolls.refusals import refuse_reports
from .vocabulary import Precision


def explain(text: str) -> str:
    """Say how a line of counts is understood; NotCounts where it is not."""
    return explain_counts(read_counts(text))


class PlaceNameFormSet(CitedFormSet):
    only_one = "preferred"
    only_one_refusal = "A place has one preferred name; unmark the other."


class PlaceNameForm(CitedForm):
    only_one = "preferred"


class PlaceNameInline(CitedRowInline):
    """What a place is called, and by whom."""

    model = PlaceName
    form = PlaceNameForm
    formset = PlaceNameFormSet
    verbose_name = "name"
    verbose_name_plural = "names"
    fields = [("text", "language", "preferred"), "used_by", "sources"]


class IncidentPlaceForm(CitedForm):
    """A place of an incident; its coordinates are the place's own until an editor gives others."""

    def clean(self):
        cleaned = super().clean()
        place = cleaned.get("place")
        if place and "place" in self.changed_data and self._gives_no_coordinates(cleaned):
            cleaned["latitude"], cleaned["longitude"] = place.latitude, place.longitude
            cleaned["precision"] = place.precision
        return cleaned

    def _gives_no_coordinates(self, cleaned: dict) -> bool:
        given = (cleaned.get("latitude"), cleaned.get("longitude"))
        return given == (None, None) and cleaned.get("precision") == Precision.NONE


class IncidentPlaceInline(CitedRowInline):
    """Where it was: struck, aimed at, launched from."""

    model = IncidentPlace
    form = IncidentPlaceForm
    verbose_name = "place"
    verbose_name_plural = "places"
    fieldsets = [
        (None, {"fields": [("role", "place", "text"), "sources"]}),
        (
            "Coordinates",
            {
                "classes": ["collapse"],
                "description": "Left empty, they are taken from the place.",
                "fields": [("latitude", "longitude", "precision", "disputed")],
            },
        ),
    ]


class WeaponInline(CitedRowInline):
    """What was used, how many, and what became of them."""

    model = WeaponUse
    verbose_name = "weapon"
    verbose_name_plural = "weapons"
    classes = ["collapse"]
    fields = [("weapon", "low", "high", "fate"), ("detail", "sources")]


class PartyInline(CitedRowInline):
    """Who was aimed at, struck or hurt, and who came to help."""

    model = Party
    verbose_name_plural = "parties: aimed at, struck, hurt, coming to help"
    fieldsets = [
        (None, {"fields": [("role", "who_record", "who_text"), "sources"]}),
        (
            "Number, damage, by whom it is known",
            {
                "classes": ["collapse"],
                "fields": [("low", "high", "disputed"), ("damage", "who_via")],
            },
        ),
    ]


class ClaimFormSet(CitedFormSet):
    """Claims, told apart by what they say and when."""

    def describe(self, row):
        return _described(row.key, row.get_stance_display(), row.date)


class ClaimInline(CitedRowInline):
    """Who says that they did it, or did not; also that nobody does."""

    model = Claim
    formset = ClaimFormSet
    verbose_name_plural = "claims: who says they did it, or that no claim is known"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("stance", "speaker_record", "speaker_text"),
                    ("date", "date_time"),
                    "claimed_for",
                    "sources",
                ]
            },
        ),
        (
            "Words, medium, authenticity",
            {
                "classes": ["collapse"],
                "fields": [
                    ("medium", "medium_detail", "speaker_via"),
                    ("quote", "quote_language"),
                    "translation",
                    "claimed_effect",
                    ("authenticity", "credibility"),
                    ("replies_to", "reason"),
                    "also_covers",
                    "note",
                ],
            },
        ),
    ]


class AttributionFormSet(CitedFormSet):
    """Attributions, told apart by whom they accuse and when."""

    def describe(self, row):
        if isinstance(row, Claim):
            return _described(row.key, row.get_stance_display(), row.date)
        accused = self.name_of(row.accused_record_id) or row.accused_text or "nobody"
        return _described(row.key, f"{row.get_confidence_display()}: {accused}", row.date)


class AttributionInline(CitedRowInline):
    """Who says that whom is responsible."""

    model = Attribution
    formset = AttributionFormSet
    verbose_name_plural = "attributions: who says who did it"
    classes = ["collapse"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("by_record", "by_text", "by_via"),
                    ("accused_record", "accused_text"),
                    ("responsibility", "confidence", "basis"),
                    ("date", "date_time"),
                    ("narrows", "replaces"),
                    "sources",
                ]
            },
        ),
        (
            "Words, joint accused, certainty",
            {
                "classes": ["collapse"],
                "fields": [
                    ("wording", "wording_language"),
                    ("accused_with", "accused_via"),
                    ("about_claim", "surely_this"),
                    "note",
                ],
            },
        ),
    ]


class CountedField(forms.CharField):
    """A line of counts, refused with a sentence where it is not understood."""

    def __init__(self):
        super().__init__(
            required=False,
            max_length=5000,
            label="Counts",
            widget=UnderstoodText("counts", explain, {"rows": 2, "cols": 80}),
            help_text="killed: 2 women, 3 children; injured: 2 children",
        )

    def clean(self, value):
        line = super().clean(value)
        try:
            read_counts(line)
        except NotCounts as error:
            raise ValidationError(str(error), code="not_counts") from error
        return line


class ReportForm(CitedForm):
    """A casualty report with its counts in one line."""

    only_one = "adopted"
    counted = CountedField()

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("adopted") and not cleaned.get("adopted_reason"):
            self.add_error("adopted_reason", "Say why this report is the one adopted.")
        return cleaned


class ReportFormSet(CitedFormSet):
    """Casualty reports, judged together by the rules of the toll."""

    only_one = "adopted"
    only_one_refusal = "One report is adopted; unmark the other."

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.counts: dict[int, list[CasualtyCount]] = defaultdict(list)
        for count in CasualtyCount.objects.filter(report__in=[row.pk for row in self.rows]):
            self.counts[count.report_id].append(count)

    def describe(self, row):
        by = self.name_of(row.by_record_id) or row.by_text or "nobody named"
        return _described(row.key, by, row.reported_on)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["counted"].initial = line_of(self.counts[form.instance.pk])

    def clean(self):
        super().clean()
        forms_by_key = {
            form.instance.key or f"new{number}": form
            for number, form in enumerate(self._kept_forms())
        }
        refused = refuse_reports([self._as_report(key, form) for key, form in forms_by_key.items()])
        for sentence in refused:
            self._show(sentence, forms_by_key)

    def save_new(self, form, commit=True):
        return self._with_counts(form, super().save_new(form, commit), commit)

    def save_existing(self, form, obj, commit=True):
        return self._with_counts(form, super().save_existing(form, obj, commit), commit)

    def delete_existing(self, obj, commit=True):
        if commit:
            recount(obj, "")
        super().delete_existing(obj, commit)

    def _as_report(self, key: str, form: ReportForm) -> dict:
        cleaned = form.cleaned_data
        related = cleaned.get("related")
        unchanged = "counted" not in form.changed_data
        counts = as_counts(self.counts[form.instance.pk]) if unchanged else None
        return {
            "key": key,
            "adopted": False,  # judged by the mark itself, which shows the sentence at its field
            "relation": cleaned.get("relation", ""),
            "related": related.key if related else None,
            "attackers_included": cleaned.get("attackers_included", "no"),
            "counts": counts if unchanged else read_counts(cleaned.get("counted", "")),
        }

    def _show(self, sentence: str, forms_by_key: dict[str, ReportForm]) -> None:
        """Show a sentence at the report it speaks of, which knows itself without its key."""
        for key, form in forms_by_key.items():
            for opening in (f"Report {key}: ", f"Report {key} "):
                if sentence.startswith(opening):
                    said = sentence.removeprefix(opening)
                    form.add_error(None, f"This report: {said}" if opening[-2] == ":" else
                                   f"This report {said}")  # fmt: skip
                    return
        self._non_form_errors.append(sentence)

    def _with_counts(self, form: ReportForm, report: CasualtyReport, commit: bool):
        if commit and "counted" in form.changed_data:
            recount(report, form.cleaned_data["counted"])
        return report


class ReportInline(CitedRowInline):
    """Who was hurt, according to whom."""

    model = CasualtyReport
    form = ReportForm
    formset = ReportFormSet
    verbose_name_plural = "casualty reports: who was hurt, according to whom"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("by_record", "by_text", "by_via"),
                    ("reported_on", "reported_on_time"),
                    "counted",
                    ("adopted", "adopted_reason"),
                    "sources",
                ]
            },
        ),
        (
            "What it covers, and how it relates to others",
            {
                "classes": ["collapse"],
                "fields": [
                    ("scope", "attackers_included"),
                    ("relation", "related", "relation_reason"),
                    ("conceded", "withdrawn"),
                    "note",
                ],
            },
        ),
    ]

    @admin.display(description="Counts")
    def counted(self, report: CasualtyReport) -> str:
        """Return the line of counts, for those who may only look."""
        return line_of(report.counts.all())


def _described(key: str, words: str, date) -> str:
    when = f", {say(date)}" if date else ""
    return f"{key}: {words}{when}"
