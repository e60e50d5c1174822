"""Convert the working file of the sample into the native format, once.

    python -m datasets.sample.convert WORKING_FILE OUTPUT

writes the records to OUTPUT, one a line, each after what it refers to where that can be, and
beside it `mapping.json`: where each id of the working file landed. It reads nothing but the working
file, `places.json` and `knowledge/`.
"""

import json
import sys
from itertools import chain
from pathlib import Path

from . import actors, incidents, keys, knowledge, timeline
from .landing import Landing
from .native import Writer

COUNTRIES = {"pl-iraq": "IQ", "pl-syria": "SY"}
ROW_PREFIXES = {"claims": "k", "attributions": "a", "casualty_reports": "c"}


class Conversion:
    """One run: the working file, what is known beside it, and where its ids landed."""

    def __init__(self, working: dict):
        self.additions = knowledge.read("additions")
        self.working = {
            table: working[table] + self.additions.get(table, []) for table in keys.KINDS
        }
        self.relationships = working["relationships"]
        self.commitments = working["commitments"]
        self.links = working["links"]
        self.merged = knowledge.read("statements")["merged"]
        self.keys = keys.keys_of(self.working, knowledge.read("keys"))
        self.writer = Writer(self.keys, knowledge.read("speakers"))
        self.landing = Landing()
        self.from_file = {record["id"] for table in keys.KINDS for record in working[table]}

    def lines(self) -> list[dict]:
        """Return all records as lines of the native format."""
        return list(
            chain(
                self.sources(),
                self.places(),
                self.actors(),
                self.incidents(),
                self.events(),
                self.statements(),
                self.all_links(),
                self.chronologies(),
            )
        )

    def sources(self):
        known = knowledge.read("sources")
        for record in self.working["sources"]:
            yield self._line("source", record, actors.source(record, known.get(record["id"], {})))

    def places(self):
        where, known = knowledge.coordinates(), knowledge.read("places")
        for record in self.working["places"]:
            short = actors.place(
                record,
                self._country(record),
                where.get(record["id"], {}),
                known.get(record["id"], {}),
            )
            yield self._line("place", record, short)

    def _country(self, place: dict) -> str:
        by_id = {record["id"]: record for record in self.working["places"]}
        while place["parent"]:
            place = by_id[place["parent"]]
        return COUNTRIES[place["id"]]

    def actors(self):
        known, relations = knowledge.read("actors"), self._relations()
        for record in self.working["actors"]:
            mine, more = relations.get(record["id"], []), known.get(record["id"], {})
            yield self._line("actor", record, actors.actor(record, mine, more))

    def _relations(self) -> dict[str, list[dict]]:
        """The relations of the file by the actor that they belong to."""
        known, found = knowledge.read("relationships"), {}
        for number, record in enumerate(self.relationships, 1):
            owner, row = actors.relationship(record, known.get(str(number), {}))
            found.setdefault(owner, []).append(row)
            place = f"{self.keys[owner]}#r{len(found[owner])}"
            self.landing.note(f"relationships/{number}", place)
        return found

    def incidents(self):
        where, known = knowledge.coordinates(), knowledge.incidents()
        accounts = knowledge.read("accounts")
        for record in self.working["incidents"]:
            mine, account = known.get(record["id"], {}), accounts.get(record["id"], [])
            self._note_rows(record, mine)
            yield self._line("incident", record, incidents.incident(record, where, mine, account))

    def _note_rows(self, record: dict, known: dict) -> None:
        if record["id"] not in self.from_file:
            return
        moved = known.get("moved", {})
        for table, prefix in ROW_PREFIXES.items():
            landed = incidents.landed_rows(table, prefix, len(record[table]), known)
            for number in range(1, len(record[table]) + 1):
                place = self._place_of(record, landed.get(number), moved.get(f"{table}/{number}"))
                self.landing.note(f"{record['id']}#{table}/{number}", place)

    def _place_of(self, record: dict, row: str | None, moved_to: str | None) -> str:
        """Where a row stands now: in its own record, or in the one that it was moved to."""
        if row:
            return f"{self.keys[record['id']]}#{row}"
        target, _, target_row = moved_to.partition("#")
        return self.keys[target] + (f"#{target_row}" if target_row else "")

    def events(self):
        known = knowledge.read("events")
        for record in self.working["events"]:
            mine = known.get(record["id"], {})
            yield self._line("event", record, timeline.event(record, mine))

    def statements(self):
        known = knowledge.read("statements")["statements"]
        for merged, place in self.merged.items():
            record, row = place.split("#")
            self.landing.note(merged, f"{self.keys[record]}#{row}")
        for record in self.working["statements"]:
            if record["id"] in self.merged:
                continue
            mine = self._commitments(record)
            short = timeline.statement(record, mine, known.get(record["id"], {}))
            yield self._line("statement", record, short)

    def _commitments(self, statement: dict) -> list[dict]:
        known, found = knowledge.read("commitments"), []
        for record in self.commitments:
            mine = known.get(record["id"], {})
            if mine.get("statement", record["statement"]) != statement["id"]:
                continue
            found.append(timeline.commitment(record, statement["speaker"], mine))
            self.landing.note(record["id"], f"{self.keys[statement['id']]}#{len(found)}")
        return found

    def all_links(self):
        known = knowledge.read("links")
        for number, record in enumerate(self.links + known["more"], 1):
            short = timeline.link(record, known.get(str(number), {}))
            key = keys.link_key(record, self.keys, short["link_kind"])
            if number <= len(self.links):
                self.landing.note(f"links/{number}", key)
            yield self.writer.record("link", key, short)

    def chronologies(self):
        for key, short in knowledge.read("chronologies").items():
            yield self.writer.record("chronology", key, short)

    def _line(self, kind: str, record: dict, short: dict) -> dict:
        key = self.keys[record["id"]]
        if record["id"] in self.from_file:
            self.landing.note(record["id"], key)
        return self.writer.record(kind, key, short)


def convert(working: dict) -> tuple[str, str]:
    """Return the text of the native file and of the mapping, from the working file read."""
    conversion = Conversion(working)
    lines = [json.dumps(line, ensure_ascii=False) for line in conversion.lines()]
    mapping = json.dumps(conversion.landing.places, ensure_ascii=False, indent=1)
    return "\n".join(lines) + "\n", mapping + "\n"


def main(working_file: str, output: str) -> None:
    """Convert one file into another, and write the mapping beside it."""
    working = json.loads(Path(working_file).read_text(encoding="utf-8"))
    native, mapping = convert(working)
    Path(output).write_text(native, encoding="utf-8")
    Path(output).with_name("mapping.json").write_text(mapping, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
