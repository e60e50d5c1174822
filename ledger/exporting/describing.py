"""What a file says of itself: what was asked, as of when, under which licence, how to cite it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest

from ledger.canonical import written
from ledger.listing import Listing
from ledger.models import PublishedRecord
from ledger.narrowing import ids_asked, said, sentence
from ledger.reading import included

from .asking import MEDIA_TYPES, Asked
from .columns import Column, Form
from .licensing import LICENCE, licence_of, with_rows_of
from .tables import Takeaway

SITE = "Aftermath"
DATATYPES = {
    Form.WHOLE: "integer",
    Form.NUMBER: "number",
    Form.DAY: "date",
    Form.TRUTH: "boolean",
}
BRIEF = ("publisher", "release", "licence", "attribution", "terms", "redistributable")
SEPARATORS = {Form.IDS: " ", Form.WORDS: " ", Form.NAMES: "; "}


@dataclass(frozen=True)
class About:
    """What a file says of itself.

    `datasets` are those that its rows come from; `own` says whether records of our own are in it.
    """

    title: str
    edition: int
    published: str
    as_of: str
    address: str
    citation: str
    datasets: tuple[Mapping[str, str | bool | None], ...]
    own: bool

    @property
    def licence(self) -> str:
        """The licence that follows from the rows."""
        return licence_of(self.datasets, own=self.own)

    @property
    def members(self) -> dict[str, object]:
        """The same as members of a JSON object."""
        return {
            "title": self.title,
            "edition": self.edition,
            "published": self.published or None,
            "as_of": self.as_of or None,
            "address": self.address,
            "licence": self.licence,
            "citation": self.citation,
            "datasets": [dict(one) for one in self.datasets],
        }

    @property
    def lines(self) -> list[str]:
        """The same as lines of text."""
        return [
            f"{SITE}: {self.title}",
            f"As of edition {self.edition}, published {self.published or 'never'}",
            f"Licence: {self.licence}",
            f"Cite as: {self.citation}",
            f"Address: {self.address}",
            *map(with_rows_of, self.datasets),
        ]


def about_answer(
    request: HttpRequest, listing: Listing, takeaway: Takeaway, limit: int | None
) -> About:
    """Say what the file is that a request asks for, at the address that gives it again."""
    address = request.build_absolute_uri(f"{request.path}?{pinned(listing, metadata=None)}")
    return about(listing, takeaway, user=request.user, address=address, limit=limit)


def pinned(listing: Listing, **changes: str | None) -> str:
    """Return a list's query string at the edition read: a day may see further editions yet."""
    return listing.changed(as_of=f"edition:{listing.moment.edition}", **changes)


def about(
    listing: Listing, takeaway: Takeaway, *, user, address: str, limit: int | None = None
) -> About:
    """Say what the file of a list is, for a reader, at an address; `limit` bounds its records."""
    title = filter_words(listing, takeaway, user, limit)
    moment = listing.moment
    published = moment.at.isoformat(timespec="seconds").replace("+00:00", "Z") if moment.at else ""
    day = f"{moment.at:%-d %B %Y}" if moment.at else "before the first"
    datasets, own = whose_rows(listing, limit)
    return About(
        title=title,
        edition=moment.edition,
        published=published,
        as_of=moment.asked,
        address=address,
        citation=f"“{title}”, {SITE}, edition {moment.edition}, {day}. {address}",
        datasets=tuple(datasets),
        own=own,
    )


def filter_words(listing: Listing, takeaway: Takeaway, user, limit: int | None) -> str:
    """Say what is in a list by the sentence that its page shows."""
    names = included(ids_asked(listing, {}), moment=listing.moment, user=user)
    noun = takeaway.one if listing.count == 1 else takeaway.name
    count = f"{listing.count:,}" if listing.count_is_exact else f"more than {listing.count - 1:,}"
    if limit is not None and limit < listing.count:
        count = f"{limit:,} of {count}"
    return said(sentence(listing, f"{count} {noun}", takeaway.phrases(listing, names)))


def whose_rows(listing: Listing, limit: int | None) -> tuple[list[dict], bool]:
    """Return the datasets that rows of a file come from, and whether some come from none."""
    rows = listing.filters.filtered()
    if "dataset" not in {field.name for field in rows.model._meta.concrete_fields}:
        return [], True
    if limit is not None:
        first = rows.order_by(*listing.filters.orderings[listing.ordering])[:limit]
        rows = rows.model.objects.filter(pk__in=first.values("pk"))
    found = _having(rows, listing.filters.records.filter(kind="dataset"))
    return found, rows.filter(dataset="").exists()


def kept_back(listing: Listing) -> list[dict]:
    """Return the datasets that rows of a list come from and that may not be passed on.

    Who is not signed in sees none of their rows, and is not asked for.
    """
    user = listing.filters.user
    if user is None or not user.is_authenticated:
        return []
    shut = listing.filters.records.filter(kind="dataset", brief__redistributable=False)
    return _having(listing.filters.filtered(), shut)


def _having(rows: QuerySet, datasets: QuerySet[PublishedRecord]) -> list[dict]:
    return [
        {"id": one.public_id, "name": one.label, **{name: one.brief.get(name) for name in BRIEF}}
        for one in datasets.order_by("public_id")
        if rows.filter(dataset=one.public_id).exists()
    ]


def metadata(found: About, asked: Asked, address: str) -> str:
    """Describe a file in the vocabulary of CSV on the Web (W3C), as JSON."""
    columns = [_described(column) for column in asked.table.columns]
    return written(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "url": address,
            "dc:title": found.title,
            "dc:publisher": SITE,
            "dc:license": {"@id": LICENCE} if found.licence == LICENCE else found.licence,
            "dc:bibliographicCitation": found.citation,
            "dc:issued": found.published or None,
            "dc:format": MEDIA_TYPES[asked.format],
            "aftermath": found.members,
            "tableSchema": {"columns": columns},
        }
    )


def _described(column: Column) -> dict[str, object]:
    shown: dict[str, object] = {"name": column.name, "titles": column.name}
    shown |= {"dc:description": column.meaning, "datatype": DATATYPES.get(column.form, "string")}
    if column.form in SEPARATORS:
        shown["separator"] = SEPARATORS[column.form]
    if column.unit:
        shown["aftermath:unit"] = column.unit
    return shown
