"""Importing on the editors' pages: upload, mapping, dry run, report, import; and who may."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config.tasks import import_uploaded, propose_matches
from datasets.models import Dataset, ImportNote, ImportRun
from incidents.models import Incident
from tests.admin.filled_forms import errors, send
from tests.datasets.formats.ucdp_rows import make_ucdp_row
from tests.datasets.importing.uploaded_runs import imported, make_run, ucdp_file
from tests.factories import make_actor, make_dataset, make_user, published, saved

pytestmark = pytest.mark.django_db

RUNS = "/admin/datasets/importrun/"
UPLOAD = f"{RUNS}add/"
TABLE = b"No.,Day,Village,Killed by,Min killed\n1,2020-09-28,Marib,IS,3\n2,2020-09-29,Taiz,IS,4\n"


@pytest.fixture(autouse=True)
def _imports_dir(settings, tmp_path):
    settings.IMPORTS_DIR = tmp_path


@pytest.fixture
def reviewing() -> Client:
    """A browser in which a reviewer is signed in."""
    client = Client()
    client.force_login(make_user("reviewer", group="Reviewer", is_staff=True))
    return client


def upload(client: Client, content: bytes, name: str = "ged.csv", **fields):
    sent = {"file": SimpleUploadedFile(name, content), "release": "23.1"} | fields
    return client.post(UPLOAD, sent)


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def page_of(client: Client, run: ImportRun) -> str:
    return page(client, f"{RUNS}{run.pk}/change/")


def ask(client: Client, run: ImportRun, do: str, **choices) -> None:
    assert client.post(f"{RUNS}{run.pk}/ask/", {"do": do, **choices}).status_code == 302
    run.refresh_from_db()


def work(run: ImportRun) -> None:
    import_uploaded.call(run.pk)
    run.refresh_from_db()


def test_an_uploaded_file_is_recognised_at_once(reviewing, tmp_path):
    assert upload(reviewing, ucdp_file()).status_code == 302
    run = ImportRun.objects.get()
    shown = page_of(reviewing, run)
    for words in ("UCDP GED or Candidate", run.file_sha256, "where_prec", "Bayjī town"):
        assert words in shown
    assert (tmp_path / run.stored_file).read_bytes() == ucdp_file()


def test_checked_then_imported_then_shown(reviewing):
    upload(reviewing, ucdp_file())
    run = ImportRun.objects.get()
    ask(reviewing, run, "check")
    assert "It waits for the worker." in page_of(reviewing, run)
    work(run)
    assert "Checked; nothing is written yet." in page_of(reviewing, run)
    assert not Incident.objects.exists()
    ask(reviewing, run, "import")
    work(run)
    assert "edition 1" in page_of(reviewing, run)
    assert Incident.objects.count() == 3


def test_what_was_not_checked_so_is_checked_and_not_imported(reviewing):
    upload(reviewing, ucdp_file())
    run = ImportRun.objects.get()
    ask(reviewing, run, "import")
    assert run.options["dry_run"]
    work(run)
    ask(reviewing, run, "import", partial="on")
    assert run.options["dry_run"]


@pytest.mark.parametrize(
    ("content", "fields", "sentence"),
    [
        (b"%PDF-1.4", {}, "This is a PDF, not a table."),
        (ucdp_file(), {"release": ""}, "This field is required."),
        (TABLE, {}, "Choose a dataset above, or give a new one a short name."),
        (ucdp_file(), {"short_name": "No Spaces"}, "A short name is small letters"),
    ],
)
def test_what_is_refused_is_said_at_its_field(reviewing, content, fields, sentence, tmp_path):
    assert sentence in upload(reviewing, content, **fields).content.decode()
    assert not ImportRun.objects.exists()


def test_a_file_that_is_refused_is_not_kept(reviewing, tmp_path):
    upload(reviewing, b"%PDF-1.4")
    assert not [one for one in tmp_path.rglob("*") if one.is_file()]


def test_a_file_above_the_bound_is_refused(reviewing, settings):
    settings.IMPORT_LARGEST = 10
    assert "bring it in parts" in upload(reviewing, ucdp_file()).content.decode()


def test_a_dataset_of_another_format_is_refused(reviewing):
    gtd = make_dataset("gtd", file_format="gtd")
    shown = upload(reviewing, ucdp_file(), dataset=gtd.pk).content.decode()
    assert "Its files are of the format GTD" in shown


def test_a_table_of_ones_own_is_mapped_with_guesses_that_say_why(reviewing):
    response = upload(reviewing, TABLE, "strikes.csv", short_name="strikes", title="Strikes")
    run = ImportRun.objects.get()
    assert response.url == f"{RUNS}{run.pk}/mapping/"
    shown = page(reviewing, response.url)
    for words in ("Village", "<bdi>Marib</bdi> · <bdi>Taiz</bdi>", "The name says so"):
        assert words in shown


def map_columns(client: Client, run: ImportRun, *fields: str, **rest: str):
    chosen = {f"column-{number}": field for number, field in enumerate(fields)}
    return client.post(f"{RUNS}{run.pk}/mapping/", chosen | rest)


def test_a_mapped_table_can_be_imported_and_its_mapping_downloaded(reviewing):
    upload(reviewing, TABLE, "strikes.csv", short_name="strikes", title="Strikes")
    run = ImportRun.objects.get()
    fields = ("id", "date", "place", "perpetrator", "killed_low")
    assert map_columns(reviewing, run, *fields, country="YE").status_code == 302
    ask(reviewing, run, "check")
    work(run)
    ask(reviewing, run, "import")
    work(run)
    assert (run.status, run.counts["new"]) == ("finished", 2), run.message
    mapping = json.loads(reviewing.get(f"{RUNS}{run.pk}/mapping.json").content)
    assert mapping["fields"]["country"] == {"value": "YE"}
    assert mapping["fields"]["place"] == "Village"


def test_what_was_found_with_another_mapping_is_forgotten(reviewing):
    upload(reviewing, TABLE, "strikes.csv", short_name="strikes", title="Strikes")
    run = ImportRun.objects.get()
    map_columns(reviewing, run, "id", "place", "date")  # a village is no day
    ask(reviewing, run, "check")
    work(run)
    assert run.notes.exists()
    map_columns(reviewing, run, "id", "date", "place", country="YE")
    run.refresh_from_db()
    assert (run.status, run.counts, run.notes.count()) == ("uploaded", {}, 0)


def test_a_mapping_that_cannot_be_used_is_refused_in_sentences(reviewing):
    upload(reviewing, TABLE, "strikes.csv", short_name="strikes")
    run = ImportRun.objects.get()
    shown = map_columns(reviewing, run, "", "date", "place", "place").content.decode()
    assert "Another column is taken for that already." in shown
    shown = map_columns(reviewing, run, "", "date").content.decode()
    assert "must be a column" in shown


def test_a_mapping_file_may_be_handed_in(reviewing):
    upload(reviewing, TABLE, "strikes.csv", short_name="strikes")
    run = ImportRun.objects.get()
    mapping = {"fields": {"id": "No.", "date": "Day", "place": "Village"}}
    sent = SimpleUploadedFile("mapping.json", json.dumps(mapping).encode())
    assert map_columns(reviewing, run, mapping_file=sent).status_code == 302
    run.refresh_from_db()
    assert run.options["mapping"] == mapping


def test_before_the_first_import_the_list_says_how_to_begin_and_who_may(reviewing, editing):
    assert "Import one" in page(reviewing, RUNS)
    assert "Reviewers and administrators import" in page(editing, RUNS)


def test_what_would_be_refused_is_not_offered(reviewing, settings, tmp_path):
    rows = (make_ucdp_row(id="1"), make_ucdp_row(id="2", best="many"))
    run = make_run(ucdp_file(*rows), settings, tmp_path)
    ask(reviewing, run, "check")
    work(run)
    assert "Import it" not in page_of(reviewing, run)
    ask(reviewing, run, "check", skip_bad_rows="on")
    work(run)
    assert "Import it" in page_of(reviewing, run)


def test_a_refusal_speaks_of_the_boxes_on_the_page_and_of_no_options(reviewing, settings, tmp_path):
    many = [make_ucdp_row(id=str(number)) for number in range(1, 22)]
    imported(ucdp_file(*many), settings, tmp_path)
    run = make_run(ucdp_file(*many[:2]), settings, tmp_path, release="23.2")
    ask(reviewing, run, "check")
    work(run)
    shown = page_of(reviewing, run)
    assert "If the file is a part of the release, say so;" in shown
    assert "--partial" not in shown


def test_who_was_taken_for_a_known_actor_is_one_click_away(reviewing, settings, tmp_path):
    actor = make_actor("كتائب حزب الله")
    published(actor)
    run = make_run(ucdp_file(make_ucdp_row(side_b="كتائب حزب الله")), settings, tmp_path)
    ask(reviewing, run, "check")
    work(run)
    assert f'<a href="/actors/{actor.public_id}/">' in page_of(reviewing, run)


def test_notes_are_grouped_and_paged(reviewing, settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    ImportNote.objects.bulk_create(
        ImportNote(run=run, kind="warning", line=line, column="best", sentence=f"Odd {line}.")
        for line in range(1, 151)
    )
    ImportNote.objects.create(run=run, kind="error", line=7, column="id", sentence="Empty.")
    shown = page(reviewing, f"{RUNS}{run.pk}/change/?kind=warning")
    assert "Odd 100." in shown
    assert "Odd 101." not in shown
    after = ImportNote.objects.get(line=100, kind="warning").pk
    following = page(reviewing, f"{RUNS}{run.pk}/change/?kind=warning&after={after}")
    assert "Odd 150." in following
    assert "Odd 100." not in following


@pytest.mark.parametrize("query", ["kind=none", "after=x", "after=-1", "column=%00"])
def test_questions_that_make_no_sense_are_not_found(reviewing, settings, tmp_path, query):
    run = make_run(ucdp_file(), settings, tmp_path)
    ImportNote.objects.create(run=run, kind="warning", line=2, sentence="Odd.")
    assert reviewing.get(f"{RUNS}{run.pk}/change/?{query}").status_code == 404


def test_a_newer_release_is_reported_field_by_field(reviewing, settings, tmp_path):
    imported(ucdp_file(make_ucdp_row(id="1"), make_ucdp_row(id="2")), settings, tmp_path)
    upload(reviewing, ucdp_file(make_ucdp_row(id="1", best="9", high="9")), release="24.1")
    run = ImportRun.objects.first()
    ask(reviewing, run, "check")
    work(run)
    assert "best: 8 → 9" in page(reviewing, f"{RUNS}{run.pk}/change/?kind=changed")
    assert run.counts["withdrawn"] == 1


def test_an_interrupted_run_says_so_and_is_started_again(reviewing, settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    ImportRun.objects.filter(pk=run.pk).update(status="running")
    assert "Interrupted; nothing was written." in page_of(reviewing, run)
    ask(reviewing, run, "again")
    work(run)
    assert run.status == "finished"


@pytest.mark.parametrize("group", ["Viewer", "Editor"])
def test_editors_look_at_imports_and_make_none(group, settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    client = Client()
    client.force_login(make_user(group=group, is_staff=True))
    assert "Check it</button>" not in page_of(client, run)
    for address in (UPLOAD, f"{RUNS}{run.pk}/mapping/", f"{RUNS}{run.pk}/ask/"):
        assert client.post(address, {"do": "check"}).status_code == 403
    run.refresh_from_db()
    assert run.status == "uploaded"


def test_nothing_is_asked_for_without_a_token(settings, tmp_path):
    run = make_run(ucdp_file(), settings, tmp_path)
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user(group="Reviewer", is_staff=True))
    assert client.post(f"{RUNS}{run.pk}/ask/", {"do": "check"}).status_code == 403


def test_the_list_of_runs_costs_the_same_for_one_and_for_twenty(
    reviewing, settings, tmp_path, django_assert_max_num_queries
):
    for _ in range(20):
        make_run(ucdp_file(), settings, tmp_path, by=make_user())
    with django_assert_max_num_queries(8):
        reviewing.get(RUNS)


def test_words_of_a_licence_corrected_by_people_stay_with_the_next_release(settings, tmp_path):
    imported(ucdp_file(make_ucdp_row(id="1")), settings, tmp_path)
    imported(ucdp_file(make_ucdp_row(id="1")), settings, tmp_path, release="24.1")
    assert "version 24.1" in Dataset.objects.get().attribution


def test_a_dataset_that_may_not_be_passed_on_cannot_be_opened_to_everybody(editing):
    dataset = make_dataset("closed", redistributable=False)
    saved(dataset)
    address = f"/admin/datasets/dataset/{dataset.pk}/change/"
    response = send(editing, address, audience="public", reason="Let everybody see it")
    assert "is for members only; set its audience so" in errors(response)[0]


def test_an_editor_corrects_the_words_of_a_licence(editing):
    dataset = make_dataset("open")
    published(dataset)
    address = f"/admin/datasets/dataset/{dataset.pk}/change/"
    send(editing, address, licence="CC BY-SA 4.0", reason="As its page says")
    dataset.refresh_from_db()
    assert dataset.licence == "CC BY-SA 4.0"


def test_who_sees_a_dataset_stays_once_it_has_rows(editing, settings, tmp_path):
    dataset = imported(ucdp_file(), settings, tmp_path).dataset
    shown = page(editing, f"/admin/datasets/dataset/{dataset.pk}/change/")
    assert 'name="licence"' in shown
    assert 'name="audience"' not in shown


def asked_for_matches(client: Client, run: ImportRun) -> str:
    """Press the button that looks for the same attacks; return the run's page then."""
    return client.post(f"{RUNS}{run.pk}/match/", follow=True).content.decode()


def test_the_page_of_an_import_says_how_to_look_for_the_same_attacks(editing, settings, tmp_path):
    shown = page_of(editing, imported(ucdp_file(), settings, tmp_path))
    assert "manage.py match_datasets --dataset ucdp-ged" in shown
    assert "Look for the same attacks</button>" in shown


def test_an_editor_has_the_worker_look_for_the_same_attacks(editing, settings, tmp_path):
    run = imported(ucdp_file(), settings, tmp_path)
    shown = asked_for_matches(editing, run)
    assert "The worker looks for the same attacks" in shown
    assert "It waits for the worker." in shown
    assert "was asked for already" in asked_for_matches(editing, run)
    done = propose_matches.call(run.dataset.public_id)
    DBTaskResult.objects.update(status="SUCCESSFUL", return_value=done, finished_at=timezone.now())
    assert "0 pairs compared" in page_of(editing, run)


def test_who_decides_no_matches_asks_for_none(settings, tmp_path):
    run = imported(ucdp_file(), settings, tmp_path)
    client = Client()
    client.force_login(make_user(group="Viewer", is_staff=True))
    assert "Look for the same attacks</button>" not in page_of(client, run)
    assert client.post(f"{RUNS}{run.pk}/match/").status_code == 403
