"""The parameters of actors, for page and API alike, and how their names meet by sound."""

import json
from collections.abc import Callable

from django.db.models import Q, QuerySet

from ledger.filters import AnyCountry, AnyOf, StrictFilterSet, Words
from ledger.folding import fold
from ledger.search import Sounds

from .models import PublishedActor
from .names import skeleton
from .vocabulary import ActorKind

FEWEST_CONSONANTS = 3
ALIKE_AT_MOST = 200


def sounding_like(text: str) -> Q:
    """Match the lines of actors one of whose names has, side by side, the skeleton of `text`.

    Words of fewer than three consonants are told apart by their vowels alone, and match nothing.
    """
    bones = skeleton(text)
    if len(bones.replace(" ", "")) < FEWEST_CONSONANTS:
        return Q(pk__in=[])
    # A skeleton is of letters, digits and spaces, so that nothing of it is read as a pattern.
    return Q(skeletons__regex=rf"\m{bones}\M")


def called(text: str, rows: QuerySet) -> Q:
    """Match the lines of actors one of whose names is `text`, where that is too short to sound.

    Of such names some are words that a text search leaves out: IS, The.
    """
    folded, bones = fold(text), skeleton(text)
    if not folded or len(bones.replace(" ", "")) >= FEWEST_CONSONANTS:
        return Q(pk__in=[])
    same = Q(skeletons__regex=rf"(^|\n){bones}(\n|$)")
    near = same if bones else Q(publication__document__icontains=f'"{text.strip()}"')
    near |= Q(sort_name=folded)
    found = rows.filter(near).order_by("record_id").with_bodies()[:ALIKE_AT_MOST]
    return Q(pk__in=[row.pk for row in found if folded in map(fold, _names(row))])


def ids_sounding_like(text: str, lines_of: Callable[[type], QuerySet]) -> list[str]:
    """Return the ids of actors, among the lines given, that are called or sound like `text`."""
    actors = lines_of(PublishedActor)
    rows = actors.filter(sounding_like(text) | called(text, actors))
    return list(rows.order_by("record_id").values_list("public_id", flat=True)[:ALIKE_AT_MOST])


SOUNDS = Sounds(skeleton=skeleton, ids=ids_sounding_like)


class ActorFilter(StrictFilterSet):
    """What readers may ask of actors."""

    orderings = {
        "name": ("sort_name", "record_id"),
        "-changed": ("-since", "-record_id"),
    }
    facets = {"type": "Type", "country": "Country"}

    q = Words(method="by_words")
    type = AnyOf("actor_kind", choices=ActorKind.choices)
    not_type = AnyOf("actor_kind", choices=ActorKind.choices, exclude=True)
    country = AnyCountry("country")
    not_country = AnyCountry("country", exclude=True)

    class Meta:
        model = PublishedActor
        fields: list[str] = []

    def by_words(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """What says all the words, or has a name that is, or sounds like, them in any script."""
        said = Q(pk__in=rows.saying(value).values("pk"))
        return rows.filter(said | sounding_like(value) | called(value, rows))


def _names(row: PublishedActor) -> list[str]:
    return [name["text"] for name in json.loads(row.publication.document)["names"]]
