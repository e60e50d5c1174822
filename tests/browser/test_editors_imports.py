"""Importing and matching as an editor meets them: accessible in every state, and by keyboard."""

import re

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from config.tasks import import_uploaded
from datasets.matching.proposing import propose
from datasets.models import Dataset, ImportRun, Match
from tests.browser.conftest import restore_groups
from tests.browser.looking import WIDTHS, faults
from tests.datasets.formats.ucdp_rows import make_ucdp_row
from tests.datasets.importing.uploaded_runs import imported, make_run, ucdp_file
from tests.datasets.matching.matched import matched
from tests.datasets.matching.tellings import tell, told
from tests.factories import make_actor, make_dataset, make_user, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RUNS = "/admin/datasets/importrun/"
ARABIC = "كتائب حزب الله"
TABLE = ["No.", "When (day/month)", "Ort / المكان", "Dead (min)"]
TABS_AT_MOST = 60


@pytest.fixture
def session() -> str:
    """The session of a reviewer who is signed in."""
    restore_groups()
    client = Client()
    client.force_login(make_user("reviewer", group="Reviewer", is_staff=True))
    return client.cookies["sessionid"].value


@pytest.fixture
def runs(settings, tmp_path) -> dict[str, int]:
    """A run in every state, by a word for it."""
    published(make_actor("Government of Iraq", names=(ARABIC,)))
    finished = imported(ucdp_file(make_ucdp_row(side_b=ARABIC, low="9")), settings, tmp_path)
    bad = [make_ucdp_row(id=str(number), best="many") for number in range(2, 130)]
    begun = {name: make_run(ucdp_file(*bad), settings, tmp_path) for name in ("bad", "uploaded")}
    begun["own"] = make_run(b"x", settings, tmp_path, format="csv")
    begun["refused"] = make_run(b"x", settings, tmp_path)
    begun["running"] = make_run(b"x", settings, tmp_path)
    _stand(begun["own"], columns=TABLE, first_rows=[["1", "28/9/2020", "الرضوانية", "5"]])
    _stand(begun["bad"], status="waiting", options=begun["bad"].options | {"dry_run": True})
    import_uploaded.call(begun["bad"].pk)
    _stand(begun["refused"], status="refused", message="Nothing was imported. It is empty.")
    _stand(begun["running"], status="waiting")
    return {"finished": finished.pk} | {name: run.pk for name, run in begun.items()}


@pytest.fixture
def pairs() -> list[int]:
    """A pair that is proposed, and one that is decided."""
    ged = make_dataset("ged", title="A dataset whose name is as long as a sentence may well be")
    first, second, third = told(
        tell(ged, dead=3, title=f"Rockets of {ARABIC}"), tell(dead=4), tell(north=36.1)
    )
    propose()
    decided = matched(second, third, "part_of", part=second)
    proposed = Match.objects.get(first=min(first.pk, second.pk), second=max(first.pk, second.pk))
    return [proposed.pk, decided.pk]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_axe_finds_nothing_on_the_pages_of_editors(
    browser, live_server, session, runs, pairs, width
):
    addresses = [
        RUNS,
        f"{RUNS}add/",
        f"{RUNS}{runs['own']}/mapping/",
        *(f"{RUNS}{run}/change/" for run in runs.values()),
        f"/admin/datasets/{Dataset.objects.latest('pk').pk}/audience/",
        "/admin/matching/?verdict=any",
        "/admin/matching/?verdict=different",
        f"/admin/matching/{pairs[0]}/?decided={pairs[1]}",
        f"/admin/matching/{pairs[1]}/",
    ]
    assert faults(browser, live_server.url, addresses, width=width, session=session) == []


@pytest.fixture
def page(context, live_server, session) -> Page:
    """A page on which the reviewer is signed in."""
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return context.new_page()


def test_a_file_is_uploaded_checked_and_imported_by_keyboard_alone(page, settings, tmp_path):
    settings.IMPORTS_DIR = tmp_path
    path = tmp_path / "ged.csv"
    path.write_bytes(ucdp_file())
    page.goto(RUNS)
    follow(page, "Import a file")
    with page.expect_file_chooser() as choosing:
        press(page, "File:")
    choosing.value.set_files(path)
    tab_to(page, "Release:")
    page.keyboard.type("23.1")
    follow(page, "Upload")
    expect(page.locator("#import-state")).to_contain_text("Uploaded.")
    follow(page, "Check it")
    work(page, "Checked; nothing is written yet.")
    follow(page, "Import it")
    work(page, "Imported.")


def test_what_is_refused_says_so_at_its_field_and_opens_nothing_else(page, tmp_path):
    path = tmp_path / "letter.csv"
    path.write_text("hello\nthere\n")
    page.goto(f"{RUNS}add/")
    page.set_input_files("[name=file]", path)
    page.fill("[name=release]", "1")
    page.click("[value=Upload]")
    expect(page.get_by_label("File:")).to_have_accessible_description(re.compile("not a table"))
    expect(page.get_by_label("Short name")).to_be_hidden()


def test_a_pair_is_decided_and_taken_back_with_two_keys(page, pairs):
    page.goto(f"/admin/matching/{pairs[0]}/")
    page.keyboard.press("s")
    expect(page.locator(".publication")).to_contain_text("the same attack")
    page.keyboard.press("u")
    expect(page.locator(".matching-verdict")).to_contain_text("Not decided yet.")


def work(page: Page, words: str) -> None:
    """Do what the worker would; the page notices by itself."""
    expect(page.locator("#import-state")).to_contain_text("It waits for the worker.")
    import_uploaded.call(ImportRun.objects.get().pk)
    expect(page.locator("#import-state")).to_contain_text(words)


def press(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Enter")


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        press(page, name)


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is called so has the focus, which it must show."""
    for _ in range(TABS_AT_MOST):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        assert found["outline"] != "none" or found["is_page"], found
        if found["name"] == name:
            return
    raise AssertionError(f"Tab does not lead to “{name}”.")


FOCUSED = """() => {
    const one = document.activeElement
    const isSent = one.matches("input[type=submit]")
    const name = isSent ? one.value : (one.labels?.[0] ?? one).textContent
    const outline = getComputedStyle(one).outlineStyle
    return { name: name.trim(), outline, is_page: one === document.body }
}"""


def _stand(run: ImportRun, **fields) -> None:
    ImportRun.objects.filter(pk=run.pk).update(**fields)
