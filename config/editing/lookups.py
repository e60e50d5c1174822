"""Answers of the autocompletes: records by any of their names, with kind and id."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Q

from ledger.identity import LETTERS
from ledger.models import Record
from ledger.naming import named

from .search import closest_first

# Who can stand in a column that takes any record, as far as it makes sense to offer them. What
# stands there already, from an import for example, is never refused.
OFFERED = {
    "by_record": ("actor", "source"),
    "who_record": ("actor", "place"),
    "speaker_record": ("actor",),
    "accused_record": ("actor",),
    "promisor_record": ("actor",),
    "obliged_record": ("actor",),
    "addressee_record": ("actor",),
    "used_by": ("actor",),
}


class RecordsJsonView(AutocompleteJsonView):
    """Records that a typed name may mean, the closest first."""

    def get_queryset(self):
        found = closest_first(super().get_queryset(), self.term)
        offered = OFFERED.get(self.source_field.name)
        if self.source_field.related_model is not Record or offered is None:
            return found
        kinds = [Q(public_id__startswith=LETTERS[kind]) for kind in offered]
        return found.filter(Q(*kinds, _connector=Q.OR))

    def serialize_result(self, obj, to_field_name):
        return {"id": str(getattr(obj, to_field_name)), "text": named(obj)}
