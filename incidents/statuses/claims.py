"""Who claims an attack, and the status of its claims.

First that fits (a claimant's latest stance counts; forged, refuted and disowned claims do not):
`contested` two claimants not joint, or an organisation denies a claim made in its name · `claimed`
· `implied` · `retracted` all were retracted or disowned · `denied` denials only · `unclaimed` only
`none_known` · `none` no rows. A denial by others never unmakes a claim.

Where the rule is silent, this is decided:
- A claimant is each actor for whom a row speaks, else its speaker, else one unnamed claimant.
- Its rows are kept apart by voice: its own (no speaker, or itself), or that of a speaker in its
  name. Each voice's latest stance counts. Another voice's denial contests a claim, unless the
  claimant's own voice has claimed since; a voice that denies what itself claimed has given the
  claim up. Who retracts takes back every earlier claim in the claimant's name; a speaker who
  retracts in nobody's name speaks for whom the claim spoke that the retraction replies to.
- Latest is by the earliest possible day, the clock, then the order of the rows; undated rows are
  the earliest. No row is earlier than the one that it replies to.
- `corrects` and `denies_intent` leave a stance as it is. Where nothing else was said
  `denies_intent` is a denial, and `corrects` is nothing.
- Only who `claims` is a claimant that contests; an implication beside a claim does not.
- A claim that covers several incidents and is recorded at another one (`recorded_at`) has that
  one's keys.
- Forged and refuted rows are as if not there: where nothing else is, the status is `none`.
  `none_known` beside anything else says nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from incidents.moments import bounds, clock
from incidents.origins import Identity, identity

_POSITIVE = ("claims", "implies")
_DENIALS = ("denies", "denies_event")
_UNNAMED: Identity = ("unnamed", "")
_Key = tuple[str | None, str | None]


@dataclass
class Position:
    """Where one claimant stands: each voice's latest row, the last heard last."""

    claimant: Identity
    latest: dict[Identity, dict] = field(default_factory=dict)
    taken_back: bool = False

    @property
    def claims(self) -> list[dict]:
        """The standing rows in which the attack is claimed or implied."""
        return [row for row in self.latest.values() if row["stance"] in _POSITIVE]

    @property
    def stance(self) -> str | None:
        """`claims`, `implies`, `denies`, or null."""
        stances = {row["stance"] for row in self.latest.values()}
        for stance in _POSITIVE:
            if stance in stances:
                return stance
        return "denies" if stances.intersection(_DENIALS) else None

    @property
    def denied_by_itself(self) -> bool:
        """Whether the claimant denies a claim made in its name, and has not claimed since."""
        heard = list(self.latest.values())
        own = self.latest.get(self.claimant)
        if own in self.claims:
            heard = heard[heard.index(own) :]
        return bool(self.claims) and any(row["stance"] in _DENIALS for row in heard)

    def hear(self, row: dict) -> None:
        """Take in the claimant's next row, in order of time."""
        voice = identity(row.get("speaker")) or self.claimant
        if row.get("authenticity") == "disowned":
            self.taken_back |= row["stance"] in _POSITIVE
            return
        if row["stance"] == "retracts":
            self.taken_back = True
            for claim in self.claims:
                del self.latest[identity(claim.get("speaker")) or self.claimant]
        self.latest.pop(voice, None)
        self.latest[voice] = row


def claim_status(claims: Sequence[dict]) -> str:
    """The status of an incident's claims: see this module."""
    if not claims:
        return "none"
    stands = positions(claims)
    stances = {position.stance for position in stands}
    said = {claim["stance"] for claim in _heard(claims) if claim["authenticity"] != "disowned"}
    rules = {
        "contested": are_rivals(stands) or any(one.denied_by_itself for one in stands),
        "claimed": "claims" in stances,
        "implied": "implies" in stances,
        "retracted": any(position.taken_back for position in stands),
        "denied": "denies" in stances or "denies_intent" in said,
        "unclaimed": "none_known" in said,
    }
    return next((status for status, fits in rules.items() if fits), "none")


def claimants(claims: Sequence[dict]) -> list[dict]:
    """Who claims or implies it now: `{"who", "stance", "claim": key, "recorded_at"}` each.

    Who claims jointly share the key of the claim; a null who is an unnamed claimant. `recorded_at`
    is the other incident at which the claim is recorded, or null.
    """
    if not claims:
        return []
    return [
        {
            "who": _who(row, one.claimant),
            "stance": one.stance,
            "claim": row["key"],
            "recorded_at": row.get("recorded_at"),
        }
        for one in positions(claims)
        for row in [next((row for row in one.claims if row["stance"] == one.stance), None)]
        if row
    ]


def current_claims(claims: Sequence[dict]) -> list[dict]:
    """The rows that hold now: nobody forged, disowned, refuted or took them back, or spoke since.

    `none_known` holds while nobody claims; `corrects` and `denies_intent` go on holding.
    """
    stands = positions(claims)
    latest = {_key(row) for one in stands for row in one.latest.values()}
    holding = {"corrects", "denies_intent"}
    if not any(one.claims for one in stands):
        holding.add("none_known")
    return [
        row
        for row in _heard(claims)
        if _key(row) in latest or (row["stance"] in holding and row["authenticity"] != "disowned")
    ]


def positions(claims: Sequence[dict]) -> list[Position]:
    """Where each claimant stands, in the order in which they were first heard."""
    found: dict[Identity, Position] = {}
    by_key = {_key(claim): claim for claim in claims}
    for row in _in_order_of_time(_heard(claims)):
        if row["stance"] in (*_POSITIVE, *_DENIALS, "retracts"):
            for claimant in _concerned(row, by_key.get(_key_answered(row))):
                found.setdefault(claimant, Position(claimant)).hear(row)
    return list(found.values())


def are_rivals(stands: Iterable[Position]) -> bool:
    """Whether two of them claim the attack, and no standing claim is joint."""
    claiming = [one for one in stands if one.stance == "claims"]
    return any(not _are_joint(one, other) for one, other in combinations(claiming, 2))


def speaks_for(row: dict) -> list[Identity]:
    """The claimants of a row."""
    named = [found for who in row.get("for") or [] if (found := identity(who))]
    return list(dict.fromkeys(named)) or [identity(row.get("speaker")) or _UNNAMED]


def is_named(claimant: Identity) -> bool:
    """Whether it is known who the claimant says to be."""
    return claimant != _UNNAMED


def _heard(claims: Sequence[dict]) -> list[dict]:
    return [
        claim
        for claim in claims
        if claim["authenticity"] != "forged" and claim["credibility"] != "refuted"
    ]


def _concerned(row: dict, answered: dict | None) -> list[Identity]:
    """The claimants of a row; a retraction in nobody's name has those of what it replies to."""
    if row["stance"] != "retracts" or row.get("for") or not answered:
        return speaks_for(row)
    same_speaker = identity(row.get("speaker")) in (None, identity(answered.get("speaker")))
    return speaks_for(answered if same_speaker else row)


def _are_joint(one: Position, other: Position) -> bool:
    return any(
        one.claimant in speaks_for(row) and other.claimant in speaks_for(row)
        for row in one.claims + other.claims
    )


def _who(row: dict, claimant: Identity) -> dict | None:
    named = [*(row.get("for") or []), row.get("speaker")]
    return next((who for who in named if identity(who) == claimant), None)


def _key(claim: dict) -> _Key:
    return claim.get("recorded_at"), claim["key"]


def _key_answered(claim: dict) -> _Key:
    return claim.get("recorded_at"), claim.get("replies_to")


def _in_order_of_time(claims: list[dict]) -> list[dict]:
    by_key = {_key(claim): claim for claim in claims}
    return sorted(claims, key=lambda claim: _moment(claim, by_key))


def _moment(claim: dict, by_key: dict[_Key, dict], seen: frozenset = frozenset()) -> tuple:
    """Day, clock, and how many rows of that moment it replies to, one upon the other."""
    own = bounds(claim["date"])[0] or date.min, clock(claim["date"]), 0
    answered = by_key.get(_key_answered(claim))
    if not answered or _key(claim) in seen:
        return own
    day, time, replies = _moment(answered, by_key, seen | {_key(claim)})
    return max(own, (day, time, replies + 1))
