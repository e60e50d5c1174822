"""Another coder: tells attacks again as a second dataset would, with what coders differ in.

How often, is set out in the constants; they are a judgement, not a measurement, and stand in
docs/matching.md. The same seed makes the same dataset.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random
from statistics import fmean

from actors.names import skeleton
from datasets.matching.scoring import Attack, Figure, Named

from .matching_truth import Truth

# Which part of the attacks a dataset has at all: each lacks some that the other has.
HELD = 0.8
SPLIT, MERGED = 0.05, 0.05
# Different attacks invented beside real ones: near in time and place, by others, of another toll.
NEIGHBOURS = 0.15

OTHER_WORDS = {
    "IS": ("Islamic State", "Daesh", "ISIL"),
    "PKK": ("Kurdistan Workers' Party",),
    "Taleban": ("Taliban",),
    "al-Mahdi Army": ("Jaysh al-Mahdi",),
}
SPELLINGS = (
    ("q", "k"),
    ("k", "q"),
    ("ee", "i"),
    ("ou", "u"),
    ("a", "e"),
    ("i", "e"),
    ("o", "u"),
    ("al-", ""),
    ("sh", "ch"),
    ("z", "dh"),
    ("'", ""),
)
MISTAKEN_FOR = {
    "rocket_attack": "shelling",
    "shelling": "rocket_attack",
    "missile_strike": "rocket_attack",
    "drone_strike": "airstrike",
    "airstrike": "drone_strike",
    "ied": "car_bomb",
    "car_bomb": "suicide_bombing",
    "suicide_bombing": "car_bomb",
    "armed_assault": "armed_clash",
    "armed_clash": "armed_assault",
    "assassination": "armed_assault",
}


@dataclass
class Labelled:
    """Two datasets and which attacks of them are one: pairs of positions in either."""

    first: list[Attack] = field(default_factory=list)
    second: list[Attack] = field(default_factory=list)
    same: set[tuple[int, int]] = field(default_factory=set)


def labelled(truths: list[Truth], seed: int) -> Labelled:
    """Tell attacks twice: as they are known best, and as another coder would."""
    coder = Coder(truths, Random(seed))  # noqa: S311 (the same telling at every run)
    made = Labelled()
    for truth, partner in _merged(truths, coder.chance):
        coder.tell(made, truth, partner)
    return made


class Coder:
    """Somebody who reads other reports of the same attacks, and codes by other habits."""

    def __init__(self, truths: list[Truth], chance: Random):
        self.chance = chance
        self.middles = _middles(truths)

    def tell(self, made: Labelled, truth: Truth, partner: Truth | None) -> None:
        """Add an attack to the datasets that hold it; with a partner, the second tells of both."""
        firsts = [
            _add(made.first, one.attack)
            for one in (truth, partner)
            if one and self.chance.random() < HELD
        ]
        if self.chance.random() < HELD:
            for telling in self._tellings(truth, partner):
                second = _add(made.second, telling)
                made.same |= {(first, second) for first in firsts}
        if self.chance.random() < NEIGHBOURS:
            made.second.append(self.recoded(truth, self._neighbour(truth.attack)))

    def _tellings(self, truth: Truth, partner: Truth | None) -> list[Attack]:
        attack = truth.attack
        if partner is not None:
            both = _sum(attack.killed, partner.attack.killed)
            return [self.recoded(truth, replace(attack, killed=both))]
        if (attack.killed.best or 0) > 1 and self.chance.random() < SPLIT:
            share = self.chance.randint(1, attack.killed.best - 1)
            halves = (share, attack.killed.best - share)
            return [self.recoded(truth, replace(attack, killed=_exactly(n))) for n in halves]
        return [self.recoded(truth, attack)]

    def recoded(self, truth: Truth, attack: Attack) -> Attack:
        return replace(
            attack,
            **self._date(attack),
            **self._place(truth, attack),
            actors=tuple(map(self._actor, attack.actors)),
            type=self._type(attack.type),
            weapons=frozenset(),
            killed=self._toll(attack.killed),
        )

    def _neighbour(self, attack: Attack) -> Attack:
        """Invent a different attack within two days and some 15 km, of another toll."""
        shift = timedelta(days=self.chance.choice((-2, -1, -1, 0, 0, 0, 1, 1, 2)))
        toll = self.chance.choice((0, 1, 1, 2, 3, 5, 8, 12, 20))
        moved = {}
        if attack.latitude is not None:
            moved = {
                "latitude": attack.latitude + self.chance.uniform(-0.1, 0.1),
                "longitude": attack.longitude + self.chance.uniform(-0.1, 0.1),
            }
        return replace(
            attack,
            earliest=attack.earliest + shift,
            latest=attack.latest + shift,
            killed=_exactly(toll if toll != attack.killed.best else toll + 3),
            **moved,
        )

    def _date(self, attack: Attack) -> dict:
        drawn = self.chance.random()
        shift = timedelta(days=0 if drawn < 0.72 else 1 if drawn < 0.90 else -1)
        first, last = attack.earliest + shift, attack.latest + shift
        if drawn >= 0.95:
            first -= timedelta(days=self.chance.randint(1, 4))
            last += timedelta(days=self.chance.randint(1, 4))
        return {"earliest": first, "latest": last}

    def _place(self, truth: Truth, attack: Attack) -> dict:
        if attack.latitude is None:
            return {}
        drawn = self.chance.random()
        if drawn < 0.08:
            return {"latitude": None, "longitude": None, "precision": "none"}
        if drawn < 0.18:
            return _at(self.middles[truth.province], "province")
        if drawn < 0.38 and attack.precision != "province":
            return _at(self.middles[truth.district], "district")
        if drawn < 0.60:
            return _at((round(attack.latitude, 1), round(attack.longitude, 1)), "near_town")
        if attack.precision in ("province", "country"):
            return {}
        point = (
            attack.latitude + self.chance.gauss(0, 0.015),
            attack.longitude + self.chance.gauss(0, 0.015),
        )
        return _at(point, "town")

    def _actor(self, actor: Named) -> Named:
        """Half of the actors are found again by the importer; others come under another name."""
        drawn = self.chance.random()
        if drawn < 0.5:
            return actor
        if drawn < 0.6:
            return Named("nobody knows", "unidentified")
        name = self._other_name(actor)
        return replace(actor, public_id=f"{name}?", skeletons=frozenset({skeleton(name)} - {""}))

    def _other_name(self, actor: Named) -> str:
        name = actor.public_id
        if name in OTHER_WORDS and self.chance.random() < 0.5:
            return self.chance.choice(OTHER_WORDS[name])
        if name.startswith("Government of "):
            return f"{self.chance.choice(('Military', 'Police'))} forces of {name[14:]}"
        for written, spelled in self.chance.sample(SPELLINGS, 3):
            name = name.replace(written, spelled)
        return name

    def _type(self, word: str) -> str:
        drawn = self.chance.random()
        if not word or drawn < 0.1:
            return ""
        return MISTAKEN_FOR.get(word, word) if drawn < 0.25 else word

    def _toll(self, killed: Figure) -> Figure:
        if not killed.known:
            return killed
        number, drawn = killed.point, self.chance.random()
        if drawn < 0.1:
            return Figure()
        if drawn < 0.60:
            return _exactly(number)
        if drawn < 0.85:
            return _exactly(max(number + self.chance.choice((-2, -1, 1, 2)), 0))
        return _exactly(round(number * self.chance.uniform(0.5, 1.7)))


def _merged(truths: list[Truth], chance: Random) -> list[tuple[Truth, Truth | None]]:
    """Pair some attacks with another of their day and district, which one row tells of both."""
    groups: dict[tuple, list[Truth]] = defaultdict(list)
    for truth in truths:
        groups[truth.attack.earliest, truth.district].append(truth)
    found: list[tuple[Truth, Truth | None]] = []
    for group in groups.values():
        waiting = list(group)
        while waiting:
            one = waiting.pop()
            together = waiting and chance.random() < MERGED * 2
            found.append((one, waiting.pop() if together else None))
    return found


def _middles(truths: list[Truth]) -> dict[str, tuple[float, float]]:
    """Return the middle of the points of each district and province."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for truth in truths:
        if truth.attack.latitude is not None:
            for area in {truth.district, truth.province}:
                points[area].append((truth.attack.latitude, truth.attack.longitude))
    return {
        area: (fmean(north for north, _ in found), fmean(east for _, east in found))
        for area, found in points.items()
    }


def _at(point: tuple[float, float], precision: str) -> dict:
    return {"latitude": point[0], "longitude": point[1], "precision": precision}


def _exactly(number: int) -> Figure:
    return Figure(number, number, number)


def _sum(one: Figure, other: Figure) -> Figure:
    return _exactly(one.point + other.point) if one.known and other.known else Figure()


def _add(attacks: list[Attack], attack: Attack) -> int:
    attacks.append(attack)
    return len(attacks) - 1
