"""The questions beside the timeline and the list of promises."""

from ledger.questions import (
    Questions,
    certainty_field,
    choice_field,
    day_field,
    moment_field,
    words_field,
)

from .vocabulary import CommitmentKind


class TimelineQuestions(Questions):
    q = words_field("In titles, quotes, promises and names.")
    date_from = day_field("From")
    date_to = day_field("To")
    certainty = certainty_field("If dates are not exact")
    as_of = moment_field()


class PromiseQuestions(Questions):
    q = words_field("In promises, quotes and names.")
    date_from = day_field("Given from")
    date_to = day_field("Given until")
    deadline_from = day_field("Due from")
    deadline_to = day_field("Due until")
    not_type = choice_field("Leave out", [("", "no kind"), *CommitmentKind.choices])
    as_of = moment_field()
