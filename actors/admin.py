"""Admin forms for the names and relations of actors."""

from sources.admin import CitedForm, CitedFormSet, CitedRowInline

from .models import ActorName, Relationship


class ActorNameForm(CitedForm):
    only_one = "preferred"


class ActorNameFormSet(CitedFormSet):
    only_one = "preferred"
    only_one_refusal = "An actor has one preferred name; unmark the other."


class ActorNameInline(CitedRowInline):
    """What an actor is or was called, in any language and script."""

    model = ActorName
    form = ActorNameForm
    formset = ActorNameFormSet
    verbose_name = "name"
    verbose_name_plural = "names"
    fields = [
        ("text", "name_kind", "preferred"),
        ("language", "script"),
        ("start", "end"),
        "sources",
    ]


class RelationshipInline(CitedRowInline):
    """What an actor is to others, from when to when, according to whom."""

    model = Relationship
    verbose_name_plural = "relations to other actors"
    classes = ["collapse"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("relation", "object", "role_title"),
                    ("start", "end"),
                    ("by_record", "by_text", "by_via"),
                    ("confidence", "contested"),
                    "sources",
                ]
            },
        ),
        (
            "Other dates, note",
            {
                "classes": ["collapse"],
                "fields": [
                    ("start_is_first_cited", "end_is_last_cited"),
                    ("announced", "signed", "effective"),
                    "note",
                ],
            },
        ),
    ]
