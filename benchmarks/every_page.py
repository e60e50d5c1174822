"""Ask for every kind of page where 400,000 incidents lie; say which took longest, and which query.

    python -m benchmarks.every_page [--rows 400000] [--editor]

A copy of the database gets the sample too, so that there are records of all kinds. Every address is
asked for once, by links from page to page, beginning with filters, searches and sorts that nobody
asked for before: what is shown is the first answer, made while nothing is kept of it. Of addresses
that differ in their values alone (one view, the same parameters) two are taken, and no link with
over two parameters is followed. Files are left to csv_export and geojson_export. A reader's query
must not take over a second, and every page answer.
"""

import argparse
import logging
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import parse_qsl, quote_plus, urldefrag, urljoin, urlsplit

from . import databases, options, questions
from .databases import Environment
from .harness import MISSED, REACHED
from .prepare import manage, prepare_ours

TARGET = "benchmark_pages"
SAMPLE = "datasets/sample/iraq_2019_2021.jsonl"
LINK = re.compile(r'\b(?:href|action|hx-get)="([^"]+)"|"(?:url|next)":\s*"([^"]+)"')
OF_ONE_SHAPE = 2
MOST_PARAMETERS = 2
MOST_SECONDS = 1.0
SHOWN = 8
PAGES_OF_WORDS = ("actors", "sources", "datasets", "search")
LISTS = (*PAGES_OF_WORDS, "events", "statements", "commitments", "places", "chronologies")
NARROWED = (
    "has=coordinates", "has=claim", "date_from=1995-01-01", "date_to=2015-12-31&country=SY",
    "bbox=40,30,50,38", "near=33.26,44.23,300", "killed_min=10", "killed_max=5", "type=unset",
    "claim_status=none", "not_country=SY", "target=unset", "perpetrator=unset", "ordering=-killed",
    "ordering=date", "ordering=-changed", "country=SY&country=AF", "as_of=edition:1",
    "facets=type,country,actor,perpetrator,target,weapon,dataset",
)  # fmt: skip


@dataclass
class Page:
    """An answer: its status, the seconds that it took, and its slowest query."""

    address: str
    status: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    statement: str = ""
    links: list[str] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=options.ROWS)
    parser.add_argument("--editor", action="store_true", help="as an editor, with the admin")
    asked = parser.parse_args()
    with databases.site() as site:
        try:
            databases.set_up_django(_copied(site, asked.rows), patient=False)
            logging.disable()
            return _report(list(crawl(_client(asked.editor), starts(asked.editor))), asked)
        finally:
            databases.drop(site, TARGET)


def starts(editor: bool) -> list[str]:
    """Return what is asked first: filters and searches over many rows, of pages and of the API."""
    pairs = questions.word_pairs()
    words = [f"q={quote_plus(one)}" for one in (*pairs[0].split(), pairs[0], pairs[-1], "zzzz")]
    incidents = [
        f"/{lists}incidents/?{query}" for lists in ("", "api/v1/") for query in (*words, *NARROWED)
    ]
    others = [
        f"/{lists}{name}/?{query}"
        for lists, names in (("", PAGES_OF_WORDS), ("api/v1/", LISTS))
        for name in names
        for query in words[: 4 if name in PAGES_OF_WORDS else 0] or [""]
    ]
    return [*(["/admin/"] if editor else []), "/", "/api/v1/", *incidents, *others]


def crawl(client, first: list[str]) -> Iterator[Page]:
    """Yield the answers to the first addresses and to whatever pages link to."""
    waiting, seen, shapes = list(first), set(first), Counter()
    for address in waiting:
        shape = _shape(address)
        shapes[shape] += 1
        if address in first or shapes[shape] <= OF_ONE_SHAPE:
            page = _ask(client, address)
            if page.slowest > MOST_SECONDS or page.status >= 500:
                print(f"{page.seconds:.2f} s, {page.status}: {page.address}", flush=True)
            yield page
            new = [one for one in dict.fromkeys(page.links) if one not in seen]
            seen.update(new)
            waiting += new


def _ask(client, address: str) -> Page:
    page = Page(address)
    with _watched(page):
        began = time.perf_counter()
        response = client.get(address)
        page.seconds = time.perf_counter() - began
    page.status = response.status_code
    kind = response.headers.get("Content-Type", "")
    if not response.streaming and ("html" in kind or "json" in kind):
        page.links = list(_links(address, response.content.decode()))
    if page.status in (301, 302):
        page.links.append(urljoin(address, response.headers["Location"]))
    response.close()
    return page


@contextmanager
def _watched(page: Page) -> Iterator[None]:
    from django.db import connection  # needs Django set up

    def watch(execute, sql, parameters, many, context):
        began = time.perf_counter()
        try:
            return execute(sql, parameters, many, context)
        finally:
            taken = time.perf_counter() - began
            if taken > page.slowest:
                page.slowest, page.statement = taken, str(sql)

    with connection.execute_wrapper(watch):
        yield


def _links(address: str, body: str) -> Iterator[str]:
    for found in LINK.finditer(body):
        link = urlsplit(urldefrag(urljoin(address, unescape(found[1] or found[2]))).url)
        here = link.netloc in ("", "testserver") and link.scheme in ("", "http")
        is_page = not link.path.startswith("/static/") and "format=" not in link.query
        if here and is_page and link.query.count("=") <= MOST_PARAMETERS:
            yield f"{link.path}?{link.query}" if link.query else link.path


def _shape(address: str) -> tuple:
    """Return the view of an address and the names of its parameters."""
    from django.urls import Resolver404, resolve  # needs Django set up

    parts = urlsplit(address)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return (re.sub(r"\d+", "0", parts.path),)
    names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return (match.view_name, *names)


def _copied(site: Environment, rows: int) -> Environment:
    """Return the environment of a copy of the database with the sample in it, and an editor."""
    prepare_ours(site, rows)
    databases.drop(site, TARGET)
    databases.copy(site, databases.name_of(rows), TARGET)
    there = databases.on(site, TARGET)
    manage(there, "load_records", SAMPLE, "--reason", "The sample.")
    manage(there, "make_editor")
    return there


def _client(editor: bool):
    from django.conf import settings  # needs Django set up
    from django.contrib.auth import get_user_model
    from django.test import Client

    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client(raise_request_exception=False)
    if editor:
        client.force_login(get_user_model().objects.get(username="editor"))
    return client


def _report(pages: list[Page], asked) -> int:
    failed = [page for page in pages if page.status >= 500]
    slow = [page for page in pages if page.slowest > MOST_SECONDS]
    print(f"{len(pages)} addresses, {len({_shape(page.address) for page in pages})} shapes")
    statuses = sorted(Counter(page.status for page in pages).items())
    print("Answers: " + ", ".join(f"{status} × {count}" for status, count in statuses))
    print("Longest answers:")
    for page in sorted(pages, key=lambda one: -one.seconds)[:SHOWN]:
        print(f"  {page.seconds:6.2f} s  {page.status}  {page.address}")
    print("Longest queries:")
    for page in sorted(pages, key=lambda one: -one.slowest)[:SHOWN]:
        print(f"  {page.slowest:6.2f} s  {page.address}\n           {page.statement[:160]}")
    print(f"{len(failed)} failed; {len(slow)} with a query of over {MOST_SECONDS:.0f} s")
    return MISSED if failed or (slow and not asked.editor) else REACHED


if __name__ == "__main__":
    sys.exit(main())
