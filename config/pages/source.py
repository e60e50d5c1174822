"""The page of one source: what it is, and everything that rests on it."""

from itertools import groupby
from typing import Any

from django.db.models import Count

from config.vocabulary import KIND_WORDS
from ledger.filters import BadParameters
from ledger.foot import foot_of
from ledger.models import PublishedRecord
from ledger.pages import Page
from ledger.reading import document_of, find, included
from ledger.wording import capital, counted, listed
from sources.definitions import VOCABULARIES
from sources.reading import LANGUAGES, Reading, span_of

from .resting import resting_words

SHOWN = 200
KINDS_RESTING = (
    "incident",
    "event",
    "statement",
    "actor",
    "place",
    "chronology",
    "link",
    "dataset",
)


class SourcePage(Page):
    """Everything known of a source, and each record of which something rests on it."""

    template_name = "sources/detail.html"
    section = "sources"
    parameters = ("as_of", "kind")

    def get_context_data(self, public_id: str, **address) -> dict[str, Any]:
        asked = {"moment": self.moment, "user": self.request.user}
        row = find(public_id, **asked)
        document = document_of(row, self.kinds)
        referring = self.referring_to(public_id)
        counts = dict(referring.values_list("kind").annotate(Count("pk")).order_by())
        rows = self.shown(referring)
        links = {id_ for one in rows if one.kind == "link" for id_ in one.refs}
        names = included({document["derived_from"] or public_id, *links}, **asked)
        reading = Reading(names, self.moment)
        deriving = [one for one in rows if one.brief.get("derived_from") == public_id]
        return super().get_context_data(
            **address,
            source=document,
            kicker=kicker(document),
            particulars=particulars(reading, document),
            captures=[captured(one) for one in document["captures"]],
            deriving=[reading.link(one.public_id) | {"name": one.label} for one in deriving],
            summary=rests_words({kind: counts.get(kind, 0) for kind in KINDS_RESTING}),
            parts=self.parts(reading, rows, public_id, counts),
            kind=self.request.GET.get("kind", ""),
            foot=foot_of(row, self.moment, self.request),
        )

    def referring_to(self, public_id: str):
        rows = PublishedRecord.objects.as_of(self.moment.edition).visible_to(self.request.user)
        return rows.referring_to(public_id)

    def shown(self, referring) -> list[PublishedRecord]:
        """Return the newest records of all kinds, or of the one that `kind` asks for."""
        kind = self.request.GET.get("kind", "")
        if kind and kind not in (*KINDS_RESTING, "source"):
            raise BadParameters({"kind": f"Give one of: {', '.join(KINDS_RESTING)}."})
        rows = referring.filter(kind=kind) if kind else referring
        return list(rows.with_documents().order_by("-sort_date", "-record_id")[:SHOWN])

    def parts(
        self, reading: Reading, rows: list[PublishedRecord], public_id: str, counts: dict
    ) -> list[dict]:
        """Part the records by kind; `more` says how many of a kind are not shown."""
        resting = [one for one in rows if one.kind in KINDS_RESTING]
        resting.sort(key=lambda one: KINDS_RESTING.index(one.kind))
        parts = []
        for kind, group in groupby(resting, key=lambda one: one.kind):
            entries = [self.entry(reading, one, public_id) for one in group]
            parts.append(
                {
                    "kind": kind,
                    "heading": capital(KIND_WORDS[kind][1]),
                    "entries": entries,
                    "more": counts[kind] - len(entries),
                }
            )
        return parts

    def entry(self, reading: Reading, row: PublishedRecord, public_id: str) -> dict:
        document = document_of(row, self.kinds)
        when = document.get("date")
        return {
            "url": link_url(reading, document)
            if row.kind == "link"
            else reading.url(row.public_id),
            "title": link_title(reading, document) if row.kind == "link" else row.label,
            "lang": "",
            "date": reading.date(when, short=True) if when else {"text": "", "iso": ""},
            "span": span_of(when) if when else "",
            "place": "",
            "tolls": [],
            "statuses": [],
            "text": capital(resting_words(document, public_id)),
        }


def link_title(reading: Reading, document: dict) -> str:
    from_, to = (reading.name(document[end]) for end in ("cause", "effect"))
    return f"{from_} → {to}"


def link_url(reading: Reading, document: dict) -> str:
    """A link has no page of its own: it stands on the pages of what it joins."""
    return reading.url(document["cause"])


def kicker(document: dict) -> list[dict]:
    term = VOCABULARIES["source_type"].term(document["type"], "kicker")
    said = [document["publisher"], document["published"] and document["published"]["text"]]
    return [{"term": term}, *({"text": one} for one in said if one)]


def particulars(reading: Reading, document: dict) -> list[dict]:
    """List what is known of a source; what is not known of everything that matters says so."""
    published, language = document["published"], document["language"]
    derived = document["derived_from"]
    grade = document["reliability"]
    rows = [
        {"term": "Publisher", "text": document["publisher"] or "not known"},
        {"term": "Author", "text": document["author"]},
        {"term": "Published", "text": published["text"] if published else "date not known"},
        {"term": "Language", "text": language and LANGUAGES.get(language, language)},
        {"term": "Reliability", "status": VOCABULARIES["reliability"].term(grade, "grade")},
        {"term": "Repeats", "link": reading.link(derived)} if derived else {},
        {"term": "Address", "address": document["address"] or ""},
        {"term": "Note", "text": document["note"]},
    ]
    return [
        row for row in rows if any(row.get(one) for one in ("text", "status", "link", "address"))
    ]


def captured(capture: dict) -> dict:
    """Say of an archived copy when it was made and how it can be checked."""
    accessed = capture["accessed_at"]
    return {
        "address": capture["address"] or "",
        "accessed": accessed[:10] if accessed else "",
        "sha256": capture["sha256"] or "",
    }


def rests_words(counts: dict[str, int]) -> str:
    """Say how much rests on the source: "Two incidents and one event rest on it"."""
    said = [counted(number, *KIND_WORDS[kind]) for kind, number in counts.items() if number]
    if not said:
        return ""
    verb = "rests" if sum(counts.values()) == 1 else "rest"
    return f"{capital(listed(said))} {verb} on it, in the parts that are named."
