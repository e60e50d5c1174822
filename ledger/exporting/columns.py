"""The columns of exports: one declaration each, from which files and codebook are made.

A column says which SQL expression gives it. The expression may speak of `r`, the line of the index;
of `x`, the line beside it that an export needs (`Exported`); of `d`, the document as jsonb; and of
`e`, the element of the document that a row of a long table shows. Expressions are constants of the
code: no reader's word is ever in them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from ledger.vocabularies import Vocabulary


class Form(Enum):
    """What a cell holds. Of lists, the parts stand in one cell, parted by spaces or semicolons."""

    TEXT = "text"
    ID = "id of a record"
    IDS = "ids of records, parted by spaces"
    NAMES = "texts, parted by semicolons"
    WORD = "word of a vocabulary"
    WORDS = "words of a vocabulary, parted by spaces"
    WHOLE = "whole number"
    NUMBER = "number"
    DAY = "day"
    TRUTH = "true or false"


# What somebody wrote may begin like a formula; what a vocabulary or a number holds may not.
WRITTEN = {Form.TEXT, Form.NAMES}
LISTS = {Form.IDS: " ", Form.WORDS: " ", Form.NAMES: "; "}
PLAIN = {Form.WHOLE, Form.NUMBER, Form.TRUTH}


@dataclass(frozen=True)
class Column:
    """A column: its name, what it means, whence it comes.

    `names_of` is an expression of ids parted by spaces: the column holds the names that these
    records have at the edition read, or what `member` their briefs show, or `otherwise` (an
    expression of `record`) where they show none; `beside` is an expression of texts, said where
    there is no record, that are added to them. Columns of one `together` are looked up at once,
    because where one is empty the others mostly are.
    """

    name: str
    meaning: str
    sql: str = ""
    form: Form = Form.TEXT
    names_of: str = ""
    member: str = ""
    otherwise: str = ""
    beside: str = ""
    together: str = ""
    vocabulary: Vocabulary | None = None
    unit: str = ""
    hxl: str = ""


def named(
    name: str, meaning: str, ids: str, *, beside: str = "", together: str = "", hxl: str = ""
) -> Column:
    """Declare the column of the names of what another column has the ids of."""
    return Column(
        name, meaning, form=Form.NAMES, names_of=ids, beside=beside, together=together, hxl=hxl
    )


def sourced(column: Column, expression: str) -> Column:
    """Return a column of names with the expression under which a statement has found them."""
    return replace(column, sql=expression)


def as_cell(column: Column) -> str:
    """Spell the expression of a cell of a CSV: empty where nothing is known.

    What a spreadsheet would take for a formula gets an apostrophe before it.
    """
    sql = column.sql
    if column.form in WRITTEN:
        return (
            f"CASE WHEN ({sql}) COLLATE \"C\" >= 'A' THEN ({sql}) WHEN ({sql}) = '' THEN NULL "
            f"WHEN left(({sql}), 1) IN ('=', '+', '-', '@', E'\\t', E'\\r') "
            f"THEN '''' || ({sql}) ELSE ({sql}) END"
        )
    if column.form is Form.TRUTH:
        return f"({sql})::text"
    if column.form in PLAIN or column.form is Form.DAY:
        return sql
    return f"NULLIF(({sql}), '')"


def as_value(column: Column) -> str:
    """Spell the expression of a value in PostgreSQL's own type: null where nothing is known."""
    typed = column.form in PLAIN or column.form is Form.DAY
    return column.sql if typed else f"NULLIF(({column.sql}), '')"


def as_json(column: Column) -> str:
    """Spell the expression of a value of JSON, as text: null where nothing is known."""
    sql = column.sql
    if column.form in PLAIN:
        return f"COALESCE(({sql})::text, 'null')"
    if column.form in LISTS:
        parts = f"string_to_array(({sql}), '{LISTS[column.form]}')"
        return f"COALESCE(array_to_json({parts})::text, '[]')"
    text = f"({sql})::text" if column.form is Form.DAY else f"NULLIF(({sql}), '')"
    return f"COALESCE(to_json({text})::text, 'null')"


def described(columns: tuple[Column, ...]) -> list[Mapping[str, object]]:
    """Describe columns as a codebook does."""
    return [
        {
            "name": column.name,
            "meaning": column.meaning,
            "form": column.form.value,
            "unit": column.unit or None,
            "vocabulary": column.vocabulary and column.vocabulary.name,
            "words": dict(column.vocabulary.words) if column.vocabulary else None,
            "hxl": column.hxl or None,
        }
        for column in columns
    ]
