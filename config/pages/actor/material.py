"""Everything that the page of one actor is made of, read at one moment in nine queries."""

from dataclasses import dataclass

from django.db.models import Q

from incidents.entries import refers_to
from incidents.models import PublishedIncident
from ledger.kinds import Kinds
from ledger.models import Published, PublishedRecord
from ledger.moments import Moment
from ledger.reading import document_of, find, included, referring
from sources.reading import Reading
from timeline.lines import named_in
from timeline.models import PublishedCommitment, PublishedEvent, PublishedStatement

INCIDENTS_READ = 100
SAID_READ = 20
RELATED_READ = 200


@dataclass(frozen=True)
class Material:
    """An actor's document, and the documents of what it did, said and had to do with.

    `others` are actors with a relation to it; `promises` the lines of its commitments, of which
    `promising` are the statements. Statements and events are one more than are shown, if there are.
    """

    row: PublishedRecord
    document: dict
    others: list[dict]
    incidents: list[dict]
    incident_count: int
    statements: list[dict]
    promises: list[PublishedCommitment]
    promising: list[dict]
    events: list[dict]
    reading: Reading


def gather(public_id: str, *, moment: Moment, user, kinds: Kinds) -> Material:
    """Read an actor and what is said of it; NotPublished or Withdrawn."""
    asked = {"moment": moment, "user": user}
    row = find(public_id, **asked)

    def newest(model: type[Published], condition: Q, limit: int) -> list[Published]:
        rows = model.objects.as_of(moment.edition).visible_to(user).filter(condition)
        return list(rows.with_documents().order_by("-sort_date", "-record_id")[:limit])

    def documents(rows) -> list[dict]:
        return [document_of(one, kinds) for one in rows]

    incidents = PublishedIncident.objects.as_of(moment.edition).visible_to(user)
    involving = Q(actors__contains=[public_id])
    promises = newest(PublishedCommitment, Q(promisor=public_id), INCIDENTS_READ)
    spoken = Q(speaker=public_id) | Q(on_behalf_of=public_id)
    own = document_of(row, kinds)
    others = list(referring(public_id, ["actor"], **asked)[:RELATED_READ])
    read = {
        "others": documents(others),
        "incidents": documents(newest(PublishedIncident, involving, INCIDENTS_READ)),
        "statements": documents(newest(PublishedStatement, spoken, SAID_READ + 1)),
        "promising": list({one["id"]: one for one in documents(promises)}.values()),
        "events": documents(newest(PublishedEvent, involving, SAID_READ + 1)),
    }
    names = included(_named(public_id, row, others, promises, read), **asked)
    return Material(
        row=row,
        document=own,
        **read,
        incident_count=incidents.filter(involving).count(),
        promises=promises,
        reading=Reading(names, moment),
    )


def _named(public_id: str, row, others: list, promises: list, read: dict) -> set[str]:
    """Name the records that the page names."""
    named = {public_id, *row.refs} | refers_to(read["incidents"])
    for one in [*others, *promises]:
        named |= {one.public_id, *one.refs}
    for document in [*read["statements"], *read["events"]]:
        named |= named_in(document)
    for document in read["incidents"]:
        for attribution in document["attributions"]:
            by = attribution["by"] or {}
            named |= {by.get("record"), by.get("via")}
    return named - {None}
