"""The form of sources."""

from sources.admin import CaptureInline

from .records import RecordAdmin


class SourceAdmin(RecordAdmin):
    """Sources with their archived copies."""

    when = "published"
    inlines = [CaptureInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    ("source_kind", "publisher", "author"),
                    ("published", "language"),
                    "address",
                    "reliability",
                ]
            },
        ),
        (
            "Repeats another source, note, audience",
            {"classes": ["collapse"], "fields": ["derived_from", "note", "audience"]},
        ),
    ]

    def to_field_allowed(self, request, to_field) -> bool:
        """Allow the public id too: it is what the line of sources is made of."""
        return to_field == "public_id" or super().to_field_allowed(request, to_field)
