"""How an actor, its names and its relations lie in their tables."""

from ledger.shapes import Date, Reference, Rows, Shape, Value, Who
from sources.models import Citation
from sources.shapes import RIVALS

from .models import Actor, ActorName, Relationship

NAMES = Rows(
    "actor_names",
    ActorName,
    "actor",
    (
        Value("text"),
        Value("language"),
        Value("script"),
        Value("name_kind"),
        Value("preferred"),
        Date("start"),
        Date("end"),
    ),
)

RELATIONSHIPS = Rows(
    "relationships",
    Relationship,
    "subject",
    (
        Value("relation"),
        Reference("object"),
        Value("role_title"),
        Date("start"),
        Value("start_is_first_cited"),
        Date("end"),
        Value("end_is_last_cited"),
        Date("announced"),
        Date("signed"),
        Date("effective"),
        Who("by"),
        Value("confidence"),
        Value("contested"),
        Value("note"),
    ),
)

ACTOR = Shape(
    model=Actor,
    fields=(
        Value("actor_kind"),
        Value("country"),
        Value("description"),
        Date("founded"),
        Date("dissolved"),
        Value("wikidata"),
        Value("ucdp"),
        Value("gleditsch_ward"),
    ),
    rows=(NAMES, RELATIONSHIPS, RIVALS),
    citations=Citation,
    prose=("description",),
)
