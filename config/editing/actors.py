"""The form of actors."""

from actors.admin import ActorNameInline, RelationshipInline
from sources.admin import CitationInline, RivalInline

from .records import RecordAdmin


class ActorAdmin(RecordAdmin):
    """Actors with their names and relations."""

    inlines = [ActorNameInline, RelationshipInline, RivalInline, CitationInline]
    fieldsets = [
        (None, {"fields": [("actor_kind", "country"), "description"]}),
        (
            "Founded, dissolved, ids elsewhere, audience",
            {
                "classes": ["collapse"],
                "fields": [
                    ("founded", "dissolved"),
                    ("wikidata", "ucdp", "gleditsch_ward"),
                    "audience",
                ],
            },
        ),
    ]
