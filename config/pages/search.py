"""The search over everything, saying which name or which text matched."""

import re
from typing import Any

from config.search import EverythingFilter, found
from config.vocabulary import KIND_WORDS
from ledger.facets import facets
from ledger.folding import fold
from ledger.narrowing import Phrase, facet_links, sentence
from ledger.nearest import nearest
from ledger.pages import ListPage
from ledger.prose import BRACKET
from ledger.search import Hit
from ledger.wording import capital
from sources.reading import Reading

WORDS = re.compile(r"\S+|\s+")
TITLE_BEGINS = 60  # letters: what is said again in the title is not shown twice
STEM = 5  # letters: "attacked" and "attacks" are marked for "attack"
PHRASES = {
    "kind": Phrase("among", lambda kind: KIND_WORDS[kind][1]),
    "q": Phrase("saying", "“{}”".format),
}


class SearchPage(ListPage):
    """What was found, the best first; without words, what can be searched."""

    template_name = "search.html"
    section = "search"
    filters = EverythingFilter
    limit = 20

    def get_context_data(self, **context) -> dict[str, Any]:
        q = self.listing.data.get("q", "")
        if not q:
            return super().get_context_data(q="", **context)
        reading = Reading({}, self.moment)
        counts = facets(self.listing, list(self.filters.facets))
        count = self.count_text("record", "records")
        hits = [hit_of(reading, hit, q) for hit in found(self.listing)]
        return super().get_context_data(
            q=q,
            sentence=sentence(self.listing, count, PHRASES),
            facets=facet_links(self.listing, counts, self.filters.facets, PHRASES),
            hits=hits,
            nearest=[] if hits else self.nearest(reading, q),
            page=self.pagination(f"{len(self.listing.rows)} of {count}"),
            kind=", ".join(PHRASES["kind"].word(one) for one in self.kinds_asked()),
            **context,
        )

    def nearest(self, reading: Reading, q: str) -> list[dict]:
        """Return links to the actors and places whose names are near to what found nothing."""
        named = self.listing.filters.records.filter(kind__in=["actor", "place"])
        return [{"name": name, "url": reading.url(one)} for one, name in nearest(named, q)]

    def kinds_asked(self) -> list[str]:
        return [one for one in self.listing.filters.parameters.get("kind", []) if one in KIND_WORDS]


def hit_of(reading: Reading, hit: Hit, q: str) -> dict:
    """Return one line of the results: `title` and `text` as bits, marked where the words are."""
    row = hit.row
    said = BRACKET.sub("", hit.text)
    titled = said.strip("… ")[:TITLE_BEGINS] in row.label
    return {
        "url": reading.url(row.public_id),
        "kind": capital(KIND_WORDS[row.kind][0]),
        "date": row.brief.get("date") or row.brief.get("published") or "",
        "title": marked(row.label, q) if titled else [{"text": row.label, "marked": False}],
        "what": "Also called" if hit.what == "name" else "In the text",
        "text": [] if titled else marked(said, q),
    }


def marked(text: str, q: str) -> list[dict]:
    """Part a text into bits `{"text", "marked"}`, those marked that a search for `q` is met by."""
    stems = tuple(word[:STEM] for word in fold(q).split())
    bits: list[dict] = []
    for piece in WORDS.findall(text):
        met = not piece.isspace() and any(one.startswith(stems) for one in fold(piece).split())
        if bits and bits[-1]["marked"] == met:
            bits[-1]["text"] += piece
        else:
            bits.append({"text": piece, "marked": met})
    return bits
