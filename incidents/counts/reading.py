"""Reading a line of counts into rows."""

from incidents.counts import words
from incidents.counts.cursor import Cursor
from incidents.counts.near_misses import near_miss
from incidents.counts.quantities import is_quantity, take_quantity
from incidents.counts.rows import checked_fields, empty_row, usual_status

DEEPEST = 20


def read_counts(text: str) -> list[dict]:
    """The rows of a line of counts, a row before what is part of it; [] for an empty line.

    NotCounts, a sentence that quotes the part, for whatever is not understood.
    """
    reader = _Reader(text)
    reader.read_block("", None, depth=0)
    if reader.cursor.token.kind != "end":
        raise reader.cursor.refuse("closes nothing.")
    reader.refuse_unfinished()
    return reader.rows


class _Reader:
    """Reads blocks of counts, one inside the other; `rows` are those read so far."""

    def __init__(self, text: str):
        self.cursor = Cursor(text)
        self.rows: list[dict] = []

    def read_block(self, outcome: str, part_of: str | None, *, depth: int) -> None:
        """Read counts up to the end of the line or of the brackets."""
        if depth > DEEPEST:
            raise self.cursor.refuse(f"stands in more than {DEEPEST} brackets; use fewer.")
        while not self._is_at_end():
            outcome = self._read_header() or outcome
            self._read_count(outcome, part_of, depth)
            separated = self.cursor.take_sign(",;")
            if not (self.cursor.take_word("and") or separated or self._is_at_end()):
                raise self.cursor.refuse("is not understood here; a comma parts counts.")

    def refuse_unfinished(self) -> None:
        """Refuse counts of which nobody said what happened, and keys given twice."""
        if any(not row["outcome"] for row in self.rows):
            raise self.cursor.refuse("does not say what happened; begin with “killed:”.", 0)
        if len({row["key"] for row in self.rows}) < len(self.rows):
            raise self.cursor.refuse("ends counts of which two have one key; give each its own.")

    def _is_at_end(self) -> bool:
        return self.cursor.token.kind == "end" or self.cursor.is_sign(")")

    def _read_header(self) -> str:
        start = self.cursor.at
        outcome = self.cursor.take_phrase(words.OUTCOMES)
        if outcome and (self.cursor.take_sign(":") or is_quantity(self.cursor)):
            return outcome
        self.cursor.at = start
        while self.cursor.token.kind == "word":
            self.cursor.take()
        if self.cursor.at > start and self.cursor.is_sign(":"):
            known = ", ".join(words.OUTCOME_NAMES.values())
            raise self.cursor.refuse(f"is no outcome; there are {known}.", start)
        self.cursor.at = start
        return ""

    def _read_count(self, outcome: str, part_of: str | None, depth: int) -> None:
        start = self.cursor.at
        quantity = take_quantity(self.cursor)
        if quantity is None:
            raise self.cursor.refuse("has no number; “some” and “unknown number of” are numbers.")
        row = empty_row(f"n{len(self.rows) + 1}", part_of) | quantity | {"outcome": outcome}
        self.rows.append(row)
        fields = _Description(self.cursor, row).read()
        self._hear_outcome(row, start)
        row.update(fields)
        if self.cursor.take_sign("("):
            self.read_block(row["outcome"], row["key"], depth=depth + 1)
            if not self.cursor.take_sign(")"):
                raise self.cursor.refuse("leaves a bracket open; close it with ).")
            self._hear_outcome(row, start)

    def _hear_outcome(self, row: dict, start: int) -> None:
        """Take "killed" after a count: it is said of all counts before it that say nothing else."""
        heard = take_outcome(self.cursor)
        if not heard:
            return
        if (row["outcome"], heard) == ("injured", "traumatic_brain_injury"):
            row["outcome"] = heard
        elif row["outcome"] not in ("", heard):
            raise self.cursor.refuse(
                f"stands under “{words.OUTCOME_NAMES[row['outcome']]}:”; say one of the two.", start
            )
        for unsaid in (row for row in self.rows if not row["outcome"]):
            unsaid["outcome"] = heard


def take_outcome(cursor: Cursor) -> str | None:
    """Take what happened, as in "were killed" or "with traumatic brain injuries"; null if none."""
    start = cursor.at
    for _ in range(3):
        cursor.take_word(*words.BEFORE_OUTCOME)
    outcome = cursor.take_phrase(words.OUTCOMES)
    if not outcome:
        cursor.at = start
    return outcome


class _Description:
    """Reads who is counted, into a row."""

    def __init__(self, cursor: Cursor, row: dict):
        self.cursor = cursor
        self.row = row
        self.group: list[str] = []

    def read(self) -> dict:
        """Fill the row as far as words describe it; return the fields written in braces."""
        kinds = (
            self._take_sex_age,
            self._take_status,
            self._take_group,
            self._take_nationality,
            self._take_harm,
            self._take_affiliation,
            self._take_free_word,
        )
        while any(take() for take in kinds):
            pass
        self.row["group"] = " ".join(self.group)
        self.row["who"] = self.row["who"] or usual_status(self.row)
        if self.cursor.token.kind != "fields":
            return {}
        return checked_fields(self.cursor.take().value)

    def _take_sex_age(self) -> bool:
        start = self.cursor.at
        joined = bool(self.row["sex_age"]) and self.cursor.take_word("and", "or")
        found = self.cursor.take_phrase(words.SEX_AGE)
        if not found:
            self.cursor.at = start
            return False
        if self.row["sex_age"] and not joined and found in self.row["sex_age"]:
            raise self.cursor.refuse("is said twice; once is enough.", start)
        self.row["sex_age"].append(found)
        return True

    def _take_status(self) -> bool:
        start = self.cursor.at
        status = self.cursor.take_phrase(words.STATUSES)
        if status:
            self._set_status(status, start)
        return bool(status) or self.cursor.take_phrase(words.EVERYBODY) is not None

    def _take_group(self) -> bool:
        start = self.cursor.at
        known = self.cursor.take_phrase(words.GROUPS)
        if known:
            status, name = known
            self._set_status(status, start)
            self.group.append(name)
        return bool(known)

    def _set_status(self, status: str, start: int) -> None:
        if self.row["who"] not in (None, status):
            raise self.cursor.refuse("is another status; count those separately.", start)
        self.row["who"] = status

    def _take_nationality(self) -> bool:
        nationality = self.cursor.take_phrase(words.FOREIGN)
        if self.cursor.token.kind == "word":
            shorthand = words.COUNTRY_SHORTHANDS.get(self.cursor.token.value)
            nationality = nationality or (shorthand and self.cursor.take() and shorthand)
        elif self.cursor.is_sign("["):
            nationality = self._bracketed_nationality()
        if nationality:
            self.row["nationality"] = nationality
        return bool(nationality)

    def _bracketed_nationality(self) -> str:
        start = self.cursor.at
        self.cursor.take()
        word = self.cursor.take().value if self.cursor.token.kind == "word" else ""
        is_country = len(word) == 2 and word.isascii() and word.isalpha()
        if not self.cursor.take_sign("]") or not (is_country or word.lower() == "foreign"):
            raise self.cursor.refuse(
                "is no nationality; write two letters (ISO 3166), as in [IQ], or [foreign].", start
            )
        return word.upper() if is_country else "foreign"

    def _take_harm(self) -> bool:
        harm = self.cursor.take_phrase(words.HARM)
        if harm:
            self.row["harm_from"] = harm
        return bool(harm)

    def _take_affiliation(self) -> bool:
        start = self.cursor.at
        if not self.cursor.take_word("of"):
            return False
        if self.cursor.token.kind == "text":
            self.row["affiliation"] = self.cursor.take().value
            return True
        first = self.cursor.at
        while self._is_free_word():
            self.cursor.take()
        if first == self.cursor.at:
            raise self.cursor.refuse("needs a name, as in of the police.", start)
        self.row["affiliation"] = self.cursor.since(first)
        return True

    def _take_free_word(self) -> bool:
        if self.cursor.token.kind == "text":
            self.group.append(self.cursor.take().value)
            return True
        if not self._is_free_word():
            return False
        meant = near_miss(self.cursor.token.folded)
        if meant:
            raise self.cursor.refuse(
                f"is almost “{meant}”; write that, or put a group's name in quotes."
            )
        self.group.append(self.cursor.take().value)
        return True

    def _is_free_word(self) -> bool:
        """Whether the present word belongs to a name: no outcome, no harm, no next count."""
        if self.cursor.token.kind != "word":
            return False
        start = self.cursor.at
        ends = self.cursor.take_phrase(words.HARM) or take_outcome(self.cursor)
        self.cursor.at = start
        if self.cursor.take_word("and"):
            ends = ends or is_quantity(self.cursor) or self.cursor.token.kind == "end"
        self.cursor.at = start
        return not ends
