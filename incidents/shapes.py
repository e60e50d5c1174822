"""How places and incidents lie in their tables."""

from ledger.shapes import Date, Reference, References, RowReference, Rows, Shape, Value, Who
from sources.models import Citation
from sources.shapes import RIVALS

from .models import (
    Attribution,
    CasualtyCount,
    CasualtyReport,
    Claim,
    Incident,
    IncidentPlace,
    Party,
    Place,
    PlaceName,
    WeaponUse,
)

PLACE = Shape(
    model=Place,
    fields=(
        Value("place_kind"),
        Value("country"),
        Value("country_disputed"),
        References("parents"),
        Value("latitude"),
        Value("longitude"),
        Value("precision"),
        Value("note"),
    ),
    rows=(
        Rows(
            "place_names",
            PlaceName,
            "place",
            (Value("text"), Value("language"), Reference("used_by"), Value("preferred")),
        ),
        RIVALS,
    ),
    citations=Citation,
)

PLACES = Rows(
    "places",
    IncidentPlace,
    "incident",
    (
        Value("role"),
        Reference("place"),
        Value("text"),
        Value("latitude"),
        Value("longitude"),
        Value("precision"),
        Value("disputed"),
    ),
)

WEAPONS = Rows(
    "weapons",
    WeaponUse,
    "incident",
    (Value("weapon"), Value("detail"), Value("low"), Value("high"), Value("fate")),
)

PARTIES = Rows(
    "parties",
    Party,
    "incident",
    (
        Value("role"),
        Who("who"),
        Value("low"),
        Value("high"),
        Value("damage"),
        Value("disputed"),
    ),
)

CLAIMS = Rows(
    "claims",
    Claim,
    "incident",
    (
        Value("stance"),
        Who("speaker"),
        References("claimed_for"),
        Date("date"),
        Value("medium"),
        Value("medium_detail"),
        Value("quote"),
        Value("quote_language"),
        Value("translation"),
        Value("claimed_effect"),
        Value("authenticity"),
        Value("credibility"),
        RowReference("replies_to"),
        Value("reason"),
        References("also_covers"),
        Value("note"),
    ),
)

ATTRIBUTIONS = Rows(
    "attributions",
    Attribution,
    "incident",
    (
        Who("by"),
        Who("accused"),
        References("accused_with"),
        RowReference("about_claim"),
        Value("responsibility"),
        Value("confidence"),
        Value("basis"),
        Value("wording"),
        Value("wording_language"),
        Date("date"),
        RowReference("replaces"),
        RowReference("narrows"),
        Value("surely_this"),
        Value("note"),
    ),
)

COUNTS = Rows(
    "counts",
    CasualtyCount,
    "report",
    (
        Value("outcome"),
        Value("who"),
        Value("sex_age"),
        Value("group"),
        Value("affiliation"),
        Value("nationality"),
        Value("harm_from"),
        Value("low"),
        Value("high"),
        Value("best"),
        Value("approximate"),
        Value("as_stated"),
        Value("wording"),
        RowReference("part_of"),
    ),
)

REPORTS = Rows(
    "casualty_reports",
    CasualtyReport,
    "incident",
    (
        Who("by"),
        Date("reported_on"),
        Value("conceded"),
        Value("scope"),
        Value("relation"),
        RowReference("related"),
        Value("relation_reason"),
        Value("withdrawn"),
        Value("attackers_included"),
        Value("adopted"),
        Value("adopted_reason"),
        Value("note"),
    ),
    rows=(COUNTS,),
)

INCIDENT = Shape(
    model=Incident,
    fields=(
        Value("title"),
        Value("incident_type"),
        Value("summary"),
        Value("account"),
        Date("date"),
        Value("outcome"),
        Reference("parent"),
        Value("tags"),
        Reference("dataset"),
        Value("dataset_entry"),
        Value("stated_type"),
    ),
    rows=(PLACES, WEAPONS, PARTIES, CLAIMS, ATTRIBUTIONS, REPORTS, RIVALS),
    citations=Citation,
    prose=("summary", "account"),
)
