"""How editors find records: by any word of any name in any script, by id, or by key."""

from django.db.models import Case, IntegerField, Q, QuerySet, When
from django.db.models.functions import Length

from actors.names import skeleton
from ledger.folding import fold
from ledger.identity import PUBLIC_ID

# Shorter ones are in almost every name: “us mil” would sound like “Esmail Qaani”.
SHORTEST_BONES = 3


def search(records: QuerySet, term: str) -> QuerySet:
    """Return the records that a typed text may mean; all of them for an empty one."""
    term = _clean(term)
    if not term:
        return records
    if PUBLIC_ID.fullmatch(term.upper()):
        return records.filter(public_id=term.upper())
    return records.filter(_as_written(term) | _as_it_sounds(term))


def closest_first(records: QuerySet, term: str) -> QuerySet:
    """Order what `search` found: what is written so before what sounds so, short names first."""
    by_name = [Length("label"), "label", "pk"]
    if not _clean(term):
        return records.order_by(*by_name)
    written = When(_as_written(_clean(term)), then=0)
    return records.order_by(Case(written, default=1, output_field=IntegerField()), *by_name)


def _clean(term: str) -> str:
    return term.replace("\x00", "").strip()


def _as_written(term: str) -> Q:
    words = fold(term).split()
    return Q(key=term) | _every_word(words) if words else Q(key=term)


def _as_it_sounds(term: str) -> Q:
    bones = [one for one in skeleton(term).split() if len(one) >= SHORTEST_BONES]
    return _every_word(bones) if bones else Q(pk__in=[])


def _every_word(words: list[str]) -> Q:
    condition = Q()
    for word in words:
        condition &= Q(names__contains=word)
    return condition
