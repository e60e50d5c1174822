"""What readers call the fields of documents and states, and the values in them. Pure."""

from collections.abc import Mapping

from config.vocabulary import VOCABULARIES

# A row of each table.
ROWS = {
    "reports": "casualty report",
    "casualty_reports": "casualty report",
    "counts": "count",
    "places": "place",
    "weapons": "weapon",
    "parties": "party",
    "claims": "claim",
    "attributions": "accusation",
    "rivals": "rival account",
    "names": "name",
    "actor_names": "name",
    "place_names": "name",
    "relationships": "relation",
    "renderings": "rendering",
    "commitments": "promise",
    "follow_ups": "follow-up",
    "captures": "archived copy",
    "participants": "participant",
    "numbers": "number",
    "entries": "entry",
}
ANYWHERE = {
    "citations": "sources",
    "current": "still stands",
    "disputed": "whether it is disputed",
    "high": "at most",
    "low": "at least",
    "best": "best figure",
    "order": "order of the rows",
    "part_of": "the operation of which it is a part",
    "rests_on": "the reports on which it rests",
    "why_not_current": "why it no longer stands",
}
# Whom and what the fields of a row are about, where their own names are too short to say so.
IN_ROW: Mapping[str, Mapping[str, str]] = {
    "claims": {
        "stance": "what is said of the attack",
        "speaker": "who speaks",
        "for": "in whose name",
        "claimed_for": "in whose name",
        "date": "when it was said",
        "medium": "how it was said",
        "medium_detail": "where it was said",
        "quote": "the words",
        "quote_language": "language of the words",
        "translation": "the words in English",
        "claimed_effect": "what it says was achieved",
        "authenticity": "whether it is theirs",
        "credibility": "whether it is believed",
        "replies_to": "what it answers",
        "reason": "the reason that it gives",
        "also_covers": "other attacks that it covers",
        "recorded_at": "the attack at which it is recorded",
    },
    "attributions": {
        "by": "who accuses",
        "accused": "who is accused",
        "accused_with": "who is accused beside them",
        "about_claim": "the claim that it is about",
        "responsibility": "of what they are accused",
        "confidence": "how sure it is",
        "basis": "what it rests on",
        "wording": "the words",
        "wording_language": "language of the words",
        "date": "when it was said",
        "replaces": "what it takes the place of",
        "narrows": "what it makes more exact",
        "surely_this": "whether it is surely about this attack",
    },
    "reports": {
        "by": "who reports",
        "reported_on": "when it was reported",
        "conceded": "whether a party concedes it",
        "scope": "the part that it covers",
        "relation": "how it stands to another",
        "related": "the other report",
        "relation_reason": "why it stands so",
        "withdrawn": "whether it was withdrawn",
        "attackers_included": "whether attackers are counted",
        "adopted": "whether it is adopted",
        "why": "why it is adopted",
        "adopted_reason": "why it is adopted",
    },
    "counts": {
        "outcome": "what happened to them",
        "who": "who they were",
        "sex_age": "sex and age",
        "harm_from": "what harmed them",
        "approximate": "whether it is about so many",
        "part_of": "the count of which it is a part",
    },
    "parties": {"role": "part in the attack"},
    "places": {"role": "part in the attack", "precision": "how exact it is"},
    "rivals": {
        "field": "the fact disputed",
        "row": "the row disputed",
        "by": "who says so",
        "text": "the words",
        "wording": "the words",
        "reported_on": "when it was said",
        "adopted": "whether it is adopted",
        "reason": "why",
    },
    "commitments": {
        "promisor": "who promises",
        "obliged": "who must act",
        "addressee": "to whom",
        "deadline": "by when",
        "deadline_relative": "by when, in their words",
        "target": "how many",
    },
    "follow_ups": {"by": "who looked", "verdict": "what was found", "records": "what shows it"},
    "relationships": {"object": "to whom", "by": "who says so", "role_title": "office"},
}
SAME_ROWS = {"casualty_reports": "reports", "actor_names": "names", "place_names": "names"}
# The vocabulary of a field, where it is not called as the field is; "" is the record itself.
VOCABULARY_OF = {
    ("counts", "outcome"): "count_outcome",
    ("counts", "who"): "standing",
    ("reports", "relation"): "report_relation",
    ("parties", "role"): "party_role",
    ("places", "role"): "place_role",
    ("names", "type"): "name_type",
    ("names", "name_kind"): "name_type",
    ("relationships", "confidence"): "relation_confidence",
    ("renderings", "type"): "rendering_type",
    ("renderings", "rendering_kind"): "rendering_type",
    ("commitments", "type"): "commitment_type",
    ("commitments", "commitment_kind"): "commitment_type",
}
# The rows to which a row's fields refer by key.
REFERS_TO = {
    "replies_to": "claim",
    "about_claim": "claim",
    "replaces": "accusation",
    "narrows": "accusation",
    "related": "casualty report",
    "rests_on": "casualty report",
    "part_of": "count",
}


def field_word(table: str, field: str) -> str:
    """Say a field of a table's row, or of the record where `table` is ""."""
    own = IN_ROW.get(SAME_ROWS.get(table, table), {})
    return own.get(field) or ANYWHERE.get(field) or field.replace("_", " ")


def value_word(table: str, field: str, value: str) -> str:
    """Say a value by its vocabulary; what stands in none is returned as it is."""
    name = VOCABULARY_OF.get((SAME_ROWS.get(table, table), field), field)
    return VOCABULARIES[name].words.get(value, value) if name in VOCABULARIES else value
