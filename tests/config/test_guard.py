"""What slips through validation is answered by whose turn it is."""

import pytest
from django.db import DataError, IntegrityError, OperationalError, ProgrammingError, connection

from config.guard import answer_for


class Cause(Exception):
    """A driver's error with PostgreSQL's code."""

    def __init__(self, pgcode: str | None):
        self.pgcode = pgcode


def raised(error: Exception, pgcode: str | None = None) -> Exception:
    error.__cause__ = Cause(pgcode)
    return error


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (raised(DataError()), 400),
        (OverflowError(), 400),
        (RecursionError(), 400),
        (raised(IntegrityError()), 409),
        (raised(OperationalError(), "40P01"), 409),
        (raised(OperationalError(), "57014"), 503),
        (raised(OperationalError(), None), 503),
        (raised(OperationalError(), "53100"), 507),
    ],
)
def test_each_failure_has_its_status(error, status):
    assert answer_for(error).status == status


@pytest.mark.parametrize("error", [KeyError(), raised(ProgrammingError(), "42P01")])
def test_a_fault_of_ours_is_not_covered_up(error):
    assert answer_for(error) is None


@pytest.mark.django_db
def test_a_query_that_takes_too_long_is_told_as_such():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 1")
        with pytest.raises(OperationalError) as caught:
            cursor.execute("SELECT pg_sleep(1)")
    assert answer_for(caught.value).title == "This takes too long"
