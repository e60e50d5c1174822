"""What may leave of sources: the columns of their table, each declared once."""

from collections.abc import Mapping

from ledger.exporting.columns import Column, Form, named
from ledger.exporting.expressions import EDITION, dated, listed, of_record
from ledger.exporting.tables import DOCUMENT, Table, Takeaway
from ledger.listing import Listing
from ledger.narrowing import Phrase

from .definitions import VOCABULARIES
from .phrases import phrases_of

SOURCES = Table(
    "sources",
    "a source",
    (
        of_record("source", hxl="#meta+source+id"),
        Column("title", "Its title.", "r.title", hxl="#meta+source"),
        Column("type", "What it is.", "r.source_kind", Form.WORD,
               vocabulary=VOCABULARIES["source_type"], hxl="#meta+source+type"),
        Column("publisher", "Who published it.", "r.publisher", hxl="#meta+publisher"),
        Column("author", "Who wrote it.", "d ->> 'author'", hxl="#meta+author"),
        Column("language", "Its language (BCP 47).", "r.language", hxl="#meta+language"),
        *dated("published", "When it was published", "d -> 'published'"),
        Column("address", "Where it is, or was.", "d ->> 'address'", hxl="#meta+url"),
        Column("reliability", "How reliable its publisher is.", "r.reliability", Form.WORD,
               vocabulary=VOCABULARIES["reliability"], hxl="#meta+reliability"),
        Column("derived_from", "The source that it repeats.", "d ->> 'derived_from'", Form.ID,
               hxl="#meta+source+origin+id"),
        named("derived_from_title", "What that is called.", "d ->> 'derived_from'",
              hxl="#meta+source+origin"),
        Column("archives", "Addresses of archived copies.", listed("d -> 'captures'", "address"),
               hxl="#meta+url+archive"),
        Column("sha256", "The hashes of the copies that are kept.",
               listed("d -> 'captures'", "sha256"), hxl="#meta+hash"),
        Column("note", "A note.", "d ->> 'note'", hxl="#description"),
        EDITION,
    ),
    DOCUMENT,
)  # fmt: skip


def _phrases(listing: Listing, names: Mapping[str, dict]) -> Mapping[str, Phrase]:
    return phrases_of()


TAKEAWAY = Takeaway("sources", "source", (SOURCES,), _phrases, api="/api/v1/sources/")
