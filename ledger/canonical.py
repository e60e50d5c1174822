"""States and documents as text: one spelling for one content, and the hashes over it."""

import hashlib
import json


def canonical(state: dict) -> str:
    """Spell a state so that equal states are equal texts: sorted names, no spare space."""
    return json.dumps(state, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def written(document: dict) -> str:
    """Spell a document in the order its author gave it, which is the order people read."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def sha256(*parts: str | int | None) -> str:
    """Hash parts in order, each on a line of its own, as hexadecimal text."""
    text = "\n".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()
