from django.db import connection


def test_healthz_needs_no_database(client):
    assert client.get("/healthz").status_code == 200


def test_readyz_reaches_the_database(client, db):
    assert client.get("/readyz").status_code == 200


def test_the_application_role_is_not_the_owner(as_application_role):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("aftermath_app",)
