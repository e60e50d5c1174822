"""The page of the timeline."""

from typing import Any

from ledger.facets import facets
from ledger.models import PublishedRecord
from ledger.narrowing import facet_links, ids_asked, sentence, sort_links
from ledger.pages import ListPage
from ledger.reading import document_of, included
from sources.reading import Reading

from .exports import TAKEAWAYS
from .lines import line_of, named_in
from .months import laid_out
from .phrases import timeline_phrases_of
from .questions import TimelineQuestions
from .sequence import Step, Window, promises_of, threads_of, with_promises
from .threads import Weave
from .timeline_filter import TimelineFilter

STATEMENTS_READ = 200
UNDATED_SHOWN = 60
NO_DATE = {"text": "", "iso": ""}  # the heading above says it
SORTS = {"date": "oldest first", "-date": "newest first"}
KINDS_LEGEND = [
    {"value": "incident", "word": "attack"},
    {"value": "event", "word": "event"},
    {"value": "statement", "word": "statement"},
    {"value": "promise", "word": "promise, deadline or outcome"},
]
NOTHING_HAPPENED = {
    "title": "Nothing in the record matches.",
    "text": "Remove a part of the sentence above, or ask for a longer time.",
    "links": [],
}


class TimelinePage(ListPage):
    """Incidents, events and statements in one sequence, with promises as threads beside it."""

    template_name = "timeline/timeline.html"
    section = "timeline"
    filters = TimelineFilter
    takeaway = TAKEAWAYS["timeline"]
    limit = 60

    def get_context_data(self, **context) -> dict[str, Any]:
        listing = self.listing
        window = Window.of(listing)
        documents, undated, statements = map(
            self.documents, (listing.rows, self.undated(), self.promising(window))
        )
        counts = facets(listing, list(self.filters.facets))
        reading = self.read([*documents, *undated, *statements], ids_asked(listing, counts))
        promises = promises_of(statements, self.moment.on)
        steps = with_promises(self.steps(reading, documents), promises, window, reading)
        weave = Weave(threads_of(steps, promises, window))
        phrases = timeline_phrases_of(reading)
        count = self.count_text("dated record", "dated records")
        return super().get_context_data(
            sentence=sentence(listing, count, phrases),
            facets=facet_links(listing, counts, self.filters.facets, phrases),
            questions=TimelineQuestions.about(listing),
            sorts=sort_links(listing, SORTS),
            legend=KINDS_LEGEND,
            rows=laid_out(steps, weave, newest_first=listing.ordering.startswith("-")),
            left_out=weave.left_out,
            undated=[line_of(reading, one) | {"date": NO_DATE} for one in undated[:UNDATED_SHOWN]],
            undated_more=len(undated) > UNDATED_SHOWN,
            page=self.pagination(f"{len(documents)} of {count}"),
            empty=NOTHING_HAPPENED,
            **context,
        )

    def undated(self) -> list[PublishedRecord]:
        """Return what has no date, for the last page alone."""
        if self.listing.next:
            return []
        return list(self.listing.filters.undated().with_documents()[: UNDATED_SHOWN + 1])

    def promising(self, window: Window) -> list[PublishedRecord]:
        """Return the newest statements with promises that were made before the page's end."""
        made = self.listing.filters.promises().filter(sort_date__lte=window.last)
        return list(made.with_documents().order_by("-sort_date", "-record_id")[:STATEMENTS_READ])

    def documents(self, rows: list[PublishedRecord]) -> list[dict]:
        return [document_of(row, self.kinds) for row in rows]

    def read(self, documents: list[dict], asked: set[str]) -> Reading:
        """Return the reading of documents of which only a line is shown."""
        named = asked.union(*map(named_in, documents))
        names = included(named, moment=self.moment, user=self.request.user)
        return Reading(names, self.moment)

    def steps(self, reading: Reading, documents: list[dict]) -> list[Step]:
        """Return the page's records in order of time."""
        steps = [
            Step(row.sort_date, row.public_id, document["date"], line_of(reading, document))
            for row, document in zip(self.listing.rows, documents, strict=True)
        ]
        return steps[::-1] if self.listing.ordering.startswith("-") else steps
