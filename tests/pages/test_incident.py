"""The page of one incident: what is known, who says it, and what is not known."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.kinds import KINDS
from ledger.models import Record
from ledger.publishing import withdraw
from tests.ledger.native_files import make_incident, make_source
from tests.pages.incident_lines import (
    CITED,
    accusation,
    actor,
    address,
    claim,
    day,
    event,
    in_words,
    link,
    named,
    public_id,
    publish_attack,
    read,
    report,
    statement,
)

pytestmark = pytest.mark.django_db


def queries_of(client, path):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_an_incident_without_reports_says_that_nothing_is_known_of_casualties(client):
    publish_attack()
    assert "No report gives a number. Nothing is recorded about people killed" in read(client)


def test_unknown_is_never_shown_as_zero(client):
    publish_attack()
    assert "Killed Not known" in read(client)


def test_an_incident_of_which_only_the_title_is_known_has_all_its_sections(client):
    publish_attack()
    headings = re.findall(r"<h2 id=\"(\w+)\"", client.get(address()).content.decode())
    assert headings == ["happened", "hurt", "who", "said", "links", "sources"]


def test_what_is_missing_is_said_in_words(client):
    publish_attack()
    said = read(client)
    assert "Type of attack not known" in said
    assert "place not known" in said
    assert "Nothing is recorded about claims." in said
    assert "No accusation is recorded." in said
    assert "No statement about this attack is recorded." in said


def test_dates_are_in_words(client):
    publish_attack(date=day("2020-09-28", "evening"))
    assert "28 September 2020, evening" in read(client)


def test_the_adopted_report_is_marked_with_its_reason(client):
    reports = [report(1, killed=(5, 5), adopted=True, adopted_reason="The only official one.")]
    publish_attack(casualty_reports=reports)
    assert "Adopted. The only official one." in read(client)


def test_a_report_that_was_replaced_names_the_one_that_replaced_it(client):
    reports = [
        report(1, killed=(3, 3), reported_on=day("2020-09-28")),
        report(2, killed=(5, 5), reported_on=day("2020-10-02")),
    ]
    publish_attack(casualty_reports=reports)
    assert "Replaced by its report of 2 October 2020" in read(client)


def test_reports_stand_in_order_of_reporting(client):
    reports = [
        report(1, by="Later", killed=(3, 3), reported_on=day("2020-10-05")),
        report(2, by="Earlier", killed=(5, 5), reported_on=day("2020-09-28")),
    ]
    publish_attack(casualty_reports=reports)
    said = read(client)
    assert said.index("Earlier") < said.index("Later")


def test_the_toll_is_said_in_a_sentence_with_what_else_is_reported(client):
    reports = [report(1, killed=(5, 5), adopted=True), report(2, by="AP", killed=(3, 7))]
    publish_attack(casualty_reports=reports)
    sentence = (
        "Five people were killed, according to Agency. "
        "Reports say that between three and seven people were killed."
    )
    assert sentence in read(client)


def test_a_toll_rests_on_as_many_sources_as_do_not_repeat_one_another(client):
    wire = make_source("wire", title="The wire")
    copy = make_source("copy", title="Its copy", derived_from="wire")
    reports = [
        report(1, killed=(5, 5), citations=[{"field": "", "source": "wire"}]),
        report(2, by="Copyist", killed=(5, 5), citations=[{"field": "", "source": "copy"}]),
    ]
    publish_attack(wire, copy, casualty_reports=reports)
    assert "rests on one source" in read(client)


def test_a_reply_stands_inside_the_claim_that_it_answers(client):
    claims = [
        claim(1, speaker=named("militia"), date=day("2020-03-15")),
        claim(2, "denies", speaker=in_words("The army"), replies_to="k1", reason="no such group"),
    ]
    publish_attack(claims=claims)
    page = client.get(address()).content.decode()
    assert re.search(r'id="claim-k1">(?:(?!</ol>).)*<ol class="thread".*?id="claim-k2"', page, re.S)
    assert "Answers the claim by The militia of 15 March 2020: no such group." in read(client)


def test_claims_that_answer_each_other_are_all_shown(client):
    claims = [
        claim(1, speaker=in_words("One"), replies_to="k2"),
        claim(2, speaker=in_words("Other"), replies_to="k1"),
    ]
    publish_attack(claims=claims)
    assert {"One", "Other"} <= set(read(client).split())


def test_that_no_claim_was_known_is_said_with_its_day(client):
    publish_attack(claims=[claim(1, "none_known", date=day("2020-09-28"))])
    said = read(client)
    assert "Claimed by Nobody Unclaimed as of 28 September 2020" in said
    assert "No claim known" in said


def test_a_claim_recorded_at_another_incident_leads_there(client):
    covering = claim(1, speaker=named("militia"), also_covers=["attack"])
    other = make_incident("other", title="The other attack", claims=[covering])
    publish_attack(other)
    assert "Recorded at The other attack ." in read(client)


def test_an_accusation_that_may_concern_another_attack_says_so(client):
    publish_attack(attributions=[accusation(1, surely_this=False)])
    assert "May not concern this attack." in read(client)


def test_a_part_shows_the_accusations_about_its_operation(client):
    operation = make_incident("operation", attributions=[accusation(1)])
    publish_attack(operation, parent="operation")
    assert "The militia Said of the whole operation." in read(client)


def test_a_rival_value_stands_beside_what_is_adopted(client):
    weapon = {"key": "w1", "weapon": "rocket", "low": 2, "high": 2, "fate": "exploded"}
    rival = {
        "key": "x1",
        "row": "w1",
        "field": "low",
        "value": 1,
        "wording": "one rocket",
        "by": in_words("AP"),
        "citations": CITED,
    }
    publish_attack(weapons=[weapon], rivals=[rival])
    assert "Two rockets, exploded one rocket, says AP" in read(client)


def test_a_rival_of_a_field_that_is_not_shown_is_not_lost(client):
    rival = {"key": "x1", "field": "tags", "wording": "an accident", "by": in_words("AP")}
    publish_attack(rivals=[rival])
    assert "Tags an accident, says AP" in read(client)


def test_what_officials_said_of_it_is_shown_and_what_they_said_of_its_consequences_is_not(client):
    others = [
        event("arrests", "Arrests"),
        link("attack", "arrests"),
        statement("here", text="About the attack."),
        statement("there", about=["arrests"], text="About the arrests."),
    ]
    publish_attack(*others)
    said = read(client)
    assert "About the attack." in said
    assert "About the arrests." not in said


def test_a_promise_past_its_deadline_is_overdue(client):
    promise = {
        "key": "1",
        "text": "An inquiry",
        "commitment_kind": "promise",
        "deadline": day("2020-11-02"),
        "follow_ups": [],
    }
    publish_attack(statement(commitments=[promise]))
    assert re.search(r"An inquiry .*Overdue .*due 2 November 2020", read(client))


def test_a_speaker_without_a_role_has_the_office_held_that_day(client):
    office = {
        "key": "r1",
        "relation": "holds_office",
        "object": "state",
        "role_title": "Prime Minister",
        "start": day("2020-05-07"),
        "confidence": "stated",
    }
    speaker = actor("kadhimi", "Mustafa al-Kadhimi", actor_kind="person", relationships=[office])
    words = statement(speaker=named("kadhimi"), date=day("2020-09-28"))
    publish_attack(actor("state", "Iraq"), speaker, words)
    assert "Mustafa al-Kadhimi , Prime Minister" in read(client)


def test_causes_stand_before_and_effects_after(client):
    others = [event("strike", "The strike"), event("arrests", "The arrests")]
    links = [link("strike", "attack"), link("attack", "arrests")]
    publish_attack(*others, *links)
    said = read(client)
    order = ["Before it", "The strike", "After it", "The arrests"]
    assert [said.index(one) for one in order] == sorted(said.index(one) for one in order)


def test_a_link_says_how_sure_it_is(client):
    alleged = link("strike", "attack", confidence="alleged", by=in_words("a blog"))
    publish_attack(event("strike", "The strike"), alleged)
    assert re.search(r"led to it \(alleged\) The strike .*according to a blog", read(client))


def test_a_chronology_that_holds_it_is_named(client):
    chronology = {
        "format": 1,
        "kind": "chronology",
        "key": "war",
        "title": "The war",
        "entries": [{"key": "e1", "entry_record": "attack"}],
    }
    publish_attack(chronology)
    assert "Also told in The war ." in read(client)


def test_each_footnote_leads_to_a_source_and_each_id_stands_once(client):
    claims = [claim(1, "none_known"), claim(2, speaker=named("militia"))]
    publish_attack(
        statement(),
        summary="Rockets fell [paper p. 4].",
        claims=claims,
        casualty_reports=[report(1, killed=(1, 1))],
        attributions=[accusation(1)],
    )
    page = client.get(address()).content.decode()
    ids = Counter(re.findall(r'\sid="([^"]+)"', page))
    targets = set(re.findall(r'href="#((?:source|ref)-[^"]+)"', page))
    assert targets
    assert targets <= ids.keys()
    assert max(ids.values()) == 1


def test_words_in_another_language_say_which(client):
    words = {
        "key": "q1",
        "text": "عدم السماح لهذه العصابات",
        "language": "ar",
        "rendering_kind": "original",
    }
    publish_attack(statement(renderings=[words]))
    assert '<blockquote lang="ar" dir="auto">عدم' in client.get(address()).content.decode()


def test_the_toll_can_be_read_as_it_stood(client):
    publish_attack(casualty_reports=[report(1, killed=(3, 3), adopted=True)])
    publish_attack(casualty_reports=[report(1, killed=(5, 5), adopted=True)])
    assert "Five people were killed" in read(client)
    assert "Three people were killed" in read(client, more="?as_of=edition:1")


def test_a_past_reading_says_so_and_leads_to_the_history(client):
    publish_attack()
    publish_attack(title="Another title")
    page = client.get(address(more="?as_of=edition:1"))
    assert "As it stood on" in page.content.decode()
    assert f'href="/incidents/{public_id()}/history/"' in page.content.decode()


def test_before_the_first_edition_there_is_no_page(client):
    publish_attack()
    assert client.get(address(more="?as_of=1999-01-01")).status_code == 404


def test_a_slug_may_follow(client):
    publish_attack()
    assert client.get(address(more="an-attack/")).status_code == 200


def test_the_canonical_address_has_no_slug_and_the_same_stands_as_json(client):
    publish_attack()
    page = client.get(address(more="an-attack/")).content.decode()
    assert f'<link rel="canonical" href="http://testserver{address()}">' in page
    assert f'type="application/json" href="/api/v1{address()}"' in page


@pytest.mark.parametrize("parameter", ["colour=red", "as_of=tomorrow", "as_of=2999-01-01"])
def test_what_cannot_be_read_is_refused(client, parameter):
    publish_attack()
    response = client.get(address(more=f"?{parameter}"))
    assert response.status_code == 400
    assert parameter.partition("=")[0] in response.content.decode()


def test_an_unknown_incident_is_not_found(client):
    response = client.get("/incidents/I999/")
    assert response.status_code == 404
    assert "There is no record I999." in response.content.decode()


def test_a_withdrawn_incident_is_gone_and_says_why(client):
    publish_attack()
    withdraw(
        record=Record.objects.get(key="attack"), by=None, reason="It was a drill.", kinds=KINDS
    )
    response = client.get(address())
    assert response.status_code == 410
    assert "It was a drill." in response.content.decode()


def test_an_incident_with_much_said_of_it_costs_as_many_queries_as_one_with_little(client):
    little = [event("after0", "After"), link("attack", "after0"), statement("said0")]
    publish_attack(*little, claims=[claim(1)], casualty_reports=[report(1, killed=(1, 1))])
    before = queries_of(client, address())
    many = range(1, 20)
    publish_attack(
        *little,
        *(make_source(f"source{n}") for n in many),
        *(event(f"after{n}", "After") for n in many),
        *(link("attack", f"after{n}") for n in many),
        *(statement(f"said{n}") for n in many),
        claims=[claim(n, speaker=in_words(f"Group {n}")) for n in many],
        casualty_reports=[report(n, by=f"Agency {n}", killed=(n, n)) for n in many],
        attributions=[accusation(n) for n in many],
    )
    assert queries_of(client, address()) == before <= 10
