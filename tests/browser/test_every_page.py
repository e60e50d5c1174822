"""Every page, as a browser meets it: accessible, from one host, within its policy, by keyboard."""

import pytest
from django.core.management import call_command

from tests.browser.looking import WIDTHS, faults
from tests.datasets.matching.matched import matched
from tests.datasets.matching.tellings import tell, told
from tests.factories import published
from tests.worlds import world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def addresses(settings, tmp_path) -> list[str]:
    """Publish a small world, and name every page that shows it, and those that refuse."""
    settings.RELEASES_DIR = tmp_path
    group, _, source, place, incident, event, statement, _, chronology, dataset = world("Baghdad")
    published(group, source, place, incident, event, statement, chronology, dataset)
    ours, theirs = told(tell(dead=3), tell(dataset, "2020-09-29", north=33.55, dead=5))
    matched(ours, theirs)
    call_command("make_release", name="2026-11", verbosity=0)
    return [
        "/",
        "/incidents/",
        "/incidents/?type=ied",
        "/incidents/?kiled=1",
        f"/incidents/{incident.public_id}/",
        f"/incidents/{incident.public_id}/?as_of=edition:1",
        f"/incidents/{incident.public_id}/history/",
        f"/incidents/{incident.public_id}/history/1/",
        f"/incidents/{ours.public_id}/",
        "/incidents/I999/",
        "/actors/",
        f"/actors/{group.public_id}/",
        "/timeline/",
        "/promises/",
        "/chronologies/",
        f"/chronologies/{chronology.public_id}/",
        "/sources/",
        f"/sources/{source.public_id}/",
        f"/places/{place.public_id}/",
        "/datasets/",
        f"/datasets/{dataset.public_id}/",
        f"/datasets/{dataset.public_id}/history/",
        "/datasets/releases/",
        "/datasets/releases/2026-11/",
        "/codebook/",
        f"/events/{event.public_id}/",
        f"/statements/{statement.public_id}/",
        "/search/",
        "/search/?q=baghdad",
        "/search/?q=nowhere",
        "/about/",
    ]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_axe_finds_nothing_and_nothing_overflows(browser, live_server, addresses, width):
    assert faults(browser, live_server.url, addresses, width=width) == []


def test_no_page_asks_another_host_or_breaks_its_policy(browser, live_server, addresses):
    context = browser.new_context(base_url=live_server.url)
    page, found = context.new_page(), []
    page.on(
        "request",
        lambda request: (
            found.append(request.url)
            if not request.url.startswith((live_server.url, "data:"))
            else None
        ),
    )
    page.on(
        "console",
        lambda message: (
            found.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    for address in [*addresses, "/api/v1/docs/", "/admin/login/"]:
        page.goto(address, wait_until="networkidle")
    context.close()
    assert not found


UNREACHED = """() => [...document.querySelectorAll('a[href], button, input, select, summary')]
    .filter(one => one.checkVisibility() && one.type !== 'hidden' && !one.disabled)
    .filter(one => { one.focus(); return document.activeElement !== one || one.tabIndex < 0 })
    .map(one => one.outerHTML.slice(0, 80))"""


def test_every_link_and_control_can_be_reached_by_keyboard(browser, live_server, addresses):
    context = browser.new_context(base_url=live_server.url)
    page, unreached = context.new_page(), []
    for address in addresses:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        unreached += [f"{address}: {one}" for one in page.evaluate(UNREACHED)]
    context.close()
    assert not unreached


def test_tab_goes_from_the_skip_link_into_the_page_and_shows_where_it_is(
    browser, live_server, addresses
):
    context = browser.new_context(base_url=live_server.url)
    page = context.new_page()
    page.goto(addresses[4])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    context.close()
    assert outline != "none"


def test_pages_can_be_read_without_scripts(browser, live_server, addresses):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(addresses[4])
    sections = page.locator("main h2").all_inner_texts()
    context.close()
    assert {"What happened", "Who was hurt", "Sources"} <= set(sections)
