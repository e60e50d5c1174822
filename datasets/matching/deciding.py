"""What an editor decides of a match, and takes back as easily."""

from django.db import transaction
from django.utils import timezone

from datasets.models import Match, MatchDecision, Verdict
from ledger.editions import lock_ledger, take_edition
from ledger.errors import EditConflict


@transaction.atomic
def decide(
    *, match_id: int, seen: int, verdict: str, by, part_id: int | None = None, note: str = ""
) -> Match:
    """Give a match its verdict; `Verdict.PROPOSED` takes the last one back.

    `seen` is the version that the editor saw: EditConflict if somebody decided meanwhile. `part_id`
    says which of the two records is part of the other, for `Verdict.PART_OF` alone. Readers get it
    from an edition of its own on; a verdict that changes nothing takes none.
    """
    lock_ledger()
    match = Match.objects.select_for_update().get(pk=match_id)
    if _stands(match, verdict, part_id, note):
        return match
    if match.version != seen:
        raise EditConflict(
            "Somebody decided this match after you opened it. Look at what they decided, then "
            "decide again if you must."
        )
    decision = MatchDecision(
        match=match, edition=take_edition(), verdict=verdict, part_id=part_id, by=by, note=note
    )
    decision.save(force_insert=True)
    _apply(match, decision)
    return match


def _apply(match: Match, decision: MatchDecision) -> None:
    decided = decision.verdict != Verdict.PROPOSED
    match.verdict = decision.verdict
    match.part_id = decision.part_id
    match.note = decision.note
    match.decided_by = decision.by if decided else None
    match.decided_at = timezone.now() if decided else None
    match.version += 1
    match.save()


def _stands(match: Match, verdict: str, part_id: int | None, note: str) -> bool:
    return (match.verdict, match.part_id, match.note) == (verdict, part_id, note)
