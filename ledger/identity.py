"""Identities: what a record is called in addresses (`I123`), in files (its key) and inside itself.

A public id is short and neutral: one letter for the kind and a number that only says in which
order records were begun. A key is the only identity in files. A row (a claim, a count) is known
inside its record by a key of its own, which is never given twice.
"""

import re
import secrets

from django.db import connection

LETTERS = {
    "actor": "A",
    "chronology": "C",
    "dataset": "D",
    "event": "E",
    "incident": "I",
    "link": "L",
    "place": "P",
    "source": "R",
    "statement": "S",
}
KINDS = {letter: kind for kind, letter in LETTERS.items()}

PUBLIC_ID = re.compile(r"[ACDEILPRS][1-9][0-9]{0,8}", re.ASCII)
KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}", re.ASCII)


def kind_of(public_id: str) -> str:
    """Return the kind that a public id names: `kind_of("I12") == "incident"`."""
    return KINDS[public_id[0]]


def sort_key(public_id: str) -> tuple[str, int]:
    """Order public ids by letter, then number, so that A9 stands before A10."""
    return public_id[0], int(public_id[1:])


def take_public_ids(kind: str, count: int) -> list[str]:
    """Take the next `count` public ids of a kind from its sequence; none is ever given twice."""
    letter = LETTERS[kind]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(%s::regclass) FROM generate_series(1, %s)",
            [sequence_name(kind), count],
        )
        return [f"{letter}{number}" for (number,) in cursor.fetchall()]


def sequence_name(kind: str) -> str:
    return f"ledger_{kind}_number"


def new_key(kind: str) -> str:
    """Make a key for a record begun by hand, unlike any key made elsewhere."""
    return f"{kind}-{secrets.token_hex(6)}"


def number_in(row_key: str) -> int:
    """Return the number at the end of a row's key (`c12` → 12), 0 where there is none."""
    digits = re.search(r"[0-9]{1,6}$", row_key, re.ASCII)
    return int(digits.group()) if digits else 0
