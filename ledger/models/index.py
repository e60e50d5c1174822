from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models import F, Q

from ledger.folding import fold

from .editions import Publication
from .records import Record

OPEN = 2_147_483_647


def folded_terms(text: str, *, weight: str = "", join: str = " & ") -> str:
    """Spell the query for all words of `text`, the last as a beginning; "" without a word.

    `weight` looks only in what has that weight; " | " as `join` asks for any of the words.
    """
    words = fold(text).split()
    if not words:
        return ""
    whole = [f"{word}:{weight}" if weight else word for word in words[:-1]]
    return join.join([*whole, f"{words[-1]}:*{weight}"])


def folded_query(text: str, *, weight: str = "") -> SearchQuery | None:
    """Make the query for all words of `text`, the last as a beginning; None without a word."""
    terms = folded_terms(text, weight=weight)
    return SearchQuery(terms, config="english", search_type="raw") if terms else None


class PublishedQuerySet(models.QuerySet):
    """What readers ask: always as of an edition, always for an audience."""

    def as_of(self, edition: int) -> "PublishedQuerySet":
        return self.filter(since__lte=edition, until__gt=edition)

    def visible_to(self, user) -> "PublishedQuerySet":
        """Return what `user` may read: members-only material for the signed in alone."""
        if user is not None and user.is_authenticated:
            return self
        return self.filter(audience=Record.Audience.PUBLIC)

    def saying(self, text: str) -> "PublishedQuerySet":
        """Return what holds all words of `text`, accents, script and case aside."""
        query = folded_query(text)
        return self.filter(search=query) if query else self.none()

    def referring_to(self, *public_ids: str) -> "PublishedQuerySet":
        return self.filter(refs__overlap=list(public_ids))

    def with_documents(self) -> "PublishedQuerySet":
        return self.select_related("publication__edition").defer("search")


class Published(models.Model):
    """A line of a disposable index: which publication readers get from one edition to another."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="+")
    since = models.PositiveIntegerField()
    until = models.PositiveIntegerField(default=OPEN)
    audience = models.CharField(max_length=7, choices=Record.Audience)
    public_id = models.CharField(max_length=10)
    refs = ArrayField(models.CharField(max_length=10), default=list)
    search = SearchVectorField(null=True)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(since__lt=F("until")), name="%(class)s_since_before_until"
            ),
            models.UniqueConstraint(
                fields=["record", "since"], name="%(class)s_once_a_record_and_edition"
            ),
        ]
        indexes = [
            GinIndex(fields=["search"], name="%(class)s_search", fastupdate=False),
            GinIndex(fields=["refs"], name="%(class)s_refs", fastupdate=False),
        ]

    def __str__(self):
        return self.public_id


class PublishedRecord(Published):
    """Every publication of every kind: what others show of it, what it refers to, what it says."""

    kind = models.CharField(max_length=12)
    label = models.TextField()
    brief = models.JSONField(default=dict)
    date_earliest = models.DateField(null=True)
    date_latest = models.DateField(null=True)
    date_approximate = models.BooleanField(default=False)
    sort_date = models.DateField(help_text="The earliest possible day, else the latest.")

    class Meta(Published.Meta):
        indexes = [
            *Published.Meta.indexes,
            models.Index(fields=["kind", "public_id"], name="publishedrecord_kind"),
            models.Index(fields=["public_id", "since"], name="publishedrecord_public_id"),
            models.Index(fields=["sort_date", "record"], name="publishedrecord_date"),
        ]
