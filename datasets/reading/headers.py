"""Which row names the columns, and which dataset's names they are.

Columns move between releases, so that a format is known by its names and never by their order.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from datasets.formats import acled, gtd, ucdp
from datasets.reading.faults import Refused, listed

FORMATS = ("ucdp", "acled", "gtd", "csv")
TITLES = {"ucdp": "UCDP GED", "acled": "ACLED", "gtd": "the Global Terrorism Database"}

# The 49 columns of UCDP GED since version 20.1, which its candidate files once left out.
UCDP_COLUMNS = tuple(
    (  # noqa: SIM905 (a list of one name a line is no easier to compare)
        "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id "
        "conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a "
        "side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office "
        "source_date source_headline source_original where_prec where_coordinates "
        "where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country "
        "country_id region event_clarity date_prec date_start date_end deaths_a deaths_b "
        "deaths_civilians deaths_unknown best high low gwnoa gwnob"
    ).split()
)

# The columns by which a format is recognised, its id first, and those that it cannot do without.
_MARKS = {
    "ucdp": (ucdp.ID_COLUMN, "type_of_violence", "where_prec", "date_start"),
    "acled": (acled.ID_COLUMN, "event_date", "event_type"),
    "gtd": (gtd.ID_COLUMN, "iyear", "imonth", "iday"),
}
_NEEDED = {
    "ucdp": ucdp.COLUMNS_NEEDED,
    "acled": acled.COLUMNS_NEEDED,
    "gtd": gtd.COLUMNS_NEEDED,
}
SEARCHED_ROWS = 20
MOST_COLUMNS = 2_000

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200e\u200f\u2060"))
_HXL_TAG = re.compile(r"#[A-Za-z][\w+ -]*", re.ASCII)
_WHOLE = re.compile(r"\d+(\.0)?", re.ASCII)

Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Header:
    """The row of names: the format that they speak of, the names, and the rows before the data."""

    format: str
    columns: tuple[str, ...]
    rows_before_data: int
    notes: list[str] = field(default_factory=list)

    @property
    def key(self) -> int:
        """The place of the column with the dataset's id; the first in a table of one's own."""
        return self.columns.index(_MARKS[self.format][0]) if self.format in _MARKS else 0


def find_header(rows: list[Row], asked: str | None) -> Header:
    """The header among a file's first rows, each with its line; Refused where there is none."""
    if not any(filled(cells) for _, cells in rows):
        raise Refused("The first rows hold no text; a table with a row of names is accepted.")
    notes = []
    for index, (line, cells) in enumerate(rows[:SEARCHED_ROWS] if asked != "csv" else []):
        found = known_format(cells)
        if found is None or asked not in (None, found):
            continue
        if not _lacking(found, cells):
            return _header(found, rows, index)
        if asked:
            raise _refused_as(asked, line, cells)
        notes.append(f"{_what_lacks(found, cells)} It was read as a table of one's own.")
        break
    return _left_out(rows[0][1], asked) or _of_own_table(rows, asked, notes)


def known_format(cells: list[str]) -> str | None:
    """The format whose names these cells hold, whether or not other names lack."""
    names = set(map(folded, cells))
    return next((one for one, marks in _MARKS.items() if names.issuperset(marks)), None)


def folded(name: str) -> str:
    """A name as known formats write it: lower case, `_` for spaces, nothing invisible."""
    return tidy(name).lower().replace(" ", "_")


def tidy(name: str) -> str:
    """A name without what cannot be seen and with single spaces, otherwise as it stands."""
    return " ".join(name.translate(_INVISIBLE).split())


def filled(cells: list[str]) -> list[str]:
    return [cell for cell in cells if cell.strip()]


def names_of(cells: list[str], name: str) -> tuple[str, ...]:
    """The names of a header's cells as its format writes them; “column 3” where there is none."""
    clean = folded if name in _MARKS else tidy
    return tuple(clean(cell) or f"column {place}" for place, cell in enumerate(cells, 1))


def is_hxl(cells: list[str]) -> bool:
    """Whether a row holds nothing but tags of the Humanitarian Exchange Language."""
    tags = filled(cells)
    return bool(tags) and all(_HXL_TAG.fullmatch(tag.strip()) for tag in tags)


def _lacking(name: str, cells: list[str]) -> list[str]:
    names = set(map(folded, cells))
    marks = [mark for mark in _MARKS[name] if mark not in names]
    return marks + sorted(_NEEDED[name] - names - set(marks))


def _what_lacks(name: str, cells: list[str]) -> str:
    lacking = _lacking(name, cells)
    columns = "columns" if len(lacking) > 1 else "column"
    return f"As {TITLES[name]} the file lacks the {columns} {listed(lacking)}."


def _refused_as(name: str, line: int, cells: list[str]) -> Refused:
    has = listed([tidy(cell)[:40] for cell in filled(cells)])
    return Refused(f"{_what_lacks(name, cells)} It has {has}.", line=line)


def _left_out(cells: list[str], asked: str | None) -> Header | None:
    """The header of a UCDP file that begins with its first event."""
    width = len(UCDP_COLUMNS)
    if asked not in (None, "ucdp") or len(cells) != width or not _WHOLE.fullmatch(cells[0].strip()):
        return None
    if cells[UCDP_COLUMNS.index("type_of_violence")].strip()[:1] not in {"1", "2", "3"}:
        return None
    note = "No header row: the 49 columns of UCDP's candidate files were assumed."
    return Header("ucdp", UCDP_COLUMNS, 0, [note])


def _of_own_table(rows: list[Row], asked: str | None, notes: list[str]) -> Header:
    index = _first_wide(rows)
    if asked in _MARKS:
        raise _refused_as(asked, *rows[index])
    header = _header("csv", rows, index)
    header.notes.extend(notes)
    return header


def _first_wide(rows: list[Row]) -> int:
    """The first row that is not a line of prose before the table."""
    widths = Counter(len(cells) for _, cells in rows if filled(cells))
    usual = max(widths, key=lambda width: (widths[width], width))
    least = 2 if usual > 2 else 1
    wide = (i for i, (_, cells) in enumerate(rows[:SEARCHED_ROWS]) if len(filled(cells)) >= least)
    return next(wide, next(i for i, (_, cells) in enumerate(rows) if filled(cells)))


def _header(name: str, rows: list[Row], index: int) -> Header:
    line, cells = rows[index]
    notes = _notes_on_what_stands_before(rows[:index])
    columns = names_of(cells[: _columns_used(cells, rows[index + 1 :])], name)
    notes += [
        f"The column without a name in place {place} is called “{column}”."
        for place, column in enumerate(columns, 1)
        if not tidy(cells[place - 1])
    ]
    _refuse_unusable(columns, line)
    has_tags = index + 1 < len(rows) and is_hxl(rows[index + 1][1])
    if has_tags:
        notes.append(f"Line {rows[index + 1][0]} holds HXL tags and was skipped.")
    return Header(name, columns, index + 1 + has_tags, notes)


def _columns_used(cells: list[str], below: list[Row]) -> int:
    """Up to where columns have a name or, in the first rows, something in them."""
    named = max(place for place, cell in enumerate(cells, 1) if tidy(cell))
    filled_below = (
        place
        for _, row in below
        for place, cell in enumerate(row[named : len(cells)], named + 1)
        if cell.strip()
    )
    return max([named, *filled_below])


def _refuse_unusable(columns: tuple[str, ...], line: int) -> None:
    if len(columns) > MOST_COLUMNS:
        raise Refused(f"The table has over {MOST_COLUMNS:,} columns.", line=line)
    twice = [name for name, times in Counter(columns).items() if times > 1]
    if twice:
        raise Refused(
            f"Two columns have the same name: {listed(twice)}. Give each column a name of its own.",
            line=line,
            column=twice[0],
        )


def _notes_on_what_stands_before(rows: list[Row]) -> list[str]:
    written = [" ".join(filled(cells)) for _, cells in rows if filled(cells)]
    if not written:
        return []
    before = "The line" if len(written) == 1 else f"{len(written)} lines"
    was = "was" if len(written) == 1 else "were"
    return [f"{before} before the header {was} skipped: “{tidy(written[0])[:80]}”."]
