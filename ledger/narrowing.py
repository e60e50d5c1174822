"""How a list says what it shows, and how readers narrow it: sentence, facets, sorting.

A filter is said as a sentence whose parts can be removed: "45 incidents in Iraq, possibly within
1 to 30 September 2020, unclaimed". All links carry the parameters that are set already.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from dates.filters import CERTAIN
from dates.partial import PartialDate
from dates.wording import say

from .filters import UNSET, AnyId
from .listing import Listing

SHOWN_AT_ONCE = 6
WINDOW = "window of dates"


@dataclass(frozen=True)
class Phrase:
    """How a parameter is said: `before` its values, each value's `word`, "unset", what joins."""

    before: str = ""
    word: Callable[[str], str] = str
    unset: str = "not known"
    joined: str = " or "

    def say(self, values: Iterable[str]) -> str:
        return self.joined.join(self.unset if one == UNSET else self.word(one) for one in values)


def sentence(listing: Listing, count: str, phrases: Mapping[str, Phrase]) -> dict:
    """Return what `components/filter_sentence.html` takes; parts stand in the order of phrases.

    A window of dates stands where `phrases` has WINDOW, else first.
    """
    given = listing.filters.parameters
    parts = [] if WINDOW in phrases else _within(listing, given)
    for name, phrase in phrases.items():
        parts += _within(listing, given) if name == WINDOW else []
        if name in given:
            parts.append(_part(listing, name, phrase, given[name]))
        if f"not_{name}" in given:
            excluding = replace(phrase, before=f"not {phrase.before}".rstrip())
            parts.append(_part(listing, f"not_{name}", excluding, given[f"not_{name}"]))
    if since := listing.data.get("changed_since"):
        parts.append(_removable("changed since", since, _address(listing, changed_since=None)))
    narrowed = dict.fromkeys([*given, "changed_since"])
    return {
        "count": count,
        "parts": parts,
        "clear_url": _address(listing, **narrowed) if parts else "",
    }


def said(told: Mapping) -> str:
    """Say a sentence as text: "45 incidents in Iraq, unclaimed"."""
    parts = [f"{part['before']} {part['text']}".strip() for part in told["parts"]]
    return f"{told['count']} {', '.join(parts)}".strip()


def facet_links(
    listing: Listing,
    counts: Mapping[str, list[dict]],
    titles: Mapping[str, str],
    phrases: Mapping[str, Phrase],
) -> list[dict]:
    """Return what `components/facet.html` takes, for the facets that would narrow the list."""
    return [
        _facet(listing, name, titles[name], counted, phrases[name])
        for name, counted in counts.items()
        if len(counted) > 1 or listing.filters.parameters.get(name)
    ]


def sort_links(listing: Listing, words: Mapping[str, str]) -> list[dict]:
    """Return `{"text", "url"}` for each ordering, the present one without an address."""
    return [
        {
            "text": text,
            "url": "" if name == listing.ordering else _address(listing, ordering=name),
        }
        for name, text in words.items()
    ]


def ids_asked(listing: Listing, counts: Mapping[str, list[dict]]) -> set[str]:
    """Name the records that the sentence and the facets speak of."""
    by_id = {name for name, one in listing.filters.filters.items() if isinstance(one, AnyId)}
    asked = [listing.filters.parameters.get(name, []) for name in by_id]
    counted = [[one["value"] for one in counts.get(name, [])] for name in by_id]
    return {one for values in [*asked, *counted] for one in values} - {UNSET}


def _within(listing: Listing, given: Mapping[str, list[str]]) -> list[dict]:
    """Say the window of dates as one part; a bare certainty asks nothing."""
    start, end = (given.get(name, [""])[0] for name in ("date_from", "date_to"))
    if not (start or end):
        return []
    sure = "certainly" if given.get("certainty") == [CERTAIN] else "possibly"
    before = f"{sure} within" if start and end else sure
    url = _address(listing, date_from=None, date_to=None)
    return [_removable(before, _window_words(start, end), url)]


def _window_words(start: str, end: str) -> str:
    """Say a window of ISO days; one that ends before it begins holds nothing, and says so."""
    if start and end and end < start:
        return f"{say(PartialDate(start))} to {say(PartialDate(end))}, which is no span"
    return say(PartialDate(f"{start or '..'}/{end or '..'}"))


def _part(listing: Listing, name: str, phrase: Phrase, values: list[str]) -> dict:
    return _removable(phrase.before, phrase.say(values), _address(listing, **{name: None}))


def _removable(before: str, text: str, url: str) -> dict:
    return {"before": before, "text": text, "remove_url": url}


def _facet(listing: Listing, name: str, title: str, counted: list[dict], phrase: Phrase) -> dict:
    chosen = listing.filters.parameters.get(name, [])
    found = {one["value"]: one["count"] for one in counted}
    ordered = sorted({**dict.fromkeys(chosen, 0), **found}, key=lambda one: one not in chosen)
    values = [_value(listing, name, one, found.get(one, 0), phrase) for one in ordered]
    shown = max(SHOWN_AT_ONCE, len(chosen))
    if len(values) == shown + 1:
        shown += 1
    return {"title": title, "values": values[:shown], "more": values[shown:]}


def _value(listing: Listing, name: str, value: str, count: int, phrase: Phrase) -> dict:
    """One value, whose link sets it beside those that are set, or removes it."""
    set_now = listing.filters.parameters.get(name, [])
    chosen = value in set_now
    asked = [one for one in set_now if one != value] if chosen else [*set_now, value]
    text = phrase.say([value])
    return {
        "text": text[:1].upper() + text[1:],
        "count": f"{count:,}",
        "url": _address(listing, **{name: asked or None}),
        "chosen": chosen,
        "unset": value == UNSET,
    }


def _address(listing: Listing, **changes) -> str:
    query = listing.changed(**changes)
    return f"?{query}" if query else "."
