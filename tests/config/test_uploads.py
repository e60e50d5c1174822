"""A file whose name cannot be read is refused with a sentence, wherever it is sent."""

import pytest
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest
from django.test import Client, RequestFactory

from config.failures import bad_request
from config.uploads import UnreadableFileName

BOUNDARY = "a-boundary"
TYPE = f"multipart/form-data; boundary={BOUNDARY}"


def body(disposition: bytes, content: bytes = b"%PDF-1.7", before: bytes = b"") -> bytes:
    """Make a body of a text field, whose value may be given, and of one file."""
    return (
        b'--a-boundary\r\nContent-Disposition: form-data; name="title"\r\n\r\n'
        + (before or b"A page")
        + b"\r\n--a-boundary\r\nContent-Disposition: form-data; "
        + disposition
        + b"\r\nContent-Type: application/pdf\r\n\r\n"
        + content
        + b"\r\n--a-boundary--\r\n"
    )


def received(sent: bytes) -> HttpRequest:
    return RequestFactory().generic("POST", "/", sent, content_type=TYPE)


@pytest.mark.parametrize(
    "name",
    [
        b'filename="caf\xe9.pdf"',
        b"filename*=UTF-8''caf%E9.pdf",
        b"filename*=no-such-charset''page.pdf",
        b'filename=".."',
        b'filename="folder/"',
        b'filename="\x01\x02"',
        b'filename=""',
    ],
)
def test_a_name_that_cannot_be_read_is_refused_naming_the_field(name):
    with pytest.raises(UnreadableFileName, match="The file for “upload” has a name that"):
        received(body(b'name="upload"; ' + name)).FILES  # noqa: B018


@pytest.mark.parametrize("name", ["page.pdf", "صفحة.pdf", "a b;c.pdf", "C:\\temp\\page.pdf"])
def test_a_name_that_can_be_read_is_taken(name):
    escaped = name.replace("\\", "\\\\").encode()
    request = received(body(b'name="upload"; filename="' + escaped + b'"'))
    assert request.FILES["upload"].read() == b"%PDF-1.7"
    assert request.POST["title"] == "A page"


def test_no_file_chosen_is_no_file():
    request = received(body(b'name="upload"; filename=""', b""))
    assert not request.FILES


@pytest.mark.parametrize("length", range(60))
def test_a_head_is_read_wherever_the_chunks_part_it(monkeypatch, length):
    monkeypatch.setattr(MemoryFileUploadHandler, "chunk_size", 64)
    with pytest.raises(UnreadableFileName):
        received(body(b'name="upload"; filename="\xe9"', before=b"x" * (length + 1))).POST  # noqa: B018


def test_words_that_look_like_a_head_are_words():
    text = b'Content-Disposition: form-data; name="x"; filename=".."\r\n\r\n'
    assert received(body(b'name="upload"; filename="a.pdf"', before=text)).FILES["upload"]


@pytest.mark.django_db
def test_whoever_sends_it_is_told_so_on_a_page():
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrftoken"] = "a" * 32
    sent = body(b'name="upload"; filename="\xe9.pdf"')
    response = client.post("/admin/login/", sent, content_type=TYPE)
    assert response.status_code == 400
    assert "The file for “upload” has a name that cannot be read." in response.content.decode()


def test_below_api_the_field_is_named_as_a_parameter():
    response = bad_request(RequestFactory().post("/api/v1/"), UnreadableFileName("upload"))
    assert response.status_code == 400
    assert b'"parameter":"upload"' in response.content
