"""What other datasets' records of an incident an answer carries, for `include=matches`."""

from config.kinds import KINDS
from datasets.matching.decided import decided
from ledger.canonical import written
from ledger.models import PublishedRecord
from ledger.moments import Moment

from .answers import instant
from .bodies import body


def matches(row: PublishedRecord, moment: Moment, user) -> tuple[list[str], set[str]]:
    """Return each decided match as text, and the ids that their documents refer to."""
    found = decided(row.record_id, moment=moment, user=user)
    if not found:
        return [], set()
    rows = PublishedRecord.objects.as_of(moment.edition).visible_to(user)
    rows = rows.filter(public_id__in=[one.record for one in found]).with_documents()
    documents = {other.public_id: other for other in rows}
    texts = []
    for one in found:
        head = {
            "record": one.record,
            "dataset": one.dataset or None,
            "verdict": one.verdict,
            "part": one.part,
            "decided": {"at": instant(one.at), "edition": one.edition},
        }
        document = body(documents[one.record], KINDS["incident"], on=moment.on)
        texts.append(f'{written(head)[:-1]},"document":{document}}}')
    return texts, set().union(*(other.refs for other in documents.values()))
