"""What may not be published because a dataset and its rows would have different readers."""

from collections.abc import Mapping

from incidents.models import PublishedIncident
from ledger.models import OPEN, Record
from ledger.published import PublishedStates

Batch = Mapping[str, dict | None]
PUBLIC, MEMBERS = Record.Audience.PUBLIC, Record.Audience.MEMBERS


def refuse_leaving_rows(
    public_id: str, state: dict, before: PublishedStates, batch: Batch
) -> list[str]:
    """Refuse a dataset other readers than before, while its rows keep those that they have."""
    was, audience = before[public_id], state["audience"]
    if was is None or was["audience"] == audience:
        return []
    rows = PublishedIncident.objects.filter(until=OPEN, dataset=public_id)
    if not rows.exclude(audience=audience).exclude(public_id__in=list(batch)).exists():
        return []
    name = state["short_name"]
    sentence = (
        f"The rows of {name} would keep the readers that they have. Move the dataset and its rows "
        f"together: manage.py move_dataset_audience {name} {audience}, or “Who may see it” in its "
        "form."
    )
    return [sentence]


def refuse_public_row(
    public_id: str, state: dict, before: PublishedStates, batch: Batch
) -> list[str]:
    """Refuse to show everybody a row of a dataset that is for members."""
    if state["audience"] == MEMBERS or not state["dataset"]:
        return []
    dataset = batch.get(state["dataset"]) or before[state["dataset"]]
    if dataset is None or dataset["audience"] == PUBLIC:
        return []
    name = dataset["short_name"]
    return [f"{public_id} is a row of {name}, which is for members only; set its audience so."]
