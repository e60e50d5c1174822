"""The foot of the page: numbered sources, history, how to cite, data."""

from config.pages.wording import number_words
from ledger.models import OPEN

from .material import Material

TIMES = {1: "once", 2: "twice"}


def sources(material: Material) -> list[dict]:
    """Return the sources as the page numbers them, with the address of an archived copy."""
    reading = material.reading
    listed = reading.sources()
    for one, (_, public_id, _) in zip(listed, reading.footnotes.numbered(), strict=True):
        captures = material.around.get(public_id, {}).get("captures", [])
        one["archive"] = next(
            (capture["address"] for capture in captures if capture["address"]), ""
        )
    return listed


def foot(material: Material, *, site: str) -> dict:
    """Return history, citation and data. `site` is the scheme and the host: "https://…"."""
    document, moment = material.document, material.reading.moment
    path = f"/incidents/{document['id']}/"
    number = material.row.publication.number
    times = TIMES.get(number, f"{number_words(number)} times")
    return {
        "history_url": f"{path}history/",
        "published": f"Published {times}",
        "last_url": f"{path}history/{number}/",
        "last": material.row.publication.reason or "No reason was given",
        "last_on": f"{material.row.publication.edition.published_at:%-d %B %Y}",
        "title": document["title"],
        "id": document["id"],
        "edition": moment.edition,
        "edition_on": f"{moment.at:%-d %B %Y}" if moment.at else "",
        "permanent": f"{site}{path}?as_of=edition:{moment.edition}",
        "json_url": json_address(material),
    }


def json_address(material: Material) -> str:
    moment = material.reading.moment
    asked = f"?as_of={moment.asked}" if moment.asked else ""
    return f"/api/v1/incidents/{material.document['id']}/{asked}"


def since_then(material: Material) -> str:
    """Say whether the incident was published again after the moment that is read."""
    return "It has been published again since" if material.row.until != OPEN else ""
