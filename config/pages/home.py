"""The first page: what this is, its numbers with their ranges, what is new, what is due."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from incidents.entries import incident_entry, refers_to
from incidents.models import PublishedIncident
from ledger.addresses import page_of
from ledger.changes import Change, newest_changes
from ledger.counts import kept
from ledger.pages import Page
from ledger.reading import document_of, included
from ledger.wording import capital, counted
from sources.reading import Reading
from timeline.models import PublishedChronology, PublishedCommitment
from timeline.telling import commitment

INCIDENTS_SHOWN = 5
PROMISES_SHOWN = 5
CHANGES_SHOWN = 6
CHANGED_URL = "/incidents/?ordering=-changed"


class HomePage(Page):
    template_name = "home.html"

    def get_context_data(self, **context) -> dict[str, Any]:
        incidents = [document_of(one, self.kinds) for one in self.latest()]
        promises = self.open_promises()
        changes = self.kept("changes", self.changes)
        chronology = self.published(PublishedChronology).order_by("record_id").first()
        refs = refers_to(incidents) | {one.only for one in changes if one.only}
        for line in promises:
            refs |= {line.public_id, *line.refs}
        if chronology:
            refs.add(chronology.public_id)
        reading = Reading(included(refs, moment=self.moment, user=self.request.user), self.moment)
        return super().get_context_data(
            figures=[
                *self.kept("figures", self.incident_figures),
                *self.kept("promises", self.promise_figures),
            ],
            entries=[incident_entry(reading, one) for one in incidents],
            promises=[self.promise(reading, line) for line in promises],
            changes=[change_entry(reading, one) for one in changes],
            chronology=chronology and reading.link(chronology.public_id),
            **context,
        )

    def kept(self, what: str, count) -> list:
        """Return what is counted over everything, which one edition needs only once."""
        return kept(f"home {what}", count, moment=self.moment, user=self.request.user)

    def published(self, model) -> QuerySet:
        return model.objects.as_of(self.moment.edition).visible_to(self.request.user)

    def latest(self) -> QuerySet:
        rows = self.published(PublishedIncident).with_documents()
        return rows.order_by("-sort_date", "-record_id")[:INCIDENTS_SHOWN]

    def open_promises(self) -> list[PublishedCommitment]:
        """Return the unsettled, those first whose deadline passed the longest ago."""
        rows = self.published(PublishedCommitment).filter(settled="").with_documents()
        return list(rows.order_by("sort_deadline", "-sort_date", "record_id")[:PROMISES_SHOWN])

    def promise(self, reading: Reading, line: PublishedCommitment) -> dict:
        document = document_of(line, self.kinds)
        row = next(one for one in document["commitments"] if one["key"] == line.number)
        told = commitment(reading, document, row, self.moment.on)
        return told | {"notes": [], "followups": []}

    def changes(self) -> list[Change]:
        return newest_changes(self.moment, self.request.user, CHANGES_SHOWN)

    def incident_figures(self) -> list[tuple[str, str]]:
        """Count incidents and the killed: an operation once, and not its parts once more."""
        rows = self.published(PublishedIncident)
        whole = rows.filter(public_id=OuterRef("part_of"))
        once = Q(part_of="") | ~Exists(whole)
        is_open = Q(killed_low__isnull=False, killed_high__isnull=True)
        found = rows.aggregate(
            all=Count("pk"),
            first=Min("sort_date", filter=Q(sort_date__gt=date.min)),
            last=Max(Coalesce("date_latest", "date_earliest")),
            low=Sum("killed_low", filter=once, default=0),
            high=Sum(Coalesce("killed_high", "killed_low"), filter=once, default=0),
            open=Count("pk", filter=once & is_open),
            counted=Count("pk", filter=once & Q(killed_low__isnull=False)),
            claimed=Count("pk", filter=Q(claim_status__in=["claimed", "contested"])),
        )
        return incident_figures(found)

    def promise_figures(self) -> list[tuple[str, str]]:
        late = Q(settled="", deadline_latest__lt=self.moment.on)
        found = self.published(PublishedCommitment).aggregate(
            all=Count("pk"),
            overdue=Count("pk", filter=late),
            pending=Count("pk", filter=Q(settled="") & ~late),
            kept=Count("pk", filter=Q(settled__in=["kept", "partly_kept"])),
            broken=Count("pk", filter=Q(settled="broken")),
        )
        states = [
            f"{found[name]} {word}"
            for name, word in (
                ("overdue", "overdue"),
                ("pending", "pending"),
                ("kept", "kept in whole or part"),
                ("broken", "broken"),
            )
        ]
        return [(f"promises, orders and threats: {', '.join(states)}", f"{found['all']:,}")]


def incident_figures(found: dict) -> list[tuple[str, str]]:
    """Say the totals: "83–139", or "83 to at least 139" where any report is open upwards."""
    if not found["all"]:
        return [("incidents", "0")]
    low, high = f"{found['low']:,}", f"{found['high']:,}"
    killed = f"{low} to at least {high}" if found["open"] else f"{low}–{high}"
    same = low == high
    return [
        (f"incidents, {span_words(found['first'], found['last'])}", f"{found['all']:,}"),
        (
            (
                f"people reported killed, by the least and the most that reports say of "
                f"{counted(found['counted'], 'incident', 'incidents')}"
            ),
            (f"at least {low}" if found["open"] else low) if same else killed,
        ),
        ("claimed by somebody", f"{found['claimed']} of {found['all']:,}"),
    ]


def span_words(first: date | None, last: date | None) -> str:
    """Say from when to when: "December 2019 – November 2021"."""
    if first is None:
        return "dates not known"
    start, end = f"{first:%B %Y}", f"{last or first:%B %Y}"
    return start if start == end else f"{start} – {end}"


def change_entry(reading: Reading, change: Change) -> dict:
    """Return what `components/entry.html` takes of a change."""
    one, at = change.only, change.edition.published_at
    title = reading.names.get(one, {"name": None})["name"] or _told(change)
    return {
        "url": f"{page_of(one)}history/" if one else CHANGED_URL,
        "title": title,
        "lang": "",
        "date": {"text": f"{at:%-d %b %Y}", "iso": f"{at:%Y-%m-%d}"},
        "span": "day",
        "place": f"Edition {change.edition.number}",
        "tolls": [],
        "statuses": [],
        "text": change.reason,
    }


def _told(change: Change) -> str:
    told = "withdrawn" if change.withdrawn else "published"
    if change.only:
        return f"{change.only} was {told}"
    many = counted(change.records, "record", "records")
    return f"{capital(many) if change.are_all else f'More than {many}'} {told} together"
