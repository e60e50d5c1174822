"""A vocabulary as readers meet it: each value with its word and its definition."""

from collections.abc import Mapping
from dataclasses import dataclass

from .wording import capital


@dataclass(frozen=True)
class Vocabulary:
    """A closed list of words. `words` and `definitions` are by value."""

    name: str
    title: str
    words: Mapping[str, str]
    definitions: Mapping[str, str]

    def term(self, value: str, place: str) -> dict:
        """Return what `components/term.html` takes; `place` makes its id one on the page."""
        return {
            "id": f"term-{self.name}-{place}",
            "word": capital(self.words[value]),
            "definition": self.definitions[value],
            "url": f"/about/#{self.name}-{value}",
        }

    def status(self, value: str, place: str = "") -> dict:
        """Return what `components/status.html` takes; with a `place`, its word is defined."""
        status = {"value": value, "word": capital(self.words[value])}
        return status | ({"term": self.term(value, place)} if place else {})
