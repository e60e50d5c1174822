"""The search over everything."""

import pytest

from config.pages.search import marked
from tests.factories import make_actor, make_incident, make_source, make_statement, published
from tests.pages.answers import queries_of, shown

pytestmark = pytest.mark.django_db


def marks(text: str, q: str) -> list[str]:
    return [bit["text"] for bit in marked(text, q) if bit["marked"]]


def test_without_words_the_page_says_what_is_searched(client):
    assert "What is searched" in shown(client, "/search/")


def test_a_title_that_matches_is_marked(client):
    published(make_incident(title="Rockets on Radwaniyah"))
    page = client.get("/search/?q=radwaniyah").content.decode()
    assert "<mark>Radwaniyah</mark>" in page


def test_another_name_of_an_actor_that_matched_is_shown(client):
    published(make_actor("Kata'ib Hezbollah", names=("Hezbollah Brigades",)))
    assert "Kata'ib Hezbollah Also called: Hezbollah Brigades" in shown(
        client, "/search/?q=brigades"
    )


def test_a_name_in_arabic_is_found_by_its_sound(client):
    published(make_actor("Kata'ib Hezbollah", names=("كتائب حزب الله",)))
    assert "1 record" in shown(client, "/search/?q=Kataib+Hizballah")


def test_words_that_were_said_are_shown_marked(client):
    published(make_statement(summary="A promise", text="The gangs shall not go unpunished."))
    page = client.get("/search/?q=unpunished").content.decode()
    assert "<mark>unpunished.</mark>" in page


def test_results_of_several_kinds_are_facets(client):
    published(make_incident(title="Taji"), make_source(title="Taji struck"))
    words = shown(client, "/search/?q=taji")
    assert "Incidents 1" in words
    assert "Sources 1" in words


def test_nothing_found_says_where_it_was_looked_for(client):
    words = shown(client, "/search/?q=atlantis&kind=actor")
    assert "“atlantis” was looked for in actors:" in words


def test_markup_in_a_query_stays_text(client):
    page = client.get("/search/?q=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page


def test_marks_ignore_accents_script_and_case():
    assert marks("كتائب حزب الله and Kata’ib", "kataib") == ["Kata’ib"]
    assert marks("The Attackers fled", "attacks") == ["Attackers"]


def test_bits_make_up_the_text_again():
    text = "  Two  rockets\nfell. "
    assert "".join(bit["text"] for bit in marked(text, "rockets fell")) == text


def test_queries_do_not_grow_with_results(client):
    published(make_incident(title="Taji"))
    one = queries_of(client, "/search/?q=taji")
    published(*(make_incident(title=f"Taji {number}") for number in range(15)))
    assert queries_of(client, "/search/?q=taji") == one <= 10


def test_a_mistyped_name_is_answered_with_the_names_near_to_it(client):
    published(make_actor("Mustafa al-Kadhimi"))
    assert "Did you mean Mustafa al-Kadhimi ?" in shown(client, "/search/?q=Mustafa+Kadhibi")
