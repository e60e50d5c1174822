"""What the page of a dataset's row says of the dataset: terms, words, and on what it rests."""

from datasets.telling import terms_of
from ledger.identity import number_in
from ledger.wording import capital
from sources.reading import Reading

# The rows of an import are numbered up to this; those that people add, from the next on.
ROWS_OF_THE_DATASET = 100
# What of the record itself is footnoted on its own.
FIELDS = ("date", "outcome", "account")
ROWS = ("places", "weapons", "parties", "claims", "attributions")


def resting_on_dataset(document: dict) -> dict:
    """Give each row of a dataset the citation that the record carries once for all of them."""
    if not document["dataset"]:
        return document
    whole = [one for one in document["citations"] if one["field"] is None]
    cited = {one["field"] for one in document["citations"]}
    fields = [{**one, "field": name} for name in FIELDS if name not in cited for one in whole]
    casualties = document["casualties"]
    reports = [_resting(row, whole) for row in casualties["reports"]]
    rows = {name: [_resting(row, whole) for row in document[name]] for name in ROWS}
    return {
        **document,
        **rows,
        "citations": [*document["citations"], *fields],
        "casualties": {**casualties, "reports": reports},
    }


def terms_line(material) -> dict | None:
    """Return the quiet line under a dataset's incident: its name, its terms, its address."""
    dataset = material.dataset
    if dataset is None:
        return None
    release = f", release {dataset['release']}" if dataset["release"] else ""
    entry = material.document["dataset_entry"]
    return {
        **material.reading.link(dataset["id"]),
        "release": release,
        "entry": f", entry {entry}" if entry else "",
        "terms": terms_of(dataset),
        "licence_address": dataset["licence_address"] or "",
        "members_only": not dataset["redistributable"],
    }


def stated(document: dict, reading: Reading) -> list[dict]:
    """Say the type in the dataset's own words."""
    if not document["stated_type"]:
        return []
    words = capital(document["stated_type"])
    whole = [one for one in document["citations"] if one["field"] is None]
    notes = reading.notes(whole, "the type as the dataset states it")
    return [{"term": "Type as the dataset states it", "lines": [{"text": words, "notes": notes}]}]


def _resting(row: dict, citations: list[dict]) -> dict:
    is_the_dataset_s = 0 < number_in(row["key"]) <= ROWS_OF_THE_DATASET
    return {**row, "citations": row["citations"] or citations} if is_the_dataset_s else row
