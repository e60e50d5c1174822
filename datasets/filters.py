"""The parameters of datasets, for the page and the API alike."""

from ledger.filters import StrictFilterSet, Words

from .models import PublishedDataset


class DatasetFilter(StrictFilterSet):
    """What readers may ask of datasets."""

    orderings = {
        "name": ("sort_name", "record_id"),
        "-changed": ("-since", "-record_id"),
    }

    q = Words(method="by_words")

    class Meta:
        model = PublishedDataset
        fields: list[str] = []

    def by_words(self, rows, name, value):
        return rows.saying(value)
