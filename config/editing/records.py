"""The admin of every kind of record: found in lists and look-ups, never deleted, never guessed."""

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from dates.wording import say
from ledger.admin import RecordChoices
from ledger.kinds import Kind
from ledger.models import Record

from .history import history
from .publication import (
    STATES,
    in_state,
    said_of_publication,
    state_of_publication,
    with_publication,
)
from .saving import SavedWithRevision
from .search import search


class StateFilter(admin.SimpleListFilter):
    """Keeps what is draft, published, changed since, or withdrawn."""

    title = "what readers have"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return STATES

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        if self.value() not in dict(STATES):
            raise IncorrectLookupParameters
        return in_state(queryset, self.value())


class RecordAdmin(SavedWithRevision, RecordChoices, admin.ModelAdmin):
    """Records of one kind. `when` names the date shown in the list, if the kind has one."""

    when = ""
    actions = None
    list_display_links = ["public_id", "called"]
    list_filter = [StateFilter]
    list_per_page = 50
    ordering = ["-updated_at", "-pk"]
    search_fields = ["names"]
    search_help_text = "Any words of a name or title, in any script; or an id."
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # each counts a whole table

    def get_queryset(self, request):
        return with_publication(super().get_queryset(request))

    def get_list_display(self, request):
        dated = ["dated"] if self.when else []
        return ["public_id", "called", "publication", *dated, "updated_at"]

    def get_search_results(self, request, queryset, search_term) -> tuple[QuerySet, bool]:
        return search(queryset, search_term), False

    def lookup_allowed(self, lookup, value, request) -> bool:
        """Allow the filters of the list, and nothing that an address could be made to ask."""
        return lookup == StateFilter.parameter_name

    def has_delete_permission(self, request, obj=None) -> bool:
        """Refuse: what was ever saved is withdrawn, and its history stays."""
        return False

    def history_view(self, request, object_id, extra_context=None):
        return history(self, request, self.get_object(request, object_id))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["can_publish"] = True
        if obj is not None:
            context["publication"] = said_of_publication(obj)
            context["is_published"] = obj.status == Record.Status.PUBLISHED
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="title or name", ordering="label")
    def called(self, record: Record) -> str:
        return record.label or "untitled"

    @admin.display(description="for readers")
    def publication(self, record: Record) -> str:
        return dict(STATES)[state_of_publication(record)]

    @admin.display(description="date")
    def dated(self, record: Record) -> str:
        date = getattr(record, self.when)
        return say(date) if date else "not known"


class AnyRecordAdmin(admin.ModelAdmin):
    """Records of any kind, for look-ups alone; each is added and changed in its kind's own form."""

    ordering = ["label"]
    search_fields = ["names"]

    def has_module_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def get_search_results(self, request, queryset, search_term) -> tuple[QuerySet, bool]:
        return search(queryset, search_term), False

    def lookup_allowed(self, lookup, value, request) -> bool:
        return False

    def changelist_view(self, request, extra_context=None):
        return redirect("admin:index")

    def history_view(self, request, object_id, extra_context=None):
        return self.change_view(request, object_id)

    def add_view(self, request, form_url="", extra_context=None):
        """Go to the form of the kind that `?kind=` names, an actor by default."""
        asked = request.GET.copy()
        kind = self.admin_site.kinds.get(asked.pop("kind", ["actor"])[-1])
        if kind is None:
            raise Http404("There is no such kind of record.")
        return _go(f"admin:{_address(kind)}_add", asked)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Go to the form of the record in its own kind."""
        record = self.get_object(request, object_id)
        if record is None:
            raise Http404("There is no such record.")
        kind = self.admin_site.kinds[record.kind]
        return _go(f"admin:{_address(kind)}_change", request.GET, record.pk)


def _address(kind: Kind) -> str:
    options = kind.shape.model._meta
    return f"{options.app_label}_{options.model_name}"


def _go(name: str, query: QueryDict, *arguments: int) -> HttpResponse:
    return redirect(f"{reverse(name, args=arguments)}?{query.urlencode()}")
