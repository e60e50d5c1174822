"""What one row of a dataset says, before anything of it is looked up or written.

Each format has a module with `read(values) -> Entry`, a pure function of the row's texts by column.
It raises `Unreadable` for a row of which no incident can be made, and puts a `Flag` on whatever a
human should look at. Nothing is guessed: what a dataset does not say is empty or null.
"""

from dataclasses import dataclass


class Unreadable(ValueError):
    """A row that cannot be understood: which column, and what would be accepted."""

    def __init__(self, column: str, sentence: str):
        self.column = column
        self.sentence = sentence
        super().__init__(f"{column}: {sentence}")


class NotAnIncident(ValueError):
    """A sound row that speaks of no armed attack: it is left out and counted, not an error."""

    def __init__(self, column: str, sentence: str):
        self.column = column
        self.sentence = sentence
        super().__init__(f"{column}: {sentence}")


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in a row that was kept as it stands and that a human should look at."""

    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as a dataset names it.

    `kind` is a word of `actors.vocabulary.ActorKind`, `country` two capital letters or "".
    """

    name: str
    kind: str = "armed_group"
    country: str = ""
    ucdp: int | None = None
    gleditsch_ward: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody with a part in the incident; `role` is a word of `PartyRole`.

    Who is known only in words ("Civilians of Iraq", "Bank") is a text.
    """

    role: str
    who: Named | str
    low: int | None = None
    high: int | None = None
    damage: str = ""


@dataclass(frozen=True, slots=True)
class Accused:
    """Whom the dataset holds responsible; `confidence` is a word of `Confidence`."""

    who: Named | str
    confidence: str = "asserted"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim that the dataset records; `stance` and `medium` are words of their vocabularies."""

    who: Named | str | None
    stance: str = "claims"
    medium: str = ""
    medium_detail: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many the dataset counts: the row of everybody, or (`part_of_all`) a part of it.

    `slot` names the meaning of the count within its format ("all", "side_a", "attackers"), so that
    a newer release changes the same row. `as_stated`: the numbers contradict each other and are
    kept as they stand. Null is "not known", never zero.
    """

    slot: str
    outcome: str
    low: int | None = None
    high: int | None = None
    best: int | None = None
    who: str = "all"
    affiliation: str = ""
    nationality: str = ""
    part_of_all: bool = False
    as_stated: bool = False
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a row says that it was, as exactly as it says and no more.

    `text` is the spot in words, `province` the name of the first-level division, `country` two
    capital letters, each "" where not said. `precision` is a word of `Precision`; the centroid of
    a country is no point, so that its coordinates are null.
    """

    text: str = ""
    province: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision: str = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident as one row of a dataset states it.

    `date` is EDTF or "" where no day is known, `wording` the dataset's own words for it.
    `stated_type` is the dataset's own type in its own words, `incident_type` a word of
    `IncidentType` where one surely fits. `locator` says where the dataset has it from.
    """

    external_id: str
    title: str
    date: str = ""
    wording: str = ""
    incident_type: str = ""
    stated_type: str = ""
    outcome: str = "unknown"
    account: str = ""
    locator: str = ""
    where: Where | None = None
    sides: tuple[Side, ...] = ()
    accused: tuple[Accused, ...] = ()
    claims: tuple[Claimed, ...] = ()
    counts: tuple[Count, ...] = ()
    weapons: tuple[tuple[str, str], ...] = ()
    attackers_included: str = "unknown"
    count_note: str = ""
    tags: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


def named_in(entry: Entry) -> list[Named]:
    """Return the actors that an entry names."""
    people = [*entry.sides, *entry.accused, *entry.claims]
    return [one.who for one in people if isinstance(one.who, Named)]
