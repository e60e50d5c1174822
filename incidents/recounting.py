"""The rows of a casualty report as one line, and the line back into rows that keep their keys."""

from collections.abc import Iterable

from incidents.counts import keep_keys, read_counts, write_counts
from incidents.models import CasualtyCount, CasualtyReport
from sources.models import Citation

COLUMNS = (
    "key",
    "outcome",
    "who",
    "sex_age",
    "group",
    "affiliation",
    "nationality",
    "harm_from",
    "low",
    "high",
    "best",
    "approximate",
    "wording",
)


def line_of(rows: Iterable[CasualtyCount]) -> str:
    """Return the line that reads as these rows of one report, without their keys if it can be.

    `recount` finds the keys again; only a row that stands away from what it is part of has to name
    it, and then all are named.
    """
    counts = as_counts(rows)
    plain = write_counts(counts, with_keys=False)
    return write_counts(counts) if '"part_of"' in plain else plain


def as_counts(rows: Iterable[CasualtyCount]) -> list[dict]:
    """Return rows of one report as the grammar has them, a row before what is part of it."""
    rows = list(rows)
    keys = {row.pk: row.key for row in rows}
    return [
        {name: getattr(row, name) for name in COLUMNS} | {"part_of": keys.get(row.part_of_id)}
        for row in rows
    ]


def recount(report: CasualtyReport, line: str) -> None:
    """Make the rows of a report say what a line says; rows that stay the same keep their keys."""
    before = list(report.counts.all())
    rows = {row.key: row for row in before}
    wanted = keep_keys(read_counts(line), before=as_counts(before))
    _delete([row for row in before if row.key not in {count["key"] for count in wanted}])
    written: dict[str, CasualtyCount] = {}
    for position, count in enumerate(wanted):
        row = rows.get(count["key"]) or CasualtyCount(report=report)
        for name in COLUMNS[1:]:
            setattr(row, name, count[name])
        row.part_of = written.get(count["part_of"])
        row.position = position + 1
        row.save()
        written[count["key"]] = row


def _delete(rows: list[CasualtyCount]) -> None:
    for row in rows:
        Citation.objects.filter(record=row.record_id, assertion=row.key).delete()
        row.delete()
