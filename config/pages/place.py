"""The page of one place: its names and whose they are, what it lies in, what happened there."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Q

from actors.countries import country_name
from actors.views import lang_tag
from incidents.definitions import VOCABULARIES
from incidents.entries import incident_entry, refers_to
from incidents.models import PublishedIncident, PublishedPlace
from ledger.foot import foot_of
from ledger.pages import Page
from ledger.reading import document_of, find, included
from sources.reading import LANGUAGES, Reading
from sources.rivals import also_said
from timeline.lines import line_of, named_in
from timeline.models import PublishedEvent

SHOWN = 20
PARTS_SHOWN = 60


class PlacePage(Page):
    """A place, and the incidents and events in it or in any part of it."""

    template_name = "places/detail.html"
    section = "incidents"

    def get_context_data(self, public_id: str, **address) -> dict[str, Any]:
        asked = {"moment": self.moment, "user": self.request.user}
        row = find(public_id, **asked)
        document = document_of(row, self.kinds)
        places = list(
            self.published(PublishedPlace)
            .filter(within__contains=[public_id])
            .order_by("sort_name", "record_id")[: PARTS_SHOWN + 1]
        )
        incidents, count = self.incidents(public_id)
        events = self.events(public_id)
        within = self.within(public_id, places, document)
        named = {public_id, *row.refs, *within, *refers_to(incidents)}
        for event in events:
            named |= named_in(event)
        reading = Reading(included(named, **asked), self.moment)
        return super().get_context_data(
            **address,
            place=document,
            kicker=kicker(document),
            names=[name_row(reading, one) for one in document["names"]],
            within=[reading.link(one) for one in within],
            where=where_words(document),
            particulars=particulars(reading, document),
            inside=[
                {"name": one.name, "url": reading.url(one.public_id)}
                for one in places
                if one.public_id != public_id
            ],
            incidents=[incident_entry(reading, one) for one in incidents],
            count=count,
            events=[line_of(reading, one) for one in events],
            sources=reading.sources(),
            foot=foot_of(row, self.moment, self.request),
        )

    def published(self, model):
        return model.objects.as_of(self.moment.edition).visible_to(self.request.user)

    def inside(self, public_id: str) -> ArraySubquery:
        """Return the ids of the place and of all that lie in it, as an array."""
        places = self.published(PublishedPlace).filter(within__contains=[public_id])
        return ArraySubquery(places.values("public_id"))

    def incidents(self, public_id: str) -> tuple[list[dict], int]:
        rows = self.published(PublishedIncident).filter(places__overlap=self.inside(public_id))
        newest = rows.with_documents().order_by("-sort_date", "-record_id")[:SHOWN]
        return [document_of(one, self.kinds) for one in newest], rows.count()

    def events(self, public_id: str) -> list[dict]:
        places = self.published(PublishedPlace).filter(within__contains=[public_id])
        there = Q(place__in=places.values("public_id"))
        rows = self.published(PublishedEvent).filter(there).with_documents()
        newest = rows.order_by("-sort_date", "-record_id")[:SHOWN]
        return [document_of(one, self.kinds) for one in newest]

    def within(self, public_id: str, places: list[PublishedPlace], document: dict) -> list[str]:
        """List what the place lies in, nearest first."""
        own = next((one.within for one in places if one.public_id == public_id), [])
        wider = [one for one in own if one not in (public_id, *document["parents"])]
        return [*document["parents"], *wider]


def kicker(document: dict) -> list[dict]:
    term = VOCABULARIES["place_type"].term(document["type"], "kicker")
    country = document["country"]
    return [{"term": term}, *([{"text": country_name(country)}] if country else [])]


def name_row(reading: Reading, row: dict) -> dict:
    """Return one row of the table of names: the name, its language, and who calls it so."""
    language = row["language"]
    return {
        "text": row["text"],
        "lang": lang_tag(language, "Arab" if not row["text"].isascii() else "Latn")
        if language in ("ar", "fa")
        else language or "",
        "language": LANGUAGES.get(language, language) if language else "",
        "used_by": reading.says(row["used_by"]) if row["used_by"] else "",
        "preferred": row["preferred"],
        "notes": reading.notes(row["citations"], "a name", side=False),
    }


def where_words(document: dict) -> str:
    """Say the coordinates and how exact they are."""
    latitude, longitude = document["latitude"], document["longitude"]
    if latitude is None:
        return "No coordinates are recorded."
    exact = VOCABULARIES["precision"].definitions.get(document["precision"], "")
    north, east = ("north" if latitude >= 0 else "south"), ("east" if longitude >= 0 else "west")
    return f"{abs(latitude):.4f}° {north}, {abs(longitude):.4f}° {east}. {exact}"


def particulars(reading: Reading, document: dict) -> list[dict]:
    disputed = "Which country it belongs to is disputed." if document["country_disputed"] else ""
    said = [
        ("Country", disputed, []),
        ("Note", document["note"], document["citations"]),
    ]
    rows = [
        {"term": term, "text": text, "notes": reading.notes(cited, term.lower(), side=False)}
        for term, text, cited in said
        if text
    ]
    return [*rows, *also_said(document, reading)]
