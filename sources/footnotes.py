"""Footnotes: sources numbered in the order in which a page first cites them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ledger.prose import BRACKET, read_bracket


class Use(NamedTuple):
    """One place that cites a source: the id of the reference, and what it supports."""

    ref: str
    text: str


class Footnotes:
    """Gives notes as `components/footnotes.html` takes them, and keeps what cites what.

    `names` are the briefs of sources by id, as `ledger.reading.included` returns them.
    """

    def __init__(self, names: Mapping[str, dict]):
        self._names = names
        self._uses: dict[str, list[Use]] = {}

    def notes(self, citations: Iterable[dict], use: str, *, side: bool = True) -> list[dict]:
        """Return a note a citation, in the order of numbers.

        `side`: a source's first note also stands in the margin.
        """
        once = {(one["source"], one.get("locator")): one for one in citations}
        notes = [self._note(source, locator, use, side) for source, locator in once]
        return sorted(notes, key=lambda note: note["number"])

    def prose(self, text: str, use: str) -> list[list[dict]]:
        """Split prose into paragraphs of bits `{"text", "notes"}`, ending where it cites.

        Brackets that follow one another make one group of notes: "[R1] [R2 p. 4]".
        """
        paragraphs = [part.strip() for part in text.replace("\r", "").split("\n\n")]
        return [self._bits(part, use) for part in paragraphs if part]

    def numbered(self) -> list[tuple[int, str, list[Use]]]:
        """List (number, source id, its uses) in the order of numbers."""
        return [
            (number, source, uses) for number, (source, uses) in enumerate(self._uses.items(), 1)
        ]

    def _bits(self, paragraph: str, use: str) -> list[dict]:
        groups = _cited_words(paragraph)
        return [{"text": text, "notes": self.notes(cited, use)} for text, cited in groups]

    def _note(self, source: str, locator: str | None, use: str, side: bool) -> dict:
        uses = self._uses.setdefault(source, [])
        number = list(self._uses).index(source) + 1
        ref = f"ref-{number}-{len(uses) + 1}"
        label = self._label(source, locator)
        uses.append(Use(ref, use))
        return {
            "number": number,
            "id": ref,
            "source_id": f"source-{number}",
            "label": f"Source {number}: {label}",
            "text": label if side and len(uses) == 1 else "",
        }

    def _label(self, source: str, locator: str | None) -> str:
        brief = self._names.get(source, {"name": None})
        who = brief.get("publisher") or brief["name"] or "a source that is not public"
        return ", ".join(part for part in (who, brief.get("published"), locator) if part)


def _cited_words(paragraph: str) -> list[tuple[str, list[dict]]]:
    """Part a paragraph into words and the citations that follow them, [] for its last words."""
    groups: list[tuple[str, list[dict]]] = []
    start = 0
    for found in BRACKET.finditer(paragraph):
        cited = read_bracket(found[1])
        if not cited:
            continue
        words = paragraph[start : found.start()].rstrip()
        if words or not groups:
            groups.append((words, []))
        groups[-1][1].extend({"source": one.source, "locator": one.locator} for one in cited)
        start = found.end()
    rest = paragraph[start:]
    return [*groups, (rest, [])] if rest else groups
