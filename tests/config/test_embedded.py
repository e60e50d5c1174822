"""The embedded PostgreSQL, on checkouts made for the purpose."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg2
import pytest

from config import embedded, state

BORROW = """
import sys, time
from pathlib import Path
from config import embedded
with embedded.running(Path(sys.argv[1]), "site"):
    print("lent", flush=True)
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Iterator[Path]:
    """A checkout of these tests alone, whose server and data are gone afterwards."""
    project = tmp_path_factory.mktemp("checkout")
    yield project
    with embedded.running(project, "site"):
        pass  # adopts and stops what a test left running
    shutil.rmtree(state.folder(project))


def ask(url: str, query: str) -> list[tuple]:
    """Run one statement in a transaction of its own and return its rows."""
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def lock_file(project: Path) -> Path:
    return state.folder(project) / "postgres-site" / "data-18" / "postmaster.pid"


def socket_folder(address: str) -> Path:
    return Path(unquote(urlsplit(address).netloc.partition("@")[2]))


def server_process(project: Path) -> int:
    return int(lock_file(project).read_text().splitlines()[0])


def test_the_server_stops_after_its_last_borrower(project):
    with embedded.running(project, "site"):
        with embedded.running(project, "site"):
            pass
        assert embedded.is_accepting(project, "site")
    assert not embedded.is_accepting(project, "site")


def test_the_site_keeps_its_data(project):
    with embedded.running(project, "site") as addresses:
        ask(addresses.owner, "CREATE TABLE kept AS SELECT 7 AS number")
    with embedded.running(project, "site") as addresses:
        assert ask(addresses.application, "SELECT number FROM kept") == [(7,)]


def test_the_tests_server_keeps_nothing(project):
    with embedded.running(project, "test") as addresses:
        ask(addresses.owner, "CREATE TABLE kept AS SELECT 7 AS number")
    with embedded.running(project, "test") as addresses:
        assert ask(addresses.owner, "SELECT to_regclass('kept')") == [(None,)]


def test_a_killed_server_comes_back_with_what_it_acknowledged(project):
    with embedded.running(project, "site") as addresses:
        ask(addresses.owner, "CREATE TABLE acknowledged AS SELECT 7 AS number")
        os.kill(server_process(project), signal.SIGKILL)
        with embedded.running(project, "site"):
            assert ask(addresses.application, "SELECT number FROM acknowledged") == [(7,)]


def test_the_server_of_a_killed_borrower_is_adopted(project):
    command = [sys.executable, "-c", BORROW, str(project)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as borrower:
        assert borrower.stdout.readline() == "lent\n"
        borrower.kill()
    left_behind = server_process(project)
    with embedded.running(project, "site"):
        assert server_process(project) == left_behind
    assert not embedded.is_accepting(project, "site")


def test_a_lock_file_that_names_another_program_is_no_obstacle(project):
    with embedded.running(project, "site"):
        lock = lock_file(project).read_text().splitlines()
    lock_file(project).write_text("\n".join([str(os.getpid()), *lock[1:]]))
    with embedded.running(project, "site"):
        assert server_process(project) != os.getpid()


def test_nobody_else_may_enter_the_socket_folder_and_there_is_no_port(project):
    with embedded.running(project, "site") as addresses:
        assert socket_folder(addresses.owner).stat().st_mode & 0o777 == 0o700
        assert ask(addresses.owner, "SHOW listen_addresses") == [("",)]


def test_the_server_does_not_run_as_root(project):
    with embedded.running(project, "site"):
        assert lock_file(project).stat().st_uid != 0


def test_text_sorts_and_folds_the_same_on_every_machine(project):
    query = "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()"
    with embedded.running(project, "site") as addresses:
        assert ask(addresses.application, query) == [("b", "C.UTF-8")]


def test_the_application_may_write_rows_but_not_change_tables(project):
    with embedded.running(project, "site") as addresses:
        ask(addresses.owner, "CREATE TABLE note (body text)")
        ask(addresses.application, "INSERT INTO note VALUES ('written')")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(addresses.application, "DROP TABLE note")


def test_two_checkouts_share_nothing(tmp_path):
    first, second = (embedded.addresses(tmp_path / name, "site") for name in ("one", "two"))
    assert not set(first) & set(second)


def test_a_deep_checkout_still_gets_a_socket(tmp_path):
    address = embedded.addresses(tmp_path / ("deep" * 30), "site").owner
    assert len(str(socket_folder(address) / ".s.PGSQL.5432")) <= 103


def test_a_folder_that_is_a_link_is_refused(tmp_path):
    folder = state.make_folder(tmp_path)
    (folder / "postgres-site").symlink_to(tmp_path)
    refused = pytest.raises(state.StateError, match="must be a folder that belongs")
    with refused, embedded.running(tmp_path, "site"):
        pass
    shutil.rmtree(folder)


def test_a_missing_wheel_is_a_sentence(project, monkeypatch):
    monkeypatch.setattr(embedded, "WHEEL", "no-such-wheel")
    refused = pytest.raises(embedded.EmbeddedPostgresError, match="set DATABASE_URL")
    with refused, embedded.running(project, "site"):
        pass
