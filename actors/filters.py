"""The parameters of actors, for page and API alike, and how their names meet by sound."""

from collections.abc import Callable

from django.db.models import Q, QuerySet

from ledger.filters import AnyCountry, AnyOf, StrictFilterSet, Words
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


def ids_sounding_like(text: str, lines_of: Callable[[type], QuerySet]) -> list[str]:
    """Return the public ids of actors, among the lines given, whose names sound like `text`."""
    rows = lines_of(PublishedActor).filter(sounding_like(text))
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
        """What says all the words, or has a name that sounds like them in whichever script."""
        said = Q(pk__in=rows.saying(value).values("pk"))
        return rows.filter(said | sounding_like(value))
