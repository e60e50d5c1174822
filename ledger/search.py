"""Search over everything published, saying which name or which text matched.

A search is a list like any other (`Listing(…, filters=…)` with a SearchFilter), the best first:
what bears the words as a name or title, then what says them; the newest first among equals.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.search import SearchRank
from django.db import connection
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from .filters import AnyOf, StrictFilterSet, Words, pairs
from .folding import fold
from .identity import LETTERS
from .kinds import Kinds
from .listing import Listing
from .models import PublishedRecord
from .models.index import folded_query, folded_terms
from .reading import document_of

# Links have no address of their own: they are shown with what they join.
SEARCHED = sorted(LETTERS.keys() - {"link"})
NAMED = 1_000_000
WEIGHTS = {"A": 1.0, "B": 0.4, "C": 0.2}
EXCERPT = 240  # characters
WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Sounds:
    """How names of actors meet by sound: their skeleton, and the ids of those that sound alike.

    `ids` takes the words, and what gives it the lines of a table that a reader may see.
    """

    skeleton: Callable[[str], str]
    ids: Callable[[str, Callable[[type], QuerySet]], list[str]]


@dataclass(frozen=True)
class Hit:
    """A record that was found. `what` matched is a "name" (or title) or a "text": here it is."""

    row: PublishedRecord
    what: str
    text: str


class SearchFilter(StrictFilterSet):
    """What readers may ask of everything at once. Without words there is nothing to find."""

    orderings = {"relevance": ("-rank", "-since", "-record_id")}
    facets = {"kind": "Kind"}
    sounds: Sounds

    q = Words(method="by_words")
    kind = AnyOf("kind", choices=pairs(SEARCHED))
    not_kind = AnyOf("kind", choices=pairs(SEARCHED), exclude=True)

    class Meta:
        model = PublishedRecord
        fields: list[str] = []

    def __init__(self, data, *, queryset, user, moment):
        rows = queryset.filter(kind__in=SEARCHED).annotate(rank=Value(0, IntegerField()))
        super().__init__(data, queryset=rows, user=user, moment=moment)

    def filtered(self, *, without: str = "") -> QuerySet:
        rows = super().filtered(without=without)
        return rows if self.form.cleaned_data.get("q") else rows.none()

    @cached_property
    def sounding_alike(self) -> list[str]:
        """The ids of actors whose names sound like the words, asked for once."""
        return self.sounds.ids(self.form.cleaned_data["q"], self.lines_of)

    def by_words(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """What says all the words, or has a name that sounds like them; ranked."""
        query = folded_query(value)
        if query is None:
            return rows.none()
        alike = Q(public_id__in=self.sounding_alike)
        named = alike | Q(search=folded_query(value, weight="A"))
        said = Cast(SearchRank(F("search"), query) * 100_000, IntegerField())
        first = Case(When(named, then=NAMED), default=0, output_field=IntegerField())
        return rows.filter(Q(search=query) | alike).annotate(rank=first + said)


def hits(listing: Listing, kinds: Kinds) -> list[Hit]:
    """Return what a listing of a SearchFilter found, each with what matched; one query more."""
    words = listing.data.get("q", "")
    skeleton = listing.filters.sounds.skeleton
    texts = [kinds[row.kind].texts(document_of(row, kinds)) for row in listing.rows]
    ranks = iter(_ranks([fold(text) for mine in texts for _, text in mine], words))
    ranked = [[(next(ranks), weight, text) for weight, text in mine] for mine in texts]
    return [
        _sounding(row, mine, words, skeleton) or _saying(row, mine, words)
        for row, mine in zip(listing.rows, ranked, strict=True)
    ]


Ranked = list[tuple[float, str, str]]  # how well it matches, its weight, the text


def _saying(row: PublishedRecord, texts: Ranked, words: str) -> Hit:
    """Take the text that says the most of the words, names before others."""
    unsaid = (0.0, "A", row.label)
    _, weight, text = max(texts, key=lambda one: one[0] * WEIGHTS[one[1]], default=unsaid)
    return Hit(row, "name" if weight == "A" else "text", excerpt(text, words))


def _sounding(
    row: PublishedRecord, texts: Ranked, words: str, skeleton: Callable[[str], str]
) -> Hit | None:
    """Take the actor's name that is or sounds like the words, unless the text search knew one."""
    names = [(rank, text) for rank, weight, text in texts if weight == "A"]
    if row.kind != "actor" or any(rank for rank, _ in names):
        return None
    bones = skeleton(words)
    exact = [text for _, text in names if fold(text) == fold(words)]
    alike = [text for _, text in names if bones and f" {bones} " in f" {skeleton(text)} "]
    return next((Hit(row, "name", text) for text in exact + alike), None)


def _ranks(folded: list[str], words: str) -> list[float]:
    """Rank each text by how many of the words it says, as the index would."""
    terms = folded_terms(words, join=" | ")
    if not terms or not folded:
        return [0.0] * len(folded)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ts_rank(to_tsvector('english', text), to_tsquery('english', %s)) "
            "FROM unnest(%s::text[]) WITH ORDINALITY AS t (text, position) ORDER BY position",
            [terms, folded],
        )
        return [rank for (rank,) in cursor.fetchall()]


def excerpt(text: str, words: str) -> str:
    """Cut a long text to EXCERPT characters around the first of the words that it says."""
    if len(text) <= EXCERPT:
        return text
    stems = tuple(word[:5] for word in fold(words).split())
    said = (found.start() for found in WORD.finditer(text) if fold(found[0]).startswith(stems))
    start = max(0, next(said, 0) - EXCERPT // 2)
    cut = text[start : start + EXCERPT]
    before = "… " if start else ""
    after = " …" if start + EXCERPT < len(text) else ""
    inner = cut[cut.find(" ") + 1 if before else 0 : cut.rfind(" ") if after else None]
    return f"{before}{inner}{after}"
