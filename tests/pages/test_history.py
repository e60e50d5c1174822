"""How a record stood: every publication, and what it changed."""

import pytest

from config.kinds import KINDS
from config.pages.comparison import changes
from ledger.models import Record
from ledger.publishing import withdraw
from tests.ledger.native_files import load_lines, make_actor
from tests.pages.incident_lines import address, public_id, publish_attack, read, report, text_of

pytestmark = pytest.mark.django_db


WHO = {"record": "A1", "text": None, "via": None}


def said_of(before, after, names=None):
    found = changes(before, after, (names or {}).get)
    return [(one.field, one.before, one.after) for one in found]


def test_the_history_lists_every_publication_with_its_reason(client):
    publish_attack()
    publish_attack(title="Another title")
    said = read(client, more="history/")
    assert "2 : what changed" in said
    assert "1 : what changed" in said
    assert said.count("A test") == 2


def test_a_publication_says_what_it_changed(client):
    publish_attack(casualty_reports=[report(1, killed=(3, 3))])
    publish_attack(casualty_reports=[report(1, killed=(5, 5))])
    said = read(client, more="history/2/")
    assert "Casualty report 1, count 10, at least Before: 3 After: 5" in said


def test_a_publication_leads_to_the_whole_page_as_it_stood(client):
    publish_attack()
    publish_attack(title="Another title")
    page = client.get(address(more="history/1/")).content.decode()
    assert f'href="{address()}?as_of=edition:1"' in page
    assert "As it stood on" in page


def test_the_first_publication_has_nothing_to_be_compared_with(client):
    publish_attack()
    assert "This is the first publication" in read(client, more="history/1/")


def test_a_withdrawn_record_keeps_its_history(client):
    publish_attack()
    withdraw(record=Record.objects.get(key="attack"), by=None, reason="A drill.", kinds=KINDS)
    assert "A drill. Withdrawn" in read(client, more="history/")
    assert "The record was withdrawn." in read(client, more="history/2/")


def test_every_kind_has_a_history(client):
    load_lines(make_actor())
    response = client.get(f"/actors/{public_id('militia')}/history/")
    assert "The militia" in text_of(response)


def test_a_history_is_not_found_under_another_kind(client):
    publish_attack()
    assert client.get(f"/actors/{public_id()}/history/").status_code == 404


@pytest.mark.parametrize("more", ["history/7/", "history/0/", "history/?as_of=1999-01-01"])
def test_a_publication_that_there_never_was_is_not_found(client, more):
    publish_attack()
    assert client.get(address(more=more)).status_code == 404


def test_a_draft_has_no_history(client):
    load_lines(make_actor(), draft=True)
    assert client.get(f"/actors/{public_id('militia')}/history/").status_code == 404


def test_a_date_and_a_person_are_compared_as_words():
    when = {"edtf": "2020", "text": "2020", "time": None}
    who = {"record": "A1", "text": None, "via": "R1"}
    names = {"A1": "The army", "R1": "The paper"}
    found = said_of({"date": None, "by": who}, {"date": when, "by": None}, names)
    assert ("Date", "", "2020") in found
    assert ("By", "The army, via The paper", "") in found


def test_a_row_that_was_added_is_said_whole():
    row = {"key": "w1", "weapon": "rocket", "low": 2, "detail": None}
    assert said_of({"weapons": []}, {"weapons": [row]}) == [
        ("Weapon 1", "", "weapon: rocket, at least: 2")
    ]


def test_the_fields_of_a_claim_are_named_by_what_they_say():
    before = {"key": "k2", "stance": "claims", "for": [], "replies_to": None}
    after = {"key": "k2", "stance": "denies_intent", "for": [WHO], "replies_to": "k1"}
    assert said_of({"claims": [before]}, {"claims": [after]}, {"A1": "The army"}) == [
        ("Claim 2, what is said of the attack", "claims", "denies intent"),
        ("Claim 2, in whose name", "", "The army"),
        ("Claim 2, what it answers", "", "claim 1"),
    ]


def test_a_value_is_said_as_its_vocabulary_says_it():
    found = said_of({"claim_status": "none"}, {"claim_status": "contested"})
    assert found == [("Claim status", "no claim recorded", "claim contested")]


def test_a_citation_is_said_in_one_breath():
    cited = {"field": "title", "source": "R1", "locator": "p. 4", "quote": None}
    found = said_of({"citations": []}, {"citations": [cited]}, {"R1": "The paper"})
    assert found == [("Sources", "", "The paper, p. 4 (for the title)")]


def test_long_texts_are_compared_word_by_word():
    before = "Two rockets fell on a family home short of the airport in the evening."
    after = before.replace("Two", "Three")
    pieces = changes({"summary": before}, {"summary": after}, str)[0].pieces
    assert [(one["kind"], one["text"]) for one in pieces[:2]] == [("del", "Two"), ("ins", "Three")]
    assert pieces[2]["kind"] == "same"
