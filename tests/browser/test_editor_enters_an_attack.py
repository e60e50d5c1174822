"""An editor enters the attack of 28 September 2020, whole, beginning at an empty form."""

import pytest
from playwright.sync_api import Page, expect

from config.kinds import KINDS
from incidents.models import Incident
from ledger.models import PublishedRecord
from ledger.saving import newest_revisions, state_of
from tests.browser.form_driving import (
    add_row,
    choose,
    find,
    popup,
    save_and_continue,
    unfold,
    write,
)
from tests.factories import make_actor, make_place, make_source, saved

pytestmark = pytest.mark.browser


@pytest.fixture
def known(editors_page):
    """The actors, places and sources of earlier attacks, as an editor would find them."""
    actors = [
        make_actor("US military", actor_kind="state_force"),
        make_actor("Iraqi Joint Operations Command", actor_kind="state_force"),
        make_actor("Kata'ib Hezbollah", names=("كتائب حزب الله",)),
        make_actor("Central Intelligence Agency", actor_kind="organisation"),
        make_actor("Gangs and outlawed groups", actor_kind="class"),
        make_actor("Iran-backed Iraqi Shiite militias", actor_kind="class"),
    ]
    airport = make_place("Baghdad International Airport", latitude=33.2625, longitude=44.2346)
    reuters = make_source(title="Five civilians killed", publisher="Reuters")
    ap = make_source(title="3 dead, 2 wounded", publisher="AP")
    saved(*actors, airport, reuters, ap)
    return {"reuters": reuters.public_id, "ap": ap.public_id}


def test_an_editor_enters_a_whole_attack_from_an_empty_form(editors_page, known):
    page = editors_page
    page.goto("/admin/incidents/incident/add/")
    enter_what_stands_open(page, known)
    save_and_continue(page)
    enter_what_is_folded_away(page, known)
    save_and_continue(page)
    enter_the_statement(page)
    enter_what_became_of_the_promise(page)
    publish_all(page)
    state = newest_state()
    assert [row["role"] for row in state["places"]] == ["struck", "aimed_at", "launched_from"]
    assert [row["low"] for row in state["weapons"]] == [2]
    assert [row["role"] for row in state["parties"]] == ["intended_target", "struck"]
    assert state["claims"][0]["stance"] == "none_known"
    assert state["claims"][0]["date"]["edtf"] == "2020-09-28"
    assert [row["narrows"] for row in state["attributions"]][-1] == state["attributions"][0]["key"]
    assert [len(row["counts"]) for row in state["casualty_reports"]] == [3, 2]
    assert [row["adopted"] for row in state["casualty_reports"]] == [True, False]
    assert state["rivals"][0]["wording"] == "one rocket"
    assert state["casualty_reports"][0]["citations"][0]["locator"] == "p. 4"
    assert state["citations"][0]["field"] == "summary"
    assert PublishedRecord.objects.filter(kind="statement").count() == 1


def test_every_choice_has_a_name_for_those_who_do_not_see_it(editors_page):
    editors_page.goto("/admin/incidents/incident/add/")
    choices = editors_page.locator("#claims-0 [role=combobox]")
    expect(choices.first).to_have_accessible_name("Speaker:")


def enter_what_stands_open(page: Page, known: dict[str, str]) -> None:
    write(
        page,
        title="Rockets aimed at Baghdad airport kill a family in Radwaniyah",
        date="28 September 2020",
        summary="Two Katyusha rockets fell on a family home short of the airport.",
    )
    choose(page, incident_type="rocket_attack", outcome="missed")
    expect(page.locator("#id_date ~ output")).to_contain_text("28 September 2020")
    enter_places(page, known)
    enter_parties(page, known)
    choose(page, claims_0_stance="none_known")
    write(page, claims_0_date="28 September 2020", claims_0_sources=known["reuters"])
    enter_reports(page, known)


def enter_places(page: Page, known: dict[str, str]) -> None:
    choose(page, places_0_role="struck")
    with popup(page, "#add_id_places-0-place") as window:
        choose(window, place_kind="village")
        write(window, place_names_0_text="Albu Amer", country="IQ")
    write(page, places_0_text="a house near Baghdad Airport", places_0_sources=known["reuters"])
    add_row(page, "places")
    choose(page, places_1_role="aimed_at")
    find(page, "places_1_place", "baghdad air", "Baghdad International Airport")
    add_row(page, "places")
    choose(page, places_2_role="launched_from")
    write(page, places_2_text="al-Jihad, west Baghdad")


def enter_parties(page: Page, known: dict[str, str]) -> None:
    choose(page, parties_0_role="intended_target")
    find(page, "parties_0_who_record", "us mil", "US military (actor")
    write(page, parties_0_sources=f"{known['reuters']}; {known['ap']}")
    expect(page.locator("#id_parties-0-sources ~ output")).to_contain_text("“3 dead, 2 wounded”")
    add_row(page, "parties")
    choose(page, parties_1_role="struck")
    write(page, parties_1_who_text="a family house")


def enter_reports(page: Page, known: dict[str, str]) -> None:
    find(page, "casualty_reports_0_by_record", "joint operations", "Joint Operations Command")
    write(
        page,
        casualty_reports_0_reported_on="2020-09-28",
        casualty_reports_0_counted="killed: 2 women, 3 children; injured: 2 children",
        casualty_reports_0_adopted_reason="It is the only one broken down by victim.",
        casualty_reports_0_sources=f"{known['reuters']} p. 4",
    )
    page.check("#id_casualty_reports-0-adopted")
    understood = page.locator("#id_casualty_reports-0-counted ~ output")
    expect(understood).to_contain_text("two women and three children")
    add_row(page, "casualty_reports")
    write(
        page,
        casualty_reports_1_by_text="two security officials",
        casualty_reports_1_counted="killed: 3; injured: 2",
    )
    with popup(page, "#add_id_casualty_reports-1-sources") as window:
        write(window, title="Iraqi officials: 3 dead", publisher="AP via Ahram Online")
    expect(page.locator("#id_casualty_reports-1-sources ~ output")).to_contain_text("Ahram")


def enter_what_is_folded_away(page: Page, known: dict[str, str]) -> None:
    for group in ("weapons", "attributions", "rivals"):
        unfold(page, group)
    choose(page, weapons_0_weapon="rocket")
    write(page, weapons_0_low="2", weapons_0_high="2", weapons_0_detail="Katyusha")
    find(page, "attributions_0_by_record", "joint operations", "Joint Operations Command")
    find(page, "attributions_0_accused_record", "outlaw", "Gangs and outlawed groups")
    add_row(page, "attributions")
    find(page, "attributions_1_by_record", "كتائب", "Kata'ib Hezbollah")
    find(page, "attributions_1_accused_record", "intelligence", "Central Intelligence")
    choose(page, attributions_1_responsibility="staged")
    write(page, rivals_0_field="weapons", rivals_0_wording="one rocket", rivals_0_by_text="AP")
    write(page, rivals_0_sources=known["ap"])
    choose(page, citations_0_field="summary")
    find(page, "citations_0_source", "five civ", "Five civilians killed")
    save_and_continue(page)
    unfold(page, "attributions")
    add_row(page, "attributions")
    find(page, "attributions_2_accused_record", "shiite", "Iran-backed Iraqi Shiite")
    page.select_option("#id_attributions-2-narrows", index=1)


def enter_the_statement(page: Page) -> None:
    with popup(page, "#add_around_statement") as window:
        choose(window, statement_kind="promise", commitments_0_commitment_kind="promise")
        with popup(window, "#add_id_speaker_record") as person:
            choose(person, actor_kind="person")
            write(person, actor_names_0_text="Mustafa al-Kadhimi")
            person.check("#id_actor_names-0-preferred")
        write(
            window,
            role_held="Prime Minister",
            date="2020-09-28",
            renderings_0_text="these gangs will not be allowed to tamper with security",
            renderings_0_language="en",
            commitments_0_text="The perpetrators will be punished",
        )
    expect(page.locator("#around .around-list")).to_contain_text("these gangs")


def enter_what_became_of_the_promise(page: Page) -> None:
    with popup(page, "#around .around-list a >> nth=0") as window:
        with popup(window, "[id^=change_follow_ups]") as follow_ups:
            choose(follow_ups, follow_ups_0_verdict="progress")
            write(follow_ups, follow_ups_0_date="2020-09-29", follow_ups_0_by_text="the editors")
        write(window, venue="a speech") if window.is_visible("#id_venue") else None


def publish_all(page: Page) -> None:
    page.click("text=Publish…")
    page.fill("[name=reason]", "First published")
    page.click("input[value=Publish]")
    expect(page.locator(".messagelist")).to_contain_text("Published in edition 1")
    page.goto(page.locator("#around .around-list a").first.get_attribute("href").split("?")[0])
    page.click("text=Publish…")
    page.click("input[value=Publish]")
    expect(page.locator(".messagelist")).to_contain_text("Published in edition 2")


def newest_state() -> dict:
    incident = Incident.objects.get()
    return state_of(KINDS["incident"], newest_revisions([incident.pk])[incident.pk])
