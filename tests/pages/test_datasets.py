"""The pages of datasets, and of the incidents that are rows of them."""

import pytest

from incidents.models import Incident
from ledger.models import Record
from tests.datasets.formats.ucdp_rows import make_ucdp_row, one_sided
from tests.datasets.importing.uploaded_runs import imported, ucdp_file
from tests.factories import make_dataset, make_incident, make_user, published
from tests.pages.answers import shown as page

pytestmark = pytest.mark.django_db

MEMBERS = {"dataset": "closed", "about": {"title": "The Closed Set", "may_be_passed_on": False}}


@pytest.fixture
def ged(settings, tmp_path):
    """An imported release of three rows, one of which contradicts itself."""
    rows = (
        make_ucdp_row(id="1"),
        make_ucdp_row(id="2", date_start="2015-01-24", date_end="2015-01-24"),
        make_ucdp_row(id="3", low="9", best="8", high="7"),
    )
    return imported(ucdp_file(*rows), settings, tmp_path, by=make_user("hatice")).dataset


def test_the_list_says_title_publisher_release_licence_and_rows(client, ged):
    shown = page(client, "/datasets/")
    for words in (ged.title, ged.publisher, "release 23.1", "CC BY 4.0", "three incidents"):
        assert words in shown


def test_the_page_says_terms_attribution_codes_and_rows_by_year(client, ged):
    shown = page(client, f"/datasets/{ged.public_id}/")
    for words in (ged.terms, ged.attribution, "where_prec", "2014 2 16", "2015 1 8"):
        assert words in shown


def test_the_page_lists_imports_without_saying_by_whom(client, ged):
    shown = page(client, f"/datasets/{ged.public_id}/")
    assert "3 rows added" in shown
    assert "hatice" not in shown


def test_before_its_import_a_dataset_has_no_page(client, ged):
    assert client.get(f"/datasets/{ged.public_id}/?as_of=2001-01-01").status_code == 404


def test_the_facet_of_datasets_tells_our_own_apart(client, ged):
    published(make_incident(title="Our own"))
    own = page(client, "/incidents/?dataset=unset")
    assert "Our own" in own
    assert "Government of Iraq and IS" not in own
    found = client.get("/api/v1/incidents/?facets=dataset").json()["facets"]["dataset"]
    assert found == [{"value": ged.public_id, "count": 3}, {"value": "unset", "count": 1}]


def incident_page(client, entry: str) -> str:
    incident = Incident.objects.get(dataset_entry=entry)
    return client.get(f"/incidents/{incident.public_id}/").content.decode()


def test_every_row_of_an_imported_incident_has_the_footnote_of_its_record(client, ged):
    shown = incident_page(client, "1")
    source = shown[shown.index('id="sources"') :]
    for use in ("the place", "an undated report", "the type as the dataset states it"):
        assert use in source


def test_an_imported_incident_says_its_dataset_entry_type_and_terms(client, ged):
    shown = incident_page(client, "1")
    for words in (ged.title, ", entry 1", "State-based conflict", ged.terms):
        assert words in shown


def test_parties_to_the_fighting_are_accused_of_nothing(client, ged):
    shown = incident_page(client, "1")
    assert "Parties to the fighting" in shown
    assert "Who attacked whom is not said." in shown
    assert "No accusation is recorded." in shown


def test_numbers_that_contradict_each_other_are_said_to(client, ged):
    assert "numbers contradict each other" in incident_page(client, "3")
    assert "numbers contradict each other" not in incident_page(client, "1")


@pytest.fixture
def closed(settings, tmp_path):
    """A dataset that may not be passed on, imported."""
    content = ucdp_file(one_sided(id="1", side_a="The Zanzibarites", side_a_new_id="777"))
    return imported(content, settings, tmp_path, **MEMBERS).dataset


@pytest.mark.parametrize(
    "address",
    [
        "/datasets/",
        "/incidents/",
        "/incidents/?q=Zanzibarites",
        "/actors/",
        "/search/?q=Zanzibarites",
        "/api/v1/datasets/",
        "/api/v1/incidents/?facets=dataset,actor,perpetrator,place",
        "/api/v1/actors/",
        "/api/v1/sources/",
        "/",
        "/sources/",
        "/timeline/",
    ],
)
def test_nothing_of_a_members_dataset_is_seen_by_the_anonymous(client, address, settings, tmp_path):
    published(make_incident(title="Our own"))
    before = client.get(address).content.count(b"Zanzibarites")  # the question itself
    imported(
        ucdp_file(one_sided(id="1", side_a="The Zanzibarites", side_a_new_id="777")),
        settings,
        tmp_path,
        **MEMBERS,
    )
    after = client.get(address).content
    assert b"The Closed Set" not in after
    assert after.count(b"Zanzibarites") == before


def test_pages_and_history_of_a_members_dataset_are_not_found(client, closed):
    for record in Record.objects.all():
        path = f"{record.kind}s/{record.public_id}/"
        assert client.get(f"/api/v1/{path}").status_code == 404
        assert client.get(f"/{path}").status_code == 404
        assert client.get(f"/{path}history/").status_code == 404


def test_the_signed_in_see_a_members_dataset_with_its_terms_beside_it(client, closed):
    client.force_login(make_user("reader"))
    assert "For members only: it may not be passed on." in page(client, "/datasets/")
    shown = incident_page(client, "1")
    assert "For members only." in shown
    assert client.get("/api/v1/datasets/").json()["count"] == 1


def test_a_list_of_datasets_costs_the_same_for_one_and_for_twenty(
    client, django_assert_max_num_queries
):
    published(*(make_dataset() for _ in range(20)))
    with django_assert_max_num_queries(8):
        client.get("/datasets/")
