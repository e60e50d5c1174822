"""The search over all kinds: what is found, in which order, and what is said to have matched."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from config.search import EverythingFilter, found
from ledger.listing import Listing
from tests.factories import make_actor, make_incident, make_place, make_statement, published

pytestmark = pytest.mark.django_db


def search(words, more=""):
    query = QueryDict(mutable=True)
    query.update({"q": words})
    query.update(QueryDict(more))
    return Listing(query, filters=EverythingFilter, user=AnonymousUser())


def names_found(words, more=""):
    return [hit.row.label for hit in found(search(words, more))]


def test_a_name_is_found_by_another_spelling_and_the_answer_says_which_name_it_was():
    published(make_actor("Kata'ib Hezbollah", names=("كتائب حزب الله",)))
    [hit] = found(search("kataeb hizballah"))
    assert (hit.what, hit.text) == ("name", "Kata'ib Hezbollah")


def test_the_name_that_was_typed_is_the_one_said_to_match():
    published(make_actor("Kata'ib Hezbollah", names=("كتائب حزب الله",)))
    [hit] = found(search("كتائب"))
    assert (hit.what, hit.text) == ("name", "كتائب حزب الله")


@pytest.mark.parametrize("words", ["IS", "is", "The Who", "who"])
def test_an_actor_whose_name_is_of_words_that_are_left_out_is_found(client, words):
    published(make_actor("Islamic State", names=("IS",)), make_actor("Who", names=("The Who",)))
    published(make_actor("Sa"), make_actor("Hawa"), make_incident(title="Who is it"))
    [hit] = found(search(words))
    assert (hit.what, hit.text.lower()) == ("name", words.lower())
    [listed] = client.get(f"/api/v1/actors/?q={words}").json()["results"]
    assert listed["id"] == hit.row.public_id


def test_names_come_before_texts():
    published(
        make_incident(title="An attack", summary="Rockets fell near Taji."), make_place("Taji")
    )
    assert names_found("taji") == ["Taji", "An attack"]


def test_the_text_that_matched_is_cut_around_the_word():
    published(make_incident(title="An attack", summary=f"{'before ' * 60}Taji{' after' * 60}"))
    [hit] = found(search("taji"))
    assert hit.what == "text"
    assert hit.text.startswith("… before")
    assert " Taji after" in hit.text


def test_words_of_one_search_may_stand_in_different_texts():
    published(make_incident(title="Rockets", summary="They fell near Taji."))
    assert names_found("rockets taji") == ["Rockets"]


def test_other_forms_of_a_word_are_found():
    published(make_statement(text="The attackers will be arrested."))
    [hit] = found(search("arresting"))
    assert hit.text == "The attackers will be arrested."


def test_a_kind_narrows_the_search():
    published(make_incident(title="Taji"), make_place("Taji"))
    assert [hit.row.kind for hit in found(search("taji", "kind=place"))] == ["place"]


def test_drafts_are_not_found_by_any_of_their_names():
    make_actor("Kata'ib Hezbollah")
    assert found(search("kataib")) == []


def test_pages_follow_each_other_without_gap_or_repetition():
    published(*(make_incident(title=f"Attack {number}", summary="Taji") for number in range(7)))
    seen, cursor = [], ""
    while cursor is not None:
        listing = search("taji", f"limit=3&cursor={cursor}")
        seen += [row.public_id for row in listing.rows]
        cursor = listing.next and str(listing.next)
    assert len(seen) == len(set(seen)) == 7


def test_nothing_but_signs_finds_nothing():
    published(make_incident(title="Attack"))
    assert names_found("!!! & | :*") == []


def test_a_list_of_many_costs_as_many_queries_as_a_list_of_one(django_assert_num_queries):
    published(*(make_actor(f"Militia {number}") for number in range(20)))
    for limit in ("1", "20"):
        with django_assert_num_queries(4):
            assert found(search("militia", f"limit={limit}"))
