"""How a dataset lies in its table."""

from ledger.shapes import Reference, Shape, Value

from .models import Dataset

DATASET = Shape(
    model=Dataset,
    fields=(
        Value("short_name"),
        Value("title"),
        Value("publisher"),
        Value("address"),
        Value("file_format"),
        Value("release"),
        Value("licence"),
        Value("licence_address"),
        Value("attribution"),
        Value("terms"),
        Value("redistributable"),
        Reference("source"),
    ),
)
