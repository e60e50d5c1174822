"""An import that is killed leaves no trace, and the next one writes what an undisturbed one would.

Three kills as a test; `AFTERMATH_KILLS=20 AFTERMATH_KILLED_ROWS=5000` makes a drill of it, with
rows enough for processes beside the first.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from ledger.models import Record
from tests.conftest import PROJECT
from tests.datasets.dialects import ucdp_rows, written
from tests.datasets.importing.imports import bring, everything

KILLS = int(os.environ.get("AFTERMATH_KILLS", "3"))
ROWS = int(os.environ.get("AFTERMATH_KILLED_ROWS", "300"))


@pytest.mark.django_db(transaction=True)
def test_killed_and_run_again_it_writes_what_an_undisturbed_import_writes(tmp_path):
    content = written(ucdp_rows(ROWS))
    bring(content)
    undisturbed = everything()
    call_command("flush", interactive=False, verbosity=0)
    file = Path(tmp_path, "rows.csv")
    file.write_bytes(content)

    took = seconds_until_killed(file, after=None)
    assert everything() == undisturbed
    call_command("flush", interactive=False, verbosity=0)
    chance = random.Random(KILLS)  # noqa: S311 (the same moments at every run are wanted)
    for _ in range(KILLS):
        seconds_until_killed(file, after=took * chance.uniform(0.2, 0.98))
        assert_all_or_nothing()
    bring(content)

    assert everything() == undisturbed


def seconds_until_killed(file: Path, *, after: float | None) -> float:
    """Run the command and kill it after so many seconds, or let it end; return how long it ran."""
    began = time.monotonic()
    command = [sys.executable, "manage.py", "import_dataset", str(file), "--release", "1"]
    process = subprocess.Popen(command, cwd=PROJECT, env=environment(), start_new_session=True)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)  # alone: those beside it must notice
        process.wait()
    return time.monotonic() - began


def environment() -> dict[str, str]:
    """Return an environment in which a command works on the tests' own database."""
    before = os.environ["DATABASE_OWNER_URL"]
    url = before.rsplit("/", 1)[0] + "/" + connection.settings_dict["NAME"]
    return {**os.environ, "DATABASE_URL": url, "DATABASE_OWNER_URL": url}


def assert_all_or_nothing() -> None:
    """Wait until the killed one's session is gone; a kill may have come after the commit."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [0x494D504F])
        cursor.execute("SELECT pg_advisory_unlock(%s)", [0x494D504F])
    assert Record.objects.filter(public_id__startswith="I").count() in (0, ROWS)
