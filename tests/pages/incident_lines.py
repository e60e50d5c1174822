"""Incidents and what is said of them, as lines of the native format, and their pages as text."""

import re
from html import unescape

from ledger.models import Record
from tests.ledger.native_files import load_lines, make_actor, make_incident, make_source

CITED = [{"field": "", "source": "paper"}]


def day(edtf, time=""):
    return {"edtf": edtf, "wording": "", "time": time}


def actor(key, name, **fields):
    names = [{"key": "m1", "text": name, "preferred": True}]
    return make_actor(key, actor_names=names, **fields)


def named(record):
    return {"record": record, "text": None, "via": None}


def in_words(text):
    return {"record": None, "text": text, "via": None}


def report(number, *, killed=None, injured=None, by="Agency", **fields):
    """Make a casualty report; `killed` and `injured` are (low, high)."""
    given = {"killed": killed, "injured": injured}
    counts = [
        {"key": f"n{number}{at}", "outcome": outcome, "low": pair[0], "high": pair[1]}
        for at, (outcome, pair) in enumerate(given.items())
        if pair
    ]
    return {
        "key": f"c{number}",
        "by": in_words(by),
        "counts": counts,
        "adopted_reason": "The best." if fields.get("adopted") else "",
        "citations": CITED,
        **fields,
    }


def claim(number, stance="claims", **fields):
    return {"key": f"k{number}", "stance": stance, "citations": CITED, **fields}


def accusation(number, accused="militia", **fields):
    return {
        "key": f"a{number}",
        "by": in_words("The army"),
        "accused": named(accused),
        "responsibility": "carried_out",
        "confidence": "suspected",
        "citations": CITED,
        **fields,
    }


def statement(key="words", about=("attack",), text="We shall see.", **fields):
    rendering = {
        "key": "q1",
        "text": text,
        "language": "en",
        "rendering_kind": "original",
        "citations": CITED,
    }
    return {
        "format": 1,
        "kind": "statement",
        "key": key,
        "statement_kind": "promise",
        "speaker": in_words("A minister"),
        "about": list(about),
        "renderings": [rendering],
        **fields,
    }


def link(cause, effect, **fields):
    return {
        "format": 1,
        "kind": "link",
        "key": f"{cause}-{effect}",
        "cause": cause,
        "effect": effect,
        "link_kind": "led_to",
        "confidence": "asserted",
        "citations": CITED,
        **fields,
    }


def event(key, title):
    return {"format": 1, "kind": "event", "key": key, "title": title, "event_type": "arrest"}


def publish_attack(*others, **fields):
    """Publish the incident `attack`, its source, the militia and other lines."""
    lines = [make_source(), make_actor(), *others, make_incident(**fields)]
    load_lines(*lines)


def public_id(key="attack"):
    return Record.objects.get(key=key).public_id


def address(key="attack", more=""):
    return f"/incidents/{public_id(key)}/{more}"


def text_of(response):
    """Return what a response says, without its tags, in one line."""
    main = response.content.decode().split("<main", 1)[-1].split("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def read(client, key="attack", more=""):
    return text_of(client.get(address(key, more)))
