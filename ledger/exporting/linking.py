"""The links by which a page offers its list as files."""

from ledger.listing import Listing

from .asking import CSV, GEOJSON, WORDS
from .tables import Takeaway

CODEBOOK = "/codebook/"


def links(listing: Listing, takeaway: Takeaway) -> dict:
    """Return what `components/takeaway.html` takes."""
    usual, *further = takeaway.tables
    formats = [
        {"text": word, "url": f"?{listing.changed(format=name)}"}
        for name, word in WORDS.items()
        if name != GEOJSON or usual.latitude
    ]
    if takeaway.api:
        query = listing.changed()
        formats.append({"text": "JSON", "url": f"{takeaway.api}{f'?{query}' if query else ''}"})
    tables = [
        {
            "text": table.name.replace("_", " "),
            "url": f"?{listing.changed(format=CSV, table=table.name)}",
        }
        for table in further
    ]
    return {
        "formats": formats,
        "tables": tables,
        "codebook_url": f"{CODEBOOK}#{anchor(takeaway)}",
    }


def anchor(takeaway: Takeaway) -> str:
    """Name the part of the codebook that is about a list."""
    return takeaway.name.replace(" ", "-")
