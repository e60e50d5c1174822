"""A record with what refers to it, read at one moment: what the page of one is made of."""

from dataclasses import dataclass

from ledger.kinds import Kinds
from ledger.models import PublishedRecord
from ledger.moments import Moment
from ledger.reading import document_of, find, included, referring
from sources.reading import Reading

from .telling import quote, relation

TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True)
class Material:
    """A record's line and document, the statements and links that refer to it, their reading."""

    row: PublishedRecord
    document: dict
    statements: list[dict]
    links: list[dict]
    reading: Reading

    @property
    def id(self) -> str:
        return self.document["id"]

    def quotes_about(self) -> list[dict]:
        """Return the statements about the record as `components/quote.html` takes them."""
        on = self.reading.moment.on
        about = [one for one in self.statements if self.id in one["about"]]
        return [quote(self.reading, one, on) for one in about]

    def relations(self) -> dict[str, list[dict]]:
        """Return `{"before", "after", "beside"}`: `components/relation.html`, in order of time."""
        told = [relation(self.reading, link, self.id) for link in self.links]
        told.sort(key=lambda one: one["sort"])
        return {
            where: [one for one in told if one["direction"] == where]
            for where in ("before", "after", "beside")
        }

    def foot(self, site: str, name: str) -> dict:
        """Return history, citation and data. `site` is the scheme and the host: "https://…"."""
        moment, publication = self.reading.moment, self.row.publication
        path = self.reading.url(self.id).partition("?")[0]
        asked = f"?as_of={moment.asked}" if moment.asked else ""
        return {
            "name": name,
            "id": self.id,
            "published": TIMES.get(publication.number, f"{publication.number:,} times"),
            "history_url": f"{path}history/",
            "last": publication.reason or "no reason was given",
            "last_url": f"{path}history/{publication.number}/",
            "last_on": f"{publication.edition.published_at:%-d %B %Y}",
            "edition": moment.edition,
            "edition_on": f"{moment.at:%-d %B %Y}" if moment.at else "",
            "permanent": f"{site}{path}?as_of=edition:{moment.edition}",
            "json_url": f"/api/v1{path}{asked}",
        }


def gather(public_id: str, *, moment: Moment, user, kinds: Kinds) -> Material:
    """Read a record and what refers to it; NotPublished or Withdrawn."""
    asked = {"moment": moment, "user": user}
    row = find(public_id, **asked)
    around = list(referring(public_id, ("statement", "link"), **asked))
    named = {public_id, *row.refs}.union(*({one.public_id, *one.refs} for one in around))
    documents = [document_of(one, kinds) for one in around]
    return Material(
        row=row,
        document=document_of(row, kinds),
        statements=[one for one in documents if one["kind"] == "statement"],
        links=[one for one in documents if one["kind"] == "link"],
        reading=Reading(included(named, **asked), moment),
    )
