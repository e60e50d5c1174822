"""A first mapping for somebody's own table, guessed from its names and its first rows.

Each guess says why, so that a human can judge it; nothing is imported by a guess that nobody saw.
The form of a mapping is that of `datasets.formats.mapping`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from datasets.reading import column_cells as look
from datasets.reading.column_cells import Cells, cells_of
from datasets.reading.column_names import bare_estimate, said_by_name
from datasets.reading.type_words import precision_words, type_words

ROWS = 50

# What the cells of a field must be, and how that is said.
_WHOLE = (look.is_whole, "its cells are whole numbers")
_TEXT = (look.is_text, "its cells are words")
_MUST_BE = {
    "date": (look.is_day, "its cells are dates"),
    "date_start": (look.is_day, "its cells are dates"),
    "date_end": (look.is_day, "its cells are dates"),
    "latitude": (look.is_latitude, "its cells are numbers between -90 and 90"),
    "longitude": (look.is_longitude, "its cells are numbers between -180 and 180"),
    "country": (look.is_country, "its cells are countries"),
    "url": (look.is_url, "its cells are addresses"),
    **dict.fromkeys(("title", "place", "province", "type", "claimed_by", "perpetrator"), _TEXT),
    **dict.fromkeys(("party", "target", "source", "summary", "tags"), _TEXT),
}
# What cells alone show, where the name says nothing.
_SHOWN = ("country", "url", "date")


@dataclass(frozen=True, slots=True)
class Guess:
    """A field of a mapping, the column (or, column “”, the one value) proposed for it, and why."""

    field: str
    column: str
    reason: str
    value: str = ""
    words: tuple[tuple[str, str], ...] = ()

    @property
    def spec(self) -> str | dict:
        """What stands for the field in a mapping."""
        if self.value:
            return {"value": self.value}
        return {"column": self.column, "words": dict(self.words)} if self.words else self.column


@dataclass(frozen=True, slots=True)
class Proposal:
    """All guesses, the cells that mean “not known”, the order of dates like 3/4/2020, questions.

    `questions` are sentences on what a human has to decide.
    """

    guesses: tuple[Guess, ...]
    unknown: tuple[str, ...]
    numeric_dates: str
    questions: tuple[str, ...]

    def mapping(self) -> dict:
        """The mapping, as it is written to a mapping file."""
        mapping = {"unknown": list(self.unknown)} if self.unknown else {}
        if self.numeric_dates:
            mapping["numeric_dates"] = self.numeric_dates
        return {**mapping, "fields": {guess.field: guess.spec for guess in self.guesses}}


def propose(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Proposal:
    """What the names and the first rows of a table speak for; each field and column once."""
    texts = {name: [row.get(name, "") for row in rows[:ROWS]] for name in columns}
    cells = {name: cells_of(texts[name]) for name in columns}
    guesses = _consistent(_chosen(_candidates(cells)))
    order, question = _order(guesses, cells)
    questions = [*([question] if question else []), *_open_questions(guesses)]
    unknown = dict.fromkeys(
        text.strip() for column in texts.values() for text in column if look.is_unknown(text)
    )
    return Proposal(tuple(guesses), tuple(unknown), order, tuple(questions))


def _candidates(cells: dict[str, Cells]) -> list[tuple[float, Guess]]:
    """Every guess that is not absurd, with how much speaks for it."""
    found = []
    for place, (name, column) in enumerate(cells.items()):
        said = said_by_name(name)
        if not place and column.are_ids and not column.are(look.is_day):
            reason = "It stands first, and no two rows share a cell."
            found.append((1.5, Guess("id", name, reason)))
        found += [
            (2.0 + is_all + bool(column.said), guess)
            for field, is_all in said
            if (guess := _by_name(field, name, column))
        ]
        if not said:
            found += [(1.0, guess) for field in _SHOWN if (guess := _by_cells(field, name, column))]
            found += [(1.0, guess) for guess in _by_bare_estimate(name, column)]
    return found


def _by_name(field: str, name: str, cells: Cells) -> Guess | None:
    if not cells.said:
        return Guess(field, name, "The name says so; in the first rows it is empty.")
    if field == "id":
        unique = cells.are_ids
        return Guess(field, name, "The name says so; no two rows share a cell.") if unique else None
    if field == "precision":
        words = precision_words(cells.said)
        return (
            Guess(field, name, "The name and all its cells say so.", words=words) if words else None
        )
    test, sentence = _MUST_BE.get(field, _WHOLE)
    if not cells.are(test):
        return None
    words = type_words(cells.said) if field == "type" else ()
    return Guess(
        field, name, f"The name says so; {sentence}, such as “{cells.example}”.", words=words
    )


def _by_cells(field: str, name: str, cells: Cells) -> Guess | None:
    test, sentence = _MUST_BE[field]
    if not cells.are(test):
        return None
    return Guess(field, name, f"{sentence[0].upper()}{sentence[1:]}, such as “{cells.example}”.")


def _by_bare_estimate(name: str, cells: Cells) -> list[Guess]:
    """“Reported minimum” of a list of attacks is most likely that of the killed."""
    estimate = bare_estimate(name)
    if not estimate or not cells.are(look.is_whole):
        return []
    reason = f"It holds whole numbers and its name says “{estimate}”, though not of whom."
    return [Guess(f"killed_{estimate}", name, reason)]


def _chosen(candidates: list[tuple[float, Guess]]) -> list[Guess]:
    """The best guess for each field and each column, in the order of the columns."""
    places = {guess.column: place for place, (_, guess) in enumerate(candidates)}
    fields, columns, chosen = set(), set(), []
    for _, guess in sorted(candidates, key=lambda one: -one[0]):
        if guess.field not in fields and guess.column not in columns:
            fields.add(guess.field)
            columns.add(guess.column)
            chosen.append(guess)
    return sorted(chosen, key=lambda guess: places[guess.column])


def _consistent(guesses: list[Guess]) -> list[Guess]:
    """The guesses without those that a mapping may not hold beside others, or alone."""
    by_field = {guess.field: guess for guess in guesses}
    _settle_dates(by_field)
    _settle_counts(by_field)
    if not {"latitude", "longitude"} <= by_field.keys():
        for field in ("latitude", "longitude", "precision"):
            by_field.pop(field, None)
    elif "precision" not in by_field:
        reason = "No column says how exact the coordinates are; a town is what is met most often."
        by_field["precision"] = Guess("precision", "", reason, value="town")
    return list(by_field.values())


def _settle_dates(by_field: dict[str, Guess]) -> None:
    """Either a first and a last day, or one date."""
    ends = [field for field in ("date_start", "date_end") if field in by_field]
    if len(ends) == 2:
        by_field.pop("date", None)
    elif ends:
        only = by_field.pop(ends[0])
        by_field.setdefault("date", replace(only, field="date"))


def _settle_counts(by_field: dict[str, Guess]) -> None:
    """A number beside a lowest and a highest one is the best."""
    for field in [field for field in by_field if f"{field}_low" in by_field]:
        best = f"{field}_best"
        by_field.setdefault(best, replace(by_field.pop(field), field=best))


def _order(guesses: list[Guess], cells: dict[str, Cells]) -> tuple[str, str]:
    """Whether days or months come first in dates like 3/4/2020, and what to ask where unclear."""
    looks = [look.orders_of(cells[one.column]) for one in guesses if one.field.startswith("date")]
    if not any(are_there for are_there, _, _ in looks):
        return "", ""
    days_first = any(days for _, days, _ in looks)
    months_first = any(months for _, _, months in looks)
    if days_first != months_first:
        return "day first" if days_first else "month first", ""
    if days_first:
        return "", "Dates like 3/4/2020 are written in both orders; they must be made alike."
    return "", "Say of dates like 3/4/2020 whether the day or the month comes first."


def _open_questions(guesses: list[Guess]) -> list[str]:
    fields = {guess.field for guess in guesses}
    questions = []
    if "id" not in fields:
        questions.append("Say which column holds an id: a cell that no two rows share.")
    if not fields & {"date", "date_start"}:
        questions.append("Say which column holds the date.")
    if any(guess.field == "precision" and guess.value for guess in guesses):
        questions.append("Say how exact the coordinates are; a town is proposed.")
    return questions
