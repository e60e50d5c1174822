"""How a typed text is understood, asked while typing."""

import pytest

from tests.factories import make_source


def ask(client, what: str, text: str) -> dict:
    return client.get("/admin/understood/", {"what": what, "text": text}).json()


def test_a_date_is_explained(editing):
    assert "1 to 10 June 2020" in ask(editing, "date", "early June 2020")["understood"]


def test_counts_are_explained(editing):
    said = ask(editing, "counts", "killed: 2 women, 3 children")["understood"]
    assert "two women and three children" in said


def test_sources_are_explained_by_their_titles(editing):
    source = make_source(title="Five civilians killed", publisher="Reuters")
    said = ask(editing, "sources", f"{source.public_id} p. 4")["understood"]
    assert said == "“Five civilians killed”, Reuters, p. 4"


@pytest.mark.parametrize("what", ["date", "counts", "sources"])
def test_what_is_not_understood_is_refused_in_a_sentence(editing, what):
    assert ask(editing, what, "nonsense ][")["refused"].strip()


@pytest.mark.parametrize(
    "query", ["", "what=x", "what=date&more=1", f"what=date&text={'x' * 6000}"]
)
def test_a_question_of_another_form_is_refused(editing, query):
    assert editing.get(f"/admin/understood/?{query}").status_code == 400


@pytest.mark.parametrize("text", ["\x00", "killed: 1\x00", "R1\x00"])
@pytest.mark.parametrize("what", ["date", "counts", "sources"])
def test_no_text_is_an_error(editing, what, text):
    response = editing.get("/admin/understood/", {"what": what, "text": text})
    assert response.status_code < 500


def test_strangers_are_not_answered(client, db):
    assert client.get("/admin/understood/?what=date&text=2020").status_code == 302
