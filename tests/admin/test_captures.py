"""Archived files of sources: handed in, kept by hash, handed out to be saved."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sources.models import Capture
from tests.admin.filled_forms import errors, send
from tests.factories import make_source, make_user

PDF = b"%PDF-1.7 a page"


@pytest.fixture(autouse=True)
def _captures(settings, tmp_path):
    settings.CAPTURES_DIR = tmp_path / "captures"
    settings.CAPTURE_LARGEST = 1000


def hand_in(client, content: bytes, name: str = "page.pdf"):
    source = make_source()
    upload = SimpleUploadedFile(name, content)
    return send(client, f"/admin/sources/source/{source.pk}/change/", captures__0__upload=upload)


def test_a_file_is_kept_under_its_hash(editing, settings):
    hand_in(editing, PDF)
    capture = Capture.objects.get()
    assert capture.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (settings.CAPTURES_DIR / capture.file).read_bytes() == PDF


def test_a_file_is_handed_out_to_be_saved_and_not_shown(editing):
    hand_in(editing, PDF)
    response = editing.get(f"/admin/captures/{Capture.objects.get().pk}/")
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("content", [b"<svg onload=x>", b"<html>", b"MZ program", b"x"])
def test_what_a_browser_might_run_is_not_kept(editing, content):
    assert any("is accepted" in sentence for sentence in errors(hand_in(editing, content)))
    assert not Capture.objects.exists()


def test_a_file_that_is_too_large_is_not_kept(editing):
    assert errors(hand_in(editing, PDF + b"x" * 1000))


def test_the_same_file_is_kept_once(editing, settings):
    hand_in(editing, PDF)
    hand_in(editing, PDF)
    assert len([one for one in settings.CAPTURES_DIR.rglob("*") if one.is_file()]) == 1


def test_a_file_is_not_handed_out_to_those_who_may_not_see_sources(editing):
    hand_in(editing, PDF)
    client = Client()
    client.force_login(make_user(is_staff=True))
    assert client.get(f"/admin/captures/{Capture.objects.get().pk}/").status_code == 403
