"""Attacks to tell again: rows of UCDP GED where the files are there, and the sample's incidents."""

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actors.names import skeleton
from datasets.formats import ucdp
from datasets.formats.entry import Entry, NotAnIncident, Unreadable
from datasets.matching.scoring import Attack, Figure, Named
from dates.partial import PartialDate

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared" / "data"
GED = ("ucdp_ged_iraq_hdx.csv.gz", "ucdp_ged231_sample1000.csv.gz")
SAMPLE = PROJECT / "datasets" / "sample" / "iraq_2019_2021.jsonl"


@dataclass(frozen=True)
class Truth:
    """An attack as it is known best. `district` and `province` are names for their middles."""

    attack: Attack
    names: tuple[str, ...]
    district: str
    province: str

    @property
    def year(self) -> int:
        return self.attack.earliest.year


def truths(files: list[Path]) -> list[Truth]:
    """Return each attack once, in an order that is the same at every run."""
    found: dict[str, Truth] = {}
    for path in files:
        for row in ged_rows(path):
            truth = from_ged(row)
            if truth is not None:
                found.setdefault(f"ged {row['id']}", truth)
    found |= {f"sample {key}": truth for key, truth in from_sample()}
    return [found[key] for key in sorted(found)]


def ged_rows(path: Path) -> Iterator[dict]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            row["id"] = row["id"].removesuffix(".0")
            if row["id"].isdigit():  # not the row of HXL tags
                yield row


def from_ged(row: dict) -> Truth | None:
    try:
        entry = ucdp.read(row)
    except (Unreadable, NotAnIncident):
        return None
    return Truth(
        attack=from_entry(entry),
        names=tuple(side.who.name for side in entry.sides if not isinstance(side.who, str)),
        district=f"{entry.where.country} {row['adm_1']} {row['adm_2']}",
        province=f"{entry.where.country} {row['adm_1']}",
    )


def from_entry(entry: Entry) -> Attack:
    """Return what matching sees of a row of a dataset once it is imported."""
    date = PartialDate.parse(entry.date)
    everybody = next((one for one in entry.counts if one.slot == "all"), None)
    where = entry.where
    named = [side.who for side in entry.sides if not isinstance(side.who, str)]
    return Attack(
        earliest=date.earliest,
        latest=date.latest,
        approximate=date.approximate,
        latitude=where.latitude,
        longitude=where.longitude,
        precision=where.precision,
        countries=frozenset({where.country} - {""}),
        actors=tuple(actor(one.name, one.kind, one.country) for one in named),
        type=entry.incident_type,
        killed=Figure(everybody.low, everybody.high, everybody.best) if everybody else Figure(),
    )


def actor(name: str, kind: str, country: str = "") -> Named:
    """Return an actor whose id is its name: the truth knows who is who."""
    return Named(name, kind, country, frozenset({skeleton(name)} - {""}))


def from_sample() -> Iterator[tuple[str, Truth]]:
    lines = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    records = {line["key"]: line for line in lines}
    for line in lines:
        dated = line["kind"] == "incident" and line.get("date")
        if dated and (located := _located(line)):
            date = PartialDate.parse(line["date"]["edtf"])
            if date.earliest and date.latest:
                yield line["key"], _truth(line, date, located, records)


def _located(line: dict) -> dict | None:
    return next((row for row in line["places"] if row.get("latitude") is not None), None)


def _truth(line: dict, date: PartialDate, located: dict, records: dict) -> Truth:
    whos = [row["who"]["record"] for row in line["parties"] if row.get("who")]
    whos += [row["accused"]["record"] for row in line["attributions"] if row.get("accused")]
    actors = [records[key] for key in dict.fromkeys(filter(None, whos)) if key in records]
    actors = [one for one in actors if one["kind"] == "actor"]
    names = [one["actor_names"][0]["text"] for one in actors]
    place = f"IQ {located.get('place')}"
    return Truth(
        attack=Attack(
            earliest=date.earliest,
            latest=date.latest,
            latitude=located["latitude"],
            longitude=located["longitude"],
            precision=located["precision"],
            countries=frozenset({"IQ"}),
            actors=tuple(
                actor(name, one["actor_kind"], one["country"])
                for name, one in zip(names, actors, strict=True)
            ),
            type=line["incident_type"],
            weapons=frozenset(row["weapon"] for row in line["weapons"]),
            killed=_killed(line),
        ),
        names=tuple(names),
        district=place,
        province=place,
    )


def _killed(line: dict) -> Figure:
    counts = [
        row
        for report in line["casualty_reports"]
        for row in report["counts"]
        if row["outcome"] == "killed" and row.get("who", "all") == "all"
    ]
    lows = [row["low"] for row in counts if row.get("low") is not None]
    highs = [row["high"] for row in counts if row.get("high") is not None]
    return Figure(min(lows, default=None), max(highs, default=None))
