"""The status of an incident's claims and of its attributions, derived from rows that may disagree.

A claim is who says "it was us"; an attribution is who says "it was them". Neither is a party's
role. Both functions take the rows of a record's state, and are pure.
"""

from incidents.statuses.attributions import accused, attribution_status, current_attributions
from incidents.statuses.claims import claim_status, claimants, current_claims

__all__ = [
    "accused",
    "attribution_status",
    "claim_status",
    "claimants",
    "current_attributions",
    "current_claims",
]
