"""The words for events, statements, commitments and links."""

from django.db import models


class EventType(models.TextChoices):
    ARREST = "arrest", "arrest"
    RELEASE = "release", "release"
    LEGISLATION = "legislation", "legislation"
    ANNOUNCEMENT = "announcement", "announcement"
    WITHDRAWAL = "withdrawal", "withdrawal"
    DEPLOYMENT = "deployment", "deployment"
    NEGOTIATION = "negotiation", "negotiation"
    APPOINTMENT = "appointment", "appointment"
    SANCTION = "sanction", "sanction or designation"
    PROTEST = "protest", "protest"
    CEREMONY = "ceremony", "ceremony"
    COURT_RULING = "court_ruling", "court ruling"
    RESIGNATION = "resignation", "resignation"
    DISMISSAL = "dismissal", "dismissal"
    INQUIRY = "inquiry", "inquiry"
    AGREEMENT = "agreement", "agreement"
    VOTE = "vote", "vote"
    LEAK = "leak", "leak"
    OTHER = "other", "other"


class Provenance(models.TextChoices):
    PUBLIC = "public", "said in public"
    LEAKED = "leaked", "leaked"
    VIA_UNNAMED_OFFICIALS = "via_unnamed_officials", "known through unnamed officials"
    DISOWNED = "disowned", "disowned"


class StatementKind(models.TextChoices):
    CONDEMNATION = "condemnation", "condemnation"
    PRAISE = "praise", "praise"
    DENIAL = "denial", "denial"
    PROMISE = "promise", "promise"
    ULTIMATUM = "ultimatum", "ultimatum"
    THREAT = "threat", "threat"
    ANNOUNCEMENT = "announcement", "announcement"
    DEMAND = "demand", "demand"
    ADMISSION = "admission", "admission"
    CONDOLENCE = "condolence", "condolence"
    ACCUSATION = "accusation", "accusation"
    WARNING = "warning", "warning"
    OFFER = "offer", "offer"
    RESOLUTION = "resolution", "resolution"
    ASSERTION = "assertion", "assertion"


class RenderingKind(models.TextChoices):
    ORIGINAL = "original", "original words"
    TRANSLATION = "translation", "translation"
    PARAPHRASE = "paraphrase", "paraphrase"


class CommitmentKind(models.TextChoices):
    PROMISE = "promise", "promise"
    ULTIMATUM = "ultimatum", "ultimatum"
    THREAT = "threat", "threat"
    ORDER = "order", "order"


class Verdict(models.TextChoices):
    PROGRESS = "progress", "progress"
    KEPT = "kept", "kept"
    PARTLY_KEPT = "partly_kept", "partly kept"
    BROKEN = "broken", "broken"
    WITHDRAWN = "withdrawn", "withdrawn"
    SUPERSEDED = "superseded", "superseded"
    NOT_TRIGGERED = "not_triggered", "condition not met"
    CHECKED_NOTHING_FOUND = "checked_nothing_found", "checked, nothing found"


class LinkKind(models.TextChoices):
    PROVOKED_RETALIATION = "provoked_retaliation", "provoked, in retaliation,"
    PROMPTED_RESPONSE = "prompted_response", "prompted"
    LED_TO = "led_to", "led to"
    ENDED = "ended", "ended"
    GIVEN_AS_REASON = "given_as_reason", "was given as the reason for"
    PRESSURE_FOR = "pressure_for", "put pressure towards"
    CONTRADICTED_BY = "contradicted_by", "was contradicted by"
    RENEWED_BY = "renewed_by", "was renewed by"
    SUCCEEDED_BY = "succeeded_by", "was succeeded by"
    FOLLOWED = "followed", "was followed by"
    SAME_OPERATION = "same_operation", "was one operation with"
    SAME_WAVE = "same_wave", "was of one wave with"


SYMMETRIC = frozenset({LinkKind.SAME_OPERATION, LinkKind.SAME_WAVE})

BACKWARD = {
    LinkKind.PROVOKED_RETALIATION: "was retaliation for",
    LinkKind.PROMPTED_RESPONSE: "was a response to",
    LinkKind.LED_TO: "was brought about by",
    LinkKind.ENDED: "was ended by",
    LinkKind.GIVEN_AS_REASON: "was justified with",
    LinkKind.PRESSURE_FOR: "came under pressure of",
    LinkKind.CONTRADICTED_BY: "contradicted",
    LinkKind.RENEWED_BY: "renewed",
    LinkKind.SUCCEEDED_BY: "succeeded",
    LinkKind.FOLLOWED: "came after",
    LinkKind.SAME_OPERATION: "was one operation with",
    LinkKind.SAME_WAVE: "was of one wave with",
}


class LinkConfidence(models.TextChoices):
    ASSERTED = "asserted", "asserted"
    CLAIMED = "claimed", "claimed by a party"
    PROBABLE = "probable", "probable"
    ALLEGED = "alleged", "alleged"
    POSSIBLE = "possible", "possible"
