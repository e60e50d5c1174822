"""From a file as people bring it to rows of named texts, whatever they may mean.

    with open_table(path) as table:
        table.format, table.columns
        for row in table:
            if isinstance(row, BadRow): ...
            else: row.values["date_start"]

`inputs` opens what is packed and gives its bytes, `encodings` says what text they are, `delimited`
and `workbook` cut it into cells, `headers` finds the row of names and the format it speaks of, and
`table` puts them together. A file that cannot be read is Refused; a row that cannot is a BadRow.
"""

from datasets.reading.faults import BadRow, Refused
from datasets.reading.headers import FORMATS
from datasets.reading.table import RawRow, Table, open_table

__all__ = [
    "FORMATS",
    "BadRow",
    "RawRow",
    "Refused",
    "Table",
    "open_table",
]
