"""However a file is damaged, it is read, has bad rows or is refused: nothing else happens."""

import random
from contextlib import suppress

import pytest

from datasets.reading import Refused
from tests.datasets.dialects import acled_rows, gtd_rows, ucdp_rows, written
from tests.datasets.reading.reading_files import read

DIALECTS = ["", "quoted newlines", "utf-16 cr", "cp1252 sep bar", "gzip", "zip", "xlsx"]
SPLINTERS = [b'"', b'""', b"\r", b"\n", b"\0", b",", b"\xff", b"\xef\xbb\xbf", b"sep=;\n"]


def damaged(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    cut = chance.choice((0, 1, 40, len(content)))
    return content[:at] + chance.choice(SPLINTERS) + content[at + cut :]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("maker", [ucdp_rows, acled_rows, gtd_rows])
def test_a_damaged_file_is_read_or_refused(tmp_path, maker, dialect):
    chance = random.Random(dialect)  # noqa: S311 (the same damage at every run)
    content = written(maker(3), dialect=dialect)
    for _ in range(25):
        with suppress(Refused):
            read(tmp_path, damaged(content, chance))
