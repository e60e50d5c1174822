"""Taking the next edition: a number and a time that only grow, under one lock."""

from datetime import timedelta

from django.db import OperationalError, connection
from django.utils import timezone

from .errors import PublishingBusy
from .models import Edition

LOCK = 0x41465445  # "AFTE": the one advisory lock of this ledger
PATIENCE = "30s"
LOCK_NOT_AVAILABLE = "55P03"


def newest_number() -> int:
    """Return the number of the newest edition, 0 before the first."""
    return Edition.objects.order_by("-number").values_list("number", flat=True).first() or 0


def lock_ledger() -> None:
    """Wait for the ledger's lock until the transaction ends; PublishingBusy after 30 seconds."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
        try:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        except OperationalError as error:
            if getattr(error.__cause__, "pgcode", None) == LOCK_NOT_AVAILABLE:
                raise PublishingBusy from error
            raise


def take_edition(*, closes_past: bool = False) -> Edition:
    """Make the next edition. The caller holds the lock and commits soon."""
    newest = Edition.objects.order_by("-number").first()
    number, at = 1, timezone.now()
    if newest:
        later = newest.published_at + timedelta(microseconds=1)
        number, at = newest.number + 1, max(at, later)
    return Edition.objects.create(number=number, published_at=at, closes_past=closes_past)
