"""What a page answers, for tests: its words, its links, its queries."""

import html
import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledger.counts import KEPT

TAG = re.compile(r"<(script|style)[^>]*>.*?</\1>|<[^>]+>", re.DOTALL)


def words_of(response) -> str:
    """Return the words of a page's main part, tags and line ends aside."""
    main = response.content.decode().partition("<main")[2]
    return " ".join(html.unescape(TAG.sub(" ", f"<main{main}")).split())


def shown(client, path: str) -> str:
    """Return the words of a page that is there."""
    response = client.get(path)
    assert response.status_code == 200, words_of(response)
    return words_of(response)


def links_of(response) -> list[str]:
    return [html.unescape(one) for one in re.findall(r'href="([^"]+)"', response.content.decode())]


def queries_of(client, path: str) -> int:
    KEPT.clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)
