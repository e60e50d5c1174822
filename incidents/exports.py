"""What may leave of incidents and places: the columns of their tables, each declared once.

The rows of long tables are in `exports_long.py`.
"""

from collections.abc import Mapping

from ledger.exporting.columns import Column, Form, named
from ledger.exporting.expressions import EDITION, credit, listed, of_record
from ledger.exporting.tables import DOCUMENT, Table, Takeaway, beside
from ledger.listing import Listing
from ledger.narrowing import Phrase
from sources.reading import Reading

from .definitions import VOCABULARIES
from .exports_long import LONG
from .flat import mentioned
from .models import ExportedIncident
from .phrases import phrases_of, place_phrases_of

PARTIES, CLAIMED_BY, ACCUSED = map(mentioned, (1, 3, 5))

# What is known of an incident when it is published, in the order of its ready cells.
OWN = (
    Column("id", "The incident’s id; its page is /incidents/{id}/.", "r.public_id", Form.ID,
           hxl="#event+id"),
    Column("title", "What it is called.", "x.title", hxl="#event+name"),
    Column("type", "The type of attack; empty: not known.", "r.incident_type", Form.WORD,
           vocabulary=VOCABULARIES["incident_type"], hxl="#event+type"),
    Column("outcome", "What came of the attack itself.", "r.outcome", Form.WORD,
           vocabulary=VOCABULARIES["outcome"], hxl="#event+outcome"),
    Column("date", "When, as exactly as it is known, in EDTF (ISO 8601-2).", "x.date_edtf",
           hxl="#date+edtf"),
    Column("date_text", "The same in words.", "x.date_text", hxl="#date+text"),
    Column("date_earliest", "The earliest possible day; empty: open, or not known.",
           "r.date_earliest", Form.DAY, hxl="#date+start"),
    Column("date_latest", "The latest possible day; empty: open, or not known.",
           "r.date_latest", Form.DAY, hxl="#date+end"),
    Column("date_approximate", "Whether the date is approximate.", "r.date_approximate",
           Form.TRUTH, hxl="#date+approximate"),
    Column("countries", "Where, by country (ISO 3166-1 alpha-2).", "x.countries", Form.WORDS,
           hxl="#country+code"),
    Column("places", "The places of it.", "x.places", Form.IDS, hxl="#loc+id"),
    Column("place_text", "Where, in the words of the record.", "x.place_text", Form.NAMES,
           hxl="#loc+text"),
    Column("latitude", "The latitude of where it struck, else of its site (WGS 84).",
           "r.latitude", Form.NUMBER, unit="degrees", hxl="#geo+lat"),
    Column("longitude", "The longitude of the same point.", "r.longitude", Form.NUMBER,
           unit="degrees", hxl="#geo+lon"),
    Column("precision", "How exact that point is; empty: no point.", "x.precision", Form.WORD,
           vocabulary=VOCABULARIES["precision"], hxl="#geo+precision"),
    Column("weapons", "What was used.", "x.weapons", Form.WORDS,
           vocabulary=VOCABULARIES["weapon"], hxl="#event+weapon"),
    Column("parties", "Who was meant, struck, or otherwise part of it: never who did it.",
           PARTIES, Form.IDS, hxl="#group+id"),
    Column("claim_status", "Whether and how it is claimed.", "r.claim_status", Form.WORD,
           vocabulary=VOCABULARIES["claim_status"], hxl="#event+claim"),
    Column("claimed_by", "Who claims it now.", CLAIMED_BY, Form.IDS, hxl="#group+claimant+id"),
    Column("attribution_status", "Whether and how it is attributed.", "r.attribution_status",
           Form.WORD, vocabulary=VOCABULARIES["attribution_status"], hxl="#event+attribution"),
    Column("attributed_to", "Who is accused of it now.", ACCUSED, Form.IDS,
           hxl="#group+accused+id"),
    Column("killed_low", "The fewest killed that any current report states; empty: not known, "
           "which is not zero.", "r.killed_low", Form.WHOLE, unit="people",
           hxl="#affected+killed+min"),
    Column("killed_best", "The killed according to the report adopted; empty: none is adopted.",
           "x.killed_best", Form.WHOLE, unit="people", hxl="#affected+killed"),
    Column("killed_high", "The most killed that any current report states; empty: open, or not "
           "known.", "r.killed_high", Form.WHOLE, unit="people", hxl="#affected+killed+max"),
    Column("injured_low", "The fewest injured; as killed_low.", "r.injured_low", Form.WHOLE,
           unit="people", hxl="#affected+injured+min"),
    Column("injured_best", "The injured; as killed_best.", "x.injured_best", Form.WHOLE,
           unit="people", hxl="#affected+injured"),
    Column("injured_high", "The most injured; as killed_high.", "r.injured_high", Form.WHOLE,
           unit="people", hxl="#affected+injured+max"),
    Column("summary", "What happened in a sentence or two; [R12 p. 4] cites a source.",
           "x.summary", hxl="#description"),
    Column("part_of", "The operation that this strike was part of.", "r.part_of", Form.ID,
           hxl="#event+id+parent"),
    Column("dataset", "The dataset from which it was imported; empty: recorded here.",
           "r.dataset", Form.ID, hxl="#meta+dataset+id"),
    Column("dataset_entry", "Its id in that dataset.", "x.dataset_entry",
           hxl="#meta+dataset+entry"),
    Column("dataset_type", "Its type as that dataset states it.", "x.stated_type",
           hxl="#event+type+stated"),
)  # fmt: skip

# What may change without it: names, and the edition.
NAMED = (
    named("place_names", "What these places are called.", "x.places", together="places",
          hxl="#loc+name"),
    named("party_names", "What the parties are called, and those without a record in words.",
          PARTIES, beside=mentioned(2), together="mentions", hxl="#group+name"),
    named("claimed_by_names", "What those are called who claim it now.", CLAIMED_BY,
          beside=mentioned(4), together="mentions", hxl="#group+claimant+name"),
    named("attributed_to_names", "What those are called who are accused of it now.", ACCUSED,
          beside=mentioned(6), together="mentions", hxl="#group+accused+name"),
    Column("dataset_name", "What that dataset is called.", names_of=mentioned(7),
           together="mentions", hxl="#meta+dataset+name"),
    credit(mentioned(7), together="mentions"),
    EDITION,
)  # fmt: skip

INCIDENTS = Table(
    "incidents",
    "an incident",
    (*OWN, *NAMED),
    beside(ExportedIncident),
    latitude="latitude",
    longitude="longitude",
    ready="x.cells",
    ready_count=len(OWN),
)


PLACES = Table(
    "places",
    "a place",
    (
        of_record("place", hxl="#loc+id"),
        Column("name", "The preferred name.", "r.name", hxl="#loc+name"),
        Column("type", "What it is.", "r.place_kind", Form.WORD,
               vocabulary=VOCABULARIES["place_type"], hxl="#loc+type"),
        Column("country", "Its country (ISO 3166-1 alpha-2); empty: none, or disputed.",
               "r.country", Form.WORD, hxl="#country+code"),
        Column("country_disputed", "Whether that is disputed.",
               "(d ->> 'country_disputed')::boolean", Form.TRUTH, hxl="#country+disputed"),
        Column("other_names", "Every other name, in every script.",
               "(SELECT string_agg(one ->> 'text', '; ' ORDER BY number) FROM "
               "jsonb_array_elements(d -> 'names') WITH ORDINALITY AS parts(one, number) "
               "WHERE one ->> 'text' <> d ->> 'name')", Form.NAMES, hxl="#loc+name+alt"),
        Column("within", "What it lies in, immediately.", listed("d -> 'parents'"), Form.IDS,
               hxl="#loc+parent+id"),
        named("within_names", "What that is called.", listed("d -> 'parents'"),
              hxl="#loc+parent+name"),
        Column("latitude", "Its latitude (WGS 84).", "(d ->> 'latitude')::float8", Form.NUMBER,
               unit="degrees", hxl="#geo+lat"),
        Column("longitude", "Its longitude.", "(d ->> 'longitude')::float8", Form.NUMBER,
               unit="degrees", hxl="#geo+lon"),
        Column("precision", "How exact these are.", "d ->> 'precision'", Form.WORD,
               vocabulary=VOCABULARIES["precision"], hxl="#geo+precision"),
        Column("note", "A note.", "d ->> 'note'", hxl="#description"),
        EDITION,
    ),
    DOCUMENT,
    latitude="latitude",
    longitude="longitude",
)  # fmt: skip


def _phrases(listing: Listing, names: Mapping[str, dict]) -> Mapping[str, Phrase]:
    return phrases_of(Reading(names, listing.moment), listing.filters.asked_certainty)


def _phrases_of_places(listing: Listing, names: Mapping[str, dict]) -> Mapping[str, Phrase]:
    return place_phrases_of(Reading(names, listing.moment))


TAKEAWAY = Takeaway("incidents", "incident", (INCIDENTS, *LONG), _phrases, api="/api/v1/incidents/")
TAKEAWAY_OF_PLACES = Takeaway(
    "places", "place", (PLACES,), _phrases_of_places, api="/api/v1/places/"
)
