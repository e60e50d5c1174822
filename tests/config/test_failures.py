"""What is not there is answered in the form that the asker reads."""

import pytest

pytestmark = pytest.mark.django_db


def test_below_api_what_is_not_there_is_json(client):
    response = client.get("/api/v2/incidents/")
    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["detail"] == "Nothing is at /api/v2/incidents/."


def test_elsewhere_it_is_a_page(client):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "<h1" in response.content.decode()


@pytest.mark.parametrize("address", ["/incidents/%00/", "/%FF/", "/incidents/I99999999999999/"])
def test_strange_addresses_are_not_found_and_no_fault(client, address):
    assert client.get(address).status_code == 404
