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
        """Return a note a citation. `side`: a source's first note also stands in the margin."""
        once = {(one["source"], one.get("locator")): one for one in citations}
        return [self._note(source, locator, use, side) for source, locator in once]

    def prose(self, text: str, use: str) -> list[list[dict]]:
        """Split prose into paragraphs of bits `{"text", "notes"}`, ending where it cites."""
        paragraphs = [part.strip() for part in text.replace("\r", "").split("\n\n")]
        return [self._bits(part, use) for part in paragraphs if part]

    def numbered(self) -> list[tuple[int, str, list[Use]]]:
        """List (number, source id, its uses) in the order of numbers."""
        return [
            (number, source, uses) for number, (source, uses) in enumerate(self._uses.items(), 1)
        ]

    def _bits(self, paragraph: str, use: str) -> list[dict]:
        bits, start = [], 0
        for found in BRACKET.finditer(paragraph):
            cited = read_bracket(found[1])
            if cited:
                citations = [{"source": one.source, "locator": one.locator} for one in cited]
                before = paragraph[start : found.start()].rstrip()
                bits.append({"text": before, "notes": self.notes(citations, use)})
                start = found.end()
        return [*bits, {"text": paragraph[start:], "notes": []}]

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
        who = brief.get("publisher") or brief["name"] or "a withdrawn source"
        return ", ".join(part for part in (who, brief.get("published"), locator) if part)
