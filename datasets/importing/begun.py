"""Which records imports began for a dataset: its keys say so.

A short name may begin with another's: `gulf-secret-actor-5` is no key of `gulf`, and what goes on
like an actor's key for both `gulf` and `gulf-actor` is of the one with the longer name.
"""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from datasets.models import Dataset
from ledger.models import Record

GO_ON = {"actor": ("actor-",), "place": ("country-", "province-")}  # keys, behind the short name


def source_key(short_name: str) -> str:
    """Return the key of the source that an import begins for a dataset."""
    return f"{short_name}-source"


def begun_for(dataset: Dataset, kind: str) -> QuerySet[Record]:
    """Return the sources, actors or places that imports began for a dataset and for no other."""
    longer = Dataset.objects.filter(short_name__startswith=f"{dataset.short_name}-")
    begun = Record.objects.filter(_keys(dataset.short_name, kind))
    for other in longer.values_list("short_name", flat=True):
        begun = begun.exclude(_keys(other, kind))
    return begun


def _keys(short_name: str, kind: str) -> Q:
    if kind == "source":
        return Q(key=source_key(short_name))
    return reduce(or_, (Q(key__startswith=f"{short_name}-{more}") for more in GO_ON[kind]))
