"""The parameters of events, statements, commitments and chronologies, for page and API alike."""

from datetime import date

from django.db.models import Case, CharField, F, QuerySet, Value, When

from dates.filters import overlap_q
from ledger.filters import UNSET, AnyId, AnyOf, DatedFilterSet, Day, StrictFilterSet, Words, pairs

from .models import (
    PublishedChronology,
    PublishedCommitment,
    PublishedEvent,
    PublishedStatement,
)
from .vocabulary import CommitmentKind, EventType, Provenance, StatementKind

STATES = (
    "pending",
    "overdue",
    "kept",
    "partly_kept",
    "broken",
    "withdrawn",
    "superseded",
    "not_triggered",
    "contested",
)


class EventFilter(DatedFilterSet):
    """What readers may ask of events."""

    orderings = {
        "-date": ("-sort_date", "-record_id"),
        "date": ("sort_date", "record_id"),
        "-changed": ("-since", "-record_id"),
    }
    facets = {"type": "Type", "actor": "Participant"}

    q = Words(method="saying_or_naming")
    type = AnyOf("event_type", choices=EventType.choices)
    not_type = AnyOf("event_type", choices=EventType.choices, exclude=True)
    actor = AnyId("actors", kind="actor", array=True)
    actor_all = AnyId("actors", kind="actor", array=True, every=True)
    not_actor = AnyId("actors", kind="actor", array=True, exclude=True)
    place = AnyId("place", kind="place")

    class Meta:
        model = PublishedEvent
        fields: list[str] = []


class StatementFilter(DatedFilterSet):
    """What readers may ask of statements."""

    orderings = {
        "-date": ("-sort_date", "-record_id"),
        "date": ("sort_date", "record_id"),
        "-changed": ("-since", "-record_id"),
    }
    facets = {
        "type": "Type",
        "speaker": "Speaker",
        "on_behalf_of": "On behalf of",
        "provenance": "Provenance",
    }

    q = Words(method="saying_or_naming")
    type = AnyOf("statement_kind", choices=StatementKind.choices)
    not_type = AnyOf("statement_kind", choices=StatementKind.choices, exclude=True)
    speaker = AnyId("speaker", kind="actor")
    not_speaker = AnyId("speaker", kind="actor", exclude=True)
    on_behalf_of = AnyId("on_behalf_of", kind="actor")
    about = AnyId("about", array=True)
    provenance = AnyOf("provenance", choices=Provenance.choices)
    not_provenance = AnyOf("provenance", choices=Provenance.choices, exclude=True)
    has = AnyOf("has", choices=pairs(["commitment"]), method="by_what_it_has")

    class Meta:
        model = PublishedStatement
        fields: list[str] = []

    def by_what_it_has(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        wanted = [one != UNSET for one in value]
        return rows.filter(has_commitment__in=wanted)


class CommitmentFilter(DatedFilterSet):
    """What readers may ask of commitments; their dates are those of the statements."""

    orderings = {
        "deadline": ("sort_deadline", "record_id", "number"),
        "-deadline": ("-sort_deadline", "-record_id", "-number"),
        "-date": ("-sort_date", "-record_id", "-number"),
        "date": ("sort_date", "record_id", "number"),
        "-changed": ("-since", "-record_id", "-number"),
    }
    facets = {
        "state": "State",
        "type": "Type",
        "promisor": "Promised by",
        "obliged": "Who must act",
        "addressee": "For whom",
    }

    q = Words(method="saying_or_naming")
    state = AnyOf("state", choices=pairs(STATES))
    not_state = AnyOf("state", choices=pairs(STATES), exclude=True)
    type = AnyOf("commitment_kind", choices=CommitmentKind.choices)
    not_type = AnyOf("commitment_kind", choices=CommitmentKind.choices, exclude=True)
    promisor = AnyId("promisor", kind="actor")
    not_promisor = AnyId("promisor", kind="actor", exclude=True)
    obliged = AnyId("obliged", kind="actor")
    addressee = AnyId("addressee", kind="actor")
    statement = AnyId("public_id", kind="statement")
    about = AnyId("refs", array=True, method="by_what_it_is_about")
    deadline_from = Day(method="by_deadline_from")
    deadline_to = Day(method="by_deadline_to")

    class Meta:
        model = PublishedCommitment
        fields: list[str] = []

    def __init__(self, data, *, queryset, user, moment):
        rows = queryset.annotate(state=_state_on(moment.on))
        super().__init__(data, queryset=rows, user=user, moment=moment)

    def by_what_it_is_about(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        """What stands in a statement about the records given; `unset`: about none."""
        statements = self.lines_of(PublishedStatement)
        about = AnyId("about", array=True).condition(
            [one for one in value if one != UNSET], UNSET in value
        )
        return rows.filter(public_id__in=statements.filter(about).values("public_id"))

    def by_deadline_from(self, rows: QuerySet, name: str, value: date) -> QuerySet:
        return rows.filter(overlap_q("deadline", value, None))

    def by_deadline_to(self, rows: QuerySet, name: str, value: date) -> QuerySet:
        return rows.filter(overlap_q("deadline", None, value))


class ChronologyFilter(StrictFilterSet):
    """What readers may ask of chronologies."""

    orderings = {
        "title": ("title", "record_id"),
        "-changed": ("-since", "-record_id"),
    }

    q = Words(method="by_words")

    class Meta:
        model = PublishedChronology
        fields: list[str] = []

    def by_words(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.saying(value)


def _state_on(day: date) -> Case:
    """Say in SQL what `standing.commitment_state` says: of the states, two depend on the day."""
    return Case(
        When(settled="", deadline_latest__lt=day, then=Value("overdue")),
        When(settled="", then=Value("pending")),
        default=F("settled"),
        output_field=CharField(),
    )
