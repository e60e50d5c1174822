"""What is asked of an export: the format, by `format` or by Accept, and how it is to be."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from ledger.filters import BadParameters
from ledger.listing import Listing

from .tables import Table, Takeaway

CSV = "csv"
GEOJSON = "geojson"
NDJSON = "ndjson"
XLSX = "xlsx"
MEDIA_TYPES = {
    CSV: "text/csv",
    GEOJSON: "application/geo+json",
    NDJSON: "application/x-ndjson",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PARAMETERS = ("format", "table", "header", "hxl", "metadata")
OF_FORMATS = {
    "table": (CSV, XLSX),
    "header": (CSV,),
    "hxl": (CSV, XLSX),
    "metadata": tuple(MEDIA_TYPES),
}
WORDS = {CSV: "CSV", GEOJSON: "GeoJSON", NDJSON: "NDJSON", XLSX: "Excel"}
LIMIT_AT_MOST = 10_000_000


@dataclass(frozen=True)
class Asked:
    """An export as it is asked for; `limit` is None where everything is."""

    format: str
    table: Table
    header: bool = False
    hxl: bool = False
    metadata: bool = False
    limit: int | None = None


def format_asked(request: HttpRequest, usual: str, media_type: str) -> str:
    """Return the format that a list is asked in, `usual` (of a media type) unless another is.

    `format` in the address decides; without it, the Accept header does. Whether there is a format
    of that name is not asked here.
    """
    if named := request.GET.get("format"):
        return named
    offered = {media_type: usual} | {kind: name for name, kind in MEDIA_TYPES.items()}
    return offered.get(request.get_preferred_type(list(offered)), usual)


def read(listing: Listing, takeaway: Takeaway | None, form: str, *, usual: str) -> Asked | None:
    """Read the parameters of an export, None where the `usual` format is asked for.

    BadParameters for a format that there is not, and for what does not go with the one asked.
    """
    data = listing.data
    problems = _misplaced(data, form)
    if form not in (usual, *MEDIA_TYPES):
        problems["format"] = f"Give one of: {', '.join([usual, *MEDIA_TYPES])}."
    elif form == usual and not problems:
        return None
    if takeaway is None:
        raise BadParameters(problems | {"format": f"Give {usual}, the one format there is."})
    table = takeaway.table(data.get("table", ""))
    if table is None:
        names = ", ".join(one.name for one in takeaway.tables)
        problems["table"] = f"There is no such table of {takeaway.name}; give one of: {names}."
    elif form == GEOJSON and not table.latitude:
        problems["format"] = (
            f"{takeaway.name.capitalize()} have no coordinates, so there is no GeoJSON of them; "
            "give csv, ndjson or xlsx."
        )
    for name in ("header", "hxl", "metadata"):
        if data.get(name, "1") not in ("0", "1"):
            problems[name] = "Give 1 for yes or 0 for no."
    if problems:
        raise BadParameters(problems)
    said = {name: data.get(name) == "1" for name in ("header", "hxl", "metadata")}
    return Asked(form, table, **said, limit=listing.limit if data.get("limit") else None)


def _misplaced(data: QueryDict, form: str) -> dict[str, str]:
    problems = {
        name: f"It goes with format={' or format='.join(formats)} alone."
        for name, formats in OF_FORMATS.items()
        if data.get(name) and form not in formats
    }
    if data.get("cursor") and form in MEDIA_TYPES:
        problems["cursor"] = "A file has no pages: leave it out, and everything comes."
    return problems
