from collections.abc import Iterable

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

    def saying(self, text: str, *, or_naming: Iterable[str] = ()) -> "PublishedQuerySet":
        """Return what holds all words of `text`, accents, script and case aside.

        What refers to one of the ids `or_naming` is returned too.
        """
        query = folded_query(text)
        if query is None:
            return self.none()
        said = Q(common__search=query)
        named = list(or_naming)
        return self.filter(said | Q(common__refs__overlap=named) if named else said)

    def with_bodies(self) -> "PublishedQuerySet":
        return self.select_related("publication")

    def with_documents(self) -> "PublishedQuerySet":
        return self.select_related("publication__edition")


class RecordQuerySet(PublishedQuerySet):
    """The same of the common table, where the words and the references stand."""

    def saying(self, text: str, *, or_naming: Iterable[str] = ()) -> "RecordQuerySet":
        query = folded_query(text)
        if query is None:
            return self.none()
        said = Q(search=query)
        named = list(or_naming)
        return self.filter(said | Q(refs__overlap=named) if named else said)

    def referring_to(self, *public_ids: str) -> "RecordQuerySet":
        return self.filter(refs__overlap=list(public_ids))

    def with_bodies(self) -> "RecordQuerySet":
        return super().with_bodies().defer("search")

    def with_documents(self) -> "RecordQuerySet":
        return super().with_documents().defer("search")


class Line(models.Model):
    """A line of a disposable index: which publication readers get from one edition to another.

    The database does not check its keys: that would cost an import a look-up for each line, and
    the lines can be made anew.
    """

    record = models.ForeignKey(
        Record, on_delete=models.CASCADE, related_name="+", db_constraint=False, db_index=False
    )
    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="+", db_constraint=False, db_index=False
    )
    since = models.PositiveIntegerField()
    until = models.PositiveIntegerField(default=OPEN)
    audience = models.CharField(max_length=7, choices=Record.Audience)

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

    def __str__(self):
        return f"{self.record_id} since {self.since}"


class Exported(models.Model):
    """What exports show of a publication beside the columns by which readers find it.

    It has neither window nor audience: it is reached through a line of the index, and only so.
    The database does not check its key, as for lines.
    """

    publication = models.OneToOneField(
        Publication,
        on_delete=models.DO_NOTHING,
        primary_key=True,
        db_constraint=False,
        related_name="+",
    )

    objects = models.Manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"publication {self.publication_id}"


class PublishedRecord(Line):
    """Every publication of every kind: what others show of it, what it refers to, what it says."""

    public_id = models.CharField(max_length=10)
    refs = ArrayField(models.CharField(max_length=10), default=list)
    search = SearchVectorField(null=True)
    kind = models.CharField(max_length=12)
    label = models.TextField()
    brief = models.JSONField(default=dict)
    date_earliest = models.DateField(null=True)
    date_latest = models.DateField(null=True)
    date_approximate = models.BooleanField(default=False)
    sort_date = models.DateField(help_text="The earliest possible day, else the latest.")

    objects = RecordQuerySet.as_manager()

    class Meta(Line.Meta):
        indexes = [
            GinIndex(fields=["search"], name="publishedrecord_search"),
            GinIndex(fields=["refs"], name="publishedrecord_refs"),
            models.Index(fields=["kind", "public_id"], name="publishedrecord_kind"),
            models.Index(fields=["public_id", "since"], name="publishedrecord_public_id"),
            models.Index(
                fields=["date_latest"],
                condition=Q(date_earliest__isnull=True),
                name="publishedrecord_open",
            ),
            models.Index(fields=["sort_date", "record"], name="publishedrecord_date"),
        ]

    def __str__(self):
        return self.public_id


class Published(Line):
    """A line of a kind's own table, with the columns that its lists filter and sort by.

    What a search finds and what refers to what stands once, in the line of the common table.
    """

    public_id = models.CharField(max_length=10)
    refs = ArrayField(models.CharField(max_length=10), default=list)
    common = models.ForeignObject(
        PublishedRecord,
        on_delete=models.DO_NOTHING,
        from_fields=["record", "since"],
        to_fields=["record", "since"],
        related_name="+",
    )

    class Meta(Line.Meta):
        abstract = True

    def __str__(self):
        return self.public_id
