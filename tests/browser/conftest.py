"""A real browser against a running server: `page` opens on the site, signed in or not.

Whatever a page complains of in the console (a refusal of the Content-Security-Policy above all)
fails the test.
"""

import os
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session", autouse=True)
def _queries_beside_a_loop() -> Iterator[None]:
    """Let Django ask the database although Playwright keeps an event loop in this thread."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


@pytest.fixture
def context(
    browser: Browser, live_server, django_db_serialized_rollback
) -> Iterator[BrowserContext]:
    """A fresh window whose addresses begin at the running server; complaints fail the test.

    The database begins with what migrations put there, the groups of editors among it.
    """
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    complaints: list[str] = []
    context.on("console", lambda message: _note(complaints, message))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.set_default_timeout(10_000)
    yield context
    context.close()
    assert complaints == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def restore_groups() -> None:
    """Put back what the migration put there, and a test that flushed the database took."""
    modules = {one: one.models_module for one in apps.get_app_configs()}
    import_module("config.migrations.0001_groups").make_groups(apps, connection.schema_editor())
    for one, module in modules.items():
        one.models_module = module


@pytest.fixture
def editors_page(page: Page) -> Page:
    """A page on the admin, signed in as an editor."""
    from tests.factories import make_user  # needs Django, which is set up after this file is read

    restore_groups()
    editor = make_user("editor", group="Editor", is_staff=True)
    page.goto("/admin/")
    page.fill("[name=username]", editor.username)
    page.fill("[name=password]", "correct horse battery")
    page.click("[type=submit]")
    return page


def _note(complaints: list[str], message: ConsoleMessage) -> None:
    if message.type in ("error", "warning"):
        complaints.append(f"{message.type}: {message.text} ({message.location.get('url')})")
