"""What the API refuses, and how it says so."""

import pytest
from django.db import DataError, OperationalError
from rest_framework.request import Request

from config.api.errors import answer_to
from config.api.served import SERVED
from tests.factories import make_incident, make_user, published

pytestmark = pytest.mark.django_db

LISTS = [f"/api/v1/{served.path}/" for served in SERVED]
MALFORMED = [
    ("kiled", "1"),
    ("as_of", "yesterday"),
    ("as_of", "edition:99999999999999999999"),
    ("as_of", "9999-12-31"),
    ("as_of", "0000-01-01"),
    ("limit", "0"),
    ("limit", "1e400"),
    ("limit", "-1"),
    ("cursor", "x"),
    ("cursor", "W10"),
    ("cursor", "WyItZGF0ZSIsIDEsICJ4IiwgInkiXQ"),
    ("ordering", "id"),
    ("changed_since", "x"),
    ("fields", "title,secret"),
    ("facets", "secret"),
    ("format", "pdf"),
    ("q", "a\x00b"),
    ("q", "x" * 5000),
]
FILTERS = [
    ("incidents", "date_from", "0000-00-00"),
    ("incidents", "date_from", "28/09/2020"),
    ("incidents", "date_to", "10000-01-01"),
    ("incidents", "type", "bombing"),
    ("incidents", "country", "iq"),
    ("incidents", "place", "A1"),
    ("incidents", "actor", "A99999999999"),
    ("incidents", "killed_min", "1e9"),
    ("incidents", "killed_max", "٣"),
    ("incidents", "bbox", "1,2,3"),
    ("incidents", "near", "nan,inf,1e400"),
    ("incidents", "certainty", "maybe"),
    ("actors", "type", "gang"),
    ("events", "actor", "P1"),
    ("statements", "about", "X1"),
    ("statements", "has", "claim"),
    ("commitments", "state", "late"),
    ("commitments", "deadline_from", "soon"),
    ("sources", "reliability", "Z"),
    ("sources", "publisher", "x" * 600),
    ("places", "within", "Iraq"),
    ("search", "kind", "link"),
]


def named_in(answer):
    return [error["parameter"] for error in answer.json()["errors"]]


@pytest.mark.parametrize(("name", "value"), MALFORMED)
@pytest.mark.parametrize("address", LISTS)
def test_a_malformed_parameter_is_named(client, address, name, value):
    answer = client.get(address, {name: value})
    assert (answer.status_code, named_in(answer)) == (400, [name])


@pytest.mark.parametrize(("path", "name", "value"), FILTERS)
def test_a_malformed_filter_is_named(client, path, name, value):
    answer = client.get(f"/api/v1/{path}/", {"q": "x", name: value})
    assert (answer.status_code, named_in(answer)) == (400, [name])


@pytest.mark.parametrize("name", ["date_from", "limit", "as_of", "cursor", "fields", "q"])
def test_what_may_not_repeat_is_refused(client, name):
    answer = client.get(f"/api/v1/incidents/?{name}=1&{name}=1")
    assert answer.status_code == 400
    assert name in named_in(answer)


def test_what_may_repeat_is_either(client):
    published(make_incident(), make_incident(incident_type="ied"))
    answer = client.get("/api/v1/incidents/?type=ied&type=rocket_attack")
    assert answer.json()["count"] == 2


def test_empty_parameters_are_not_set(client):
    assert client.get("/api/v1/incidents/?q=&type=&limit=&as_of=&cursor=").status_code == 200


@pytest.mark.parametrize(
    "query", ["q=%ff", "q=%ED%A0%80", "%ff=1", "as_of=%00", "&".join(["q=1"] * 2000)]
)
@pytest.mark.parametrize(
    "address", ["/api/v1/incidents/", "/api/v1/incidents/I1/", "/api/v1/search/"]
)
def test_text_that_is_none_is_refused(client, address, query):
    assert client.get(f"{address}?{query}").status_code == 400


@pytest.mark.parametrize("name", ["include", "fields", "as_of", "kiled", "format"])
def test_a_record_refuses_parameters_it_does_not_know(client, name):
    answer = client.get("/api/v1/incidents/I1/", {name: "nonsense"})
    assert (answer.status_code, named_in(answer)) == (400, [name])


def test_a_search_without_words_is_refused(client):
    answer = client.get("/api/v1/search/")
    assert (answer.status_code, named_in(answer)) == (400, ["q"])


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/nothing/",
        "/api/v1/incidents/1/",
        "/api/v1/incidents/I0/",
        "/api/v1/incidents/I99999999999/",
        "/api/v1/incidents/%FF/",
        "/api/v1/commitments/S1/",
        "/api/v1/commitments/S1.1/",
    ],
)
def test_where_nothing_is_the_answer_is_json(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_writing_is_refused(client):
    answer = client.post("/api/v1/incidents/", {"title": "x"}, content_type="application/json")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


def test_writing_is_refused_to_the_signed_in_too(client):
    client.force_login(make_user())
    assert client.delete("/api/v1/incidents/I1/").status_code == 405


def test_another_format_is_not_acceptable(client):
    answer = client.get("/api/v1/incidents/", headers={"accept": "text/turtle"})
    assert answer.status_code == 406
    assert "application/json" in answer.json()["detail"]


def test_a_browser_gets_json_too(client):
    accept = "text/html,application/xhtml+xml,*/*;q=0.8"
    assert client.get("/api/v1/incidents/", headers={"accept": accept}).status_code == 200


def test_errors_are_kept_by_nobody(client):
    assert client.get("/api/v1/incidents/?kiled=1")["Cache-Control"] == "no-store"


class Cancelled(Exception):
    pgcode = "57014"


def answered(rf, error, cause=None):
    """Answer to an error as a view does that raises it."""
    error.__cause__ = cause
    return answer_to(error, {"request": Request(rf.get("/api/v1/incidents/"))})


@pytest.mark.parametrize(
    ("error", "cause", "status"),
    [
        (DataError("out of range"), None, 400),
        (RecursionError("deep"), None, 400),
        (OperationalError("gone away"), None, 503),
        (OperationalError("cancelled"), Cancelled(), 503),
    ],
)
def test_what_slips_through_is_no_server_error(rf, error, cause, status):
    assert answered(rf, error, cause).status_code == status


def test_when_the_database_is_gone_the_client_is_told_when_to_come_back(rf):
    assert answered(rf, OperationalError("gone away"))["Retry-After"] == "2"


def test_what_nobody_foresaw_is_told_without_its_details_and_noted(rf, caplog):
    answer = answered(rf, ValueError("a secret"))
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert "secret" not in answer.content.decode()
    assert "a secret" in caplog.text
