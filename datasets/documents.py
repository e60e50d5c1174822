"""What readers get of a dataset. Pure: a state in, a document out."""

from ledger.folding import fold
from sources.documents import said


def dataset_document(public_id: str, state: dict, around: dict) -> dict:
    return {
        "id": public_id,
        "kind": "dataset",
        "title": state["title"],
        "short_name": state["short_name"],
        "publisher": said(state["publisher"]),
        "address": said(state["address"]),
        "format": said(state["file_format"]),
        "release": said(state["release"]),
        "licence": said(state["licence"]),
        "licence_address": said(state["licence_address"]),
        "attribution": said(state["attribution"]),
        "terms": said(state["terms"]),
        "redistributable": state["redistributable"],
        "source": state["source"],
    }


def brief_dataset(document: dict) -> dict:
    """What others show of a dataset; its rows carry its attribution wherever they go."""
    return {
        "name": document["title"],
        "publisher": document["publisher"],
        "release": document["release"],
        "licence": document["licence"],
        "attribution": document["attribution"],
        "terms": document["terms"],
        "redistributable": document["redistributable"],
    }


def dataset_texts(document: dict) -> list[tuple[str, str]]:
    return [
        ("A", document["title"]),
        ("A", document["short_name"]),
        ("B", document["publisher"] or ""),
    ]


def dataset_rows(document: dict, around: dict) -> list[dict]:
    """A dataset's line in the index."""
    return [
        {
            "name": document["title"],
            "sort_name": fold(document["title"]),
            "redistributable": document["redistributable"],
        }
    ]


def refuse_dataset(state: dict) -> list[str]:
    """What may not be passed on is for members alone, its rows and itself."""
    if state["redistributable"] or state["audience"] == "members":
        return []
    return ["A dataset that may not be passed on is for members only; set its audience so."]
