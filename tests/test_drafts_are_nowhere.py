"""What the anonymous get is byte for byte the same with and without drafts in the database."""

import re
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.urls import Resolver404, URLResolver, get_resolver, resolve

from config.health import healthz, readyz
from config.kinds import KINDS
from ledger.addresses import PATHS
from ledger.models import Record
from tests.factories import add_claim, published, saved
from tests.worlds import world

pytestmark = pytest.mark.django_db

LINK = re.compile(r'\b(?:href|action|src)="([^"]+)"')
JSON_LINK = re.compile(r'"(?:url|next|href)":\s*"([^"]+)"')
OF_THE_VISITOR = re.compile(rb'nonce="[^"]*"|X-CSRFTOKEN"\] = "[^"]*"')
AT_MOST = 1500
SECRET = "Zanzibarite"


def addresses_of_records(public: list[Record], more: int = 4) -> list[str]:
    """Addresses of records that there are, and of those that come next or never."""
    found = []
    for record in public:
        number = int(record.public_id[1:])
        for following in range(number, number + more):
            public_id = f"{record.public_id[0]}{following}"
            one = f"{PATHS[record.kind]}/{public_id}/"
            found += [f"/{one}", f"/{one}history/", f"/api/v1/{one}"]
            if record.kind == "statement":
                found += [f"/api/v1/commitments/{public_id}.{row}/" for row in range(1, 4)]
    return found


def questions(mark: str) -> list[str]:
    """Searches and filters that would find a draft, if any could."""
    lists = [
        "incidents",
        "actors",
        "events",
        "statements",
        "commitments",
        "sources",
        "places",
        "chronologies",
        "datasets",
    ]
    asked = [f"/api/v1/{name}/?{query}" for name in lists for query in ("limit=1000", f"q={mark}")]
    pages = [
        f"/{name}/?q={mark}" for name in ("incidents", "actors", "sources", "datasets", "search")
    ]
    return [
        *asked,
        *pages,
        f"/api/v1/search/?q={mark}",
        "/incidents/?has=statement",
        "/api/v1/incidents/?facets=type,country,actor,perpetrator,target,weapon,dataset",
        "/api/v1/incidents/?has=statement&has=commitment",
        *files(mark),
    ]


def files(mark: str) -> list[str]:
    """Lists as files, whole and narrowed."""
    return [
        f"/incidents/?{query}format={form}"
        for query in ("", f"q={mark}&")
        for form in ("csv&header=1", "csv&metadata=1", "geojson", "ndjson")
    ]


def crawl(client, starts: list[str]) -> dict[str, tuple[int, bytes]]:
    """Ask for the starts and for whatever they link to on this site, each address once."""
    answers: dict[str, tuple[int, bytes]] = {}
    waiting = list(starts)
    while waiting and len(answers) < AT_MOST:
        address = waiting.pop()
        if address in answers:
            continue
        response = client.get(address)
        body = b"".join(response) if response.streaming else response.content
        answers[address] = (response.status_code, OF_THE_VISITOR.sub(b"", body))
        waiting += [one for one in links(address, response, body) if _leads_on(address, one)]
    assert len(answers) < AT_MOST, "the crawl did not come to an end"
    return answers


def _leads_on(address: str, link: str) -> bool:
    """Filters lead to filters without end: of those, only the first step is followed."""
    return "?" not in address or "?" not in link


def links(address: str, response, body: bytes) -> list[str]:
    kind = response.headers.get("Content-Type", "")
    pattern = LINK if "html" in kind else JSON_LINK if "json" in kind else None
    if pattern is None:
        return []
    found = (
        urldefrag(urljoin(address, unescape(one))).url for one in pattern.findall(body.decode())
    )
    parts = [urlsplit(one) for one in found]
    return [
        f"{part.path}?{part.query}" if part.query else part.path
        for part in parts
        if part.netloc in ("", "testserver")
        and not part.path.startswith(("/static/", "/admin/"))
        and part.scheme in ("", "http")
    ]


def starts(public: list[Record]) -> list[str]:
    return [
        "/",
        "/api/v1/",
        "/api/v1/schema/",
        "/api/v1/docs/",
        "/datasets/releases/none/",
        "/datasets/releases/none/README.txt",
        *addresses_of_records(public),
        *questions(SECRET),
        *questions("Baghdad"),
    ]


def test_the_anonymous_get_the_same_bytes_with_and_without_drafts(client):
    public = world("Baghdad")
    published(*public)
    before = crawl(client, starts(public))
    drafts = world(SECRET)
    add_claim(public[4], speaker_record=drafts[0], quote=f"{SECRET} too")
    public[4].title = f"{SECRET} in an unpublished edit"
    public[4].save()
    drafts[6].about.add(public[4])
    saved(*drafts, *public)
    after = crawl(client, starts(public))
    assert after.keys() == before.keys()
    different = [address for address, answer in after.items() if answer != before[address]]
    assert not different
    assert not [
        one for one, (_, body) in after.items() if SECRET.encode() in body and SECRET not in one
    ]


def reader_views(patterns=None) -> set[object]:
    """Every view of the site map but the admin's and the two health checks."""
    found = set()
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            if one.app_name != "admin":
                found |= reader_views(one.url_patterns)
        elif one.callback not in (healthz, readyz):
            found.add(getattr(one.callback, "view_class", getattr(one.callback, "cls", None)))
    return found


def view_of(address: str) -> object:
    try:
        found = resolve(urlsplit(address).path).func
    except Resolver404:
        return None
    return getattr(found, "view_class", getattr(found, "cls", None))


def test_the_crawl_meets_every_view_that_readers_can_reach(client):
    public = world("Baghdad")
    published(*public)
    met = {view_of(address) for address in crawl(client, starts(public))}
    unmet = reader_views() - met
    assert not unmet


def test_no_answer_is_a_server_error_and_public_records_answer(client):
    public = world("Baghdad")
    published(*public)
    answers = crawl(client, starts(public))
    assert not [address for address, (status, _) in answers.items() if status >= 500]
    for record in public:
        if record.kind != "link":
            assert answers[f"/{PATHS[record.kind]}/{record.public_id}/"][0] == 200


def test_members_material_is_nowhere_for_the_anonymous(client):
    public = world("Baghdad")
    published(*public)
    members = world(SECRET)
    Record.objects.filter(status="draft").update(audience="members")
    published(*members)
    answers = crawl(client, starts(public))
    assert not [
        one for one, (_, body) in answers.items() if SECRET.encode() in body and SECRET not in one
    ]


def test_the_signed_in_see_what_is_for_members(client, django_user_model):
    members = world(SECRET)
    Record.objects.filter(status="draft").update(audience="members")
    published(*members)
    client.force_login(django_user_model.objects.create_user("reader"))
    assert SECRET in client.get(f"/incidents/{members[4].public_id}/").content.decode()


def test_every_kind_is_crawled():
    assert {record.kind for record in world("Baghdad")} == set(KINDS)
