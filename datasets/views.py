"""The list of datasets, and the page of one."""

from typing import Any

from ledger.addresses import page_of
from ledger.foot import foot_of
from ledger.moments import Moment
from ledger.narrowing import Phrase, sentence, sort_links
from ledger.pages import ListPage, Page
from ledger.reading import document_of, find
from ledger.wording import capital, counted

from .counting import counted_by_dataset, counted_by_year, finished_runs, incidents_of
from .exports import TAKEAWAY
from .filters import DatasetFilter
from .telling import codes

SORTS = {"name": "title", "-changed": "last change"}
PHRASES = {"q": Phrase("saying", "“{}”".format)}
NOTHING = {
    "title": "No dataset is shown here.",
    "text": "Datasets that may not be passed on are shown to the signed in alone.",
    "links": [],
}
DONE = {
    "new": ("row added", "rows added"),
    "changed": ("row changed", "rows changed"),
    "returned": ("row came back", "rows came back"),
    "withdrawn": ("row no longer there", "rows no longer there"),
}
CLOSED = "For members only: it may not be passed on."
RUNS_SHOWN = 50


class DatasetList(ListPage):
    """Datasets with their terms, and how many of their rows the reader may see."""

    template_name = "datasets/list.html"
    section = "datasets"
    filters = DatasetFilter
    takeaway = TAKEAWAY

    def get_context_data(self, **context) -> dict[str, Any]:
        documents = [document_of(row, self.kinds) for row in self.listing.rows]
        ids = [one["id"] for one in documents]
        counts = counted_by_dataset(incidents_of(ids, moment=self.moment, user=self.request.user))
        imported = last_imports(ids, self.moment)
        count = self.count_text("dataset", "datasets")
        return super().get_context_data(
            sentence=sentence(self.listing, count, PHRASES),
            sorts=sort_links(self.listing, SORTS),
            heading=f"By {SORTS[self.listing.ordering]}, with the day of the last import",
            entries=[
                entry(self.moment, one, counts.get(one["id"], 0), imported.get(one["id"]))
                for one in documents
            ],
            page=self.pagination(f"{len(documents)} of {count}"),
            empty=NOTHING,
            **context,
        )


class DatasetPage(Page):
    """What a dataset is, under which terms, which releases of it are here, and its rows by year."""

    template_name = "datasets/detail.html"
    section = "datasets"

    def get_context_data(self, public_id: str, **address) -> dict[str, Any]:
        asked = {"moment": self.moment, "user": self.request.user}
        row = find(public_id, **asked)
        document = document_of(row, self.kinds)
        years = counted_by_year(incidents_of([public_id], **asked))
        total = sum(one["rows"] for one in years)
        runs = finished_runs(moment=self.moment).filter(dataset=row.record_id)[:RUNS_SHOWN]
        return super().get_context_data(
            **address,
            dataset=document,
            codes=codes(document["format"]),
            years=[year_row(one) for one in years],
            total=total,
            total_words=incidents_words(total),
            releases=[release(run) for run in runs],
            source_url=f"/sources/{document['source']}/",
            foot=foot_of(row, self.moment, self.request),
        )


def last_imports(public_ids: list[str], moment) -> dict:
    """Return the day of the last import of each dataset."""
    runs = finished_runs(moment=moment).filter(dataset__public_id__in=public_ids).order_by("id")
    return dict(runs.values_list("dataset__public_id", "published_at"))


def entry(moment: Moment, document: dict, rows: int, imported) -> dict:
    """Return what `components/entry.html` takes of a dataset's document."""
    facts = [
        document["publisher"],
        document["release"] and f"release {document['release']}",
        document["licence"] or "licence not stated",
        incidents_words(rows),
    ]
    return {
        "url": page_of(document["id"], moment),
        "title": document["title"],
        "lang": "",
        "date": {"text": f"{imported:%-d %b %Y}", "iso": f"{imported:%Y-%m-%d}"}
        if imported
        else {"text": "not imported", "iso": ""},
        "span": "day" if imported else "unknown",
        "place": " · ".join(filter(None, facts)),
        "tolls": [],
        "statuses": [],
        "text": "" if document["redistributable"] else f"{CLOSED} {document['terms'] or ''}",
    }


def incidents_words(rows: int) -> str:
    """Say how many there are: "three incidents", "7,473 incidents"."""
    return counted(rows, "incident", "incidents") if rows < 10 else f"{rows:,} incidents"


def release(run) -> dict:
    """Say of an import what readers may know: never by whom."""
    done = [
        f"{run.counts.get(name, 0):,} {words[run.counts.get(name, 0) != 1]}"
        for name, words in DONE.items()
        if run.counts.get(name)
    ]
    return {
        "release": run.release,
        "edition": run.edition_id,
        "on": f"{run.published_at:%-d %B %Y}",
        "read": f"{run.counts.get('read', 0):,}",
        "done": capital(", ".join(done)) or "Nothing changed",
    }


def year_row(found: dict) -> dict:
    """Say the figures of a year; what no row states is "not given"."""
    named = {name: found[name] for name in ("best", "low", "high")}
    return {
        "year": found["year"] if found["dated"] else None,
        "rows": f"{found['rows']:,}",
        **{name: "not given" if one is None else f"{one:,}" for name, one in named.items()},
    }
