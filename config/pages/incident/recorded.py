"""How datasets record the attack: what is decided to be the same, side by side with this record."""

from config.pages.side_by_side import LABELS, side_by_side
from datasets.matching.decided import Decided
from datasets.models import Verdict
from ledger.wording import sentence

from .material import Material


def recorded(material: Material) -> dict | None:
    """Return the section; None where no other record is decided to tell of the attack."""
    others = [one for one in material.matched if one.record in material.around]
    if not others:
        return None
    rows = [_row(material, one) for one in others]
    return {
        "columns": list(LABELS.values()),
        "rows": [_own(material), *rows],
        "terms": _terms(material, others),
    }


def _own(material: Material) -> dict:
    document = material.document
    return {
        "name": "This record",
        "url": "",
        "facts": _licence(material, document["dataset"]),
        "cells": side_by_side(material.reading, document),
    }


def _row(material: Material, one: Decided) -> dict:
    document, reading = material.around[one.record], material.reading
    return {
        "name": reading.name(one.dataset) if one.dataset else "Our own record",
        "url": reading.url(one.record),
        "facts": [_verdict(material, one), *_licence(material, one.dataset)],
        "cells": side_by_side(reading, document, beside=material.document),
    }


def _verdict(material: Material, one: Decided) -> str:
    if one.verdict == Verdict.SAME:
        return "The same attack"
    here = one.part == material.document["id"]
    return "This record is part of it" if here else "A part of this attack"


def _licence(material: Material, dataset: str | None) -> list[str]:
    """Say release and licence of the dataset, where there is one and the reader may see it."""
    document = material.around.get(dataset)
    if document is None:
        return []
    release = f"Release {document['release']}" if document["release"] else ""
    return [fact for fact in (release, document["licence"]) if fact]


def _terms(material: Material, others: list[Decided]) -> list[str]:
    """Give the terms of what may not be passed on, to those who see it."""
    datasets = {one.dataset: material.around.get(one.dataset) for one in others}
    return [
        sentence(f"{one['title']}: {one['terms'] or 'its rows may not be passed on'}")
        for one in datasets.values()
        if one is not None and not one["redistributable"]
    ]
