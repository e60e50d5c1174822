"""Who is accused of an attack, and the status of its attributions.

Of those that are current, surely about this attack, not staged, cleared or declined; parts use the
operation's. First that fits: `confirmed` by a court or inquiry, or the accused credibly claims it,
unrivalled · `contested` different accused at one level of responsibility (an attribution that
`narrows` another of the same incident does not contest it), or a claimant outside all accused ·
`suspected` any other · `none`. The accused's own denial is shown, never decisive.

Where the rule is silent, this is decided:
- Current is what no other attribution `replaces`.
- An attribution about a claim says who claimed, not who attacked: it is left out.
- A court or inquiry confirms what it asserts or confirms, not what it suspects; only another court
  or inquiry rivals it. A credible claim is rivalled by other accused at that level of
  responsibility, by a claimant who is not joint, and by the claimant's own denial.
- Accused differ unless all of one attribution's are among the other's. An attribution contests none
  that accuses whom it narrows, directly or by way of others.
- A joint claim is outside all accused if none for whom it speaks is accused; an unnamed claimant is
  never outside.
- A part has its operation's attributions beside its own.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from incidents.origins import Identity, identity
from incidents.statuses.claims import Position, are_rivals, is_named, positions, speaks_for


class _Accusation(NamedTuple):
    """One attribution that counts: its row, whom it accuses, whom it narrows."""

    row: dict
    accused: frozenset[Identity]
    narrowed: list[frozenset[Identity]]


def attribution_status(
    attributions: Sequence[dict], claims: Sequence[dict], *, operation: Sequence[dict] = ()
) -> str:
    """The status of an incident's attributions: see this module.

    `operation` are the attributions of the operation of which the incident is a part.
    """
    accusations = _accusations(attributions) + _accusations(operation)
    if not accusations:
        return "none"
    stands = [one for one in positions(claims) if one.stance == "claims"]
    if _is_found(accusations) or _is_admitted(accusations, stands):
        return "confirmed"
    if _any_contest(accusations) or _any_outside(accusations, stands):
        return "contested"
    return "suspected"


def current_attributions(attributions: Sequence[dict]) -> list[dict]:
    """The attributions that no other one replaces, of every kind."""
    replaced = {row.get("replaces") for row in attributions if row.get("replaces") != row["key"]}
    return [row for row in attributions if row["key"] not in replaced]


def accused(attributions: Sequence[dict], *, operation: Sequence[dict] = ()) -> list[dict]:
    """Who is accused of this attack now, by the attributions that make its status.

    A list of `{"who", "responsibility", "confidence", "attribution": key}`; several accused jointly
    share the key.
    """
    return [
        {
            "who": who,
            "responsibility": row["responsibility"],
            "confidence": row["confidence"],
            "attribution": row["key"],
        }
        for row in _counting(attributions) + _counting(operation)
        for who in _all_accused(row)
    ]


def _counting(attributions: Sequence[dict]) -> list[dict]:
    if not attributions:
        return []
    return [
        row
        for row in current_attributions(attributions)
        if row["surely_this"]
        and not row.get("about_claim")
        and row["responsibility"] != "staged"
        and row["confidence"] not in ("cleared", "declined")
        and _all_accused(row)
    ]


def _all_accused(row: dict) -> list[dict]:
    return [who for who in [row.get("accused"), *(row.get("accused_with") or [])] if identity(who)]


def _accusations(attributions: Sequence[dict]) -> list[_Accusation]:
    by_key = {row["key"]: row for row in attributions}
    return [
        _Accusation(row, _identities(row), _narrowed(row, by_key))
        for row in _counting(attributions)
    ]


def _identities(row: dict) -> frozenset[Identity]:
    return frozenset(identity(who) for who in _all_accused(row))


def _narrowed(row: dict, by_key: dict[str, dict]) -> list[frozenset[Identity]]:
    seen = {row["key"]}
    found = []
    while (row := by_key.get(row.get("narrows"))) and row["key"] not in seen:
        seen.add(row["key"])
        found.append(_identities(row))
    return found


def _contest(one: _Accusation, other: _Accusation) -> bool:
    return (
        one.row["responsibility"] == other.row["responsibility"]
        and not (one.accused <= other.accused or other.accused <= one.accused)
        and one.accused not in other.narrowed
        and other.accused not in one.narrowed
    )


def _any_contest(accusations: list[_Accusation]) -> bool:
    return any(_contest(one, other) for one, other in combinations(accusations, 2))


def _is_found(accusations: list[_Accusation]) -> bool:
    findings = [
        one
        for one in accusations
        if one.row["basis"] in ("court", "inquiry")
        and one.row["confidence"] in ("asserted", "confirmed")
    ]
    return bool(findings) and not _any_contest(findings)


def _is_admitted(accusations: list[_Accusation], stands: list[Position]) -> bool:
    """Whether one of the accused credibly claims the attack, and nothing rivals that."""
    credible = {
        one.claimant
        for one in stands
        if not one.denied_by_itself and any(row["credibility"] == "credible" for row in one.claims)
    }
    admitted = [one for one in accusations if one.accused & credible]
    unrivalled = [one for one in admitted if not any(_contest(one, other) for other in accusations)]
    return bool(unrivalled) and not are_rivals(stands)


def _any_outside(accusations: list[_Accusation], stands: list[Position]) -> bool:
    everybody = frozenset().union(*(one.accused for one in accusations))
    return any(
        is_named(one.claimant) and everybody.isdisjoint(speaks_for(row))
        for one in stands
        for row in one.claims
        if row["stance"] == "claims"
    )
