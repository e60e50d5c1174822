"""What axe, and a look at its width, find at fault on a page, in light and in dark."""

from collections.abc import Iterable, Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

WIDTHS = {"phone": 390, "desktop": 1280}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# Nothing but colours differs between the schemes.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

# The further rows of a table are as its first ones.
LOOKED_AT = {"exclude": [["tbody > tr:nth-child(n+6)"]]}


def faults(
    browser: Browser, host: str, addresses: Iterable[str], *, width: int, session: str = ""
) -> list[str]:
    """Open each address once, and say what is at fault; `session` is that of who is signed in."""
    context = browser.new_context(
        base_url=host,
        viewport={"width": width, "height": 900},
        color_scheme="light",
        reduced_motion="reduce",
    )
    if session:
        context.add_cookies([{"name": "sessionid", "value": session, "url": host}])
    found = list(_faults_of_all(context, addresses, width))
    context.close()
    return found


def _faults_of_all(context: BrowserContext, addresses: Iterable[str], width: int) -> Iterator[str]:
    page = context.new_page()
    for address in addresses:
        page.emulate_media(color_scheme="light")
        page.goto(address)
        for fault in _faults(page, width):
            yield f"{address}: {fault}"


def _faults(page: Page, width: int) -> Iterator[str]:
    if page.evaluate("document.documentElement.scrollWidth") > width:
        yield f"wider than {width} pixels"
    yield from _violations(page, RULES)
    page.emulate_media(color_scheme="dark")
    for violation in _violations(page, COLOURS):
        yield f"in dark: {violation}"


def _violations(page: Page, rules: dict) -> Iterator[str]:
    for one in Axe().run(page, context=LOOKED_AT, options=rules).response["violations"]:
        yield f"{one['id']}: {one['nodes'][0]['html'][:200]}"
