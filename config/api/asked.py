"""The parameters that the API reads beside the filters: as_of, format, fields, include, facets."""

from collections.abc import Iterable

from django.http import QueryDict

from ledger import moments
from ledger.filters import BadParameters
from ledger.moments import Moment, NotAMoment

INCLUDES = ("statements", "links", "events", "matches")


def read_moment(data: QueryDict) -> Moment:
    """Read `as_of`; BadParameters for what is no moment."""
    try:
        return moments.resolve(data.get("as_of", ""))
    except NotAMoment as error:
        raise BadParameters({"as_of": str(error)}) from error


def read_format(data: QueryDict) -> None:
    """Refuse any `format` but JSON."""
    if data.get("format", "json") != "json":
        raise BadParameters({"format": "Give json, the one format there is."})


def read_names(data: QueryDict, parameter: str, known: Iterable[str]) -> tuple[str, ...]:
    """Read names separated by commas; BadParameters for one that is not known."""
    names = tuple(filter(None, data.get(parameter, "").split(",")))
    known = list(known)
    if unknown := [name for name in names if name not in known]:
        listed = f"Known are: {', '.join(known)}." if known else "There are none here."
        raise BadParameters({parameter: f"“{unknown[0][:60]}” is not known. {listed}"})
    return names
