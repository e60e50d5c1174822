"""Cells of a CSV, spelled ahead: what need not wait for names is spelled when it is published.

Spelled cells must say what PostgreSQL's COPY would (a test compares), but for one thing: COPY
cannot let a line end within a text pass as it is, so that line ends travel as two characters that
no text here has, and are put back when they leave.
"""

import csv
from collections.abc import Iterable
from io import StringIO

FORMULA = ("=", "+", "-", "@", "\t", "\r")
LINE_END, RETURN = "\x1e", "\x1f"
# A quote and a delimiter that COPY never meets in what is spelled already, nor in JSON.
AS_IT_IS = "FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02'"
TRAVELLING = str.maketrans({"\n": LINE_END, "\r": RETURN, **dict.fromkeys("\x01\x02\x1e\x1f", "")})


def cells(values: Iterable[object]) -> str:
    """Spell values as cells of a CSV, parted by commas; None and "" are empty."""
    buffer = StringIO(newline="")
    # A line end of two characters has a cell quoted that holds either of them.
    csv.writer(buffer, lineterminator="\r\n").writerow(_plain(values))
    text = buffer.getvalue()[:-2]
    return text if text.isprintable() else text.translate(TRAVELLING)


def sql_cell(expression: str) -> str:
    """Spell the same of a text in SQL."""
    marked = (
        f"CASE WHEN left({expression}, 1) IN ('=', '+', '-', '@', E'\\t', E'\\r') "
        f"THEN '''' || {expression} ELSE {expression} END"
    )
    travelling = f"translate({marked}, E'\\n\\r\\x01\\x02\\x1e\\x1f', E'\\x1e\\x1f')"
    return (
        f"CASE WHEN {expression} ~ '[\",\\n\\r]' "
        f"THEN '\"' || replace({travelling}, '\"', '\"\"') || '\"' ELSE {travelling} END"
    )


def arrived(piece: bytes) -> bytes:
    """Put line ends back."""
    return piece.replace(b"\x1e", b"\n").replace(b"\x1f", b"\r")


def _plain(values: Iterable[object]) -> list[object]:
    """Turn values into what the csv module spells as COPY would; one loop, for an import's sake."""
    plain: list[object] = []
    for value in values:
        kind = value.__class__
        if kind is str:
            plain.append(f"'{value}" if value.startswith(FORMULA) else value)
        elif kind is bool:
            plain.append("true" if value else "false")
        elif kind is float and value.is_integer():
            plain.append(int(value))
        else:
            plain.append(value)
    return plain
