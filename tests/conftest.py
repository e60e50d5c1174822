"""The settings and the database that tests run on.

The environment is set here, whole, so that a test means the same everywhere. The PostgreSQL of its
own starts with the first test that asks for a database, and goes away with the last process.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.conf import settings

from config import embedded

PROJECT = Path(__file__).resolve().parent.parent


def pytest_configure() -> None:
    """Set up Django before pytest-django does, which leaves it alone when it is ready."""
    addresses = embedded.addresses(PROJECT, "test")
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        SECRET_KEY="the-tests-sign-nothing-that-anybody-else-would-ever-accept",
        DEBUG="false",
        HTTPS="false",
        ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
        STATIC_MANIFEST="false",
        DATABASE_URL=addresses.application,
        DATABASE_OWNER_URL=addresses.owner,
        DATABASE_ROLE="owner",
        STATEMENT_TIMEOUT="60000",
    )
    django.setup()
    # A real hash takes as long as a hundred tests; none of them is about hashing.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip browser tests where there is no Chromium, unless skipping is a failure."""
    if shutil.which("chromium") or os.environ.get("AFTERMATH_REQUIRE_BROWSER"):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no Chromium here: apt install chromium"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """Run the tests' PostgreSQL, with a database that no other test process uses."""
    settings.DATABASES["default"]["TEST"]["NAME"] = f"test_{os.getpid()}"
    with embedded.running(PROJECT, "test"):
        yield


@pytest.fixture
def as_application_role(db) -> None:
    """Run the test with the rights of the application's role instead of the owner's."""
    from django.conf import settings
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {settings.APP_ROLE}")
