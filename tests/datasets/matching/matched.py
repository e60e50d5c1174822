"""A match as it stands after a decision, made without the pages."""

from datasets.matching.deciding import decide
from datasets.models import Match


def matched(first, second, verdict: str = "same", *, part=None) -> Match:
    """Decide that two records tell of one attack."""
    match = Match.objects.create(
        first_id=min(first.pk, second.pk),
        second_id=max(first.pk, second.pk),
        day="2020-09-28",
        score=0.9,
    )
    return decide(match_id=match.pk, seen=0, verdict=verdict, part_id=part and part.pk, by=None)
