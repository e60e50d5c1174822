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


def refuse_many_gone(gone: int, held: int) -> None:
    """Refuse a file that lacks a great part of a dataset, which is rarely meant."""
    if gone > max(held * DROPPED_UNASKED, 10):
        raise ImportRefused(
            f"Nothing was imported. The file lacks {gone:,} of the {held:,} rows that this dataset "
            "has. If the file is a part of the release, say so (--partial); if the release has "
            "dropped them, have them withdrawn (--allow-withdrawals)."
        )


def refuse_errors(notes: Notes) -> None:
    """Refuse rows that cannot be understood: say the first, and how many there are."""
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
    raise ImportRefused("\n".join([head, *told]))
