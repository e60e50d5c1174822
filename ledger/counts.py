"""How many lines a list has, and how many of each value: from the tallies, or counted, then kept.

What readers get now changes with the next edition alone, so that what was counted at the newest
one is true for as long as it is kept.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from threading import Lock

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from .filters import StrictFilterSet
from .grouping import Counted, alike_together, counts_of, each_alone
from .moments import Moment
from .tallies import TOTAL, WHOLE, tallies

COUNT_AT_MOST = 10_000
WORTH_A_PROFILE = 3  # facets counted together
KEPT_AT_MOST = 2_000

Counts = dict[str, list[tuple[str, int]]]


class Kept:
    """What was counted, by everything that it depends on; what was asked for last stays longest."""

    def __init__(self, most: int):
        self._most = most
        self._found: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, count: Callable[[], object]):
        return self.get_each({"": key}, lambda missing: {"": count()})[""]

    def get_each(self, keys: Mapping[str, Hashable], count: Callable[[list[str]], Mapping]) -> dict:
        """Return what is kept by name; `count` is asked, at once, for the names of what is not."""
        with self._lock:
            found = {name: self._found[key] for name, key in keys.items() if key in self._found}
            for name in found:
                self._found.move_to_end(keys[name])
        missing = [name for name in keys if name not in found]
        if not missing:
            return found
        counted = count(missing)
        with self._lock:
            self._found.update((keys[name], counted[name]) for name in missing)
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return {name: counted[name] if name in counted else found[name] for name in keys}

    def clear(self) -> None:
        with self._lock:
            self._found.clear()


KEPT = Kept(KEPT_AT_MOST)
NOTHING_KEPT = Kept(0)


def total(filters: StrictFilterSet) -> tuple[int, bool]:
    """Return how many lines there are and whether that is exact: it is up to COUNT_AT_MOST."""
    return _keeper(filters.moment).get((TOTAL, *_asked(filters)), lambda: _total(filters))


def values(filters: StrictFilterSet, facets: Iterable[str]) -> Counts:
    """Return (value, count) of the values that most lines have, by facet.

    Each is kept alone: a facet is counted without its own filter, and need not be counted again
    for whoever chooses one of its values.
    """
    keys = {facet: (facet, *_asked(filters, without=facet)) for facet in facets}
    return _keeper(filters.moment).get_each(keys, lambda missing: _values(filters, missing))


def kept(what: str, count: Callable[[], object], *, moment: Moment, user):
    """Return what `count` counts at a moment for a reader; it is counted once an edition."""
    members = user is not None and user.is_authenticated
    return _keeper(moment).get((what, moment.edition, moment.at, moment.on, members), count)


def _keeper(moment: Moment) -> Kept:
    """Keep what is counted now; a past edition may be closed later, and is counted each time."""
    return NOTHING_KEPT if moment.asked else KEPT


def _asked(filters: StrictFilterSet, *, without: str = "") -> tuple[Hashable, ...]:
    """Return all that a count depends on. Editions are known by their time, which never recurs."""
    moment = filters.moment
    members = filters.user is not None and filters.user.is_authenticated
    narrowing = filters.narrowing(without=without)
    given = sorted((name, tuple(values)) for name, values in narrowing.items())
    return (type(filters), moment.edition, moment.at, moment.on, members, tuple(given))


def _total(filters: StrictFilterSet) -> tuple[int, bool]:
    scope = _scope(filters, TOTAL)
    if scope is not None:
        found = _tallied(filters, {TOTAL: scope})
        if found is not None:
            return dict(found[TOTAL]).get("", 0), True
    count = _lines(filters)[: COUNT_AT_MOST + 1].count()
    return count, count <= COUNT_AT_MOST


def _lines(filters: StrictFilterSet) -> QuerySet:
    """Return the lines to count: those of a narrow table, out of its index alone, if that can.

    They stand in order, so that it is begun where it can match, and left where enough is counted.
    """
    usual = next(iter(filters.orderings.values()))
    narrowed = filters.narrowed(usual)
    if narrowed is None:
        return filters.filtered().order_by()
    return narrowed.order_by(*usual).values("record_id")


def _values(filters: StrictFilterSet, facets: list[str]) -> Counts:
    scopes = {facet: _scope(filters, facet) for facet in facets}
    asked = {facet: scope for facet, scope in scopes.items() if scope is not None}
    found = (asked and _tallied(filters, asked)) or {}
    live = [facet for facet in facets if facet not in found]
    return {facet: [] for facet in facets} | found | (_counted(filters, live) if live else {})


def _tallied(filters: StrictFilterSet, scopes: dict[str, str]) -> Counts | None:
    members = filters.user is not None and filters.user.is_authenticated
    return tallies(filters.tallied, edition=filters.moment.edition, members=members, scopes=scopes)


def _scope(filters: StrictFilterSet, facet: str) -> str | None:
    """Return the scope of the tallies in which a facet is counted; None where it is not tallied."""
    tallied = filters.tallied
    if tallied is None or facet not in (TOTAL, *tallied.columns):
        return None
    given = filters.narrowing(without=facet)
    if not given:
        return WHOLE
    narrowed = given.pop(tallied.by, [])
    return narrowed[0] if len(narrowed) == 1 and not given else None


def _counted(filters: StrictFilterSet, facets: list[str]) -> Counts:
    """Count facets, those together that are counted over the same lines."""
    together: dict[str, list[str]] = {}
    for facet in facets:
        own = filters.narrowing() != filters.narrowing(without=facet)
        together.setdefault(facet if own else "", []).append(facet)
    parts, parameters = [], []
    for without, mine in together.items():
        try:
            sql, given = _query(filters, without, mine)
        except EmptyResultSet:  # the filter lets nothing through, whatever there is
            continue
        parts.append(sql)
        parameters += given
    found: Counts = {facet: [] for facet in facets}
    if not parts:
        return found
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), parameters)
        for facet, value, count in cursor.fetchall():
            found[facet].append((value, count))
    return found


def _query(filters: StrictFilterSet, without: str, facets: list[str]) -> tuple[str, tuple]:
    chosen = [filters.filters[facet] for facet in facets]
    sources = [one.field_name for one in chosen]
    counted = [
        Counted(facet, f"c{number}", one.array)
        for number, (facet, one) in enumerate(zip(facets, chosen, strict=True))
    ]
    lines = filters.filtered(without=without).order_by()
    profiled = filters.tallied and filters.tallied.columns.keys() >= set(facets)
    if profiled and len(facets) >= WORTH_A_PROFILE:
        sql, parameters = lines.values_list("id", "profile").query.sql_with_params()
        rows = alike_together(sql, lines.model._meta.db_table, counted, sources)
    else:
        sql, parameters = lines.values_list(*sources).query.sql_with_params()
        rows = each_alone(sql, counted)
    return counts_of(rows, counted), parameters
