from django.db import models
from django.db.models import F, Q

from actors.models import Actor
from dates.fields import PartialDateField, bounds_in_order
from incidents.vocabulary import (
    Authenticity,
    Basis,
    ClaimCredibility,
    Confidence,
    Medium,
    Responsibility,
    Stance,
)
from ledger.constraints import one_key
from ledger.models import Row, who

from .incident import Incident


class Claim(Row):
    """What somebody says of having done it or not; "no claim known as of" a date is one too."""

    PREFIX = "k"
    OWNER = "incident"

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="claims")
    stance = models.CharField(max_length=13, choices=Stance)
    speaker_record, speaker_text, speaker_via = who("speaker")
    claimed_for = models.ManyToManyField(
        Actor, blank=True, related_name="+", help_text="For whom; several: jointly."
    )
    date = PartialDateField(blank=True, with_time=True)
    medium = models.CharField(max_length=9, choices=Medium, blank=True)
    medium_detail = models.CharField(max_length=200, blank=True)
    quote = models.TextField(blank=True)
    quote_language = models.CharField(max_length=16, blank=True)
    translation = models.TextField(blank=True)
    claimed_effect = models.CharField(
        max_length=500, blank=True, help_text="What the speaker says was achieved; not a fact."
    )
    authenticity = models.CharField(
        max_length=10, choices=Authenticity, default=Authenticity.UNVERIFIED
    )
    credibility = models.CharField(
        max_length=10, choices=ClaimCredibility, default=ClaimCredibility.UNASSESSED
    )
    replies_to = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replies"
    )
    reason = models.CharField(max_length=500, blank=True, help_text="The reason the speaker gives.")
    also_covers = models.ManyToManyField(
        Incident,
        blank=True,
        related_name="claims_from_others",
        help_text="Other incidents claimed.",
    )
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints = [
            one_key("incident"),
            bounds_in_order("date"),
            models.CheckConstraint(
                condition=~Q(stance=Stance.NONE_KNOWN)
                | Q(speaker_record__isnull=True, speaker_text=""),
                name="incidents_claim_none_known_has_no_speaker",
                violation_error_message="“No claim known” has no speaker; name who reports it as "
                "the source.",
            ),
            models.CheckConstraint(
                condition=Q(replies_to__isnull=True) | ~Q(replies_to=F("id")),
                name="incidents_claim_not_answering_itself",
                violation_error_message="A claim cannot answer itself; choose another claim.",
            ),
        ]


class Attribution(Row):
    """Who says that whom is responsible, in which sense, how surely, and on what basis."""

    PREFIX = "a"
    OWNER = "incident"

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="attributions")
    by_record, by_text, by_via = who("said by")
    accused_record, accused_text, accused_via = who("accused")
    accused_with = models.ManyToManyField(
        Actor, blank=True, related_name="+", help_text="Accused jointly with the first."
    )
    about_claim = models.ForeignKey(
        Claim,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The claim spoken of; empty: the attack itself.",
    )
    responsibility = models.CharField(
        max_length=17, choices=Responsibility, default=Responsibility.CARRIED_OUT
    )
    confidence = models.CharField(max_length=9, choices=Confidence, default=Confidence.ASSERTED)
    basis = models.CharField(max_length=10, choices=Basis, default=Basis.NONE_GIVEN)
    wording = models.TextField("original wording", blank=True)
    wording_language = models.CharField(max_length=16, blank=True)
    date = PartialDateField(blank=True, with_time=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    narrows = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    surely_this = models.BooleanField("surely about this incident", default=True)
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints = [
            one_key("incident"),
            bounds_in_order("date"),
            models.CheckConstraint(
                condition=(Q(replaces__isnull=True) | ~Q(replaces=F("id")))
                & (Q(narrows__isnull=True) | ~Q(narrows=F("id"))),
                name="incidents_attribution_not_of_itself",
                violation_error_message="An attribution cannot replace or narrow itself.",
            ),
        ]
