"""The list of actors."""

from itertools import groupby
from typing import Any

from ledger.facets import facets
from ledger.narrowing import facet_links, sentence, sort_links
from ledger.pages import ListPage
from ledger.reading import document_of
from ledger.wording import capital
from sources.reading import LANGUAGES, Reading

from .countries import country_name
from .definitions import VOCABULARIES
from .exports import TAKEAWAY
from .filters import ActorFilter
from .phrases import PHRASES
from .questions import ActorQuestions

SORTS = {"name": "name", "-changed": "last changed"}
OTHER_NAMES_SHOWN = 6
NOTHING = {
    "title": "No actor matches.",
    "text": "Names are met in every script and spelling; try one word of a name, or remove a part "
    "of the sentence above.",
    "links": [],
}


class ActorList(ListPage):
    """Actors by name, each with its names in every script."""

    template_name = "actors/list.html"
    section = "actors"
    filters = ActorFilter
    takeaway = TAKEAWAY
    limit = 100

    def get_context_data(self, **context) -> dict[str, Any]:
        reading = Reading({}, self.moment)
        documents = [document_of(row, self.kinds) for row in self.listing.rows]
        counts = facets(self.listing, list(ActorFilter.facets))
        count = self.count_text("actor", "actors")
        return super().get_context_data(
            sentence=sentence(self.listing, count, PHRASES),
            facets=facet_links(self.listing, counts, ActorFilter.facets, PHRASES),
            questions=ActorQuestions.about(self.listing),
            sorts=sort_links(self.listing, SORTS),
            parts=self.parts(reading, documents),
            page=self.pagination(f"{len(documents)} of {count}"),
            empty=NOTHING,
            **context,
        )

    def parts(self, reading: Reading, documents: list[dict]) -> list[dict]:
        """Part the actors by the first letter of their names, where they are sorted by name."""
        if self.listing.ordering != "name":
            entries = [actor_entry(reading, one) for one in documents]
            return [{"heading": "Last changed", "entries": entries}] if entries else []
        letters = zip(
            (row.sort_name[:1].upper() for row in self.listing.rows), documents, strict=True
        )
        return [
            {"heading": letter or "—", "entries": [actor_entry(reading, one) for _, one in group]}
            for letter, group in groupby(letters, key=lambda pair: pair[0])
        ]


def actor_entry(reading: Reading, document: dict) -> dict:
    """Return one line of the index of actors."""
    others = [one for one in document["names"] if one["text"] != document["name"]]
    return {
        "url": reading.url(document["id"]),
        "title": document["name"],
        "names": [name_of(one) for one in others[:OTHER_NAMES_SHOWN]],
        "more": max(0, len(others) - OTHER_NAMES_SHOWN),
        "facts": kind_and_country(document),
    }


def kind_and_country(document: dict) -> list[str]:
    """Say what an actor is and where: ["Militia", "Iraq"]."""
    kind = VOCABULARIES["actor_type"].words[document["type"]]
    country = document["country"]
    return [capital(kind), *([country_name(country)] if country else [])]


def name_of(name: dict) -> dict:
    """Return a name with what a browser needs to set it: `{"text", "lang"}`."""
    language, script = name["language"] or "", name["script"] or ""
    plain = not language or not script or "-" in language
    return {"text": name["text"], "lang": language if plain else lang_tag(language, script)}


def lang_tag(language: str, script: str) -> str:
    """Name the script too where it is not the language's own (BCP 47): "ar-Latn"."""
    usual = {"ar": "Arab", "fa": "Arab", "en": "Latn", "he": "Hebr", "ru": "Cyrl"}
    return language if usual.get(language, script) == script else f"{language}-{script}"


def language_words(name: dict) -> str:
    language, script = name["language"], name["script"]
    said = [LANGUAGES.get(language, language), script and f"{SCRIPTS.get(script, script)} script"]
    return ", ".join(filter(None, said))


SCRIPTS = {"Arab": "Arabic", "Latn": "Latin", "Hebr": "Hebrew", "Cyrl": "Cyrillic"}
