"""Actors: who does, says and suffers things; their names in every script; their relations."""

from django.db import models
from django.db.models import Q

from actors.names import skeleton
from actors.vocabulary import ActorKind, NameKind, RelationConfidence, RelationKind
from dates.fields import PartialDateField, bounds_in_order
from ledger.constraints import country_code, one_key
from ledger.fields import DerivedTextField
from ledger.folding import fold
from ledger.models import RecordKind, Row, who


class Actor(RecordKind):
    """A state, force, group, organisation or person; or a class of them, or one unidentified."""

    KIND = "actor"

    actor_kind = models.CharField("kind", max_length=17, choices=ActorKind)
    country = models.CharField(
        max_length=2, blank=True, help_text="Two capital letters, for example IQ."
    )
    description = models.TextField(blank=True)
    founded = PartialDateField(blank=True)
    dissolved = PartialDateField(blank=True)
    wikidata = models.CharField(
        "Wikidata id", max_length=15, blank=True, help_text="For example Q1747."
    )
    ucdp = models.PositiveIntegerField("UCDP actor id", null=True, blank=True)
    gleditsch_ward = models.PositiveIntegerField("Gleditsch–Ward number", null=True, blank=True)

    class Meta:
        constraints = [
            country_code(),
            bounds_in_order("founded"),
            bounds_in_order("dissolved"),
            models.CheckConstraint(
                condition=Q(wikidata="") | Q(wikidata__regex=r"^Q[1-9][0-9]*$"),
                name="actors_actor_wikidata_id",
                violation_error_message="A Wikidata id is a Q and a number, for example Q1747.",
            ),
        ]

    def __str__(self):
        return self.label or self.public_id


class ActorName(Row):
    """A name of an actor, in one language and script, and when it was the name."""

    PREFIX = "m"
    OWNER = "actor"

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="actor_names")
    text = models.CharField(max_length=300)
    language = models.CharField(max_length=16, blank=True, help_text="For example en or ar.")
    script = models.CharField(max_length=4, blank=True, help_text="For example Latn or Arab.")
    name_kind = models.CharField("kind", max_length=15, choices=NameKind, default=NameKind.OFFICIAL)
    preferred = models.BooleanField(default=False)
    start = PartialDateField(blank=True)
    end = PartialDateField(blank=True)
    folded = DerivedTextField(of="text", derive=fold)
    skeleton = DerivedTextField(of="text", derive=skeleton)

    class Meta(Row.Meta):
        constraints = [
            one_key("actor"),
            bounds_in_order("start"),
            bounds_in_order("end"),
            models.UniqueConstraint(
                fields=["actor"],
                condition=Q(preferred=True),
                name="actors_name_one_preferred",
                violation_error_message="An actor has one preferred name; unmark the other first.",
            ),
        ]

    def __str__(self):
        return self.text


class Relationship(Row):
    """What a source says one actor was to another, from when to when, and how sure it is."""

    PREFIX = "r"
    OWNER = "subject"

    subject = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="relationships")
    relation = models.CharField(max_length=16, choices=RelationKind)
    object = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="inverse_relationships"
    )
    role_title = models.CharField(max_length=200, blank=True)
    start = PartialDateField(blank=True)
    start_is_first_cited = models.BooleanField(default=False)
    end = PartialDateField(blank=True)
    end_is_last_cited = models.BooleanField(default=False)
    announced = PartialDateField(blank=True)
    signed = PartialDateField(blank=True)
    effective = PartialDateField(blank=True)
    by_record, by_text, by_via = who("asserted by")
    confidence = models.CharField(
        max_length=8, choices=RelationConfidence, default=RelationConfidence.STATED
    )
    contested = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints = [
            one_key("subject"),
            *(
                bounds_in_order(name)
                for name in ("start", "end", "announced", "signed", "effective")
            ),
            models.CheckConstraint(
                condition=~Q(subject=models.F("object")),
                name="actors_relation_not_to_itself",
                violation_error_message="An actor has no relation to itself; name another actor.",
            ),
        ]
