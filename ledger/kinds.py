"""What the ledger is told about a kind of record. `config/kinds.py` names them all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .models import Exported, Line
from .published import PublishedStates
from .shapes import Shape
from .tallies import Tallied

Around = Mapping[str, Any]


def nothing_around(states: Mapping[str, dict], published: PublishedStates) -> dict[str, Around]:
    """For kinds whose documents follow from their state alone."""
    return {public_id: {} for public_id in states}


def nothing_depends(
    public_id: str, new: dict | None, old: dict | None, published: PublishedStates
) -> set[str]:
    """For kinds on which no other document rests."""
    return set()


def no_refusals(state: dict) -> list[str]:
    """For kinds whose fields and constraints say all that a state may not say."""
    return []


def publishes_anything(
    public_id: str, state: dict, before: PublishedStates, batch: Mapping[str, dict | None]
) -> list[str]:
    """For kinds that may be published whatever others are."""
    return []


@dataclass(frozen=True)
class Index:
    """A table to filter or to export by: `rows(document, around)` gives a document's lines, if any.

    What a line says beyond its document (`shared_columns` of `ledger.indexing`) is not theirs.
    """

    model: type[Line] | type[Exported]
    rows: Callable[[dict, Around], list[dict]]


@dataclass(frozen=True)
class Kind:
    """A kind of record, from its tables to what readers find.

    `label(state)` and `names(state)` are for editors; `document(public_id, state, around)` is what
    readers get, `brief(document)` what others show of it (`name` at least), `texts(document)`
    what a search finds, as (weight A to C, text). `around` is what a document rests on beyond its
    own state, asked for many records at once; `dependents` names the records whose documents
    change when this one goes from `old` to `new`. `state_upgrades` and `document_upgrades` raise
    old formats: the first from format 1 to 2, and so on. `refuse(state)` gives a sentence for each
    thing that a whole and otherwise sound state may not say; names of records mean nothing to it.
    `refuse_publishing` does so beside what was published before and the batch that is to be.
    `tallied` says what is counted of it ahead of the readers who ask.
    """

    name: str
    shape: Shape
    label: Callable[[dict], str]
    names: Callable[[dict], list[str]]
    document: Callable[[str, dict, Around], dict]
    brief: Callable[[dict], dict]
    texts: Callable[[dict], list[tuple[str, str]]]
    indexes: tuple[Index, ...] = ()
    tallied: Tallied | None = None
    around: Callable[[Mapping[str, dict], PublishedStates], dict[str, Around]] = nothing_around
    dependents: Callable[[str, dict | None, dict | None, PublishedStates], set[str]] = (
        nothing_depends
    )
    state_upgrades: tuple[Callable[[dict], dict], ...] = ()
    document_upgrades: tuple[Callable[[dict], dict], ...] = ()
    refuse: Callable[[dict], list[str]] = no_refusals
    refuse_publishing: Callable[
        [str, dict, PublishedStates, Mapping[str, dict | None]], list[str]
    ] = publishes_anything

    @property
    def state_format(self) -> int:
        return len(self.state_upgrades) + 1

    @property
    def document_format(self) -> int:
        return len(self.document_upgrades) + 1

    def todays_state(self, state: dict, written_in: int) -> dict:
        """Raise a state written in an older format to today's."""
        for upgrade in self.state_upgrades[written_in - 1 :]:
            state = upgrade(state)
        return state

    def todays_document(self, document: dict, written_in: int) -> dict:
        """Raise a document written in an older format to today's."""
        for upgrade in self.document_upgrades[written_in - 1 :]:
            document = upgrade(document)
        return document


Kinds = Mapping[str, Kind]
