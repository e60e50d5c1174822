"""The page of one actor."""

from typing import Any

from actors.definitions import VOCABULARIES
from actors.views import kind_and_country, language_words, name_of
from dates.partial import NotADate, PartialDate
from dates.reading import read
from dates.wording import say
from ledger.filters import BadParameters
from ledger.foot import foot_of
from ledger.pages import Page
from ledger.wording import capital, counted
from sources.reading import Reading
from sources.rivals import also_said
from timeline.lines import line_of
from timeline.telling import commitment

from .deeds import by_role
from .material import INCIDENTS_READ, SAID_READ, Material, gather
from .relations import by_word, held_on, relations_of

SETTLED_WORDS = {"kept": "kept", "partly_kept": "partly kept", "broken": "broken"}


class ActorPage(Page):
    """Names, relations on a day, offices, incidents by role, statements, promises, events."""

    template_name = "actors/detail.html"
    section = "actors"
    parameters = ("as_of", "on")

    def get_context_data(self, public_id: str, **address) -> dict[str, Any]:
        on = self.read_day()
        material = gather(public_id, moment=self.moment, user=self.request.user, kinds=self.kinds)
        reading, document = material.reading, material.document
        relations = held_on(relations_of(public_id, document, material.others), on)
        # Footnotes are numbered as they are asked for: in the order of the page.
        described = reading.footnotes.prose(document["description"] or "", "the description")
        offices = by_word(reading, [one for one in relations if one.is_office], on)
        others = by_word(reading, [one for one in relations if not one.is_office], on)
        promises = promises_of(material)
        return super().get_context_data(
            **address,
            actor=document,
            kicker=kicker(document),
            description=described,
            figures=figures(material, promises),
            on=say(on) if on else "",
            on_typed=self.request.GET.get("on", ""),
            offices=offices,
            relations=others,
            no_relations=not (document["relationships"] or material.others),
            roles=by_role(reading, public_id, material.incidents, document["name"]),
            incidents_left=max(0, material.incident_count - INCIDENTS_READ),
            promises=promises,
            statements=[line_of(reading, one) for one in material.statements[:SAID_READ]],
            events=[line_of(reading, one) for one in material.events[:SAID_READ]],
            more=more_than_shown(material),
            names=[named(reading, one) for one in document["names"]],
            particulars=particulars(reading, document),
            sources=reading.sources(),
            foot=foot_of(material.row, self.moment, self.request),
        )

    def read_day(self) -> PartialDate | None:
        """Read `on`; BadParameters for what is no date."""
        typed = self.request.GET.get("on", "")
        try:
            return read(typed) if typed.strip() else None
        except NotADate as error:
            raise BadParameters({"on": str(error)}) from error


def kicker(document: dict) -> list[dict | str]:
    kind, *country = kind_and_country(document)
    term = VOCABULARIES["actor_type"].term(document["type"], "kicker")
    return [{"term": term, "text": kind}, *({"text": one} for one in country)]


def named(reading: Reading, row: dict) -> dict:
    """Return one row of the table of names."""
    start, end = row["from"], row["until"]
    used = [start and f"from {start['text']}", end and f"until {end['text']}"]
    kind = VOCABULARIES["name_type"].words.get(row["type"], "")
    return {
        **name_of(row),
        "language": language_words(row),
        "kind": capital(", ".join(filter(None, [kind, row["preferred"] and "used here"]))),
        "used": " ".join(filter(None, used)),
        "notes": reading.notes(row["citations"], "a name", side=False),
    }


def particulars(reading: Reading, document: dict) -> list[dict]:
    """Say when the actor began and ended, what else is said of it, and what others call it."""
    said = [
        ("Founded", document["founded"] and document["founded"]["text"], "founded"),
        ("Dissolved", document["dissolved"] and document["dissolved"]["text"], "dissolved"),
    ]
    rows = [
        {
            "term": term,
            "text": text,
            "notes": reading.notes(
                reading.cited_for(document["citations"], field), term.lower(), side=False
            ),
        }
        for term, text, field in said
        if text
    ]
    ids = {"wikidata": "Wikidata", "ucdp": "UCDP", "gleditsch_ward": "Gleditsch–Ward"}
    known = [f"{ids[name]} {one}" for name, one in document["external_ids"].items() if one]
    numbers = [{"term": "Elsewhere", "text": ", ".join(known), "notes": []}] if known else []
    return [*rows, *also_said(document, reading), *numbers]


def promises_of(material: Material) -> list[dict]:
    """Return what `components/promise.html` takes of the promises made by the actor."""
    own = {(line.public_id, line.number) for line in material.promises}
    return [
        commitment(material.reading, document, row, material.reading.moment.on)
        for document in material.promising
        for row in document["commitments"]
        if (document["id"], row["key"]) in own
    ]


def figures(material: Material, promises: list[dict]) -> list[tuple[str, str]]:
    states = [one["status"]["value"] for one in promises]
    settled = [
        f"{states.count(state)} {word}" for state, word in SETTLED_WORDS.items() if state in states
    ]
    said = len(material.statements)
    statements = f"more than {SAID_READ}" if said > SAID_READ else f"{said}"
    tail = f": {', '.join(settled)}" if settled else ""
    return [
        (
            "incident" if material.incident_count == 1 else "incidents",
            f"{material.incident_count:,}",
        ),
        ("statement" if said == 1 else "statements", statements),
        (f"{'promise' if len(states) == 1 else 'promises'}{tail}", f"{len(states)}"),
    ]


def more_than_shown(material: Material) -> dict[str, str]:
    """Say of the lists that are cut how many are shown; "" for the whole ones."""
    lists = {"statements": material.statements, "events": material.events}
    return {
        name: f"The newest {counted(SAID_READ, name, name)} are shown."
        if len(documents) > SAID_READ
        else ""
        for name, documents in lists.items()
    }
