"""What the page of a run shows: the file, what was asked, how far it is, and what came of it."""

import re
from dataclasses import dataclass

from django.db.models import Count
from django.http import Http404, HttpRequest
from django.utils.http import urlencode

from datasets.importing.asked import Standing, standing
from datasets.importing.known import KNOWN
from datasets.importing.notes import COUNTED
from datasets.importing.turns import WAITING
from datasets.models import ExternalRecord, ImportNote, ImportRun
from ledger.addresses import page_of

from .forms import FORMAT_WORDS, Choices

NOTES_A_PAGE = 100
ROWS_SHOWN = 5
Kind = ImportNote.Kind
Status = ImportRun.Status
MANY = {Kind.ERROR: "errors", Kind.WARNING: "warnings"}
OPTION = re.compile(r" \(--[a-z-]+\)")
TAKEN_FOR = re.compile(r"(?<= is taken to be )([A-Z][1-9][0-9]*)(?=,)")


def about_run(run: ImportRun, request: HttpRequest) -> dict:
    """Return the context of the page of a run."""
    stands = standing(run)
    is_under_way = stands == Standing.UNDER_WAY
    return {
        "run": run,
        "facts": facts(run),
        "under_way": is_under_way,
        "interrupted": stands == Standing.INTERRUPTED,
        "progress": progress(run) if is_under_way else None,
        "counts": [] if is_under_way else counts(run),
        "said": [linked(one) for one in run.said],
        "message": OPTION.sub("", run.message),  # options are of the command; here are boxes
        "first_rows": list(run.first_rows[:ROWS_SHOWN]),
        "needs_mapping": run.options["format"] == "csv" and not run.options["mapping"],
        "has_mapping": bool(run.options["mapping"]),
        "choices": choices(run),
        "may_import": run.status == Status.CHECKED and not is_stopped(run),
        "is_stopped": is_stopped(run),
        "is_open": run.status != Status.FINISHED and not is_under_way and bool(run.stored_file),
        "notes": notes(run, request),
    }


def facts(run: ImportRun) -> list[tuple[str, str]]:
    """List what the file is and who brought it when."""
    options = run.options
    has_ended = run.ended_at and run.status not in (Status.WAITING, Status.RUNNING)
    found = [
        ("File", run.file_name),
        ("Size", f"{run.file_size:,} bytes"),
        ("SHA-256", run.file_sha256),
        ("Format", FORMAT_WORDS.get(options.get("format", ""), "not known")),
        ("Dataset", dataset_of(run)),
        ("Release", run.release),
        ("By", str(run.by or "a command")),
        ("Begun", f"{run.began_at:%-d %B %Y, %H:%M} (UTC)"),
        ("Ended", f"{run.ended_at:%-d %B %Y, %H:%M} (UTC)" if has_ended else ""),
    ]
    return [(term, words) for term, words in found if words]


def dataset_of(run: ImportRun) -> str:
    """Name the dataset: before its first import as it was called, or as its format says."""
    options = run.options
    known = KNOWN.get(options.get("format", ""))
    named = options.get("about", {}).get("title") or options.get("dataset")
    if run.dataset:
        return run.dataset.title
    return named or (known.title if known else "not known")


def is_stopped(run: ImportRun) -> bool:
    """Whether rows that cannot be understood keep the file from being imported."""
    return bool(run.counts.get("bad")) and not run.options["skip_bad_rows"]


def linked(sentence: str) -> list[dict]:
    """Part a sentence around the record that somebody was taken for, which gets a link."""
    parts = TAKEN_FOR.split(sentence)
    return [
        {"text": part, "url": page_of(part) if place % 2 else ""}
        for place, part in enumerate(parts)
    ]


def progress(run: ImportRun) -> dict:
    """Say how far a run is, in words and as a part of a hundred (None: not known)."""
    if run.status == Status.WAITING:
        return {"words": "It waits for the worker.", "percent": None}
    if run.stage == WAITING:
        return {"words": "It waits for another import, or a move, to end.", "percent": None}
    if not run.total:
        return {"words": f"{run.stage[:1].upper()}{run.stage[1:]} …", "percent": None}
    percent = min(100, 100 * run.done // run.total)
    of = "" if run.stage == "reading" else f": {run.done:,} of {run.total:,}"
    words = f"{run.stage[:1].upper()}{run.stage[1:]}{of} ({percent} %)"
    return {"words": words, "percent": percent}


def counts(run: ImportRun) -> list[tuple[str, str]]:
    always = ("read", "new", "changed", "unchanged")
    return [
        (words, f"{run.counts[name]:,}")
        for name, words in COUNTED.items()
        if name in run.counts and (run.counts[name] or name in always)
    ]


def choices(run: ImportRun) -> list:
    """Return the fields of what is asked for, as it was asked last."""
    form = Choices(initial={name: run.options.get(name) for name in Choices.base_fields})
    return list(form)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which notes are asked for: of a kind, of a column (None: all), behind one of them."""

    kind: str
    column: str | None
    after: int


def notes(run: ImportRun, request: HttpRequest) -> dict | None:
    """Return the notes of one kind, a page of them, and how many there are of each."""
    grouped = list(
        run.notes.order_by().values("kind", "column").annotate(number=Count("pk")).order_by("kind")
    )
    if not grouped:
        return None
    asked = _asked(request, [one["kind"] for one in grouped])
    found = run.notes.filter(kind=asked.kind, pk__gt=asked.after).order_by("pk")
    if asked.column is not None:
        found = found.filter(column=asked.column)
    page = list(found[: NOTES_A_PAGE + 1])
    return {
        "kind": Kind(asked.kind).label,
        "kinds": _kinds(grouped, asked),
        "columns": _columns(grouped, asked),
        "rows": _with_records(run, page[:NOTES_A_PAGE]),
        "next": _query(asked.kind, asked.column, page[NOTES_A_PAGE - 1].pk)
        if len(page) > NOTES_A_PAGE
        else "",
        "first": _query(asked.kind, asked.column) if asked.after else "",
    }


def _asked(request: HttpRequest, kinds: list[str]) -> Asked:
    """Read what the address asks for; 404 for what is no such question."""
    first = next(kind for kind in Kind.values if kind in kinds)
    kind, after = request.GET.get("kind", first), request.GET.get("after", "0")
    if kind not in Kind.values or not (after.isascii() and after.isdigit() and len(after) < 19):
        raise Http404("There are no such notes.")
    column = request.GET.get("column")
    if column is not None and "\0" in column:
        raise Http404("There is no such column.")
    return Asked(kind, column, int(after))


def _kinds(grouped: list[dict], asked: Asked) -> list[dict]:
    numbers = dict.fromkeys(Kind.values, 0)
    for one in grouped:
        numbers[one["kind"]] += one["number"]
    return [
        {
            "label": MANY.get(kind, Kind(kind).label),
            "number": f"{number:,}",
            "query": "" if kind == asked.kind and asked.column is None else _query(kind),
        }
        for kind, number in numbers.items()
        if number
    ]


def _columns(grouped: list[dict], asked: Asked) -> list[dict]:
    """List the columns of which the notes of a kind speak, if there are several."""
    mine = [one for one in grouped if one["kind"] == asked.kind and one["column"]]
    return [
        {
            "label": one["column"],
            "number": f"{one['number']:,}",
            "query": "" if one["column"] == asked.column else _query(asked.kind, one["column"]),
        }
        for one in sorted(mine, key=lambda one: -one["number"])
        if len(mine) > 1
    ]


def _query(kind: str, column: str | None = None, after: int = 0) -> str:
    from_ = {"kind": kind} | ({} if column is None else {"column": column})
    return "?" + urlencode(from_ | ({"after": after} if after else {})) + "#notes"


def _with_records(run: ImportRun, page: list[ImportNote]) -> list[dict]:
    """Join notes with the addresses of the records made of their rows."""
    held = ExternalRecord.objects.filter(
        dataset=run.dataset_id, external_id__in={one.external_id for one in page}
    )
    records = dict(held.order_by("pk").values_list("external_id", "record__public_id"))
    return [
        {"note": one, "record": records.get(one.external_id, ""), "url": _page(records, one)}
        for one in page
    ]


def _page(records: dict[str, str], note: ImportNote) -> str:
    return page_of(records[note.external_id]) if note.external_id in records else ""
