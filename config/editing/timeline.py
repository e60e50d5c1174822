"""The forms of events, statements with their commitments, links and chronologies."""

from django.contrib import admin
from django.shortcuts import get_object_or_404, redirect

from dates.wording import say
from ledger.admin import RecordChoices
from sources.admin import CitationInline, RivalInline
from timeline.admin import (
    CommitmentInline,
    EntryInline,
    EventNumberInline,
    FollowUpInline,
    ParticipantInline,
    RenderingInline,
)
from timeline.models import Commitment, Statement

from .forms import RecordForm
from .records import RecordAdmin
from .saving import SavedWithRevision


class EventAdmin(RecordAdmin):
    """What happened that is not an attack."""

    when = "date"
    inlines = [ParticipantInline, EventNumberInline, RivalInline, CitationInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("title", "event_type"),
                    ("date", "date_time"),
                    ("place", "place_text"),
                    "summary",
                ]
            },
        ),
        ("Audience", {"classes": ["collapse"], "fields": ["audience"]}),
    ]


class StatementAdmin(RecordAdmin):
    """What was said, in its wordings, and what it binds somebody to."""

    when = "date"
    inlines = [RenderingInline, CommitmentInline, RivalInline, CitationInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "statement_kind",
                    ("speaker_record", "role_held", "on_behalf_of"),
                    ("date", "date_time"),
                    "about",
                    "summary",
                ]
            },
        ),
        (
            "Speaker in words, venue, provenance, audience",
            {
                "classes": ["collapse"],
                "fields": [("speaker_text", "speaker_via"), ("venue", "provenance"), "audience"],
            },
        ),
    ]


class CommitmentForm(RecordForm):
    """A commitment, which is saved with its statement."""

    @property
    def record(self) -> Statement:
        return self.instance.statement


class CommitmentAdmin(SavedWithRevision, RecordChoices, admin.ModelAdmin):
    """The follow-ups of one commitment; reached from the form of its statement."""

    form = CommitmentForm
    inlines = [FollowUpInline]
    popup_template = "admin/follow_ups_saved.html"
    fields = readonly_fields = ["said", "text", "due", "deadline_relative"]

    @property
    def kind(self):
        return self.admin_site.kinds[Statement.KIND]

    def record_of(self, obj: Commitment) -> Statement:
        return obj.statement

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("statement")

    @admin.display(description="Statement")
    def said(self, commitment: Commitment) -> str:
        return str(commitment.statement)

    @admin.display(description="Deadline")
    def due(self, commitment: Commitment) -> str:
        return say(commitment.deadline) if commitment.deadline else "—"

    def has_module_permission(self, request) -> bool:
        return False

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def lookup_allowed(self, lookup, value, request) -> bool:
        return False

    def changelist_view(self, request, extra_context=None):
        return redirect("admin:timeline_statement_changelist")

    def history_view(self, request, object_id, extra_context=None):
        commitment = get_object_or_404(Commitment, pk=object_id)
        return redirect("admin:timeline_statement_history", commitment.statement_id)

    def response_post_save_change(self, request, obj):
        return redirect("admin:timeline_statement_change", obj.statement_id)


class LinkAdmin(RecordAdmin):
    """What came of what, according to whom."""

    inlines = [CitationInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "cause",
                    "link_kind",
                    "effect",
                    ("by_record", "by_text", "by_via"),
                    "confidence",
                ]
            },
        ),
        ("Note, audience", {"classes": ["collapse"], "fields": ["note", "audience"]}),
    ]


class ChronologyAdmin(RecordAdmin):
    """Records in a narrative's order."""

    inlines = [EntryInline, CitationInline]
    fieldsets = [
        (None, {"fields": ["title", "introduction"]}),
        ("Audience", {"classes": ["collapse"], "fields": ["audience"]}),
    ]
