from .datasets import Dataset, PublishedDataset
from .runs import ExternalRecord, ImportNote, ImportRun

__all__ = ["Dataset", "ExternalRecord", "ImportNote", "ImportRun", "PublishedDataset"]
