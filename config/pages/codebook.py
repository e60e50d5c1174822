"""The codebook: what each column of each file means, made from what the files are made from."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from config.api.served import SERVED
from ledger.canonical import written
from ledger.exporting.columns import Column, described
from ledger.exporting.linking import anchor
from ledger.exporting.tables import Table, Takeaway
from ledger.filters import BadParameters
from ledger.pages import HTML, Page
from ledger.wording import capital
from timeline.exports import TAKEAWAYS as OF_THE_TIMELINE

JSON = "json"
TAKEAWAYS = (*(served.takeaway for served in SERVED), OF_THE_TIMELINE["timeline"])


class CodebookPage(Page):
    """Every list, every table of it, every column of that; as a page or as JSON."""

    template_name = "codebook.html"
    section = "about"
    parameters = ("as_of", "format")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        offered = {"text/html": HTML, "application/json": JSON}
        form = request.GET.get("format") or offered.get(
            request.get_preferred_type(list(offered)), HTML
        )
        if form == JSON:
            return HttpResponse(written(codebook()), content_type="application/json")
        if form != HTML:
            raise BadParameters({"format": "Give html or json."})
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **context) -> dict[str, Any]:
        return super().get_context_data(lists=[shown(one) for one in TAKEAWAYS], **context)


def codebook() -> dict:
    """Return the codebook as JSON has it: lists, their tables, their columns."""
    return {
        "lists": [
            {
                "name": takeaway.name,
                "address": takeaway.api or None,
                "tables": [
                    {"name": table.name, "row": table.row, "columns": described(table.columns)}
                    for table in takeaway.tables
                ],
            }
            for takeaway in TAKEAWAYS
        ]
    }


def shown(takeaway: Takeaway) -> dict:
    """Return a list as the page shows it."""
    name = anchor(takeaway)
    return {
        "anchor": name,
        "title": capital(takeaway.name),
        "tables": [_table(name, number, table) for number, table in enumerate(takeaway.tables)],
    }


def _table(name: str, number: int, table: Table) -> dict:
    return {
        "anchor": f"{name}-{table.name}",
        "title": "Flat" if number == 0 else capital(table.name.replace("_", " ")),
        "asked": "" if number == 0 else f"table={table.name}",
        "row": table.row,
        "columns": [_column(column) for column in table.columns],
    }


def _column(column: Column) -> dict:
    vocabulary = column.vocabulary
    return {
        "name": column.name,
        "meaning": column.meaning,
        "form": column.form.value,
        "unit": column.unit,
        "hxl": column.hxl,
        "words": vocabulary and vocabulary.title,
        "words_url": f"/about/#{vocabulary.name}" if vocabulary else "",
    }
