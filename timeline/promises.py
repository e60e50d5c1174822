"""The list of promises: who, to whom, what, by when, what became of it; what is due comes first."""

from datetime import date
from typing import Any

from ledger.facets import facets
from ledger.narrowing import facet_links, ids_asked, sentence, sort_links
from ledger.pages import ListPage
from ledger.reading import document_of, included
from ledger.wording import capital
from sources.reading import Reading

from .exports import TAKEAWAYS
from .filters import CommitmentFilter
from .models import PublishedCommitment
from .phrases import promise_phrases_of
from .questions import PromiseQuestions
from .standing import commitment_state
from .telling import commitment

SORTS = {"deadline": "what is due", "-date": "newest first", "date": "oldest first"}
FACETS = {name: CommitmentFilter.facets[name] for name in ("state", "promisor", "type", "obliged")}
FIGURES = {
    "overdue": ("overdue",),
    "pending": ("pending",),
    "kept, whole or in part": ("kept", "partly_kept"),
    "broken": ("broken",),
    "settled otherwise": ("withdrawn", "superseded", "not_triggered", "contested"),
}
NOTHING = {
    "title": "No promise matches.",
    "text": "Remove a part of the sentence above, or look for the promise in the timeline by the "
    "day on which it was given.",
    "links": [],
}


class PromiseList(ListPage):
    """Promises, ultimatums, threats and orders, and where each stands on the day that is read."""

    template_name = "timeline/promises.html"
    section = "promises"
    filters = CommitmentFilter
    takeaway = TAKEAWAYS["commitments"]
    limit = 100

    def get_context_data(self, **context) -> dict[str, Any]:
        listing = self.listing
        counts = facets(listing, list(FACETS))
        told = [self.told(row) for row in listing.rows]
        reading = self.read(counts)
        phrases = promise_phrases_of(reading)
        count = self.count_text("promise", "promises")
        parts = self.parts(reading, told)
        return super().get_context_data(
            sentence=sentence(listing, count, phrases),
            figures=figures(counts["state"]),
            facets=facet_links(listing, counts, FACETS, phrases),
            questions=PromiseQuestions.about(listing),
            sorts=sort_links(listing, SORTS),
            parts=parts,
            sources=reading.sources(),
            page=self.pagination(f"{len(told)} of {count}"),
            query=listing.changed(),
            empty=NOTHING,
            **context,
        )

    def told(self, row: PublishedCommitment) -> tuple[dict, dict]:
        """Return the document of a line's statement, and the commitment in it."""
        document = document_of(row, self.kinds)
        return document, next(one for one in document["commitments"] if one["key"] == row.number)

    def read(self, counts: dict[str, list[dict]]) -> Reading:
        """Return the reading of whole statements: sources too, for they are cited."""
        named = ids_asked(self.listing, counts)
        for row in self.listing.rows:
            named |= {row.public_id, *row.refs}
        names = included(named, moment=self.moment, user=self.request.user)
        return Reading(names, self.moment)

    def parts(self, reading: Reading, told: list[tuple[dict, dict]]) -> list[dict]:
        """Part promises by whether they are due, open or settled, unless sorted by date."""
        on = self.moment.on
        groups: dict[str, list] = {"Overdue": [], "Pending": [], "Settled": []}
        for document, row in told:
            groups[heading(row, on)].append((document, row))
        groups["Settled"].sort(key=lambda pair: settled_on(pair[1], on), reverse=True)
        if self.listing.ordering != "deadline":
            groups = {capital(SORTS[self.listing.ordering]): told}
        return [
            {
                "heading": title,
                "promises": [commitment(reading, document, row, on) for document, row in group],
            }
            for title, group in groups.items()
            if group
        ]


def heading(row: dict, on: date) -> str:
    """Name the group of a commitment."""
    state = commitment_state(row, on=on)["state"]
    return capital(state) if state in ("overdue", "pending") else "Settled"


def settled_on(row: dict, on: date) -> str:
    """Return the ISO day of what settled a commitment, "" where it is not known."""
    since = commitment_state(row, on=on)["since"]
    return (since and (since["latest"] or since["earliest"])) or ""


def figures(states: list[dict]) -> list[dict]:
    """Count the promises by where they stand: `{"value", "text"}`, groups without any left out."""
    counts = {one["value"]: one["count"] for one in states}
    found = {text: sum(counts.get(state, 0) for state in group) for text, group in FIGURES.items()}
    return [{"value": f"{number:,}", "text": text} for text, number in found.items() if number]
