"""Where a checkout keeps what is not code, and under which account.

PostgreSQL refuses to run as root. Started by root, the embedded server and, where it can, the web
server run as an account of their own, and everything lies where that account may go. Nothing here
changes a permission outside the folders that it made.

Standard library only, like the rest of what start.py needs.
"""

import hashlib
import os
import pwd
import stat
import subprocess
from pathlib import Path

ACCOUNT = "aftermath"
ACCOUNT_HOME = Path("/var/lib/aftermath")


class StateError(Exception):
    """The state folder cannot be had here; the message says what would help."""


def folder(project: Path) -> Path:
    """Return the folder that holds everything a checkout keeps beside its code.

    ``var/`` in the checkout; for root a folder of its own under ``/var/lib/aftermath``, because
    the account that works for root may not be able to enter the checkout.
    """
    project = project.resolve()
    if not is_root():
        return project / "var"
    return ACCOUNT_HOME / f"{project.name[:20]}-{fingerprint(project)}"


def fingerprint(project: Path) -> str:
    """Return a short text that differs between the checkouts of a machine."""
    return hashlib.sha256(os.fsencode(project.resolve())).hexdigest()[:10]


def make_folder(project: Path) -> Path:
    """Make the state folder, readable by its account alone, and return it."""
    made = folder(project)
    if is_root():
        _make_account()
        made.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    make_private(made)
    return made


def make_private(path: Path) -> None:
    """Make a folder that only the account may enter; refuse one that is somebody else's."""
    user = account()
    try:
        path.mkdir(mode=0o700)
        if is_root():
            os.chown(path, user.pw_uid, user.pw_gid)
    except FileExistsError:
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != user.pw_uid:
            raise StateError(
                f"{path} must be a folder that belongs to {user.pw_name}; move it away."
            ) from None
        path.chmod(0o700)


def account() -> pwd.struct_passwd:
    """Return the account that PostgreSQL runs as: the caller's own, or for root another."""
    try:
        return pwd.getpwnam(ACCOUNT) if is_root() else pwd.getpwuid(os.geteuid())
    except KeyError:
        raise StateError(
            f"PostgreSQL needs a named account, and user {os.geteuid()} has no name: "
            f"run as a user listed in /etc/passwd, or set DATABASE_URL."
        ) from None


def is_root() -> bool:
    return os.geteuid() == 0


def _make_account() -> None:
    if _exists(ACCOUNT):
        return
    command = ["useradd", "--system", "--no-create-home", "--home-dir", str(ACCOUNT_HOME)]
    try:
        subprocess.run([*command, "--shell", "/usr/sbin/nologin", ACCOUNT], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise StateError(
            f"PostgreSQL does not run as root, and no account could be made for it: add a system "
            f"account named {ACCOUNT}, run as an ordinary user, or set DATABASE_URL."
        ) from error


def _exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
