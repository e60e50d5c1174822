"""Records for tests, made as an editor makes them: rows in tables, then a revision, then published.

Each function takes the fields that a test speaks of and fills in the rest.
"""

from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from actors.models import Actor, ActorName, Relationship
from config.kinds import KINDS
from datasets.models import Dataset
from dates.partial import PartialDate
from incidents.models import (
    Attribution,
    CasualtyCount,
    CasualtyReport,
    Claim,
    Incident,
    IncidentPlace,
    Party,
    Place,
    PlaceName,
    WeaponUse,
)
from ledger.models import Edition, Record
from ledger.publishing import publish
from ledger.saving import append_revisions
from sources.models import Citation, RivalAssertion, Source
from timeline.models import (
    Chronology,
    Commitment,
    Entry,
    Event,
    EventNumber,
    FollowUp,
    Link,
    Participant,
    Rendering,
    Statement,
)

NUMBERS = count(1)


def on(text: str) -> PartialDate:
    """Return the date that an EDTF text says."""
    return PartialDate.parse(text)


def make_user(username: str = "", *, group: str = "", **overrides):
    """Make a user who may sign in with the password "correct horse battery"."""
    name = username or f"user{next(NUMBERS)}"
    user = get_user_model().objects.create_user(name, password="correct horse battery", **overrides)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def make_source(**overrides) -> Source:
    fields = {"title": f"Article {next(NUMBERS)}", "publisher": "A newspaper", "language": "en"}
    return Source.objects.create(**(fields | overrides))


def make_dataset(name: str = "", **overrides) -> Dataset:
    """Make a dataset that may be passed on; `redistributable=False` makes it the members' alone."""
    short_name = name or f"set-{next(NUMBERS)}"
    fields = {
        "title": short_name.upper(),
        "licence": "CC BY 4.0",
        "release": "23.1",
        "redistributable": True,
    }
    fields |= overrides
    if not fields["redistributable"]:
        fields["audience"] = "members"
    source = make_source(title=f"The dataset {short_name}")
    return Dataset.objects.create(short_name=short_name, source=source, **fields)


def make_actor(name: str = "", *, names: tuple[str, ...] = (), **overrides) -> Actor:
    """Make an actor; `names` are further names beside the preferred one."""
    actor = Actor.objects.create(**({"actor_kind": "militia"} | overrides))
    preferred = name or f"Group {next(NUMBERS)}"
    ActorName.objects.create(actor=actor, text=preferred, preferred=True, language="en")
    for text in names:
        ActorName.objects.create(actor=actor, text=text)
    return actor


def make_relationship(subject: Actor, relation: str, to: Actor, **overrides) -> Relationship:
    return Relationship.objects.create(subject=subject, relation=relation, object=to, **overrides)


def make_place(name: str = "", *, parents: tuple[Place, ...] = (), **overrides) -> Place:
    place = Place.objects.create(**({"place_kind": "city", "country": "IQ"} | overrides))
    PlaceName.objects.create(place=place, text=name or f"Town {next(NUMBERS)}", preferred=True)
    place.parents.set(parents)
    return place


def make_incident(*, place: Place | None = None, **overrides) -> Incident:
    fields = {
        "title": f"Rockets on a base {next(NUMBERS)}",
        "incident_type": "rocket_attack",
        "date": on("2020-09-28"),
    }
    incident = Incident.objects.create(**(fields | overrides))
    if place is not None:
        IncidentPlace.objects.create(incident=incident, place=place)
    return incident


def add_place(incident: Incident, place: Place | None = None, **fields) -> IncidentPlace:
    return IncidentPlace.objects.create(incident=incident, place=place, **fields)


def add_weapon(incident: Incident, weapon: str = "rocket", **fields) -> WeaponUse:
    return WeaponUse.objects.create(incident=incident, weapon=weapon, **fields)


def add_party(incident: Incident, role: str, **fields) -> Party:
    return Party.objects.create(incident=incident, role=role, **fields)


def add_claim(incident: Incident, stance: str = "claims", **fields) -> Claim:
    """Add a claim; `claimed_for` and `also_covers` are lists of records."""
    linked = {name: fields.pop(name, []) for name in ("claimed_for", "also_covers")}
    claim = Claim.objects.create(incident=incident, stance=stance, **fields)
    for name, records in linked.items():
        getattr(claim, name).set(records)
    return claim


def add_attribution(incident: Incident, accused: Actor | None = None, **fields) -> Attribution:
    return Attribution.objects.create(incident=incident, accused_record=accused, **fields)


def add_report(incident: Incident, *counts: dict, **fields) -> CasualtyReport:
    """Add a casualty report with its counts: `add_report(attack, killed(5))`."""
    fields.setdefault("by_text", f"Reporter {next(NUMBERS)}")
    if fields.get("adopted"):
        fields.setdefault("adopted_reason", "It is the only one broken down by victim.")
    report = CasualtyReport.objects.create(incident=incident, **fields)
    for row in counts:
        CasualtyCount.objects.create(report=report, **row)
    return report


def killed(low: int | None, high: int | None = None, **fields) -> dict:
    """A count of the killed: `killed(5)` is exactly five."""
    return {"outcome": "killed", "low": low, "high": low if high is None else high} | fields


def make_event(**overrides) -> Event:
    fields = {"title": f"Arrests {next(NUMBERS)}", "event_type": "arrest", "date": on("2020-09-29")}
    return Event.objects.create(**(fields | overrides))


def add_participant(event: Event, actor: Actor, role: str = "") -> Participant:
    return Participant.objects.create(event=event, who_record=actor, role=role)


def add_number(event: Event, what: str, number: int, **fields) -> EventNumber:
    return EventNumber.objects.create(event=event, what=what, low=number, high=number, **fields)


def make_statement(*, about: tuple[Record, ...] = (), text: str = "", **overrides) -> Statement:
    """Make a statement; `text` is its one English rendering."""
    fields = {"statement_kind": "promise", "date": on("2020-09-28")}
    statement = Statement.objects.create(**(fields | overrides))
    statement.about.set(about)
    if text:
        add_rendering(statement, text)
    return statement


def add_rendering(statement: Statement, text: str, language: str = "en", **fields) -> Rendering:
    return Rendering.objects.create(statement=statement, text=text, language=language, **fields)


def add_commitment(statement: Statement, text: str = "To act", **fields) -> Commitment:
    fields.setdefault("commitment_kind", "promise")
    return Commitment.objects.create(statement=statement, text=text, **fields)


def add_follow_up(commitment: Commitment, verdict: str, day: str, **fields) -> FollowUp:
    records = fields.pop("records", [])
    follow_up = FollowUp.objects.create(
        commitment=commitment, verdict=verdict, date=on(day), by_text="the editors", **fields
    )
    follow_up.records.set(records)
    return follow_up


def make_link(cause: Record, effect: Record, kind: str = "led_to", **overrides) -> Link:
    return Link.objects.create(cause=cause, effect=effect, link_kind=kind, **overrides)


def make_chronology(*records: Record, **overrides) -> Chronology:
    chronology = Chronology.objects.create(**({"title": "How it came about"} | overrides))
    for position, record in enumerate(records):
        Entry.objects.create(chronology=chronology, entry_record=record, position=position)
    return chronology


def cite(record: Record, source: Source, *, row=None, **fields) -> Citation:
    """Cite a source for a record, or for one row of it."""
    assertion = row.key if row is not None else ""
    return Citation.objects.create(record=record, assertion=assertion, source=source, **fields)


def add_rival(record: Record, field: str, wording: str, **fields) -> RivalAssertion:
    return RivalAssertion.objects.create(record=record, field=field, wording=wording, **fields)


def saved(*records: Record, by=None, reason: str = "") -> None:
    """Append what the tables hold of records as revisions, as saving their forms does."""
    for record in records:
        append_revisions(kind=KINDS[record.kind], record_ids=[record.pk], by=by, reason=reason)


def published(*records: Record, by=None, reason: str = "First published") -> Edition:
    """Save and publish records in one edition, with the drafts that they refer to."""
    drafts = Record.objects.filter(revisions=None)
    for record in drafts:
        append_revisions(kind=KINDS[record.kind], record_ids=[record.pk], by=by, reason=reason)
    saved(*records, by=by, reason=reason)
    return publish(
        record_ids=[record.pk for record in records],
        by=by,
        reason=reason,
        kinds=KINDS,
        with_references=True,
    )
