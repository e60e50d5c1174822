from .datasets import Dataset, PublishedDataset
from .matches import Match, MatchDecision, Verdict
from .runs import ExternalRecord, ImportNote, ImportRun

__all__ = [
    "Dataset",
    "ExternalRecord",
    "ImportNote",
    "ImportRun",
    "Match",
    "MatchDecision",
    "PublishedDataset",
    "Verdict",
]
