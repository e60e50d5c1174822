"""A release: what is public, frozen, whole or not at all, and never changed after."""

import csv
import hashlib
import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.api.world import make_world
from tests.factories import make_dataset, make_incident, published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.RELEASES_DIR = tmp_path / "releases"
    return settings.RELEASES_DIR


def release(name: str = "2026-11") -> None:
    call_command("make_release", name=name)


def test_a_release_holds_every_list_in_files_whose_hashes_its_manifest_states(folder):
    make_world()
    release()
    manifest = json.loads((folder / "2026-11/manifest.json").read_text())
    names = {one["name"] for one in manifest["files"]}
    assert names >= {"incidents.csv", "incidents-claims.csv", "incidents.geojson", "actors.ndjson"}
    for one in manifest["files"]:
        content = (folder / "2026-11" / one["name"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == one["sha256"]


def test_only_what_is_public_is_in_it(folder):
    published(
        make_incident(title="For all"), make_incident(title="For members", audience="members")
    )
    make_incident(title="A draft")
    release()
    rows = csv.DictReader(io.StringIO((folder / "2026-11/incidents.csv").read_text()))
    assert [row["title"] for row in rows] == ["For all"]
    everything = b"".join(path.read_bytes() for path in (folder / "2026-11").iterdir())
    assert b"For members" not in everything
    assert b"A draft" not in everything


def test_a_second_release_of_a_name_is_refused(folder):
    make_world()
    release()
    before = (folder / "2026-11/manifest.json").read_bytes()
    with pytest.raises(CommandError, match="never changes"):
        release()
    assert (folder / "2026-11/manifest.json").read_bytes() == before


@pytest.mark.parametrize("name", ["../x", "A", "", ".hidden", "x/y", "a" * 41])
def test_a_name_that_is_no_name_is_refused(name, folder):
    make_world()
    with pytest.raises(CommandError):
        call_command("make_release", name=name or " ")
    assert not [one for one in folder.parent.rglob("*") if one.name == "incidents.csv"]


def test_nothing_is_released_before_anything_is_published(folder):
    with pytest.raises(CommandError, match="Nothing is published"):
        release()
    assert not list(folder.glob("[!.]*"))


def test_a_release_that_fails_midway_leaves_nothing(folder, settings):
    make_world()
    settings.EXPORT_TIMEOUT = -1
    with pytest.raises(Exception, match="statement_timeout"):
        release()
    assert [one.name for one in folder.iterdir()] == [".lock"]


def test_a_changed_file_is_found(folder):
    make_world()
    release()
    call_command("make_release", verify="2026-11")
    file = folder / "2026-11/incidents.csv"
    file.chmod(0o644)
    file.write_bytes(file.read_bytes().replace(b"Rockets", b"Rocketz"))
    with pytest.raises(CommandError, match=r"incidents\.csv was changed"):
        call_command("make_release", verify="2026-11")


def test_releases_are_listed_and_their_files_given(client):
    make_world()
    release()
    assert "2026-11" in client.get("/datasets/releases/").content.decode()
    page = client.get("/datasets/releases/2026-11/").content.decode()
    answer = client.get("/datasets/releases/2026-11/incidents.csv")
    content = b"".join(answer)
    assert hashlib.sha256(content).hexdigest() in page
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "attachment" in answer["Content-Disposition"]
    etag = {"if-none-match": answer["ETag"]}
    assert client.get("/datasets/releases/2026-11/incidents.csv", headers=etag).status_code == 304


@pytest.mark.parametrize(
    "address",
    [
        "2026-11/nothing.csv",
        "2026-11/.lock",
        "2026-11/..%2f.lock",
        "2026-11/%2e%2e/.lock",
        "../captures/",
        "none/incidents.csv",
    ],
)
def test_nothing_but_the_files_of_a_release_is_given(client, address):
    make_world()
    release()
    assert client.get(f"/datasets/releases/{address}").status_code == 404


def test_a_release_is_cited_with_the_address_of_its_page(client, folder):
    make_world()
    call_command("make_release", name="2026-11", site="https://example.org")
    manifest = json.loads((folder / "2026-11/manifest.json").read_text())
    assert manifest["citation"].endswith(" https://example.org/datasets/releases/2026-11/")
    release("2026-12")
    page = client.get("/datasets/releases/2026-12/").content.decode()
    assert "). http://testserver/datasets/releases/2026-12/ Licence" in page


def test_a_release_with_rows_of_a_dataset_says_whose_licence_is_whose(folder):
    ged = make_dataset("ged", licence="", publisher="Uppsala")
    published(ged, make_incident(), make_incident(dataset=ged))
    release()
    manifest = json.loads((folder / "2026-11/manifest.json").read_text())
    assert manifest["licence"].startswith("our own records: CC BY 4.0")
    assert manifest["licence"].endswith("rows of GED: no terms stated: ask Uppsala")
    assert manifest["licence"] in (folder / "2026-11/README.txt").read_text()
