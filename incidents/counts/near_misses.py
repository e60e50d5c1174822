"""Slips of the finger: a free word that is one keystroke away from a word of the grammar."""

from incidents.counts import words

_SHORTEST = 4
_KNOWN = sorted(
    {
        word
        for table in (words.SEX_AGE, words.STATUSES, words.GROUPS, words.OUTCOMES, words.EVERYBODY)
        for phrase in table
        for word in phrase
        if len(word) >= _SHORTEST
    }
)


def near_miss(word: str) -> str:
    """The word of the grammar that was meant, one letter more, less, other or swapped; or ""."""
    if len(word) < _SHORTEST or word in _KNOWN:
        return ""
    return next((known for known in _KNOWN if _is_one_slip_away(word, known)), "")


def _is_one_slip_away(word: str, known: str) -> bool:
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    mine, theirs = word[start:], known[start:]
    return (
        mine[1:] == theirs[1:]
        or mine[1:] == theirs
        or mine == theirs[1:]
        or (mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:])
    )
