"""What the working file could not say, by the ids of that file: plain data in `knowledge/`."""

import json
from pathlib import Path

HERE = Path(__file__).parent
PERIODS = ("2019", "2020_01", "2020_03", "2020_08", "2021")


def read(name: str) -> dict:
    """Return `knowledge/NAME.json`."""
    return json.loads((HERE / "knowledge" / f"{name}.json").read_text(encoding="utf-8"))


def incidents() -> dict:
    """Return what is known of incidents by their id, from one file a period."""
    return {id_: known for period in PERIODS for id_, known in read(f"incidents_{period}").items()}


def coordinates() -> dict:
    """Return where the named places lie, by their id: see `places.json` for the sources of it."""
    return json.loads((HERE / "places.json").read_text(encoding="utf-8"))["places"]


def patched(rows: list[dict], patch: dict | list | None) -> list[dict]:
    """Return rows changed as the knowledge says.

    A list replaces them. `{"1": {...}}` changes fields of the first, `{"1": null}` drops it,
    `"order": [2, 1]` puts them in another order, and `"more": [...]` appends to them.
    """
    if isinstance(patch, list):
        return patch
    patch = patch or {}
    numbers = patch.get("order", range(1, len(rows) + 1))
    kept = [(rows[number - 1], patch.get(str(number), {})) for number in numbers]
    changed = [{**row, **change} for row, change in kept if change is not None]
    return changed + patch.get("more", [])
