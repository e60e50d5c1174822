"""Every parameter that the description names, given what nobody should send.

None of it is a server error, and what is refused is refused by name. The parameters are those of
the description and of the filter sets, so that a new one is tried as soon as it is there.
"""

import base64
import json

import pytest
from django.urls import resolve

from config.api.served import SERVED
from config.search import EverythingFilter
from ledger.listing import COMMON
from tests.api.world import make_world

pytestmark = pytest.mark.django_db

POISON = [
    "%00",
    "%ED%A0%80",
    "a" * 2001,
    "1e400",
    "99999999999999999999",
    "0000-01-01",
    "9999-12-31",
    "9999-12-31T23:59:59-14:00",
    "edition:0",
    "A0",
    "%27%26%7C!():*<->%5C",
    "nan,nan,nan,nan",
    "unset",
]
ON_PAGES = ["%00", "%FF", "1e400", "9999-12-31", "A0", "%27%26%7C!():*%5C"]
FORGED = ["Infinity", "[]", "9" * 400, '"\\u0000"', '"\\ud800"', '"9999-99-99"']
LIST_PAGES = [
    "/incidents/",
    "/actors/",
    "/sources/",
    "/timeline/",
    "/promises/",
    "/chronologies/",
    "/search/",
]
API_LISTS = [
    *((f"/api/v1/{served.path}/", served.filters) for served in SERVED),
    ("/api/v1/search/", EverythingFilter),
]
ADDRESSES = [
    *LIST_PAGES,
    *(address for address, _ in API_LISTS),
    "/",
    "/about/",
    "/incidents/{attack}/",
    "/incidents/{attack}/history/",
    "/incidents/{attack}/history/1/",
    "/actors/{militia}/",
    "/sources/{paper}/",
    "/events/{event}/",
    "/statements/{statement}/",
    "/places/{city}/",
    "/chronologies/{chronology}/",
    "/api/v1/",
    "/api/v1/schema/",
    "/api/v1/docs/",
    "/api/v1/incidents/{attack}/",
    "/api/v1/commitments/{statement}.1/",
]


def described(client) -> dict[str, list[str]]:
    """Return the names of the parameters of each operation, by its path."""
    paths = client.get("/api/v1/schema/").json()["paths"]
    return {
        path: [one["name"] for one in operation["get"]["parameters"] if one["in"] == "query"]
        for path, operation in paths.items()
    }


def ids_of(world) -> dict[str, str]:
    """Return the ids of a world's records by their names in it."""
    return {name: record.public_id for name, record in vars(world).items()}


def address_of(client, path: str) -> str:
    """Return an address of an operation: a list's own, or that of the first record of a list."""
    if "{" not in path:
        return path
    start = path.partition("{")[0]
    return f"{start}{client.get(start).json()['results'][0]['id']}/"


def wronged(client, asked: str, name: str) -> str:
    """Return what is wrong with the answer to a bad value; "" where nothing is."""
    answer = client.get(asked)
    if answer.status_code in (200, 404):
        return ""
    if answer.status_code != 400:
        return f"{asked[:100]} answers {answer.status_code}"
    return "" if name in refused(answer) else f"{asked[:100]} does not name it"


def asked_of(address: str, name: str, value: str) -> str:
    """Ask for a value; a search asks for words beside, without which it is refused."""
    also = "q=rockets&" if "/search/" in address and name != "q" else ""
    return f"{address}?{also}{name}={value}"


def refused(answer) -> list[str]:
    """Return the parameters that a refusal names, as JSON or as a page."""
    if answer["Content-Type"] == "application/problem+json":
        return [error["parameter"] for error in answer.json()["errors"]]
    return list(answer.context["problems"])


def forged(ordering: str, width: int) -> list[str]:
    """Forge cursors of an ordering by `width` columns, each with one part that is bad."""
    usual = [json.dumps(ordering), "1", '"2020-01-01"', '"1"', '"1"'][: width + 2]
    parts = [(at, bad) for at in range(1, len(usual)) for bad in FORGED]
    texts = [",".join([*usual[:at], bad, *usual[at + 1 :]]) for at, bad in parts]
    return [base64.urlsafe_b64encode(f"[{text}]".encode()).decode().rstrip("=") for text in texts]


@pytest.mark.parametrize("is_list", [True, False])
def test_no_value_of_any_parameter_of_the_api_is_a_server_error(client, is_list):
    make_world()
    found = [
        wronged(client, asked_of(address, name, value), name)
        for path, names in described(client).items()
        if ("{" not in path) == is_list
        for address in [address_of(client, path)]
        for name in names
        for value in POISON
    ]
    assert found
    assert list(filter(None, found)) == []


@pytest.mark.parametrize("address", LIST_PAGES)
def test_no_value_of_any_parameter_of_a_page_is_a_server_error(client, address):
    filters = resolve(address).func.view_class.filters
    found = [
        wronged(client, asked_of(address, name, value), name)
        for name in (*filters.base_filters, *COMMON)
        for value in ON_PAGES
    ]
    assert list(filter(None, found)) == []


@pytest.mark.parametrize(("address", "filters"), API_LISTS)
def test_no_forged_cursor_is_a_server_error(client, address, filters):
    make_world()
    found = [
        wronged(client, f"{address}?q=rockets&ordering={ordering}&cursor={cursor}", "cursor")
        for ordering, columns in filters.orderings.items()
        for cursor in forged(ordering, len(columns))
    ]
    assert list(filter(None, found)) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_takes_a_parameter_that_it_does_not_know(client, address):
    world = make_world()
    answer = client.get(address.format(**ids_of(world)), {"kiled": "1"})
    assert (answer.status_code, refused(answer)) == (400, ["kiled"])


def test_the_far_side_of_the_globe_is_within_its_half_girth(client):
    make_world()
    far = client.get("/api/v1/incidents/?near=-33.2,-135.8,20000")
    assert far.status_code == 200
