"""What goes with an answer: its ETag, who may keep it, and what may be asked besides."""

import pytest

from tests.factories import make_incident, make_user, published

pytestmark = pytest.mark.django_db

LIST = "/api/v1/incidents/"


def test_who_has_the_answer_already_gets_304(client):
    published(make_incident())
    first = client.get(LIST)
    again = client.get(LIST, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]


def test_the_etag_is_strong_and_changes_with_the_answer(client):
    published(make_incident())
    before = client.get(LIST)["ETag"]
    published(make_incident())
    after = client.get(LIST)["ETag"]
    assert before.startswith('"')
    assert before != after


def test_the_public_may_keep_an_answer_for_a_minute(client):
    answer = client.get(LIST)
    assert answer["Cache-Control"] == "public, max-age=60"
    assert {"Authorization", "Cookie", "Accept"} <= set(answer["Vary"].split(", "))


def test_an_answer_to_the_signed_in_is_theirs_alone(client):
    client.force_login(make_user())
    answer = client.get(LIST)
    assert "private" in answer["Cache-Control"]
    assert "public" not in answer["Cache-Control"]


def test_head_answers_with_the_headers_alone(client):
    answer = client.head(LIST)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer["ETag"] == client.get(LIST)["ETag"]


def test_options_says_what_may_be_done(client):
    answer = client.options(LIST)
    assert (answer.status_code, answer["Allow"]) == (204, "GET, HEAD, OPTIONS")


def test_the_beginning_gives_the_addresses(client):
    addresses = client.get("/api/v1/").json()
    for path, address in addresses.items():
        status = client.get(address, {"q": "x"} if path == "search" else {}).status_code
        assert (path, status) == (path, 200)


def test_an_address_without_its_slash_is_led_to_it(client):
    answer = client.get("/api/v1/incidents")
    assert answer.status_code == 301
    assert answer["Location"].endswith("/api/v1/incidents/")
