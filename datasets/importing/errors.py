"""What an import refuses, as sentences."""

from datasets.reading.faults import placed
from ledger.errors import LedgerError

from .notes import Notes

TOLD = 20  # errors in a message; the run's page has the rest
DROPPED_UNASKED = 0.1  # of a dataset's rows


class ImportRefused(LedgerError):
    """An import of which nothing was written; the message says why and what would be accepted."""


class MovedMeanwhile(ImportRefused):
    """Somebody published what the import rests on while it was being prepared."""

    def __init__(self):
        super().__init__(
            "Others published places, sources or records of this dataset while the import was "
            "being prepared, three times over. Nothing was written; try again in a quieter moment."
        )


def refuse_empty() -> None:
    """Refuse a file with a header and nothing under it."""
    raise ImportRefused(
        "Nothing was imported: the file has a header and no rows under it. Choose the file that "
        "has the rows of the release."
    )


def are_many_gone(gone: int, held: int) -> bool:
    """Whether a file lacks a great part of a dataset, which is rarely meant."""
    return gone > max(held * DROPPED_UNASKED, 10)


def refuse_many_gone(gone: int, held: int, notes: Notes, *, with_errors: bool) -> None:
    """Refuse a file that lacks a great part of a dataset; its bad rows, if any, are said first."""
    lacks = (
        f"The file lacks {gone:,} of the {held:,} rows that this dataset "
        "has. If the file is a part of the release, say so (--partial); if the release has "
        "dropped them, have them withdrawn (--allow-withdrawals)."
    )
    if with_errors and notes.counts["error"]:
        raise ImportRefused(f"{_errors_told(notes)}\n{lacks}")
    raise ImportRefused(f"Nothing was imported. {lacks}")


def refuse_errors(notes: Notes) -> None:
    """Refuse rows that cannot be understood."""
    raise ImportRefused(_errors_told(notes))


def _errors_told(notes: Notes) -> str:
    """Say the first rows that cannot be understood, and how many there are."""
    errors = sorted(notes.errors(), key=lambda one: one.line or 0)
    told = [placed(one.line, one.column or None, one.sentence) for one in errors[:TOLD]]
    count = notes.counts["error"]
    if count > TOLD:
        told.append(f"… and {count - TOLD:,} more.")
    rows = "1 row cannot" if count == 1 else f"{count:,} rows cannot"
    head = (
        f"Nothing was imported: {rows} be understood. Mend the file, or leave out what cannot be "
        "understood (--skip-bad-rows)."
    )
    return "\n".join([head, *told])
