"""Cells of a CSV, spelled ahead: what need not wait for names is spelled when it is published.

Spelled cells must say what PostgreSQL's COPY would (a test compares), but for one thing: COPY
cannot let a line end within a text pass as it is, so that line ends travel as two characters that
no text here has, and are put back when they leave.
"""

from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r")
LINE_END, RETURN = "\x1e", "\x1f"
# A quote and a delimiter that COPY never meets in what is spelled already, nor in JSON.
AS_IT_IS = "FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02'"
TRAVELLING = str.maketrans({"\n": LINE_END, "\r": RETURN, **dict.fromkeys("\x01\x02\x1e\x1f", "")})


def cells(values: Iterable[object]) -> str:
    """Spell values as cells of a CSV, parted by commas; None and "" are empty."""
    return ",".join(map(_cell, values))


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


def _cell(value: object) -> str:
    if value is None or value == "":
        return ""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if not isinstance(value, str):
        return str(value)
    text = f"'{value}" if value.startswith(FORMULA) else value
    if value.isalnum() and value.isascii():
        return text
    quoted = any(one in value for one in '",\n\r')
    text = text.translate(TRAVELLING) if not text.isprintable() else text
    return '"' + text.replace('"', '""') + '"' if quoted else text
