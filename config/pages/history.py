"""How a record stood: its publications, each compared with the one before. For every kind."""

import json

from ledger.addresses import PATHS, page_of
from ledger.identity import KINDS as KIND_OF_LETTER
from ledger.models import Publication
from ledger.pages import Page
from ledger.reading import NotPublished, included
from sources.reading import Reading

from .comparison import changes, records_in

SECTIONS = {
    "incident": "incidents",
    "actor": "actors",
    "source": "sources",
    "dataset": "datasets",
}


class RecordHistory(Page):
    """What the two pages share: the publications of one record that the reader may see."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.section = SECTIONS.get(KIND_OF_LETTER.get(kwargs["public_id"][0], ""), "timeline")

    def publications(self, word: str, public_id: str):
        """Return them in order, as far as the moment that is read; NotPublished for none."""
        kind = KIND_OF_LETTER.get(public_id[0], "")
        found = Publication.objects.filter(
            record__public_id=public_id, edition_id__lte=self.moment.edition
        ).order_by("number")
        if PATHS.get(kind) != word:
            raise NotPublished(f"There is no record {public_id} among the {word}.")
        return found.visible_to(self.request.user).select_related("edition")

    def name(self, public_id: str) -> str:
        names = included([public_id], moment=self.moment, user=self.request.user)
        return _called(names, public_id)

    def document(self, public_id: str, publication: Publication) -> dict | None:
        """Return a publication's document in today's format; None where it was withdrawn."""
        if publication.withdrawn:
            return None
        kind = self.kinds[KIND_OF_LETTER[public_id[0]]]
        return kind.todays_document(json.loads(publication.document), publication.format)


class HistoryPage(RecordHistory):
    """Every publication of a record: when, why, and the way to what changed."""

    template_name = "history/list.html"

    def get_context_data(self, kinds_word: str, public_id: str, **address):
        found = list(self.publications(kinds_word, public_id).defer("document"))
        if not found:
            raise NotPublished(f"There is no record {public_id}.")
        return super().get_context_data(
            **address,
            public_id=public_id,
            name=self.name(public_id),
            url=page_of(public_id, self.moment),
            publications=[_line(one, kinds_word, public_id) for one in reversed(found)],
        )


class PublicationPage(RecordHistory):
    """One publication of a record, and what it changed of the one before."""

    template_name = "history/detail.html"

    def get_context_data(self, kinds_word: str, public_id: str, number: str, **address):
        wanted = (int(number) - 1, int(number), int(number) + 1)
        found = {
            one.number: one
            for one in self.publications(kinds_word, public_id).filter(number__in=wanted)
        }
        if int(number) not in found:
            raise NotPublished(f"{public_id} has no publication {number}.")
        before, this, after = (found.get(one) for one in wanted)
        context = super().get_context_data(
            **address,
            public_id=public_id,
            **_line(this, kinds_word, public_id),
            **self.comparison(public_id, before, this),
            before=before and _line(before, kinds_word, public_id),
            after=after and _line(after, kinds_word, public_id),
            history_url=f"/{kinds_word}/{public_id}/history/",
        )
        context["as_of"] = _banner(this, public_id)
        return context

    def comparison(self, public_id: str, before: Publication | None, this: Publication) -> dict:
        """Say what changed: fields, or that it was first published, or withdrawn, or came back."""
        old = before and self.document(public_id, before)
        new = self.document(public_id, this)
        names = included(
            records_in([old, new]) | {public_id}, moment=self.moment, user=self.request.user
        )
        reading = Reading(names, self.moment)
        found = changes(old, new, reading.name) if old and new else []
        return {"changes": found, "compared": bool(old and new), "name": _called(names, public_id)}


def _line(publication: Publication, word: str, public_id: str) -> dict:
    """Return what both pages show of a publication."""
    edition = publication.edition
    return {
        "number": publication.number,
        "edition": edition.number,
        "date": f"{edition.published_at:%-d %B %Y}",
        "time": f"{edition.published_at:%H:%M} UTC",
        "iso": edition.published_at.isoformat(),
        "reason": publication.reason or "No reason was given.",
        "withdrawn": publication.withdrawn,
        "url": f"/{word}/{public_id}/history/{publication.number}/",
        "whole_url": f"/{word}/{public_id}/?as_of=edition:{edition.number}",
    }


def _banner(publication: Publication, public_id: str) -> dict:
    edition = publication.edition
    return {
        "text": f"{edition.published_at:%-d %B %Y, %H:%M UTC} (edition {edition.number})",
        "now_url": page_of(public_id),
        "changed": "",
        "diff_url": "",
    }


def _called(names: dict[str, dict], public_id: str) -> str:
    return names[public_id]["name"] or f"{public_id} (not public)"
