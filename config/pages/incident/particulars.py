"""What happened, fact by fact: when, where, with what, against whom, and who says otherwise."""

from config.vocabulary import VOCABULARIES
from ledger.wording import capital, number_words, range_words
from sources.reading import Reading
from sources.rivals import TOLD_OTHERWISE, Rivals

from .dataset import stated
from .happened import day_words
from .material import Material
from .voices import voice
from .where import exactness

PLACES = {
    "site": "Place",
    "struck": "Place struck",
    "aimed_at": "Place aimed at",
    "launched_from": "Launched from",
}
PARTIES = {
    "intended_target": "Intended target",
    "struck": "Struck",
    "victim": "Victims",
    "responder": "Responders",
    "attackers": "Attackers",
    "belligerent": "Parties to the fighting",
}
FATES = {
    "exploded": "exploded",
    "intercepted": "intercepted",
    "captured": "captured",
    "crashed": "crashed",
    "dud": "did not explode",
    "unfired": "not fired",
}
MANY = {
    "artillery": "artillery shells",
    "bomb": "bombs from the air",
    "incendiary": "fires or incendiaries",
    "melee": "stones, blades or clubs",
    "other": "other weapons",
    "chemical": "chemical agents",
}
ONE = {"artillery": "artillery shell", "other": "other weapon"}
TOLD = {"summary": TOLD_OTHERWISE, "account": TOLD_OTHERWISE}
UNCOUNTED = {"artillery": "artillery", "unknown": "weapon unknown"}


def particulars(material: Material) -> list[dict]:
    """Return rows `{"term", "lines": [{"before", "who", "text", "notes", "rivals"}]}`."""
    document = material.document
    rivals = Rivals(document["rivals"], material.reading)
    rows = [
        {"term": "When", "lines": [_when(material, rivals)]},
        *_of_type(document, rivals),
        *stated(document, material.reading),
        *_grouped(document["places"], PLACES, lambda row: _place(row, material, rivals)),
        *_weapons(document["weapons"], material.reading, rivals),
        *_parties(document["parties"], material.reading, rivals),
        *_outcome(material, rivals),
        *_operation(material),
        *_tags(document["tags"]),
    ]
    rest = [{"term": term, "lines": [{"rivals": told}]} for term, told in rivals.left(TOLD)]
    return [*rows, *rest]


def _when(material: Material, rivals: Rivals) -> dict:
    document, reading = material.document, material.reading
    date = document["date"]
    time = f", {date['time']}" if date and date["time"] else ""
    return {
        "text": f"{day_words(date)}{time}" if date else "The date is not known",
        "notes": reading.notes(reading.cited_for(document["citations"], "date"), "the date"),
        "rivals": rivals.of_field("date"),
    }


def _of_type(document: dict, rivals: Rivals) -> list[dict]:
    found = rivals.of_field("incident_type")
    word = VOCABULARIES["incident_type"].words.get(document["type"] or "", "not known")
    return [{"term": "Type", "lines": [{"text": capital(word), "rivals": found}]}] if found else []


def _outcome(material: Material, rivals: Rivals) -> list[dict]:
    document, reading = material.document, material.reading
    found = rivals.of_field("outcome")
    if document["outcome"] == "unknown" and not found:
        return []
    word = VOCABULARIES["outcome"].words[document["outcome"]]
    notes = reading.notes(reading.cited_for(document["citations"], "outcome"), "the outcome")
    return [
        {
            "term": "Outcome",
            "lines": [{"text": capital(word), "notes": notes, "rivals": found}],
        }
    ]


def _grouped(rows: list[dict], terms: dict[str, str], item) -> list[dict]:
    """Put the rows of one role together, in the order of the terms."""
    found = {role: [row for row in rows if row["role"] == role] for role in terms}
    return [
        {"term": terms[role], "lines": [item(row) for row in mine]}
        for role, mine in found.items()
        if mine
    ]


def _place(row: dict, material: Material, rivals: Rivals) -> dict:
    reading = material.reading
    place = reading.link(row["place"]) if row["place"] else None
    words = row["text"] or ""
    tail = [_coordinates(material, row)] + (["Disputed."] if row["disputed"] else [])
    return {
        "before": f"{capital(words)}: " if words and place else "",
        "who": place or {"name": capital(words) or "Not known", "url": ""},
        "text": f". {' '.join(part for part in tail if part)}",
        "notes": reading.notes(row["citations"], "the place"),
        "rivals": rivals.of_row(row["key"]),
    }


def _coordinates(material: Material, row: dict) -> str:
    if row["latitude"] is None:
        return "No coordinates are recorded."
    point = f"{row['latitude']:.4f}, {row['longitude']:.4f}"
    return f"{point}: {exactness(material, row)}."


def _weapons(rows: list[dict], reading: Reading, rivals: Rivals) -> list[dict]:
    items = [
        {
            "text": weapon_words(row),
            "notes": reading.notes(row["citations"], "the weapons"),
            "rivals": rivals.of_row(row["key"]),
        }
        for row in rows
    ]
    if items:
        items[-1]["rivals"] += rivals.of_field("weapons")
    return [{"term": "Weapons", "lines": items}] if items else []


def weapon_words(row: dict) -> str:
    """Say a weapon, how many and what became of it: "Two rockets (Katyusha), exploded"."""
    one = row["low"] == row["high"] == 1
    word = VOCABULARIES["weapon"].words[row["weapon"]]
    if row["low"] is None and row["high"] is None:
        said = UNCOUNTED.get(row["weapon"], MANY.get(row["weapon"], f"{word}s"))
        said = f"{said}, number not known" if row["weapon"] != "unknown" else said
    else:
        noun = ONE.get(row["weapon"], word) if one else MANY.get(row["weapon"], f"{word}s")
        said = f"{range_words(row['low'], row['high'])} {noun}"
    detail = f" ({row['detail']})" if row["detail"] else ""
    fate = f", {FATES[row['fate']]}" if row["fate"] in FATES else ""
    return capital(f"{said}{detail}{fate}")


def _parties(rows: list[dict], reading: Reading, rivals: Rivals) -> list[dict]:
    found = _grouped(rows, PARTIES, lambda row: _party(row, reading, rivals))
    for group in found:
        if group["term"] == PARTIES["belligerent"]:
            group["lines"].append({"text": "Who attacked whom is not said."})
    return found


def _party(row: dict, reading: Reading, rivals: Rivals) -> dict:
    who = reading.who(row["who"])
    number = (
        range_words(row["low"], row["high"])
        if row["low"] is not None or row["high"] is not None
        else ""
    )
    said = [number, row["damage"], "disputed" if row["disputed"] else ""]
    tail = ", ".join(part for part in said if part)
    return {
        "who": who and voice(who),
        "text": f", {tail}" if who and tail else capital(tail),
        "notes": reading.notes(row["citations"], PARTIES[row["role"]].lower()),
        "rivals": rivals.of_row(row["key"]),
    }


def _operation(material: Material) -> list[dict]:
    document, reading = material.document, material.reading
    found = []
    if document["part_of"]:
        found.append({"term": "Part of", "lines": [{"who": reading.link(document["part_of"])}]})
    if document["parts"]:
        items = [
            {"who": reading.link(part), "text": _day(reading, part)} for part in document["parts"]
        ]
        found.append({"term": f"Its {number_words(len(items))} parts", "lines": items})
    return found


def _day(reading: Reading, public_id: str) -> str:
    date = reading.names.get(public_id, {}).get("date")
    return f", {date}" if date else ""


def _tags(tags: list[str]) -> list[dict]:
    return [{"term": "Tags", "lines": [{"text": ", ".join(tags)}]}] if tags else []
