"""What an import refuses, as sentences."""

from ledger.errors import LedgerError


class ImportRefused(LedgerError):
    """An import of which nothing was written; the message says why and what would be accepted."""


class MovedMeanwhile(ImportRefused):
    """Somebody published what the import rests on while it was being prepared."""

    def __init__(self):
        super().__init__(
            "Others published places, sources or records of this dataset while the import was "
            "being prepared, three times over. Nothing was written; try again in a quieter moment."
        )
