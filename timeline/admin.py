"""Admin forms for the rows of events, statements and chronologies."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from sources.admin import CitedForm, CitedRowInline

from .models import Commitment, Entry, EventNumber, FollowUp, Participant, Rendering


class ParticipantInline(CitedRowInline):
    """Who took part in an event."""

    model = Participant
    fields = [("who_record", "who_text", "who_via"), ("role", "sources")]


class EventNumberInline(CitedRowInline):
    """A number of an event, according to somebody."""

    model = EventNumber
    verbose_name = "number"
    verbose_name_plural = "numbers: arrested, released, votes for"
    classes = ["collapse"]
    fields = [
        ("what", "low", "high", "wording"),
        ("by_record", "by_text", "by_via"),
        "sources",
    ]


class RenderingInline(CitedRowInline):
    """The words of a statement, in one language."""

    model = Rendering
    verbose_name = "wording"
    verbose_name_plural = "wordings: the original, and translations"
    fieldsets = [
        (None, {"fields": ["text", ("language", "rendering_kind"), "sources"]}),
        (
            "By whom it was translated or printed",
            {"classes": ["collapse"], "fields": [("by_record", "by_text", "by_via")]},
        ),
    ]


class CommitmentInline(CitedRowInline):
    """What a statement binds somebody to."""

    model = Commitment
    verbose_name_plural = "commitments: promises, ultimatums, threats, orders"
    readonly_fields = ["follow_ups_link"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("commitment_kind", "text"),
                    ("promisor_record", "obliged_record", "addressee_record"),
                    ("deadline", "deadline_time", "deadline_relative"),
                    "sources",
                    "follow_ups_link",
                ]
            },
        ),
        (
            "Condition, target, people in words",
            {
                "classes": ["collapse"],
                "fields": [
                    ("condition", "consequence"),
                    ("target_low", "target_high", "target_unit"),
                    ("promisor_text", "promisor_via"),
                    ("obliged_text", "obliged_via"),
                    ("addressee_text", "addressee_via"),
                    "note",
                ],
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("follow_ups")

    @admin.display(description="What became of it")
    def follow_ups_link(self, commitment: Commitment) -> str:
        """Return the link to the follow-ups of a commitment, which have a form of their own."""
        if not commitment.pk:
            return "Save first; then follow-ups can be added."
        return format_html(
            '<a class="related-widget-wrapper-link" data-popup="yes" id="change_follow_ups_{}" '
            'href="{}?_popup=1">Follow-ups ({})</a>',
            commitment.key,
            reverse("admin:timeline_commitment_change", args=[commitment.pk]),
            len(commitment.follow_ups.all()),
        )


class FollowUpInline(CitedRowInline):
    """What had become of a commitment, on a day."""

    model = FollowUp
    verbose_name = "follow-up"
    verbose_name_plural = "follow-ups"
    fields = [
        ("date", "date_time", "verdict"),
        ("by_record", "by_text", "by_via"),
        "records",
        "note",
        "sources",
    ]


class EntryForm(CitedForm):
    """A step of a chronology, with its place in the order."""

    order = forms.IntegerField(
        required=False, min_value=0, max_value=32_000, help_text="Lowest first."
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.pk:
            self.fields["order"].initial = self.instance.position

    def save(self, commit=True):
        if self.cleaned_data.get("order") is not None:
            self.instance.position = self.cleaned_data["order"]
        return super().save(commit)


class EntryInline(CitedRowInline):
    """The steps of a chronology, in order."""

    model = Entry
    form = EntryForm
    fields = [("order", "entry_record"), "note", "sources"]
