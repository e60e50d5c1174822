"""The lists of incidents, actors and sources: what they show, and how they are narrowed."""

import pytest

from tests.factories import (
    add_attribution,
    add_claim,
    add_party,
    add_report,
    killed,
    make_actor,
    make_dataset,
    make_incident,
    make_place,
    make_source,
    make_user,
    on,
    published,
    saved,
)
from tests.pages.answers import links_of, queries_of, shown, words_of

pytestmark = pytest.mark.django_db


def publish_incidents(number: int) -> None:
    """Publish incidents that each bring a place, an actor and a toll of their own."""
    incidents = [make_incident(place=make_place()) for _ in range(number)]
    for incident in incidents:
        add_party(incident, "intended_target", who_record=make_actor())
        add_report(incident, killed(2, 5))
        add_claim(incident, speaker_record=make_actor())
        add_attribution(incident, make_actor())
    published(*incidents)


def test_an_incident_is_one_line_with_its_day_place_type_toll_and_status(client):
    incident = make_incident(title="Rockets on a house", place=make_place("Radwaniyah"))
    add_report(incident, killed(3, 7))
    add_claim(incident, "none_known", date=on("2020-09-28"))
    published(incident)
    line = "28 Sep 2020 Rockets on a house Radwaniyah · rocket attack 3–7 killed Unclaimed"
    assert line in shown(client, "/incidents/")


def test_a_line_says_who_claims_it_and_who_is_suspected(client):
    incident = make_incident()
    add_claim(incident, speaker_record=make_actor("League of the Revolutionaries"))
    add_attribution(incident, make_actor("League of the Revolutionaries"))
    add_attribution(incident, accused_text="outlaws", confidence="suspected")
    published(incident)
    words = shown(client, "/incidents/").replace(" :", ":")
    assert "Claimed by League of the Revolutionaries" in words
    assert "Attribution contested: League of the Revolutionaries and outlaws" in words


def test_of_many_suspects_two_are_named(client):
    incident = make_incident()
    add_attribution(incident, make_actor("One"))
    for name in ("Two", "Three"):
        add_attribution(incident, make_actor(name), responsibility="ordered")
    published(incident)
    assert "One, Two and one other" in shown(client, "/incidents/")


def test_what_no_report_counts_is_said_to_be_unknown(client):
    published(make_incident())
    assert "no report gives a number" in shown(client, "/incidents/")


def test_incidents_stand_under_their_months(client):
    published(make_incident(date=on("2020-06-XX")), make_incident(date=on("2019-12-27")))
    words = shown(client, "/incidents/")
    assert 0 < words.index("June 2020") < words.index("December 2019")


def test_a_date_no_more_exact_than_its_year_stands_under_the_year(client):
    published(make_incident(date=on("2014/2015"), title="Shelling"))
    assert "2014 2014–2015 Shelling" in shown(client, "/incidents/").replace(" – ", "–")


def test_the_filter_is_said_as_a_sentence(client):
    published(make_incident(place=make_place("Baghdad", country="IQ")))
    path = "/incidents/?country=IQ&date_from=2020-09-01&date_to=2020-09-30&claim_status=none"
    words = shown(client, path).replace("Remove: ", "").replace(" ×", "")
    assert "1 incident in Iraq , possibly within 1–30 September 2020 , no claim recorded" in words


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ("not_type=ied", "not of the type improvised explosive device"),
        ("type=unset", "of the type type not known"),
        ("killed_min=5&certainty=certain", "certainly at least 5 killed"),
        ("date_from=2020-09-01&certainty=certain", "certainly since 1 September 2020"),
        ("date_from=2020-09-30&date_to=2020-09-01", "which is no span"),
        ("near=33.26,44.23,30", "near 33.26, 44.23 (within 30 km)"),
        ("has=commitment", "with a promise about it"),
        ("q=airport", "saying “airport”"),
    ],
)
def test_each_part_of_a_filter_has_its_words(client, parameters, said):
    words = shown(client, f"/incidents/?{parameters}")
    assert said in words.replace("Remove: ", "")


def test_removing_a_part_keeps_the_others(client):
    published(make_incident())
    response = client.get("/incidents/?type=rocket_attack&type=ied&claim_status=none")
    assert "?claim_status=none" in links_of(response)


def test_a_value_of_a_facet_is_set_beside_those_that_are_set(client):
    published(make_incident(), make_incident(incident_type="ied"))
    response = client.get("/incidents/?type=ied")
    assert "?type=ied&type=rocket_attack" in links_of(response)


def test_what_is_not_known_is_a_value_of_its_facet(client):
    published(make_incident(), make_incident(incident_type=""))
    assert "Type not known 1" in shown(client, "/incidents/")


def test_a_chosen_value_that_nothing_has_can_be_removed(client):
    published(make_incident())
    response = client.get("/incidents/?type=arson")
    assert "Arson 0" in words_of(response)
    assert "." in links_of(response)


def test_the_form_keeps_what_it_does_not_ask(client):
    response = client.get("/incidents/?type=ied&killed_min=3")
    assert '<input type="hidden" name="type" value="ied">' in response.content.decode()


def test_nothing_found_is_said_with_what_to_do(client):
    assert "No incident matches." in shown(client, "/incidents/?q=nowhere")


def test_an_unknown_parameter_is_named(client):
    response = client.get("/incidents/?colour=red")
    assert response.status_code == 400
    assert "colour There is no such parameter" in words_of(response)


def test_pages_follow_each_other_without_loss(client):
    publish_incidents(3)
    first = client.get("/incidents/?limit=2")
    following = next(one for one in links_of(first) if "cursor=" in one)
    titles = words_of(first) + words_of(client.get(f"/incidents/{following}"))
    assert titles.count("Rockets on a base") == 3


def test_as_of_shows_the_list_as_it_stood(client):
    first = published(make_incident(title="First"))
    published(make_incident(title="Second"))
    words = shown(client, f"/incidents/?as_of=edition:{first.number}")
    assert "Second" not in words


def test_a_draft_is_on_no_list(client):
    saved(make_incident(title="Unreviewed"), make_actor("Unreviewed"))
    assert "Unreviewed" not in shown(client, "/incidents/") + shown(client, "/actors/")


def test_members_material_is_for_the_signed_in(client):
    published(make_incident(title="For members", audience="members"))
    assert "For members" not in shown(client, "/incidents/")
    client.force_login(make_user())
    assert "For members" in shown(client, "/incidents/")


@pytest.mark.parametrize("path", ["/incidents/", "/actors/", "/sources/"])
def test_a_list_of_nothing_says_so(client, path):
    assert "matches." in shown(client, path)


def test_a_list_of_fifty_incidents_takes_at_most_six_queries(client):
    publish_incidents(50)
    assert queries_of(client, "/incidents/") <= 6


def test_queries_do_not_grow_with_rows(client):
    publish_incidents(1)
    one = queries_of(client, "/incidents/")
    publish_incidents(20)
    assert queries_of(client, "/incidents/") == one


def test_an_actor_stands_with_its_names_in_all_scripts(client):
    published(make_actor("Kata'ib Hezbollah", names=("كتائب حزب الله",), country="IQ"))
    words = shown(client, "/actors/")
    assert "K Militia, Iraq Kata'ib Hezbollah كتائب حزب الله" in words


def test_an_actor_is_found_by_another_spelling(client):
    published(make_actor("Kata'ib Hezbollah"), make_actor("Badr"))
    words = shown(client, "/actors/?q=Kataib+Hizballah")
    assert "1 actor" in words
    assert "Badr" not in words


def test_a_source_says_what_it_is(client):
    published(make_source(title="Five killed", publisher="Reuters", reliability="B"))
    assert "Five killed Reuters · news report · English · reliability B" in shown(
        client, "/sources/"
    )


@pytest.mark.parametrize(("path", "make"), [("/actors/", make_actor), ("/sources/", make_source)])
def test_lists_of_twenty_cost_as_many_queries_as_of_one(client, path, make):
    published(make())
    one = queries_of(client, path)
    published(*(make() for _ in range(20)))
    assert queries_of(client, path) == one


def test_members_read_the_terms_of_rows_that_may_not_be_passed_on(client):
    shut = make_dataset("acled", redistributable=False, terms="Ask ACLED before you share")
    free = make_dataset("ged", terms="Name UCDP")
    rows = [make_incident(dataset=shut, audience="members"), make_incident(dataset=free)]
    published(shut, free, *rows)
    assert "may not be passed on" not in words_of(client.get("/incidents/"))
    client.force_login(make_user())
    page = client.get("/incidents/")
    line = "For members only: rows of ACLED may not be passed on. Ask ACLED before you share."
    assert line in words_of(page)
    assert f"/datasets/{shut.public_id}/" in page.content.decode()
    assert "may not be passed on" not in words_of(
        client.get(f"/incidents/?dataset={free.public_id}")
    )
