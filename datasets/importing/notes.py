"""What a run says of single rows: gathered in memory up to a bound, written in one go."""

from collections import Counter

from datasets.models import ImportNote

WRITTEN_AT_MOST = 20_000  # of each kind; the counts stay whole

Kind = ImportNote.Kind

# What a run counts, and how that is said behind the figure.
COUNTED = {
    "read": "rows read",
    "new": "new",
    "changed": "changed",
    "returned": "came back",
    "unchanged": "unchanged",
    "withdrawn": "no longer there",
    "kept": "kept as people edited them",
    "left_out": "left out, being no armed attacks",
    "bad": "not understood",
    "flagged": "warnings",
}


class Notes:
    """Notes of one run, counted by kind."""

    def __init__(self):
        self.counts: Counter[str] = Counter()
        self.kept: list[ImportNote] = []

    def error(self, line: int, external_id: str, column: str, sentence: str) -> None:
        self._note(Kind.ERROR, line, external_id, column, sentence)

    def warning(self, line: int, external_id: str, column: str, sentence: str) -> None:
        self._note(Kind.WARNING, line, external_id, column, sentence)

    def left_out(self, line: int, external_id: str, column: str, sentence: str) -> None:
        self._note(Kind.LEFT_OUT, line, external_id, column, sentence)

    def changed(self, line: int, external_id: str, sentence: str) -> None:
        self._note(Kind.CHANGED, line, external_id, "", sentence)

    def returned(self, line: int, external_id: str, sentence: str) -> None:
        self._note(Kind.RETURNED, line, external_id, "", sentence)

    def kept_as_edited(self, line: int, external_id: str, sentence: str) -> None:
        self._note(Kind.KEPT, line, external_id, "", sentence)

    def withdrawn(self, external_id: str, sentence: str) -> None:
        self._note(Kind.WITHDRAWN, None, external_id, "", sentence)

    def errors(self) -> list[ImportNote]:
        return [one for one in self.kept if one.kind == Kind.ERROR]

    def counted(self, *, read: int, new: int) -> dict[str, int]:
        """Count what became of the rows read: each has one fate, or is unchanged."""
        counts = self.counts
        fates = {
            "new": new,
            "changed": counts["changed"],
            "returned": counts["returned"],
            "left_out": counts["left_out"],
            "bad": counts["error"],
        }
        return {
            "read": read,
            "unchanged": read - sum(fates.values()),
            **fates,
            "withdrawn": counts["withdrawn"],
            "kept": counts["kept"],
            "flagged": counts["warning"],
        }

    def write(self, run) -> None:
        """Write the notes as those of a run, by line; those of rows that are gone have none."""
        ordered = sorted(self.kept, key=lambda one: (one.line is None, one.line))
        for one in ordered:
            one.run = run
        ImportNote.objects.bulk_create(ordered, batch_size=2000)

    def _note(
        self, kind: str, line: int | None, external_id: str, column: str, sentence: str
    ) -> None:
        self.counts[kind] += 1
        if self.counts[kind] <= WRITTEN_AT_MOST:
            self.kept.append(
                ImportNote(
                    kind=kind,
                    line=line,
                    external_id=external_id[:60],
                    column=column[:100],
                    sentence=sentence,
                )
            )
