"""The formats that can be imported: how a row's id is found, and how the row is interpreted."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from datasets.formats import acled, gtd, mapped, ucdp
from datasets.formats.entry import Entry
from datasets.formats.mapping import BadMapping, understand

from .errors import ImportRefused


@dataclass(frozen=True, slots=True)
class Format:
    """A format. Its stamp, with its version, goes into the hash of a row.

    A new reading has a new stamp, so that every row is read anew.
    """

    name: str
    stamp: str
    id_column: str
    identify: Callable[[Mapping[str, str]], str]
    read: Callable[[Mapping[str, str]], Entry]


def format_of(name: str, mapping: Mapping | None) -> Format:
    """Return how files of a format are read; a table of one's own needs a mapping."""
    if name != "csv":
        return FORMATS[name]
    if mapping is None:
        raise ImportRefused(
            "The file is in none of the known formats (UCDP GED, ACLED, GTD). A mapping says what "
            "the columns of any other table mean: see docs/importing.md."
        )
    try:
        plan = understand(mapping)
    except BadMapping as error:
        raise ImportRefused(f"The mapping cannot be used. {error}") from error
    # A change of the mapping reads every row anew, as a change of the format's version does.
    digest = sha256(json.dumps(mapping, sort_keys=True).encode()).hexdigest()
    stamp = f"csv {mapped.VERSION} {digest}"
    return Format("csv", stamp, plan.id_column, mapped.identifier(mapping), mapped.reader(mapping))


FORMATS = {
    name: Format(name, f"{name} {module.VERSION}", module.ID_COLUMN, module.identify, module.read)
    for name, module in (("ucdp", ucdp), ("acled", acled), ("gtd", gtd))
}
