"""A record with what refers to it, read at one moment: what the page of one is made of."""

from dataclasses import dataclass

from django.http import HttpRequest

from ledger.foot import foot_of
from ledger.kinds import Kinds
from ledger.models import PublishedRecord
from ledger.moments import Moment
from ledger.reading import document_of, find, included, referring
from sources.reading import Reading

from .telling import quote, relations

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
        return relations(self.reading, self.links, self.id)

    def foot(self, request: HttpRequest) -> dict:
        return foot(self.row, self.reading.moment, request)


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


def foot(row: PublishedRecord, moment: Moment, request: HttpRequest) -> dict:
    """Return what `timeline/_foot.html` takes."""
    shown, number = foot_of(row, moment, request), row.publication.number
    return shown | {
        "published": TIMES.get(number, f"{number:,} times"),
        "last": shown["reason"] or "no reason was given",
        "last_url": f"{shown['history_url']}{number}/",
        "last_on": shown["changed"],
        "permanent": shown["address"],
        "json_url": shown["data_url"],
    }
