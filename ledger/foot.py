"""The foot of a record's page: how it stood, how to cite it, its data."""

from django.http import HttpRequest

from .addresses import page_of
from .models import PublishedRecord
from .moments import Moment


def foot_of(row: PublishedRecord, moment: Moment, request: HttpRequest) -> dict:
    """Return what `components/record_foot.html` takes."""
    path = page_of(row.public_id)
    edition = f"as_of=edition:{moment.edition}"
    asked = f"?as_of={moment.asked}" if moment.asked else ""
    return {
        "name": row.label,
        "id": row.public_id,
        "history_url": f"{path}history/",
        "changed": f"{row.publication.edition.published_at:%-d %B %Y}",
        "reason": row.publication.reason,
        "edition": moment.edition,
        "edition_on": f"{moment.at:%-d %B %Y}",
        "address": request.build_absolute_uri(f"{path}?{edition}"),
        "data_url": f"/api/v1{path}{asked}",
    }
