"""What a dry run says beside its figures: who will see the rows, whom it would begin, a release."""

import re
from collections.abc import Mapping, Sequence

from datasets.models import Dataset, ImportRun
from ledger.models import Record

NAMED = 10
NUMBERED = re.compile(r"v?\d+([.-]\d+)*", re.ASCII | re.IGNORECASE)


def foretell(
    dataset: Dataset, release: str, *, audience: str, begun: Mapping[str, Sequence[str]]
) -> list[str]:
    """Say what whoever imports should know before; `begun` are names of actors and of places."""
    finished = dataset.runs.filter(status=ImportRun.Status.FINISHED).order_by("-pk")
    last = finished.values_list("release", flat=True).first()
    told = [seen_by(audience), would_begin(begun["actor"], begun["place"])]
    return [*told, *compare_releases(release, last or "")]


def seen_by(audience: str) -> str:
    if audience == Record.Audience.PUBLIC:
        return "Everybody will see the rows."
    return "Members only will see the rows: who is not signed in sees nothing of them."


def would_begin(actors: Sequence[str], places: Sequence[str]) -> str:
    """Say how many actors and places are not here yet, and the names of the first actors."""
    numbers = f"{_many(len(actors), 'actor')} and {_many(len(places), 'place')}"
    told = f"It would begin {numbers} that are not here yet"
    if not actors:
        return f"{told}."
    first = "; ".join(f"“{one}”" for one in actors[:NAMED])
    return f"{told}. The {'first ' if len(actors) > NAMED else ''}actors: {first}."


def compare_releases(stated: str, last: str) -> list[str]:
    """Say so where a release is the one imported last, or seems older."""
    if stated == last:
        return [f"Release {stated} is the one that was imported last."]
    if not (NUMBERED.fullmatch(stated) and NUMBERED.fullmatch(last)):
        return []
    is_older = _numbers(stated) < _numbers(last)
    return [f"Release {stated} seems older than {last}, imported last."] if is_older else []


def _numbers(release: str) -> list[int]:
    return [int(one) for one in re.findall(r"[0-9]+", release)]


def _many(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
