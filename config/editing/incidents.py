"""The forms of incidents and places."""

from django.db.models import Q, QuerySet

from incidents.admin import (
    AttributionInline,
    ClaimInline,
    IncidentPlaceInline,
    PartyInline,
    PlaceNameInline,
    ReportInline,
    WeaponInline,
)
from incidents.models import Incident
from sources.admin import CitationInline, RivalInline
from timeline.models import Link, Statement

from .records import RecordAdmin


class IncidentAdmin(RecordAdmin):
    """Attacks. What is needed at once stands open; the rest is folded away."""

    when = "date"
    change_form_template = "admin/incident_form.html"
    inlines = [
        IncidentPlaceInline,
        PartyInline,
        ClaimInline,
        ReportInline,
        WeaponInline,
        AttributionInline,
        RivalInline,
        CitationInline,
    ]
    fieldsets = [
        (
            None,
            {"fields": ["title", ("incident_type", "outcome"), ("date", "date_time"), "summary"]},
        ),
        (
            "What happened, tags, operation, audience",
            {"classes": ["collapse"], "fields": ["account", "parent", ("tags", "audience")]},
        ),
    ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["statements"] = Statement.objects.filter(about=obj).order_by("date_earliest")
            context["links"] = links_of(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)


class PlaceAdmin(RecordAdmin):
    """Places with their names."""

    inlines = [PlaceNameInline, RivalInline, CitationInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("place_kind", "country", "country_disputed"),
                    "parents",
                    ("latitude", "longitude", "precision"),
                ]
            },
        ),
        ("Note, audience", {"classes": ["collapse"], "fields": ["note", "audience"]}),
    ]


def links_of(incident: Incident) -> QuerySet:
    """Return the links that lead to an incident or from it."""
    return Link.objects.filter(Q(cause=incident) | Q(effect=incident)).order_by("pk")
