"""What a person does with an admin form: write, choose, tick, open, add a row, use a pop-up."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page


def write(page: Page, **texts: str) -> None:
    """Type into fields by name; `claims_0_date` is the date of the first claim."""
    for name, text in texts.items():
        page.fill(_field(name), text)


def choose(page: Page, **values: str) -> None:
    """Choose values of plain lists by field name."""
    for name, value in values.items():
        page.select_option(_field(name), value)


def find(page: Page, name: str, words: str, found: str) -> None:
    """Type words into an autocomplete and take the first answer that holds `found`."""
    page.click(f"{_field(name)} + .select2 .select2-selection")
    page.fill(".select2-container--open .select2-search__field", words)
    page.locator(".select2-results__option--selectable, .select2-results__option[aria-selected]",
                 has_text=found).first.click()  # fmt: skip


def unfold(page: Page, group: str) -> None:
    """Open a folded group of rows."""
    page.click(f"#{group}-group > fieldset > details > summary")


def add_row(page: Page, group: str) -> None:
    page.click(f"#{group}-group .add-row a")


@contextmanager
def popup(page: Page, link: str) -> Iterator[Page]:
    """Work in the window that a link opens, save there, and come back when it has closed."""
    with page.expect_popup() as opened:
        page.click(link)
    window = opened.value
    yield window
    with window.expect_event("close"):
        window.click("[name=_save]")


def save_and_continue(page: Page) -> None:
    with page.expect_navigation():
        page.click("[name=_continue]")


def _field(name: str) -> str:
    """Spell `claims_0_date_time` as the form does: `#id_claims-0-date_time`."""
    for group in GROUPS:
        if name.startswith(f"{group}_"):
            number, _, rest = name.removeprefix(f"{group}_").partition("_")
            return f"#id_{group}-{number}-{rest}"
    return f"#id_{name}"


GROUPS = (
    "actor_names",
    "attributions",
    "casualty_reports",
    "citations",
    "claims",
    "commitments",
    "follow_ups",
    "parties",
    "place_names",
    "places",
    "renderings",
    "rivals",
    "weapons",
)
