"""Before and after: what is said to have led to the attack, and what it led to."""

from config.pages.wording import capital, sentence
from sources.reading import Reading
from timeline.vocabulary import SYMMETRIC, LinkConfidence, LinkKind

from .material import Material

WITH_SOMEBODY = {
    LinkConfidence.ASSERTED: "says {}",
    LinkConfidence.CLAIMED: "claimed by a party, {}",
    LinkConfidence.PROBABLE: "probable, according to {}",
    LinkConfidence.ALLEGED: "alleged by {}",
    LinkConfidence.POSSIBLE: "possible, according to {}",
}
BY_NOBODY = {
    LinkConfidence.ASSERTED: "",
    LinkConfidence.CLAIMED: "claimed by a party",
    LinkConfidence.PROBABLE: "probable",
    LinkConfidence.ALLEGED: "alleged; who says so is not named",
    LinkConfidence.POSSIBLE: "possible",
}


def consequences(material: Material) -> dict:
    """Return `before`, `after`, `beside` as `components/relation.html` takes them, and `named`."""
    public_id, reading = material.document["id"], material.reading
    found: dict[str, list[dict]] = {"before": [], "after": [], "beside": []}
    for link in sorted(material.links, key=lambda one: _order(reading, one, public_id)):
        side, relation = _relation(reading, link, public_id)
        found[side].append(relation)
    named = [*material.events, *material.chronologies]
    return {**found, "named": [reading.link(one["id"]) | {"name": one["title"]} for one in named]}


def _relation(reading: Reading, link: dict, public_id: str) -> tuple[str, dict]:
    kind = LinkKind(link["type"])
    is_cause = link["cause"] == public_id
    other = link["effect"] if is_cause else link["cause"]
    words = kind.label.rstrip(",")
    if kind in SYMMETRIC:
        side, how = "beside", words
    elif is_cause:
        side, how = "after", words
    else:
        side, how = "before", f"{words} this"
    return side, {
        "date": _date(reading, other),
        "url": reading.url(other),
        "title": reading.name(other),
        "how": how,
        "by": _by(reading, link),
        "notes": reading.notes(link["citations"], f"that it {words}"[:60], side=False),
    }


def _by(reading: Reading, link: dict) -> str:
    """Say who asserts a link and how surely, and what is noted of it."""
    by = reading.says(link["by"])
    confidence = link["confidence"]
    said = WITH_SOMEBODY[confidence].format(by) if by else BY_NOBODY[confidence]
    note = f": {link['note']}" if link["note"] and said else link["note"] or ""
    return sentence(capital(f"{said}{note}"))


def _date(reading: Reading, public_id: str) -> dict:
    brief = reading.names.get(public_id, {})
    text, sort = brief.get("date"), brief.get("sort")
    return {"text": text or "date not known", "iso": sort if text and _is_one_day(text) else ""}


def _is_one_day(text: str) -> bool:
    day, _, rest = text.partition(" ")
    month, _, year = rest.partition(" ")
    return day.isdigit() and month.isalpha() and len(year) == 4 and year.isdigit()


def _order(reading: Reading, link: dict, public_id: str) -> tuple:
    other = link["effect"] if link["cause"] == public_id else link["cause"]
    return reading.names.get(other, {}).get("sort") or "9999", link["id"]
