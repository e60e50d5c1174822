"""What readers have of a record: nothing yet, all of it, an older version, or nothing any more."""

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from ledger.models import Publication, Record, Revision

Status = Record.Status

DRAFT = "draft"
CURRENT = "published"
CHANGED = "changed"
WITHDRAWN = "withdrawn"
STATES = [
    (DRAFT, "draft"),
    (CURRENT, "published"),
    (CHANGED, "unpublished changes"),
    (WITHDRAWN, "withdrawn"),
]


def with_publication(records: QuerySet) -> QuerySet:
    """Annotate records with their newest revision, and the revision and edition last published."""
    published = Publication.objects.filter(record=OuterRef("pk")).order_by("-number")
    saved = Revision.objects.filter(record=OuterRef("pk")).order_by("-number")
    return records.annotate(
        newest_revision=Subquery(saved.values("pk")[:1]),
        published_revision=Subquery(published.values("revision")[:1]),
        published_edition=Subquery(published.values("edition")[:1]),
    )


def in_state(records: QuerySet, state: str) -> QuerySet:
    """Keep the annotated records that are in one of STATES."""
    as_published = Q(newest_revision=F("published_revision"))
    conditions = {
        DRAFT: Q(status__in=[Status.DRAFT, Status.IN_REVIEW]),
        CURRENT: Q(status=Status.PUBLISHED) & as_published,
        CHANGED: Q(status=Status.PUBLISHED) & ~as_published,
        WITHDRAWN: Q(status=Status.WITHDRAWN),
    }
    return records.filter(conditions[state])


def state_of_publication(record: Record) -> str:
    """Return the state of an annotated record, a key of STATES."""
    if record.status == Status.WITHDRAWN:
        return WITHDRAWN
    if record.status != Status.PUBLISHED:
        return DRAFT
    return CURRENT if record.newest_revision == record.published_revision else CHANGED


def said_of_publication(record: Record) -> str:
    """Say in a few words what readers have of an annotated record."""
    edition = record.published_edition
    return {
        DRAFT: "Draft: readers see nothing of it.",
        CURRENT: f"Published in edition {edition}, as it stands here.",
        CHANGED: f"Published in edition {edition}; changed since, which readers do not see yet.",
        WITHDRAWN: f"Withdrawn in edition {edition}.",
    }[state_of_publication(record)]
