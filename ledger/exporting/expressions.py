"""Columns of the parts that every document is made of: dates, somebody, lists, citations.

`of` is an expression that gives the part, as jsonb: `d -> 'date'`, `e -> 'by'`.
"""

from .columns import Column, Form
from .columns import named as names


def dated(name: str, meaning: str, of: str) -> tuple[Column, ...]:
    """Declare the columns of a partial date, as exact as it is known."""
    hxl = f"#date+{name}" if name != "date" else "#date"
    return (
        Column(name, f"{meaning}, in EDTF (ISO 8601-2).", f"{of} ->> 'edtf'", hxl=f"{hxl}+edtf"),
        Column(f"{name}_text", "The same in words.", f"{of} ->> 'text'", hxl=f"{hxl}+text"),
        Column(
            f"{name}_earliest",
            "The earliest possible day; empty: open, or not known.",
            f"({of} ->> 'earliest')::date",
            Form.DAY,
            hxl=f"{hxl}+start",
        ),
        Column(
            f"{name}_latest",
            "The latest possible day; empty: open, or not known.",
            f"({of} ->> 'latest')::date",
            Form.DAY,
            hxl=f"{hxl}+end",
        ),
    )


def who(name: str, meaning: str, of: str) -> tuple[Column, ...]:
    """Declare the columns of somebody: a record, or words where there is none."""
    return (
        Column(name, f"{meaning}: the record, if there is one.", f"{of} ->> 'record'", Form.ID),
        names(f"{name}_name", "The name of it, or who it is in words.", f"{of} ->> 'record'",
              beside=f"{of} ->> 'text'", hxl=f"#contact+{name}+name"),
    )  # fmt: skip


def listed(array: str, member: str = "", *, by: str = " ") -> str:
    """Spell the texts of an array, or a member of its objects, parted by spaces or else."""
    each = f"one ->> '{member}'" if member else "one #>> '{}'"
    return (
        f"(SELECT string_agg({each}, '{by}' ORDER BY number) "  # noqa: S608
        f"FROM jsonb_array_elements({array}) WITH ORDINALITY AS parts(one, number))"
    )


def cited(of: str) -> tuple[Column, ...]:
    """Declare the columns of the sources that something rests on."""
    ids = listed(f"{of} -> 'citations'", "source")
    return (
        Column("sources", "The sources that it rests on.", ids, Form.IDS, hxl="#meta+source+id"),
        names("source_titles", "What these sources are called.", ids, hxl="#meta+source"),
    )


def of_record(one: str, *, hxl: str = "#meta+id") -> Column:
    """Declare the column of a record's own id."""
    return Column("id", f"The {one}’s id.", "r.public_id", Form.ID, hxl=hxl)


EDITION = Column(
    "edition", "The edition in which it last changed.", "r.since", Form.WHOLE, hxl="#meta+edition"
)
# The words that credit a dataset; where it states none, its title and release (as in `licensing`).
CREDIT = "concat_ws(', release ', record.label, NULLIF(record.brief ->> 'release', ''))"


def credit(ids: str, *, together: str = "") -> Column:
    """Declare the column of the words that credit the dataset of a row."""
    meaning = "The words with which that dataset must be credited; else its title and release."
    return Column(
        "attribution", meaning, names_of=ids, member="attribution",
        otherwise=CREDIT, together=together, hxl="#meta+license",
    )  # fmt: skip
