"""The questions beside the list of sources."""

from ledger.questions import Questions, certainty_field, day_field, moment_field, words_field


class SourceQuestions(Questions):
    folded = ("certainty", "as_of")

    q = words_field("In titles, publishers and authors.")
    date_from = day_field("Published from")
    date_to = day_field("to")
    certainty = certainty_field("Where dates are not exact")
    as_of = moment_field()
