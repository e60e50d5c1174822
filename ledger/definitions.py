"""What the words for the standing and the audience of a record mean."""

from .models import Record
from .vocabularies import Vocabulary

STATUSES = {
    "draft": "Written and not yet shown to readers.",
    "in_review": "Handed to a reviewer, not yet shown to readers.",
    "published": "Readers see its last published version.",
    "withdrawn": "Taken back, with a reason; its history stays.",
}

AUDIENCES = {
    "public": "Everybody may read it.",
    "members": "Only those who are signed in may read it.",
}

VOCABULARIES = {
    name: Vocabulary(name, title, dict(words), definitions)
    for name, title, words, definitions in (
        ("status", "Standing of a record", Record.Status.choices, STATUSES),
        ("audience", "Who may read a record", Record.Audience.choices, AUDIENCES),
    )
}
