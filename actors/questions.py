"""The questions beside the list of actors."""

from ledger.questions import Questions, choice_field, moment_field, words_field

from .vocabulary import ActorKind


class ActorQuestions(Questions):
    folded = ("not_type", "as_of")

    q = words_field("A name in any script or spelling, or words of the description.")
    not_type = choice_field("Leave out", [("", "no type"), *ActorKind.choices])
    as_of = moment_field()
