"""Two matched records side by side for an editor, with what speaks for one attack and against."""

from config.kinds import KINDS
from config.pages.side_by_side import side_by_side
from datasets.models import Match
from ledger import moments
from ledger.models import PublishedRecord
from ledger.moments import Moment
from ledger.reading import document_of, included
from sources.reading import Reading

NAMES_OF_PARTS = {
    "date": "Date",
    "place": "Place",
    "actors": "Actors",
    "type": "Type",
    "killed": "Killed",
    "injured": "Injured",
    "others": "What else is near",
}

NEXT_TO_NONE = 0.25


def pair(match: Match, user) -> dict:
    """Return both records as readers have them now, row by row, and the parts of the score.

    `rows` is empty where one of the two is not published any more: there is nothing to compare.
    """
    moment = moments.now()
    rows = _published(match, moment, user)
    documents = {row.record_id: document_of(row, KINDS) for row in rows}
    first, second = (documents.get(one) for one in (match.first_id, match.second_id))
    context = {
        "parts": [_part(part) for part in match.parts],
        "score": score_words(match.score),
        "rows": [],
        "sides": [],
    }
    if first is None or second is None:
        return context
    refs = {ref for row in rows for ref in row.refs}
    reading = Reading(included(refs, moment=moment, user=user), moment)
    of_actors = next((one["sentence"] for one in match.parts if one["name"] == "actors"), "")
    held_against = side_by_side(reading, second, beside=first, of_actors=of_actors)
    both = zip(side_by_side(reading, first), held_against, strict=True)
    return context | {
        "rows": [{"label": one["label"], "cells": [one, other]} for one, other in both],
        "sides": [_side(reading, document) for document in (first, second)],
    }


def _published(match: Match, moment: Moment, user) -> list[PublishedRecord]:
    rows = PublishedRecord.objects.as_of(moment.edition).visible_to(user)
    return list(rows.filter(record__in=[match.first_id, match.second_id]).with_documents())


def _side(reading: Reading, document: dict) -> dict:
    dataset = document["dataset"]
    return {
        "id": document["id"],
        "title": document["title"],
        "url": reading.url(document["id"]),
        "dataset": reading.name(dataset) if dataset else "Our own record",
        "entry": document["dataset_entry"] or "",
        "text": document["summary"] or document["account"] or "",
    }


def side_of(points: float) -> str:
    """Say for what points speak; next to none speak for nothing."""
    if abs(points) < NEXT_TO_NONE:
        return "neither"
    return "for" if points > 0 else "against"


def score_words(score: float) -> str:
    """Spell a score as every page of the workbench does."""
    return f"{score:.2f}"


def points_words(points: float) -> str:
    """Spell points with their sign, a minus and no hyphen; "0" for what rounds to nothing."""
    words = f"{points:+.1f}".replace("-", "−")
    return "0" if words in ("+0.0", "−0.0") else words


def _part(part: dict) -> dict:
    points = part["points"]
    side = side_of(points)
    return {
        "name": NAMES_OF_PARTS.get(part["name"], part["name"]),
        "sentence": part["sentence"],
        "side": side,
        "points": points_words(points),
    }
