"""Names near to what was typed, for who found nothing: "did you mean"."""

from django.db.models import QuerySet
from rapidfuzz import fuzz, process

from .folding import fold

NEAR = 75  # of 100: one or two letters of a word
NAMES_READ = 20_000


def nearest(records: QuerySet, text: str, *, limit: int = 3) -> list[tuple[str, str]]:
    """Return (public id, name) of the records whose names are nearest to a text, nearest first.

    `records` are lines of PublishedRecord, of which at most NAMES_READ are compared.
    """
    found = dict(records.order_by("pk").values_list("public_id", "label")[:NAMES_READ])
    names = {public_id: fold(label) for public_id, label in found.items()}
    best = process.extract(fold(text), names, scorer=fuzz.WRatio, score_cutoff=NEAR, limit=limit)
    return [(public_id, found[public_id]) for _, _, public_id in best]
