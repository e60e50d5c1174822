"""What editors read of records where they are chosen, looked up together."""

from collections.abc import Callable, Iterable
from typing import Any

from .models import Record


def named(record: Record) -> str:
    """Return what editors read of a record wherever it is chosen."""
    return f"{record.label or 'untitled'} ({record.kind} {record.public_id})"


def names_of(ids: Iterable[int]) -> dict[int, str]:
    """Return the names of records by id, in one query."""
    found = Record.objects.filter(pk__in=set(ids)).only("label", "public_id")
    return {record.pk: named(record) for record in found}


class LookedUp:
    """What the rows of one form ask of the database, asked once for all of them.

    The names of records are looked up when the first is shown: what is `wanted` by then, together.
    """

    def __init__(self):
        self.wanted: set[int] = set()
        self.names: dict[int, str] = {}
        self.answers: dict[str, Any] = {}

    def names_of(self, ids: Iterable[int]) -> dict[int, str]:
        """Return the names of records by id; without those of which there is no record."""
        ids = list(ids)
        if missing := (self.wanted | set(ids)) - self.names.keys():
            self.names |= dict.fromkeys(missing, "") | names_of(missing)
        return {one: self.names[one] for one in ids if self.names[one]}

    def once(self, question: str, ask: Callable[[], Any]) -> Any:
        """Return the answer to a question, which is asked at its first time."""
        if question not in self.answers:
            self.answers[question] = ask()
        return self.answers[question]
