"""The About page: rules, words, licences, how to cite."""

import pytest

from config.pages.about import CHAPTERS
from config.vocabulary import VOCABULARIES
from tests.factories import make_incident, published
from tests.pages.answers import queries_of, shown

pytestmark = pytest.mark.django_db


def test_every_vocabulary_stands_in_one_chapter():
    listed = [name for names in CHAPTERS.values() for name in names]
    assert sorted(listed) == sorted(VOCABULARIES)


def test_the_place_to_which_a_definition_leads_is_there(client):
    page = client.get("/about/").content.decode()
    terms = [one.term(value, "x") for one in VOCABULARIES.values() for value in one.words]
    missing = [one["url"] for one in terms if f'id="{one["url"].partition("#")[2]}"' not in page]
    assert missing == []


@pytest.mark.parametrize(
    "anchor", ["tolls", "claims", "dates", "cite", "corrections", "licences", "vocabulary"]
)
def test_what_other_pages_lead_to_is_there(client, anchor):
    assert f'id="{anchor}"' in client.get("/about/").content.decode()


def test_all_seven_rules_of_the_toll_are_told(client):
    rules = client.get("/about/").content.decode().partition('id="tolls"')[2].partition("</ol>")[0]
    assert rules.count("<li>") == 7


def test_parts_of_a_month_are_told_in_days(client):
    assert "days 1–10, 11–20 and 21 to the end" in shown(client, "/about/")


def test_the_citation_names_the_edition(client):
    edition = published(make_incident())
    words = shown(client, "/about/")
    assert f"Aftermath, edition {edition.number}," in words
    assert f"as_of=edition:{edition.number}" in words


def test_the_page_takes_one_query(client):
    assert queries_of(client, "/about/") == 1
