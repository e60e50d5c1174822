"""What may leave of datasets: the columns of their table, each declared once."""

from collections.abc import Mapping

from ledger.exporting.columns import Column, Form
from ledger.exporting.expressions import EDITION, of_record
from ledger.exporting.tables import DOCUMENT, Table, Takeaway
from ledger.listing import Listing
from ledger.narrowing import Phrase

DATASETS = Table(
    "datasets",
    "a dataset",
    (
        of_record("dataset", hxl="#meta+dataset+id"),
        Column("title", "Its title.", "r.name", hxl="#meta+dataset"),
        Column("short_name", "What commands call it.", "d ->> 'short_name'"),
        Column("publisher", "Who published it.", "d ->> 'publisher'", hxl="#meta+publisher"),
        Column("address", "Where it is.", "d ->> 'address'", hxl="#meta+url"),
        Column("release", "The release imported last.", "d ->> 'release'"),
        Column("licence", "Its licence.", "d ->> 'licence'", hxl="#meta+license"),
        Column("attribution", "The words that go with its rows.", "d ->> 'attribution'"),
        Column("may_be_passed_on", "Whether its rows may be.", "r.redistributable", Form.TRUTH),
        EDITION,
    ),
    DOCUMENT,
)


def _phrases(listing: Listing, names: Mapping[str, dict]) -> Mapping[str, Phrase]:
    return {"q": Phrase("saying", "“{}”".format)}


TAKEAWAY = Takeaway("datasets", "dataset", (DATASETS,), _phrases, api="/api/v1/datasets/")
