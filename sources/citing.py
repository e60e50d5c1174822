"""The sources of a row as one line: `R12 p. 4; R3`, read, explained, and kept as citations.

A source is named by its public id or its key; what follows it is the place in it. Semicolons part
sources, and so does a comma before another id.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q

from ledger.folding import fold

from .models import Citation, Source

SEPARATOR = re.compile(r";|,(?=\s*R[1-9])", re.IGNORECASE | re.ASCII)
PUBLIC_ID = re.compile(r"R[1-9][0-9]{0,8}", re.IGNORECASE | re.ASCII)
LOCATOR_LENGTH = 100
ACCEPTED = "Write the ids of sources, each with its page if need be: R12 p. 4; R3."


class NotCited(ValueError):
    """A line of sources that cannot be understood; the message is for its author."""


class Cited(NamedTuple):
    """A source, and where in it."""

    source: Source
    locator: str


def read_citing(text: str) -> list[tuple[str, str]]:
    """Return (public id or key, locator) of each source named in a line; [] for an empty one."""
    named = []
    for part in SEPARATOR.split(text):
        name, _, locator = part.strip().partition(" ")
        if not name:
            continue
        if len(locator) > LOCATOR_LENGTH:
            raise NotCited(
                f"What follows {name[:60]} has more than {LOCATOR_LENGTH} characters; name the "
                "page or the minute."
            )
        named.append((name.upper() if PUBLIC_ID.fullmatch(name) else name, locator.strip()))
    return named


def find_cited(text: str) -> list[Cited]:
    """Return the sources that a line names; NotCited where there is no such source."""
    named = read_citing(text)
    names = [name for name, _ in named]
    found: dict[str, Source] = {}
    if names:
        for source in Source.objects.filter(Q(public_id__in=names) | Q(key__in=names)):
            found[source.public_id] = found[source.key] = source
    for name in names:
        if name not in found:
            raise NotCited(f"There is no source “{name[:60]}”. {_suggestion(name)}{ACCEPTED}")
    return [Cited(found[name], locator) for name, locator in named]


def write_citing(citations: Iterable[Citation]) -> str:
    """Return the line that reads as these citations."""
    return "; ".join(f"{one.source.public_id} {one.locator}".strip() for one in citations)


def explain_cited(cited: Iterable[Cited | Citation]) -> str:
    """Say which sources are meant: “Five civilians killed”, Reuters, p. 4; …"""
    return "; ".join(
        ", ".join(filter(None, (f"“{one.source.title}”", one.source.publisher, one.locator)))
        for one in cited
    )


def keep_cited(*, record_id: int, assertion: str, cited: list[Cited]) -> None:
    """Make the citations of a row say what was read.

    A citation that was there keeps what a line does not hold: its field, quote and credibility.
    """
    before = list(Citation.objects.filter(record=record_id, assertion=assertion))
    for position, one in enumerate(cited):
        citation = _take(before, one) or Citation(record_id=record_id, assertion=assertion)
        citation.source, citation.locator, citation.position = one.source, one.locator, position
        citation.save()
    Citation.objects.filter(pk__in=[citation.pk for citation in before]).delete()


def _take(before: list[Citation], cited: Cited) -> Citation | None:
    """Take out of `before` the citation of the same place, else one of the same source."""
    same_source = [one for one in before if one.source_id == cited.source.pk]
    same_place = [one for one in same_source if one.locator == cited.locator]
    found = next(iter(same_place or same_source), None)
    if found:
        before.remove(found)
    return found


def _suggestion(name: str) -> str:
    words = fold(name)
    meant = Source.objects.matching(words).order_by("pk")[:3] if len(words) > 2 else []
    listed = ", ".join(f"{source.public_id} (“{source.title[:80]}”)" for source in meant)
    return f"Did you mean {listed}? " if listed else ""
