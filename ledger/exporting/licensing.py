"""Under which licence rows stand: our own under ours, those of a dataset under its own. Pure."""

from collections.abc import Mapping, Sequence

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NAME = "CC BY 4.0"
MEMBERS_ONLY = "may not be passed on"

Described = Mapping[str, str | bool | None]


def licence_of(datasets: Sequence[Described], *, own: bool) -> str:
    """Say the licence of a file: ours alone by its address, one dataset's alone, or each by name.

    `own` says whether records of our own are among the rows; a file without rows is ours.
    """
    if not datasets:
        return LICENCE
    if len(datasets) == 1 and not own:
        return _shut(datasets[0], terms_of(datasets[0]))
    parts = [f"our own records: {LICENCE_NAME} ({LICENCE})"] if own else []
    return "; ".join(parts + [_named(one) for one in datasets])


def terms_of(dataset: Described) -> str:
    """Say a dataset's licence; where it states none, whom to ask."""
    whom = dataset["publisher"] or "its publisher"
    return str(dataset["licence"] or dataset["terms"] or f"no terms stated: ask {whom}")


def credit_of(dataset: Described) -> str:
    """Say the words that credit a dataset: its own, else its title and release."""
    if dataset["attribution"]:
        return str(dataset["attribution"])
    release = f", release {dataset['release']}" if dataset["release"] else ""
    return f"{dataset['name']}{release}"


def with_rows_of(dataset: Described) -> str:
    """Say in a line that there are rows of a dataset, how to credit it, and its terms."""
    terms = filter(None, [terms_of(dataset), dataset["licence"] and dataset["terms"]])
    told = "; ".join([credit_of(dataset), *map(str, terms)])
    return f"With rows of {dataset['name']} ({dataset['id']}): {_shut(dataset, told)}"


def _named(dataset: Described) -> str:
    whose = "" if dataset["redistributable"] else " (members only)"
    return f"rows of {dataset['name']}{whose}: {_shut(dataset, terms_of(dataset))}"


def _shut(dataset: Described, terms: str) -> str:
    return terms if dataset["redistributable"] else f"{MEMBERS_ONLY}; {terms}"
