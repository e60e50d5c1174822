"""What may leave of actors: the columns of their tables, each declared once."""

from collections.abc import Mapping

from ledger.exporting.columns import Column, Form, named
from ledger.exporting.expressions import EDITION, cited, dated, of_record, who
from ledger.exporting.tables import DOCUMENT, Table, Takeaway, each
from ledger.listing import Listing
from ledger.narrowing import Phrase

from .definitions import VOCABULARIES
from .phrases import PHRASES

ACTORS = Table(
    "actors",
    "an actor",
    (
        of_record("actor", hxl="#group+id"),
        Column("name", "The preferred name.", "r.name", hxl="#group+name"),
        Column("type", "What it is.", "r.actor_kind", Form.WORD,
               vocabulary=VOCABULARIES["actor_type"], hxl="#group+type"),
        Column("country", "Its country (ISO 3166-1 alpha-2); empty: none, or several.",
               "r.country", Form.WORD, hxl="#country+code"),
        Column("other_names", "Every other name, in every script.",
               "(SELECT string_agg(one ->> 'text', '; ' ORDER BY number) FROM "
               "jsonb_array_elements(d -> 'names') WITH ORDINALITY AS parts(one, number) "
               "WHERE one ->> 'text' <> d ->> 'name')", Form.NAMES, hxl="#group+name+alt"),
        Column("description", "What is said of it; [R12 p. 4] cites a source.",
               "d ->> 'description'", hxl="#description"),
        *dated("founded", "When it was founded", "d -> 'founded'"),
        *dated("dissolved", "When it was dissolved", "d -> 'dissolved'"),
        Column("wikidata", "Its id in Wikidata.", "d #>> '{external_ids,wikidata}'",
               hxl="#meta+wikidata"),
        Column("ucdp", "Its number in UCDP.", "(d #>> '{external_ids,ucdp}')::integer",
               Form.WHOLE, hxl="#meta+ucdp"),
        Column("gleditsch_ward", "Its number in Gleditsch and Ward’s list of states.",
               "(d #>> '{external_ids,gleditsch_ward}')::integer", Form.WHOLE, hxl="#meta+gw"),
        EDITION,
    ),
    DOCUMENT,
)  # fmt: skip

NAMES = Table(
    "names",
    "a name of an actor",
    (
        Column("actor", "The actor’s id.", "r.public_id", Form.ID, hxl="#group+id"),
        Column("name", "The name.", "e ->> 'text'", hxl="#group+name"),
        Column("language", "Its language (BCP 47).", "e ->> 'language'", hxl="#meta+language"),
        Column("script", "Its script (ISO 15924).", "e ->> 'script'", hxl="#meta+script"),
        Column("type", "What kind of name it is.", "e ->> 'type'", Form.WORD,
               vocabulary=VOCABULARIES["name_type"], hxl="#group+name+type"),
        Column("preferred", "Whether it is the one used here.", "(e ->> 'preferred')::boolean",
               Form.TRUTH, hxl="#group+name+preferred"),
        *dated("from", "From when it was the name", "e -> 'from'"),
        *dated("until", "Until when", "e -> 'until'"),
        *cited("e"),
    ),
    each("d -> 'names'"),
    "t.n",
)  # fmt: skip

RELATIONSHIPS = Table(
    "relationships",
    "a relation of an actor to another, as somebody asserts it",
    (
        Column("actor", "The actor’s id.", "r.public_id", Form.ID, hxl="#group+id"),
        named("actor_name", "What it is called.", "r.public_id", hxl="#group+name"),
        Column("relation", "What it is to the other.", "e ->> 'relation'", Form.WORD,
               vocabulary=VOCABULARIES["relation"], hxl="#group+relation"),
        Column("object", "The other’s id.", "e ->> 'object'", Form.ID, hxl="#group+object+id"),
        named("object_name", "What the other is called.", "e ->> 'object'",
              hxl="#group+object+name"),
        Column("role_title", "The title of an office.", "e ->> 'role_title'",
               hxl="#group+role"),
        *dated("start", "When it began, or is first cited", "e -> 'start'"),
        *dated("end", "When it ended, or is last cited", "e -> 'end'"),
        *who("by", "Who asserts it", "e -> 'by'"),
        Column("contested", "Whether somebody contests it.", "(e ->> 'contested')::boolean",
               Form.TRUTH, hxl="#group+contested"),
        Column("note", "A note.", "e ->> 'note'", hxl="#description"),
        *cited("e"),
    ),
    each("d -> 'relationships'"),
    "t.n",
)  # fmt: skip


def _phrases(listing: Listing, names: Mapping[str, dict]) -> Mapping[str, Phrase]:
    return PHRASES


TAKEAWAY = Takeaway(
    "actors", "actor", (ACTORS, NAMES, RELATIONSHIPS), _phrases, api="/api/v1/actors/"
)
