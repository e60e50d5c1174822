"""The examples of docs/api.md, each run against the site."""

import io
import json
import re
from email.message import Message
from pathlib import Path
from urllib import request as requests
from urllib.response import addinfourl

import pytest
from django.db import connection

from tests.api.world import make_world

pytestmark = pytest.mark.django_db

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
SITE = "http://127.0.0.1:8000"
COMMANDS = re.findall(r"```console\n\$ curl '([^']+)'\n(.*?)```", PAGE, re.DOTALL)
SCRIPTS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
FIRST = {"incident": 31, "actor": 15, "statement": 10, "event": 7, "source": 1}


class SiteHandler(requests.HTTPHandler):
    """Brings what a script asks of the network to the test client."""

    def __init__(self, client):
        super().__init__()
        self.client = client

    def http_open(self, request):
        answer = self.client.get(request.full_url, headers=dict(request.header_items()))
        headers = Message()
        for name, value in answer.items():
            headers[name] = value
        found = addinfourl(
            io.BytesIO(answer.content), headers, request.full_url, answer.status_code
        )
        found.msg = answer.reason_phrase
        return found


@pytest.fixture
def documented(client):
    """A site on which the records of the examples have the ids that they have there."""
    with connection.cursor() as cursor:
        for kind, number in FIRST.items():
            cursor.execute(f"ALTER SEQUENCE ledger_{kind}_number RESTART WITH {number}")
    make_world()
    client.defaults["SERVER_NAME"], client.defaults["SERVER_PORT"] = "127.0.0.1", "8000"
    return client


def missing(shown, answer, path="$"):
    """Say which members of the JSON shown an answer has not, or has in another form."""
    if isinstance(shown, dict) and isinstance(answer, dict):
        gone = [f"{path}.{name}" for name in shown.keys() - answer.keys()]
        both = shown.keys() & answer.keys()
        return gone + [one for n in both for one in missing(shown[n], answer[n], f"{path}.{n}")]
    if isinstance(shown, list) and isinstance(answer, list):
        if shown and not answer:
            return [f"{path}[0]"]
        return [one for item in shown for one in missing(item, answer[0], f"{path}[0]")]
    alike = shown is None or answer is None or isinstance(answer, type(shown))
    return [] if alike else [path]


def test_there_are_examples():
    assert len(COMMANDS) >= 8
    assert len(SCRIPTS) == 2


@pytest.mark.parametrize(("address", "shown"), COMMANDS)
def test_a_command_answers_as_shown(documented, address, shown):
    answer = documented.get(address).json()
    assert missing(json.loads(shown), answer) == []


@pytest.mark.parametrize(("address", "shown"), COMMANDS)
def test_errors_are_shown_word_for_word(documented, address, shown):
    answer = documented.get(address)
    if answer.status_code >= 400:
        assert json.loads(shown) == answer.json()


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_runs_and_prints(documented, capsys, script):
    before = requests._opener
    requests.install_opener(requests.build_opener(SiteHandler(documented)))
    try:
        exec(compile(script, "docs/api.md", "exec"), {})  # noqa: S102 (our own documentation)
    finally:
        requests.install_opener(before)
    assert capsys.readouterr().out
