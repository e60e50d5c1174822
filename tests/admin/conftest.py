import pytest
from django.test import Client


@pytest.fixture
def editor(db):
    """An editor's account."""
    from tests.factories import make_user  # needs Django, which is set up after this file is read

    return make_user("editor", group="Editor", is_staff=True)


@pytest.fixture
def editing(editor) -> Client:
    """A browser in which the editor is signed in."""
    client = Client()
    client.force_login(editor)
    return client
