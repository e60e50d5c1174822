"""The long tables of incidents: a row for each claim, accusation, count, source, place or party."""

from ledger.exporting.columns import Column, Form, named
from ledger.exporting.expressions import cited, credit, dated, listed, who
from ledger.exporting.tables import DOCUMENT, Table, each

from .definitions import VOCABULARIES

INCIDENT = Column("incident", "The incident’s id.", "r.public_id", Form.ID, hxl="#event+id")
DATASET = (
    Column("dataset", "The dataset from which the incident was imported; empty: recorded here.",
           "r.dataset", Form.ID, hxl="#meta+dataset+id"),
    credit("r.dataset"),
)  # fmt: skip
NOTE = Column("note", "A note.", "e ->> 'note'", hxl="#description")


def key(of: str = "e") -> Column:
    return Column(
        "key", "The key of this row in the incident; it never changes.", f"{of} ->> 'key'", Form.ID
    )


def word(name: str, meaning: str, vocabulary: str, *, of: str = "e", hxl: str = "") -> Column:
    found = VOCABULARIES[vocabulary]
    return Column(name, meaning, f"{of} ->> '{name}'", Form.WORD, vocabulary=found, hxl=hxl)


def number(name: str, meaning: str, *, of: str = "e", unit: str = "", hxl: str = "") -> Column:
    return Column(name, meaning, f"({of} ->> '{name}')::integer", Form.WHOLE, unit=unit, hxl=hxl)


def truth(name: str, meaning: str, *, of: str = "e") -> Column:
    return Column(name, meaning, f"({of} ->> '{name}')::boolean", Form.TRUTH)


def text(name: str, meaning: str, *, of: str = "e", hxl: str = "") -> Column:
    return Column(name, meaning, f"{of} ->> '{name}'", hxl=hxl)


CLAIMS = Table(
    "claims",
    "what somebody says of having done it or not",
    (
        INCIDENT,
        key(),
        word("stance", "What is said.", "stance", hxl="#event+claim"),
        *who("speaker", "Who says it", "e -> 'speaker'"),
        Column("claimed_for", "For whom it is said; several: jointly.",
               listed("e -> 'for'", "record"), Form.IDS),
        named("claimed_for_names", "What they are called.", listed("e -> 'for'", "record")),
        *dated("date", "When it was said", "e -> 'date'"),
        word("medium", "How it was said.", "medium"),
        text("quote", "The words."),
        text("quote_language", "Their language (BCP 47)."),
        text("translation", "The words in English."),
        text("claimed_effect", "The effect that is claimed, which is not thereby a fact."),
        word("authenticity", "Whether it is theirs.", "authenticity"),
        word("credibility", "Whether it is believed.", "credibility"),
        text("replies_to", "The key of the claim that it answers."),
        text("reason", "The reason that is given."),
        Column("recorded_at", "The incident in whose record it stands, if that is another.",
               "e ->> 'recorded_at'", Form.ID),
        NOTE,
        *cited("e"),
        *DATASET,
    ),
    each("d -> 'claims'"),
    "t.n",
)  # fmt: skip

ATTRIBUTIONS = Table(
    "attributions",
    "who says that whom is responsible",
    (
        INCIDENT,
        key(),
        *who("by", "Who says it", "e -> 'by'"),
        *who("accused", "Who is accused", "e -> 'accused'"),
        Column("accused_with", "Who is accused jointly with them.",
               listed("e -> 'accused_with'", "record"), Form.IDS),
        word("responsibility", "Of what they are accused.", "responsibility"),
        word("confidence", "How surely.", "confidence"),
        word("basis", "On what that rests.", "basis"),
        text("wording", "The words."),
        *dated("date", "When it was said", "e -> 'date'"),
        text("about_claim", "The key of the claim that it is about."),
        text("replaces", "The key of the accusation that it replaces."),
        text("narrows", "The key of the accusation that it narrows."),
        truth("surely_this", "Whether it surely speaks of this incident."),
        NOTE,
        *cited("e"),
        *DATASET,
    ),
    each("d -> 'attributions'"),
    "t.n",
)  # fmt: skip

COUNTS = Table(
    "casualty_counts",
    "a number of people in a casualty report",
    (
        INCIDENT,
        Column("report", "The key of the report.", "e ->> 'key'", Form.ID),
        *who("by", "Who reports it", "e -> 'by'"),
        *dated("reported_on", "When it was reported", "e -> 'reported_on'"),
        truth("adopted", "Whether the report is the one adopted."),
        truth("current", "Whether it still stands: neither replaced nor withdrawn."),
        text("why_not_current", "Why it does not."),
        text("scope", "Which part of the attack it is about; empty: the whole."),
        word("attackers_included", "Whether attackers are among those counted.",
             "attackers_included"),
        key("c"),
        word("outcome", "What happened to them.", "count_outcome", of="c"),
        word("who", "Who they were.", "standing", of="c"),
        Column("sex_age", "Of which sex and age.", listed("c -> 'sex_age'"), Form.WORDS,
               vocabulary=VOCABULARIES["sex_age"]),
        text("group", "Of which group.", of="c"),
        text("affiliation", "Of which unit, party or employer.", of="c"),
        text("nationality", "Two capital letters, or foreign.", of="c"),
        word("harm_from", "What harmed them.", "harm_from", of="c"),
        number("low", "At least so many; empty: not known.", of="c", unit="people",
               hxl="#affected+min"),
        number("best", "The number stated as the best.", of="c", unit="people", hxl="#affected"),
        number("high", "At most so many; empty: open, or not known.", of="c", unit="people",
               hxl="#affected+max"),
        truth("approximate", "Whether the number is approximate.", of="c"),
        truth("as_stated", "Whether it contradicts itself in its dataset.", of="c"),
        text("wording", "The words of the source.", of="c"),
        text("part_of", "The key of the count of which it is a part; empty: it adds.", of="c"),
        *cited("e"),
        *DATASET,
    ),
    each("d #> '{casualties,reports}'")
    + " CROSS JOIN LATERAL jsonb_array_elements(e -> 'counts') WITH ORDINALITY AS counted(c, m)",
    "t.n, counted.m",
)  # fmt: skip

# Where citations stand in a document: what they support, and the arrays that lead to it.
SUPPORTED = {
    "place": "jsonb_array_elements(d -> 'places') s",
    "weapon": "jsonb_array_elements(d -> 'weapons') s",
    "party": "jsonb_array_elements(d -> 'parties') s",
    "claim": "jsonb_array_elements(d -> 'claims') s",
    "attribution": "jsonb_array_elements(d -> 'attributions') s",
    "casualty_report": "jsonb_array_elements(d #> '{casualties,reports}') s",
    "casualty_count": "jsonb_array_elements(d #> '{casualties,reports}') report, "
    "jsonb_array_elements(report -> 'counts') s",
    "rival": "jsonb_array_elements(d -> 'rivals') s",
}


def _citations() -> str:
    """Join each citation `e`, with what it supports and the key of that."""
    first = "SELECT 'incident', NULL, e FROM jsonb_array_elements(d -> 'citations') e"
    parts = [
        first,
        *(
            f"SELECT '{name}', s ->> 'key', e FROM {path}, jsonb_array_elements(s -> 'citations') e"  # noqa: S608
            for name, path in SUPPORTED.items()
        ),
    ]
    every = " UNION ALL ".join(parts)
    return (
        "CROSS JOIN LATERAL (SELECT *, row_number() OVER () AS n "  # noqa: S608
        f"FROM ({every}) AS every(supports, key, e)) t"
    )


SOURCES = Table(
    "sources",
    "a source that is cited for a part of an incident",
    (
        INCIDENT,
        Column("supports", "What it is cited for: incident, place, weapon, party, claim, "
               "attribution, casualty_report, casualty_count or rival.", "t.supports", Form.WORD),
        Column("key", "The key of that row in the incident; empty: the incident itself.", "t.key",
               Form.ID),
        text("field", "The field that it is cited for, if it is for one."),
        Column("source", "The source’s id.", "e ->> 'source'", Form.ID, hxl="#meta+source+id"),
        named("source_title", "What it is called.", "e ->> 'source'", hxl="#meta+source"),
        Column("publisher", "Who published it.", names_of="e ->> 'source'", member="publisher",
               hxl="#meta+publisher"),
        Column("address", "Where it is, or was.", names_of="e ->> 'source'", member="address",
               hxl="#meta+url"),
        text("locator", "Where in it, such as a page, or a dataset’s own words."),
        text("quote", "Its words."),
        number("credibility", "How credible that is, from 1 (confirmed) to 6 (cannot be judged)."),
        *DATASET,
    ),
    f"{DOCUMENT} {_citations()}",
    "t.n",
)  # fmt: skip

PLACES = Table(
    "places",
    "a place of an incident",
    (
        INCIDENT,
        key(),
        word("role", "Its part in the attack.", "place_role"),
        Column("place", "The place’s id.", "e ->> 'place'", Form.ID, hxl="#loc+id"),
        named("place_name", "What it is called.", "e ->> 'place'", hxl="#loc+name"),
        text("text", "Where, in the words of the record.", hxl="#loc+text"),
        Column("latitude", "The latitude (WGS 84).", "(e ->> 'latitude')::float8", Form.NUMBER,
               unit="degrees", hxl="#geo+lat"),
        Column("longitude", "The longitude.", "(e ->> 'longitude')::float8", Form.NUMBER,
               unit="degrees", hxl="#geo+lon"),
        word("precision", "How exact these are.", "precision", hxl="#geo+precision"),
        truth("disputed", "Whether it is disputed."),
        *cited("e"),
        *DATASET,
    ),
    each("d -> 'places'"),
    "t.n",
    latitude="latitude",
    longitude="longitude",
)  # fmt: skip

PARTIES = Table(
    "parties",
    "who was meant, struck or otherwise part of it",
    (
        INCIDENT,
        key(),
        word("role", "Their part in it: never that they did it.", "party_role"),
        *who("party", "Who", "e -> 'who'"),
        number("low", "At least so many of them.", unit="people"),
        number("high", "At most so many; empty: open, or not known.", unit="people"),
        text("damage", "What was damaged."),
        truth("disputed", "Whether it is disputed."),
        *cited("e"),
        *DATASET,
    ),
    each("d -> 'parties'"),
    "t.n",
)  # fmt: skip

WEAPONS = Table(
    "weapons",
    "what was used",
    (
        INCIDENT,
        key(),
        word("weapon", "What it was.", "weapon"),
        text("detail", "What exactly."),
        number("low", "At least so many.", unit="pieces"),
        number("high", "At most so many; empty: open, or not known.", unit="pieces"),
        word("fate", "What became of it.", "fate"),
        *cited("e"),
        *DATASET,
    ),
    each("d -> 'weapons'"),
    "t.n",
)  # fmt: skip

LONG = (CLAIMS, ATTRIBUTIONS, COUNTS, SOURCES, PLACES, PARTIES, WEAPONS)
