"""The reading of pages on which sources speak for themselves."""

from ledger.identity import kind_of
from sources.reading import Reading


class SpeakingReading(Reading):
    """A reading that calls a source which says something by its publisher, not by its title."""

    def who(self, who: dict | None, *, role: str = "", on: dict | None = None) -> dict | None:
        named = super().who(who, role=role, on=on)
        if named and who["record"] and kind_of(who["record"]) == "source":
            return named | {"name": self._source(who["record"])["name"]}
        return named
