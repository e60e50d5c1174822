"""What a file says of itself: what was asked, as of when, under which licence, how to cite it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from ledger.canonical import written
from ledger.listing import Listing
from ledger.models import PublishedRecord
from ledger.narrowing import ids_asked, said, sentence
from ledger.reading import included

from .asking import MEDIA_TYPES, Asked
from .columns import Column, Form
from .tables import Takeaway

SITE = "Aftermath"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
DATATYPES = {
    Form.WHOLE: "integer",
    Form.NUMBER: "number",
    Form.DAY: "date",
    Form.TRUTH: "boolean",
}
SEPARATORS = {Form.IDS: " ", Form.WORDS: " ", Form.NAMES: "; "}


@dataclass(frozen=True)
class About:
    """What a file says of itself; `datasets` are those that its rows come from."""

    title: str
    edition: int
    published: str
    as_of: str
    address: str
    citation: str
    datasets: tuple[Mapping[str, str | None], ...]

    @property
    def members(self) -> dict[str, object]:
        """The same as members of a JSON object."""
        return {
            "title": self.title,
            "edition": self.edition,
            "published": self.published or None,
            "as_of": self.as_of or None,
            "address": self.address,
            "licence": LICENCE,
            "citation": self.citation,
            "datasets": [dict(one) for one in self.datasets],
        }

    @property
    def lines(self) -> list[str]:
        """The same as lines of text."""
        lines = [
            f"{SITE}: {self.title}",
            f"As of edition {self.edition}, published {self.published or 'never'}",
            f"Licence: {LICENCE}",
            f"Cite as: {self.citation}",
            f"Address: {self.address}",
        ]
        for one in self.datasets:
            terms = "; ".join(filter(None, [one["attribution"], one["licence"], one["terms"]]))
            lines.append(f"With rows of {one['name']} ({one['id']}): {terms or 'no terms stated'}")
        return lines


def about_answer(request: HttpRequest, listing: Listing, takeaway: Takeaway) -> About:
    """Say what the file is that a request asks for, at the address that gives it again."""
    moment = listing.moment
    query = listing.changed(as_of=moment.asked or f"edition:{moment.edition}", metadata=None)
    address = request.build_absolute_uri(f"{request.path}?{query}")
    return about(listing, takeaway, user=request.user, address=address)


def about(listing: Listing, takeaway: Takeaway, *, user, address: str) -> About:
    """Say what the file of a list is, for a reader, at an address."""
    title = filter_words(listing, takeaway, user)
    moment = listing.moment
    published = moment.at.isoformat(timespec="seconds").replace("+00:00", "Z") if moment.at else ""
    day = f"{moment.at:%-d %B %Y}" if moment.at else "before the first"
    return About(
        title=title,
        edition=moment.edition,
        published=published,
        as_of=moment.asked,
        address=address,
        citation=f"“{title}”, {SITE}, edition {moment.edition}, {day}. {address}",
        datasets=tuple(datasets_in(listing)),
    )


def filter_words(listing: Listing, takeaway: Takeaway, user) -> str:
    """Say what is in a list by the sentence that its page shows."""
    names = included(ids_asked(listing, {}), moment=listing.moment, user=user)
    noun = takeaway.one if listing.count == 1 else takeaway.name
    count = f"{listing.count:,}" if listing.count_is_exact else f"more than {listing.count - 1:,}"
    return said(sentence(listing, f"{count} {noun}", takeaway.phrases(listing, names)))


def datasets_in(listing: Listing) -> list[dict[str, str | None]]:
    """Return the datasets that rows of a list come from, with what their licences ask for."""
    rows = listing.filters.filtered()
    if "dataset" not in {field.name for field in rows.model._meta.concrete_fields}:
        return []
    records: list[PublishedRecord] = list(listing.filters.records.filter(kind="dataset"))
    return [
        {"id": one.public_id, "name": one.label}
        | {name: one.brief.get(name) for name in ("licence", "attribution", "terms")}
        for one in records
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
            "dc:license": {"@id": LICENCE},
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
