"""The JSON Schema of datasets."""

from ledger.schemas import TEXT, TRUTH, exactly, maybe, record, thing

SCHEMAS = {
    "Dataset": thing(
        "A dataset of somebody's whose rows are incidents here.",
        id=record("dataset"),
        kind=exactly("dataset"),
        title=TEXT,
        short_name=TEXT,
        publisher=maybe(TEXT),
        address=maybe(TEXT),
        format={**maybe(TEXT), "description": "The format of its files, for example ucdp."},
        release={**maybe(TEXT), "description": "The release imported last, for example 23.1."},
        licence=maybe(TEXT),
        licence_address=maybe(TEXT),
        attribution={**maybe(TEXT), "description": "The words that go with its rows."},
        terms={**maybe(TEXT), "description": "What the licence asks of whoever uses it."},
        redistributable={
            **TRUTH,
            "description": "Whether its rows may be passed on; if not, members alone see them.",
        },
        source=record("source"),
    ),
}
