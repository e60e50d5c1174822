from .editions import Edition, Publication, Revision
from .index import OPEN, Exported, Line, Published, PublishedRecord
from .records import Record, RecordKind
from .rows import Row, who
from .tallies import Tally

__all__ = [
    "OPEN",
    "Edition",
    "Exported",
    "Line",
    "Publication",
    "Published",
    "PublishedRecord",
    "Record",
    "RecordKind",
    "Revision",
    "Row",
    "Tally",
    "who",
]
