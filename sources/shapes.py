"""How sources, and the rivals of a field, lie in their tables."""

from ledger.shapes import Date, Instant, Reference, Rows, Shape, Value, Who

from .models import Capture, RivalAssertion, Source

SOURCE = Shape(
    model=Source,
    fields=(
        Value("source_kind"),
        Value("title"),
        Value("publisher"),
        Value("author"),
        Value("language"),
        Date("published"),
        Value("address"),
        Value("reliability"),
        Reference("derived_from"),
        Value("note"),
    ),
    rows=(
        Rows(
            "captures",
            Capture,
            "source",
            (
                Value("address"),
                Instant("accessed_at"),
                Value("file"),
                Value("media_type"),
                Value("sha256"),
            ),
        ),
    ),
)

RIVALS = Rows(
    "rivals",
    RivalAssertion,
    "record",
    (
        Value("row"),
        Value("field"),
        Value("value"),
        Value("wording"),
        Who("by"),
        Date("reported_on"),
        Value("adopted"),
        Value("reason"),
    ),
)
