"""How editors find records: lists, filters, autocompletes."""

import pytest

from tests.admin.filled_forms import send
from tests.factories import make_actor, make_incident, make_place, make_source, published, saved

WHO = "app_label=incidents&model_name=claim&field_name=speaker_record"
VIA = "app_label=incidents&model_name=claim&field_name=speaker_via"


@pytest.fixture
def hezbollah():
    actor = make_actor("Kata'ib Hezbollah", names=("كتائب حزب الله",))
    saved(actor)
    return actor


def offered(client, query: str) -> list[str]:
    answer = client.get(f"/admin/autocomplete/?{query}").json()
    return [one["text"] for one in answer["results"]]


@pytest.mark.parametrize("term", ["kataib", "Kata’ib Hez", "حزب الله", "Kataib Hizballah"])
def test_an_actor_is_found_by_any_of_its_names_in_any_script(editing, hezbollah, term):
    found = offered(editing, f"{WHO}&term={term}")
    assert found == [f"Kata'ib Hezbollah (actor {hezbollah.public_id})"]


def test_what_is_written_so_comes_before_what_sounds_so(editing, hezbollah):
    saved(make_source(title="KTB HZB"), make_source(title="Kataib Hizb statement, in full"))
    assert offered(editing, f"{VIA}&term=kataib hizb")[0].startswith("Kataib Hizb statement")


def test_short_words_are_not_found_by_their_sound(editing):
    saved(make_actor("Esmail Qaani"), make_actor("US military"))
    assert [one.split(" (")[0] for one in offered(editing, f"{WHO}&term=us mil")] == ["US military"]


def test_a_speaker_is_an_actor_and_what_it_is_known_from_a_source(editing, hezbollah):
    source = make_source(title="Hezbollah speaks")
    saved(source)
    assert offered(editing, f"{WHO}&term=hezbollah") == [
        f"Kata'ib Hezbollah (actor {hezbollah.public_id})"
    ]
    assert offered(editing, f"{VIA}&term=hezbollah") == [
        f"Hezbollah speaks (source {source.public_id})"
    ]


def test_a_list_is_searched_by_name_and_by_id(editing, hezbollah):
    for asked in ("hizballah", hezbollah.public_id, hezbollah.key):
        page = editing.get("/admin/actors/actor/", {"q": asked})
        assert page.context["cl"].result_count == 1


def test_a_list_says_what_readers_have(editing):
    changed, draft = make_incident(), make_incident()
    published(changed)
    changed.title = "Changed"
    changed.save()
    saved(changed, draft)
    for state, expected in (("changed", changed), ("draft", draft)):
        page = editing.get("/admin/incidents/incident/", {"state": state})
        assert list(page.context["cl"].result_list) == [expected]


@pytest.mark.parametrize(
    "query", ["title__regex=x", "created_by__password__startswith=a", "status=draft", "id=1"]
)
def test_nothing_else_can_be_asked_of_a_list(editing, query):
    assert editing.get(f"/admin/incidents/incident/?{query}").status_code == 400


@pytest.mark.parametrize("query", ["state=nonsense", "p=abc", "o=99.99", "q=%00", "q=%F0%9F"])
def test_a_strange_address_is_no_error(editing, query):
    assert editing.get(f"/admin/incidents/incident/?{query}", follow=True).status_code < 500


@pytest.mark.parametrize("query", ["", "page=abc", "term=%00", "app_label=x&model_name=y"])
def test_a_strange_look_up_is_no_error(editing, query):
    assert editing.get(f"/admin/autocomplete/?{WHO}&{query}").status_code < 500


def test_any_record_leads_to_the_form_of_its_kind(editing):
    place = make_place()
    address = f"/admin/ledger/record/{place.pk}/change/?_popup=1"
    response = editing.get(address)
    assert response.url == f"/admin/incidents/place/{place.pk}/change/?_popup=1"


def test_a_new_record_beside_any_choice_is_of_the_kind_asked_for(editing):
    response = editing.get("/admin/ledger/record/add/?_popup=1&kind=source")
    assert response.url == "/admin/sources/source/add/?_popup=1"
    assert editing.get("/admin/ledger/record/add/?kind=nonsense").status_code == 404


def test_a_pop_up_answers_with_the_name_of_what_was_added(editing):
    address = "/admin/sources/source/add/?_to_field=public_id&_popup=1"
    response = send(editing, address, title="A page")
    assert "A page (source R" in response.context["popup_response_data"]


def test_no_list_counts_what_each_of_its_filters_would_show(editing):
    """Among hundreds of thousands of records that takes longer than a page may."""
    published(make_incident())
    for asked in ("", "?_facets=True"):
        filters = editing.get(f"/admin/incidents/incident/{asked}").content.decode()
        assert "Show counts" not in filters
        assert "(1)" not in filters.partition("changelist-filter")[2]
