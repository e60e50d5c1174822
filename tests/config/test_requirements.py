import importlib.util
import re

import pytest

import start


def test_psycopg_3_is_absent_because_django_would_prefer_it():
    assert importlib.util.find_spec("psycopg") is None


@pytest.mark.parametrize("requirements", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_says_why_it_is_there(requirements):
    lines = [line for line in start.wanted_lines(requirements, True) if line[:1] not in "#"]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+ +# \S.*", line)] == []
