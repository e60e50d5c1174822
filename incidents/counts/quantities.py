"""The numbers of the grammar: from `at least 4` to `some`."""

from incidents.counts import words
from incidents.counts.cursor import Cursor
from incidents.counts.tokens import NotCounts

Quantity = dict[str, int | bool | str | None]


def take_quantity(cursor: Cursor) -> Quantity | None:
    """Take a quantity, `{"low", "high", "best", "approximate", "wording"}`; null if none is here.

    The wording is kept where the numbers do not say it: "more than 100", "some".
    """
    start = cursor.at
    approximate = _take_about(cursor)
    wording_start = cursor.at
    bounds = _take_limited(cursor)
    if bounds is None and not approximate:
        bounds = _take_without_number(cursor)
    bounds = bounds or _take_range(cursor)
    if bounds is None:
        cursor.at = start
        return None
    low, high, wording = bounds
    if wording is None:
        wording = cursor.since(wording_start).lower()
    if low is not None and high is not None and low > high:
        raise cursor.refuse("goes downwards; the lower number comes first.", start)
    best = _take_best(cursor)
    return {"low": low, "high": high, "best": best, "approximate": approximate, "wording": wording}


def is_quantity(cursor: Cursor) -> bool:
    """Whether a quantity stands here."""
    start = cursor.at
    found = take_quantity(cursor) is not None
    cursor.at = start
    return found


def quantity_of(wording: str) -> Quantity | None:
    """The quantity that these words and no others make, or null."""
    try:
        cursor = Cursor(wording)
        quantity = take_quantity(cursor)
    except NotCounts:
        return None
    return quantity if cursor.token.kind == "end" else None


def _take_about(cursor: Cursor) -> bool:
    if cursor.take_sign("~") or cursor.take_phrase(words.ABOUT):
        return True
    following = cursor.tokens[cursor.at + 1 : cursor.at + 2]
    if cursor.token.folded == "some" and following and following[0].kind == "number":
        return cursor.take_word("some")
    return False


def _take_limited(cursor: Cursor) -> tuple | None:
    start = cursor.at
    limit = cursor.take_phrase(words.LIMITS) or words.LIMIT_SIGNS.get(cursor.take_sign("><≥≤"))
    number = _take_number(cursor) if limit else None
    if number is None:
        cursor.at = start
        return None
    if limit == "fewer" and number == 0:
        raise cursor.refuse("is less than nobody; write for example none.", start)
    worded = None if cursor.tokens[start].kind == "word" else f"{limit} than {number}"
    return {
        "least": (number, None, ""),
        "most": (None, number, ""),
        "more": (number + 1, None, worded),
        "fewer": (None, number - 1, worded),
    }[limit]


def _take_range(cursor: Cursor) -> tuple | None:
    start = cursor.at
    between = cursor.take_word("between")
    low = _take_number(cursor)
    if low is None:
        cursor.at = start
        return None
    if between:
        joined = cursor.take_word("and")
    else:
        joined = cursor.take_sign("-–—") or cursor.take_word("to", "or")
    if cursor.take_sign("+") or (joined and not between and cursor.take_word("more")):
        return low, None, ""
    if not joined:
        return low, low, ""
    high = _take_number(cursor)
    if high is None:
        raise cursor.refuse("begins a range; a second number is missing, as in 3-7.", start)
    return low, high, ""


def _take_without_number(cursor: Cursor) -> tuple | None:
    if cursor.take_phrase(words.NONE) is not None:
        return 0, 0, ""
    vague = cursor.take_phrase(words.VAGUE)
    return None if vague is None else (None, None, vague)


def _take_best(cursor: Cursor) -> int | None:
    start = cursor.at
    if not cursor.take_word("best"):
        return None
    best = _take_number(cursor)
    if best is None:
        cursor.at = start
    return best


def _take_number(cursor: Cursor) -> int | None:
    if cursor.token.folded in words.NUMBERS:
        return words.NUMBERS[cursor.take().folded]
    if cursor.token.kind != "number":
        return None
    digits = cursor.token.value.replace(",", "")
    if len(digits) > len(str(words.LARGEST)) or int(digits) > words.LARGEST:
        raise cursor.refuse(f"is too large; numbers go up to {words.LARGEST:,}.")
    cursor.take()
    return int(digits)
