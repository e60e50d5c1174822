"""The moment that a reader asks for: `as_of` as a time, a day, or `edition:N`."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from django.db import connection
from django.utils import timezone

from .models import Edition

ACCEPTED = (
    "Give a day (2020-09-28, its end in UTC), a time with its zone (2020-09-28T12:00:00Z), or an "
    "edition (edition:12)."
)
EDITION = re.compile(r"edition:([0-9]{1,9})", re.ASCII)


class NotAMoment(ValueError):
    """An `as_of` that cannot be read, or lies in the future."""


@dataclass(frozen=True)
class Moment:
    """What readers read: an edition (0: before the first) and the day on which they stand.

    `asked` is the `as_of` text, "" for now; `at` is the edition's own time, None before the first.
    """

    edition: int
    on: date
    asked: str = ""
    at: datetime | None = None


def now() -> Moment:
    """Return the newest edition, seen from today."""
    today = timezone.now().astimezone(UTC).date()
    number, at = _newest("") or (0, None)
    return Moment(number, today, "", at)


def resolve(asked: str) -> Moment:
    """Resolve `as_of`; "" is now. NotAMoment for what cannot be read, is unknown or to come."""
    asked = asked.strip()
    if not asked:
        return now()
    if numbered := EDITION.fullmatch(asked):
        return _numbered(int(numbered[1]), asked)
    moment = _time(asked)
    if moment.date() > timezone.now().astimezone(UTC).date():
        raise NotAMoment(f"{asked} lies in the future; nothing is known of it yet. {ACCEPTED}")
    newest = Edition.objects.filter(published_at__lte=moment).order_by("-number").first()
    return _moment(newest, moment.date(), asked)


def still_at(edition: int) -> Moment:
    """Return an edition seen from today, for those who began to read it before the next came."""
    today = timezone.now().astimezone(UTC).date()
    return replace(_numbered(edition, ""), on=today)


def first_edition() -> Edition | None:
    return Edition.objects.order_by("number").first()


def _numbered(number: int, asked: str) -> Moment:
    found = _newest("WHERE number = %s", number)
    if found is None and number != 0:
        raise NotAMoment(f"There is no edition {number}. {ACCEPTED}")
    _, at = found or (0, None)
    on = at.astimezone(UTC).date() if at else date.min
    return Moment(number, on, asked, at)


def _newest(which: str, *given) -> tuple[int, datetime] | None:
    """Return number and time of the newest edition of some; every answer begins with this."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT number, published_at FROM {Edition._meta.db_table} {which} "  # noqa: S608
            "ORDER BY number DESC LIMIT 1",
            given,
        )
        return cursor.fetchone()


def _time(asked: str) -> datetime:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", asked, re.ASCII):
            return datetime.combine(date.fromisoformat(asked), time.max, UTC)
        moment = datetime.fromisoformat(asked.replace(" ", "+"))
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise NotAMoment(f"“{asked[:60]}” is not a moment. {ACCEPTED}")


def _moment(edition: Edition | None, on: date, asked: str) -> Moment:
    if edition is None:
        return Moment(0, on, asked)
    return Moment(edition.number, on, asked, edition.published_at)
