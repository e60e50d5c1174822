"""How editors find records: by any word of any name in any script, by id, or by key."""

from django.db.models import Q, QuerySet

from actors.names import skeleton
from ledger.folding import fold
from ledger.identity import PUBLIC_ID

SHORTEST_SKELETON = 3


def search(records: QuerySet, term: str) -> QuerySet:
    """Return the records that a typed text may mean; all of them for an empty one."""
    term = term.replace("\x00", "").strip()
    if not term:
        return records
    if PUBLIC_ID.fullmatch(term.upper()):
        return records.filter(public_id=term.upper())
    found = Q(key=term)
    if words := fold(term):
        found |= _every_word(words)
    if len(bones := skeleton(term)) >= SHORTEST_SKELETON:
        found |= _every_word(bones)
    return records.filter(found)


def _every_word(words: str) -> Q:
    condition = Q()
    for word in words.split():
        condition &= Q(names__contains=word)
    return condition
