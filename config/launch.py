"""What start.py does inside the virtual environment: serve, test, or run a command of manage.py.

Standard library only, apart from the settings that it hands to the processes that it starts.
"""

import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from config import embedded, state

HOST = "127.0.0.1"
SAMPLE = "datasets/sample/iraq_2019_2021.jsonl"
# After a killed start.py its web server needs a moment to notice and to let go of the port.
PORT_PATIENCE = 5
ANSWER_TIMEOUT = 60
STOP_TIMEOUT = 15
WORKER_MISSED = 2  # seconds until it is noticed
WORKER_OPTIONS = ("--no-startup-delay", "--no-reload", "--verbosity=0")
# What pytest is told where somebody has decided how many run the tests, or wants to look on.
WORKERS_DECIDED = (
    "-n",
    "--numprocesses",
    "--pdb",
    "--trace",
    "-s",
    "--capture=no",
    "--collect",
    "--co",
)
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class LaunchError(Exception):
    """The site cannot start; the message says what to do about it."""


def run(project: Path, action: str, options: Namespace | list[str]) -> int:
    """Run one action of start.py and return its exit status."""
    try:
        if action == "test":
            return test(project, options)
        if action == "manage":
            return manage(project, options)
        return serve(project, port=options.port, with_sample=not options.no_sample)
    except (LaunchError, state.StateError, embedded.EmbeddedPostgresError) as error:
        print(f"start.py: {error}", file=sys.stderr)
        return 1


def test(project: Path, arguments: list[str]) -> int:
    """Become pytest; tests/conftest.py sees to the database."""
    os.chdir(project)
    workers = workers_for(arguments, cores=os.cpu_count() or 1)
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *workers, *arguments])


def workers_for(arguments: list[str], *, cores: int) -> list[str]:
    """Return the options that part the tests between two workers, a file never between them.

    One alone runs them where there is one core, where single files are asked for, and where the
    arguments have a say in it: workers of another number, none, or a debugger.
    """
    named_files = any(Path(one.partition("::")[0]).is_file() for one in arguments)
    decided = any(one.startswith(WORKERS_DECIDED) or "no:xdist" in one for one in arguments)
    if cores < 2 or named_files or decided:
        return []
    # In the order of their names: sorted by their number of tests, the browser's few and slow ones
    # would come last and be left to one worker.
    return ["--numprocesses=2", "--dist=loadfile", "--no-loadscope-reorder"]


def manage(project: Path, arguments: list[str]) -> int:
    """Run a command of manage.py with the database up, and return its exit status."""
    with site_environment(project) as environment:
        command = [sys.executable, "manage.py", *arguments]
        process = subprocess.Popen(command, cwd=project, env=environment)
        with ignoring(signal.SIGINT):  # Ctrl-C is for the command to answer
            return process.wait()


def serve(project: Path, *, port: int, with_sample: bool) -> int:
    """Bring the database up to date and serve the site until told to stop."""
    refuse_busy_port(port)
    for number in STOPPING:
        signal.signal(number, leave)
    with site_environment(project) as environment:
        prepare(project, environment, with_sample=with_sample)
        account = web_account(project)
        with web_server(project, environment, port, account) as server, ExitStack() as workers:
            wait_for_answer(server, port)
            print(f"\nAftermath is open at http://{HOST}:{port}/ (Ctrl-C stops it)\n", flush=True)
            return watch(
                server, lambda: workers.enter_context(worker(project, environment, account))
            )


def watch(server: subprocess.Popen, begin_worker: Callable[[], subprocess.Popen]) -> int:
    """Return the web server's exit status once it ends; until then there is always a worker."""
    working = begin_worker()
    while True:
        try:
            return server.wait(WORKER_MISSED)
        except subprocess.TimeoutExpired:
            if working.poll() is not None:
                print("The worker has died; another one begins.", flush=True)
                working = begin_worker()


def leave(number: int, frame: object) -> None:
    """Unwind everything that was started, undisturbed by further signals."""
    for stopping in STOPPING:
        signal.signal(stopping, signal.SIG_IGN)
    raise SystemExit(0)


@contextmanager
def ignoring(number: int) -> Iterator[None]:
    before = signal.signal(number, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(number, before)


@contextmanager
def site_environment(project: Path) -> Iterator[dict[str, str]]:
    """Yield the environment that the site's processes need, with its database running."""
    folder = state.make_folder(project)
    local = {
        "SECRET_KEY": secret_key(folder),
        "STATE_DIR": str(folder),
        "HTTPS": "false",
        "ALLOWED_HOSTS": f"localhost,{HOST},[::1]",
    }
    if os.environ.get("DATABASE_URL"):
        yield local | os.environ
        return
    with embedded.running(project, "site") as addresses:
        urls = {"DATABASE_URL": addresses.application, "DATABASE_OWNER_URL": addresses.owner}
        yield local | os.environ | urls


def secret_key(folder: Path) -> str:
    """Return the key of this checkout, made at its first start."""
    kept = folder / "secret_key"
    if not kept.exists():
        provisional = folder / "secret_key.provisional"
        provisional.touch(mode=0o600)
        provisional.write_text(secrets.token_urlsafe(64), encoding="ascii")
        provisional.rename(kept)
    return kept.read_text(encoding="ascii")


def prepare(project: Path, environment: dict[str, str], *, with_sample: bool) -> None:
    """Migrate, collect static files, make the first account, load the sample if wanted."""
    command = [sys.executable, "manage.py", "prepare"]
    if with_sample and (project / SAMPLE).exists():
        command += ["--sample", SAMPLE]
    done = subprocess.run(
        command, cwd=project, env=environment, check=False, start_new_session=True
    )
    if done.returncode != 0:
        raise LaunchError("The database could not be brought up to date; the reason stands above.")


def refuse_busy_port(port: int) -> None:
    """Raise LaunchError if another program keeps the port."""
    deadline = time.monotonic() + PORT_PATIENCE
    while True:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                if time.monotonic() < deadline:
                    time.sleep(0.2)
                    continue
                raise LaunchError(
                    f"Port {port} cannot be used ({error.strerror}): stop the program that uses "
                    f"it, or choose another port with --port."
                ) from None
            return


def web_server(
    project: Path, environment: dict[str, str], port: int, account: str | None
) -> AbstractContextManager[subprocess.Popen]:
    """Run gunicorn."""
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    ours = {"BIND": f"{HOST}:{port}", "RUN_AS": account or ""}
    return beside(command, cwd=project, env=environment | ours)


def worker(
    project: Path, environment: dict[str, str], account: str | None
) -> AbstractContextManager[subprocess.Popen]:
    """Run what does imports, as the account of the web server's workers.

    Asked twice, it gives up an import that it is at, of which nothing is written then.
    """
    command = [sys.executable, "manage.py", "db_worker", *WORKER_OPTIONS]
    dropped = {"user": account, "group": account, "extra_groups": []} if account else {}
    return beside(command, cwd=project, env=environment, asked=2, **dropped)


@contextmanager
def beside(
    command: list[str], *, env: dict[str, str], asked: int = 1, **options
) -> Iterator[subprocess.Popen]:
    """Run a process that ends with start.py; in the end it is asked to stop, `asked` times.

    It has a session of its own, so that Ctrl-C reaches start.py alone.
    """
    process = subprocess.Popen(
        command,
        env=env | {"LIFELINE": "stdin"},
        stdin=subprocess.PIPE,
        start_new_session=True,
        **options,
    )
    try:
        yield process
    finally:
        stop(process, asked)


def stop(process: subprocess.Popen, asked: int) -> None:
    """Ask a process to stop, and stop it if it does not in time."""
    for _ in range(asked):
        process.terminate()
        try:
            process.wait(STOP_TIMEOUT / asked)
        except subprocess.TimeoutExpired:
            continue
        return
    process.kill()
    process.wait()


def web_account(project: Path) -> str | None:
    """Return the account to which the web server's workers drop, or None to stay who we are.

    Root's workers become the account that runs PostgreSQL, if that account may read the checkout
    and its virtual environment; a checkout in root's home is served by root.
    """
    if not state.is_root():
        return None
    account = state.ACCOUNT
    command = [sys.executable, "-c", "import config.launch, gunicorn"]
    try:
        tried = subprocess.run(
            command, cwd=project, user=account, group=account, extra_groups=[],
            capture_output=True, check=False,
        )  # fmt: skip
    except PermissionError:
        tried = None
    if tried and tried.returncode == 0:
        return account
    print(f"The web server runs as root, because {account} may not read {project} or its Python.")
    return None


def wait_for_answer(server: subprocess.Popen, port: int) -> None:
    """Return once the site answers; raise LaunchError if it ends or stays silent."""
    deadline = time.monotonic() + ANSWER_TIMEOUT
    while not answers(port):
        if server.poll() is not None:
            raise LaunchError("The web server ended at once; the reason stands above.")
        if time.monotonic() > deadline:
            raise LaunchError(f"The web server did not answer within {ANSWER_TIMEOUT} seconds.")
        time.sleep(0.1)


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
