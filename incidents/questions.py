"""The questions beside the list of incidents."""

from ledger.questions import (
    Questions,
    certainty_field,
    choice_field,
    day_field,
    moment_field,
    number_field,
    words_field,
)

from .vocabulary import IncidentType

HAS = [
    ("", "anything"),
    ("claim", "a claim or denial"),
    ("statement", "a statement"),
    ("commitment", "a promise"),
    ("coordinates", "coordinates"),
    ("unset", "none of these"),
]


class IncidentQuestions(Questions):
    folded = ("killed_max", "injured_min", "certainty", "has", "not_type", "as_of")

    q = words_field("In titles, accounts and names.")
    date_from = day_field("From")
    date_to = day_field("To")
    killed_min = number_field("Killed, at least")
    killed_max = number_field("Killed, at most")
    injured_min = number_field("Injured, at least")
    certainty = certainty_field("Where dates or numbers are not exact")
    has = choice_field("Recorded with it", HAS)
    not_type = choice_field(
        "Leave out", [("", "no type"), *IncidentType.choices, ("unset", "type not known")]
    )
    as_of = moment_field()
