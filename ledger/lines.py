"""Reading JSON Lines that anybody may have written: each line an object, or a sentence."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

LONGEST_LINE = 2_000_000
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Line:
    """A line that is not blank, counted from 1: what it holds, or why it cannot be read."""

    number: int
    value: object = None
    refusal: str = ""


class _Refused(ValueError):
    """JSON by its grammar, but not what a record can be made of."""


def read_lines(stream: BinaryIO) -> Iterator[Line]:
    """Yield the lines of a stream; blank ones are counted, and left out."""
    number = 0
    while raw := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(raw) > LONGEST_LINE:
            _skip_rest(stream, raw)
            yield Line(number, refusal=f"a line may have {LONGEST_LINE:,} bytes at most.")
        elif raw.strip():
            yield _read(number, raw)


def _skip_rest(stream: BinaryIO, raw: bytes) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(LONGEST_LINE)


def _read(number: int, raw: bytes) -> Line:
    if raw.startswith(BYTE_ORDER_MARK):
        return Line(number, refusal="it begins with a byte order mark; write UTF-8 without one.")
    try:
        return Line(number, _parse(raw.decode()))
    except UnicodeDecodeError as error:
        return Line(number, refusal=f"byte {error.start + 1} is not UTF-8; write UTF-8.")
    except json.JSONDecodeError as error:
        where = f"column {error.colno}"
        return Line(number, refusal=f"it is not one JSON object: {error.msg} at {where}.")
    except RecursionError:
        return Line(number, refusal="it is nested too deep to be read.")
    except _Refused as error:
        return Line(number, refusal=str(error))


def _parse(text: str) -> object:
    return json.loads(
        text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_whole_number
    )


def _object(pairs: list[tuple[str, object]]) -> dict:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = next(name for name, count in Counter(n for n, _ in pairs).items() if count > 1)
        raise _Refused(f"an object gives “{ascii(twice[:60])[1:-1]}” twice; give it once.")
    return made


def _constant(name: str) -> None:
    raise _Refused(f"{name} is not JSON; write null for a number that is not known.")


def _whole_number(digits: str) -> int:
    if len(digits) > 1000:
        raise _Refused("a number has more than 1,000 digits.")
    return int(digits)
