"""Files of the native format, small enough to stand in a test."""

import io
import json
import re
from pathlib import Path

from config.kinds import KINDS
from ledger.loading import load
from ledger.native import RefusedFile

PAGE = Path(__file__).parents[2] / "docs" / "native-format.md"


def make_source(key="paper", **fields):
    return {"format": 1, "kind": "source", "key": key, "title": "A page", **fields}


def make_actor(key="militia", **fields):
    names = [{"key": "m1", "text": "The militia", "preferred": True}]
    return {
        "format": 1,
        "kind": "actor",
        "key": key,
        "actor_kind": "militia",
        "actor_names": names,
        **fields,
    }


def make_incident(key="attack", **fields):
    return {"format": 1, "kind": "incident", "key": key, "title": "An attack", **fields}


def file_of(*lines):
    """Make a file of lines: texts and bytes as they are, everything else as JSON."""
    return io.BytesIO(b"\n".join(_line(line) for line in lines))


def load_lines(*lines, **options):
    """Load lines, with options of `load`."""
    return load(file_of(*lines), **({"kinds": KINDS, "reason": "A test"} | options))


def faults_of(*lines):
    """Return the sentences with which the lines are refused."""
    try:
        load_lines(*lines)
    except RefusedFile as refused:
        return [str(fault) for fault in refused.faults]
    return []


def documented_example():
    """Return the worked example of the documentation, as bytes."""
    return re.search(r"```jsonl\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1].encode()


def _line(line):
    if isinstance(line, str):
        return line.encode()
    return line if isinstance(line, bytes) else json.dumps(line).encode()
