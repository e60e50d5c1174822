"""Who and where a dataset names: the actors and places there are, and those begun for it.

An actor is known by its UCDP id, a government by its Gleditsch–Ward number, then by a name that one
actor alone bears, letter for letter once folded. A country is known by its code, a province by its
name within the country. Whoever is not known is begun, for the same readers as the dataset.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, count

from actors.countries import country_name
from actors.models import Actor, ActorName
from actors.shapes import ACTOR
from datasets.formats.entry import Entry, Named, Where, named_in
from incidents.models import Place, PlaceName
from incidents.shapes import PLACE
from ledger.canonical import sha256
from ledger.defaults import whole
from ledger.folding import fold
from ledger.identity import take_public_ids
from ledger.models import Record

from .states import Setting

GENERIC = re.compile(
    r"\b(province|governorate|state|region|oblast|district|department|county|prefecture|al|el)\b"
)


class Resolver:
    """Finds actors and places, and begins those that are not there.

    `begun_actors` and `begun_places` are states by public id, until `take_begun` hands them over.
    """

    def __init__(self, setting: Setting):
        self.setting = setting
        self.begun: dict[str, dict[str, dict]] = {"actor": {}, "place": {}}
        self.begun_names: dict[str, list[str]] = {"actor": [], "place": []}
        self.actors: dict[Named, str] = {}
        self.places: dict[tuple[str, str], str | None] = {}
        self.country_of: dict[str, str] = {}
        self.matched: list[str] = []
        self._load_actors()
        self._load_places()

    def resolve(self, entries: Iterable[Entry]) -> None:
        """Find or begin whatever entries name."""
        for entry in entries:
            for named in named_in(entry):
                if named not in self.actors:
                    self.actors[named] = self._actor(named)
            if entry.where:
                self.place(entry.where)

    def place(self, where: Where) -> str | None:
        """Return the smallest place known of a spot: its province, else its country, else None."""
        spot = (where.country, where.province)
        if spot not in self.places:
            self.places[spot] = self._place(*spot)
        return self.places[spot]

    def known(self) -> set[str]:
        """Return the public ids of all that was found or begun."""
        found = {*self.actors.values(), *self.places.values(), *self.countries.values()}
        return found - {None}

    def take_begun(self, kind: str) -> dict[str, dict]:
        """Return the states of what was begun since the last call, and forget them."""
        taken, self.begun[kind] = self.begun[kind], {}
        return taken

    def _load_actors(self) -> None:
        rows = Actor.objects.filter(**self._readable())
        self.by_ucdp: dict[int, str] = {}
        self.by_state: dict[int, str] = {}
        for public_id, ucdp, number, kind in rows.values_list(
            "public_id", "ucdp", "gleditsch_ward", "actor_kind"
        ):
            if ucdp is not None:
                self.by_ucdp[ucdp] = public_id
            if number is not None and kind == "government":
                self.by_state[number] = public_id
        self.has_ucdp = set(self.by_ucdp.values())
        self.by_name: dict[str, set[str]] = defaultdict(set)
        names = ActorName.objects.filter(actor__in=rows).values_list("folded", "actor__public_id")
        for name, public_id in names:
            self.by_name[name].add(public_id)

    def _load_places(self) -> None:
        rows = Place.objects.filter(**self._readable())
        self.countries: dict[str, str] = {}
        self.provinces: dict[tuple[str, str], str] = {}
        kinds = {}
        for public_id, kind, country in rows.values_list("public_id", "place_kind", "country"):
            kinds[public_id] = (kind, country)
            if kind == "country":
                self.countries[country] = public_id
                self.country_of[public_id] = country
        names = PlaceName.objects.filter(place__in=rows).values_list("folded", "place__public_id")
        for name, public_id in names:
            kind, country = kinds[public_id]
            if kind == "province":
                self.provinces[country, bare(name)] = public_id
                self.country_of[public_id] = country

    def _readable(self) -> dict:
        """What a document of the dataset's audience may refer to: what its readers may read."""
        is_public = self.setting.audience == Record.Audience.PUBLIC
        readers = {"audience": Record.Audience.PUBLIC} if is_public else {}
        return {"status": Record.Status.PUBLISHED, **readers}

    def _actor(self, named: Named) -> str:
        known = self._known_actor(named)
        if known is None:
            known = self._begin("actor", self._actor_key(named), _actor_state(named))
        if named.ucdp is not None:
            self.by_ucdp[named.ucdp] = known
            self.has_ucdp.add(known)
        self.by_name[fold(named.name)].add(known)
        return known

    def _known_actor(self, named: Named) -> str | None:
        if named.ucdp is not None and named.ucdp in self.by_ucdp:
            return self.by_ucdp[named.ucdp]
        if named.kind == "government" and named.gleditsch_ward in self.by_state:
            return self.by_state[named.gleditsch_ward]
        alike = {
            one
            for one in self.by_name.get(fold(named.name), ())
            if named.ucdp is None or one not in self.has_ucdp
        }
        if len(alike) != 1:
            return None
        (public_id,) = alike
        self.matched.append(f"“{named.name}” is taken to be {public_id}, which bears that name.")
        return public_id

    def _actor_key(self, named: Named) -> str:
        if named.ucdp is not None:
            return f"{self.setting.short_name}-actor-{named.ucdp}"
        return f"{self.setting.short_name}-actor-{slug(named.name)}"

    def _place(self, country: str, province: str) -> str | None:
        if not country and not province:
            return None
        state = self._country(country) if country else None
        return self._province(country, province, state) if province else state

    def _country(self, code: str) -> str:
        if code not in self.countries:
            place = _place_state("country", country_name(code), code, [])
            self.countries[code] = self._begin("place", f"country-{code.lower()}", place)
            self.country_of[self.countries[code]] = code
        return self.countries[code]

    def _province(self, country: str, name: str, state: str | None) -> str:
        spot = country, bare(fold(name))
        if spot not in self.provinces:
            place = _place_state("province", name, country, [state] if state else [])
            key = f"province-{country.lower() or 'none'}-{slug(name)}"
            self.provinces[spot] = self._begin("place", key, place)
            self.country_of[self.provinces[spot]] = country
        return self.provinces[spot]

    def _begin(self, kind: str, key: str, short: dict) -> str:
        """Begin a record; members' records have keys of their own, apart from public ones."""
        if self.setting.audience != Record.Audience.PUBLIC:
            key = f"{self.setting.short_name}-{key}" if kind == "place" else key
        key = free_key(key)
        (public_id,) = take_public_ids(kind, 1)
        shape = ACTOR if kind == "actor" else PLACE
        short = {"key": key, "audience": self.setting.audience, **short}
        self.begun[kind][public_id] = whole(shape, short)
        self.begun_names[kind].append(short[f"{kind}_names"][0]["text"])
        return public_id


def free_key(key: str) -> str:
    """Return the key, numbered if a record that is not for these readers bears it already."""
    taken = set(Record.objects.filter(key__startswith=key).values_list("key", flat=True))
    numbered = (f"{key}-{number}" for number in count(2))
    return next(one for one in chain([key], numbered) if one not in taken)


def bare(folded: str) -> str:
    """Take generic words off a folded name: `al anbar province` and `anbar` are one."""
    return " ".join(GENERIC.sub(" ", folded).split()) or folded


def slug(name: str) -> str:
    """Make a part of a key out of a name, the same each time and unlike that of another name."""
    words = fold(name).replace(" ", "-")[:40].strip("-")
    return f"{words}-{sha256(name)[:6]}".strip("-")


def _actor_state(named: Named) -> dict:
    return {
        "actor_kind": named.kind,
        "country": named.country,
        "ucdp": named.ucdp,
        "gleditsch_ward": named.gleditsch_ward,
        "actor_names": [{"key": "m1", "text": named.name, "preferred": True}],
    }


def _place_state(kind: str, name: str, country: str, parents: list[str]) -> dict:
    return {
        "place_kind": kind,
        "country": country,
        "parents": parents,
        "place_names": [{"key": "m1", "text": name, "preferred": True}],
    }
