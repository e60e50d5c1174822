"""What is wrong with a file, or with one of its rows, in sentences that name the place."""

from dataclasses import dataclass, field


class Refused(ValueError):
    """The whole file cannot be read. `line` and `column` are None where the fault has no place."""

    def __init__(self, sentence: str, *, line: int | None = None, column: str | None = None):
        super().__init__(sentence)
        self.line = line
        self.column = column
        self.sentence = sentence

    def __str__(self) -> str:
        return placed(self.line, self.column, self.sentence)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read; the rows after it can. `values` are the cells that were found."""

    line: int
    column: str | None
    sentence: str
    values: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return placed(self.line, self.column, self.sentence)


def placed(line: int | None, column: str | None, sentence: str) -> str:
    """The sentence with its place before it, as it is shown to people."""
    places = [f"line {line}"] if line is not None else []
    places += [f"column “{column}”"] if column else []
    where = ", ".join(places)
    return f"{where[0].upper()}{where[1:]}: {sentence}" if where else sentence


def listed(names: list[str], most: int = 12) -> str:
    """The names with commas, and how many more there are."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown
