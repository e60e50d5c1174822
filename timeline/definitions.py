"""What the words for events, statements, commitments and links mean."""

from ledger.vocabularies import Vocabulary

from .vocabulary import (
    BACKWARD,
    CommitmentKind,
    EventType,
    LinkConfidence,
    LinkKind,
    Provenance,
    RenderingKind,
    StatementKind,
    Verdict,
)

EVENT_TYPES = {
    "arrest": "People taken into custody.",
    "release": "People let go from custody.",
    "legislation": "A law or bill brought in, passed or rejected.",
    "announcement": "Something made known officially.",
    "withdrawal": "Forces or staff leaving a place.",
    "deployment": "Forces or staff sent to a place.",
    "negotiation": "Talks, whether or not they led to anything.",
    "appointment": "Somebody put into an office.",
    "sanction": "A penalty imposed by a state or organisation, or a place on a list of terrorists.",
    "protest": "People demonstrating.",
    "ceremony": "A funeral, commemoration or other ceremony.",
    "court_ruling": "A decision of a court.",
    "resignation": "Somebody giving up an office.",
    "dismissal": "Somebody removed from an office.",
    "inquiry": "An investigation opened, carried on or closed.",
    "agreement": "Something agreed between parties.",
    "vote": "A vote of a parliament, council or electorate.",
    "leak": "Something kept secret that became known.",
    "other": "An event that none of the other words describes.",
}

PROVENANCES = {
    "public": "Said in public by the speaker.",
    "leaked": "Became known against the speaker’s will.",
    "via_unnamed_officials": "Known only through officials who are not named.",
    "disowned": "The speaker says that it is not theirs.",
}

STATEMENT_TYPES = {
    "condemnation": "Says that something was wrong.",
    "praise": "Says that something was right.",
    "denial": "Says that something is not so.",
    "promise": "Says what the speaker will do or see done.",
    "ultimatum": "Says what will follow unless something is done, by a time.",
    "threat": "Says what harm will be done.",
    "announcement": "Makes something known.",
    "demand": "Says what somebody else must do.",
    "admission": "Says that something held against the speaker is so.",
    "condolence": "Mourns with those who lost somebody.",
    "accusation": "Says that somebody did something wrong.",
    "warning": "Says what may happen, without saying that the speaker will do it.",
    "offer": "Says what the speaker would do if it were accepted.",
    "resolution": "States the will of a body that voted on it.",
    "assertion": "Says that something is so.",
}

RENDERING_TYPES = {
    "original": "The words in the language in which they were said.",
    "translation": "The words in another language; whose translation it is, is said.",
    "paraphrase": "What was said, in somebody else’s words.",
}

COMMITMENT_TYPES = {
    "promise": "Somebody says that they will do something or see it done.",
    "ultimatum": "Somebody says what they will do unless another does something by a time.",
    "threat": "Somebody says that they will do harm.",
    "order": "Somebody in authority tells others to do something.",
}

VERDICTS = {
    "progress": "Something was done towards it. It settles nothing.",
    "kept": "What was promised was done.",
    "partly_kept": "A part of what was promised was done.",
    "broken": "What was promised was not done, or the opposite was.",
    "withdrawn": "Whoever promised took it back.",
    "superseded": "Another commitment took its place.",
    "not_triggered": "The condition did not come about, so nothing was due.",
    "checked_nothing_found": "Somebody looked and found nothing either way. It settles nothing.",
}

COMMITMENT_STATE_WORDS = {
    "pending": "pending",
    "overdue": "overdue",
    "contested": "contested",
    **{
        verdict.value: verdict.label
        for verdict in Verdict
        if verdict not in (Verdict.PROGRESS, Verdict.CHECKED_NOTHING_FOUND)
    },
}

COMMITMENT_STATES = {
    "pending": "Nothing has settled it, and its deadline has not passed or was never set.",
    "overdue": "Nothing has settled it, and the last possible day of its deadline has passed.",
    "contested": "The latest verdicts, of one day, differ.",
    **{value: text for value, text in VERDICTS.items() if value in COMMITMENT_STATE_WORDS},
}

LINK_TYPES = {
    "provoked_retaliation": "The second was done in retaliation for the first.",
    "prompted_response": "The second was an answer to the first.",
    "led_to": "The first brought the second about.",
    "ended": "The first brought the second to an end.",
    "given_as_reason": "Somebody gave the first as the reason for the second.",
    "pressure_for": "The first was meant to bring the second about.",
    "contradicted_by": "The second says or shows the opposite of the first.",
    "renewed_by": "The second takes the first up again.",
    "succeeded_by": "The second took the place of the first.",
    "followed": "The second came after the first. It asserts no cause.",
    "same_operation": "The two were parts of one operation.",
    "same_wave": "The two belong to one wave of attacks.",
}

LINK_CONFIDENCES = {
    "asserted": "Said as a fact.",
    "claimed": "Said by one of the parties.",
    "probable": "Said to be likely.",
    "alleged": "Said by others and not established.",
    "possible": "Said to be possible.",
}

VOCABULARIES = {
    name: Vocabulary(name, title, dict(words), definitions)
    for name, title, words, definitions in (
        ("event_type", "Type of event", EventType.choices, EVENT_TYPES),
        ("statement_type", "Type of statement", StatementKind.choices, STATEMENT_TYPES),
        ("provenance", "How a statement became known", Provenance.choices, PROVENANCES),
        ("rendering_type", "Whose words", RenderingKind.choices, RENDERING_TYPES),
        ("commitment_type", "Type of commitment", CommitmentKind.choices, COMMITMENT_TYPES),
        (
            "commitment_state",
            "Where a commitment stands",
            COMMITMENT_STATE_WORDS,
            COMMITMENT_STATES,
        ),
        ("verdict", "What a follow-up found", Verdict.choices, VERDICTS),
        ("link_type", "Link between two records", LinkKind.choices, LINK_TYPES),
        ("link_backward", "A link seen from the other side", BACKWARD, LINK_TYPES),
        ("link_confidence", "How sure a link is", LinkConfidence.choices, LINK_CONFIDENCES),
    )
}
