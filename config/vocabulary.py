"""Every vocabulary of the record under its field's name in documents, for pages and the API."""

from actors.definitions import VOCABULARIES as OF_ACTORS
from dates.partial import PRECISIONS
from incidents.definitions import VOCABULARIES as OF_INCIDENTS
from ledger.definitions import VOCABULARIES as OF_LEDGER
from ledger.vocabularies import Vocabulary
from sources.definitions import VOCABULARIES as OF_SOURCES
from timeline.definitions import VOCABULARIES as OF_TIMELINE

DATE_PRECISION_WORDS = {
    "day": "day",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "one_of": "one of several days",
    "range": "span",
    "open": "open",
}

DATE_PRECISION = Vocabulary(
    "date_precision", "How exact a date is (EDTF)", DATE_PRECISION_WORDS, PRECISIONS
)

VOCABULARIES: dict[str, Vocabulary] = {
    **OF_INCIDENTS,
    **OF_ACTORS,
    **OF_TIMELINE,
    DATE_PRECISION.name: DATE_PRECISION,
    **OF_SOURCES,
    **OF_LEDGER,
}

# What a record is, one and several.
KIND_WORDS = {
    "actor": ("actor", "actors"),
    "chronology": ("chronology", "chronologies"),
    "dataset": ("dataset", "datasets"),
    "event": ("event", "events"),
    "incident": ("incident", "incidents"),
    "link": ("link", "links"),
    "place": ("place", "places"),
    "source": ("source", "sources"),
    "statement": ("statement", "statements"),
}
