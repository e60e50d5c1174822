from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from dates.fields import PartialDateField, bounds_in_order
from incidents.vocabulary import (
    Fate,
    IncidentType,
    Outcome,
    PartyRole,
    PlaceRole,
    Precision,
    Weapon,
)
from ledger.constraints import coordinates, one_key, ordered_numbers
from ledger.models import Record, RecordKind, Row, who

from .places import Place


class Incident(RecordKind):
    """An armed attack, or an attempt at one: something that happened somewhere, once."""

    KIND = "incident"

    title = models.CharField(max_length=300)
    incident_type = models.CharField(
        "type", max_length=15, choices=IncidentType, blank=True, help_text="Empty: not known."
    )
    summary = models.TextField(blank=True, help_text="One or two sentences.")
    account = models.TextField(
        "what happened", blank=True, help_text="Prose; cite as [R12 p. 4] behind what it supports."
    )
    date = PartialDateField(blank=True, with_time=True)
    outcome = models.CharField(max_length=11, choices=Outcome, default=Outcome.UNKNOWN)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="part of",
        help_text="The operation that this strike was part of.",
    )
    tags = ArrayField(models.CharField(max_length=50), default=list, blank=True)
    dataset = models.ForeignKey(
        Record,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="The dataset that it was imported from.",
    )
    dataset_entry = models.CharField("id in the dataset", max_length=60, blank=True, editable=False)
    stated_type = models.CharField(
        "type as the dataset states it", max_length=200, blank=True, editable=False
    )

    class Meta:
        constraints = [
            bounds_in_order("date"),
            models.CheckConstraint(
                condition=~Q(parent=F("record_ptr")),
                name="incidents_incident_not_its_own_part",
                violation_error_message="An incident cannot be part of itself; name the operation.",
            ),
        ]

    def __str__(self):
        return self.title


class IncidentPlace(Row):
    """Where something of an incident was: struck, aimed at, launched from; how exactly known."""

    PREFIX = "p"
    OWNER = "incident"

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="places")
    role = models.CharField(max_length=13, choices=PlaceRole, default=PlaceRole.SITE)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="incident_places"
    )
    text = models.CharField(
        max_length=300, blank=True, help_text="For example: a house near Baghdad Airport."
    )
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    precision = models.CharField(max_length=13, choices=Precision, default=Precision.NONE)
    disputed = models.BooleanField(default=False)

    class Meta(Row.Meta):
        constraints = [
            one_key("incident"),
            coordinates("incidents_incidentplace"),
            models.CheckConstraint(
                condition=Q(place__isnull=False) | ~Q(text=""),
                name="incidents_incidentplace_says_where",
                violation_error_message="Choose a place or say in words where it was.",
            ),
        ]


class WeaponUse(Row):
    """A weapon of an incident: how many, and what became of them."""

    PREFIX = "w"
    OWNER = "incident"

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="weapons")
    weapon = models.CharField(max_length=17, choices=Weapon)
    detail = models.CharField(max_length=200, blank=True, help_text="For example 107 mm Katyusha.")
    low = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    fate = models.CharField(max_length=11, choices=Fate, default=Fate.UNKNOWN)

    class Meta(Row.Meta):
        constraints = [one_key("incident"), ordered_numbers()]


class Party(Row):
    """Who was aimed at, struck, hurt or came to help. Who did it is never a role."""

    PREFIX = "t"
    OWNER = "incident"

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(max_length=15, choices=PartyRole)
    who_record, who_text, who_via = who("who")
    low = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    damage = models.CharField(max_length=300, blank=True)
    disputed = models.BooleanField(default=False)

    class Meta(Row.Meta):
        verbose_name_plural = "parties"
        constraints = [
            one_key("incident"),
            ordered_numbers(),
            models.CheckConstraint(
                condition=~Q(role=PartyRole.ATTACKERS) | Q(who_record__isnull=True),
                name="incidents_party_attackers_are_not_named",
                violation_error_message="Attackers are a number and words, never an actor: who "
                "did it is said by claims and attributions.",
            ),
        ]
