"""Dumping records: one spelling for one content, which loads into the same again."""

import io
import json

import pytest
from django.core.management import call_command

from config.kinds import KINDS
from config.management.commands.dump_records import replace_file
from ledger.dumping import dump
from ledger.identity import take_public_ids
from ledger.loading import load
from ledger.models import Record
from ledger.publishing import withdraw
from tests.ledger.native_files import (
    documented_example,
    load_lines,
    make_actor,
    make_incident,
    make_source,
)

pytestmark = pytest.mark.django_db


def dumped(**options):
    return "".join(dump(KINDS, **options)).encode()


def keys_of(lines):
    return [json.loads(line)["key"] for line in lines.splitlines()]


def test_a_dump_of_the_documented_example_is_the_example():
    load(io.BytesIO(documented_example()), kinds=KINDS, reason="Example")
    assert dumped() == documented_example()


def test_a_dump_is_the_same_whatever_public_ids_were_given():
    take_public_ids("source", 7)
    load_lines(make_source(), make_incident(summary="Two fell [paper p. 4; paper]."))
    assert json.loads(dumped().splitlines()[1])["summary"] == "Two fell [paper p. 4; paper]."


def test_a_dump_loads_as_unchanged():
    load(io.BytesIO(documented_example()), kinds=KINDS, reason="Example")
    loaded = load(io.BytesIO(dumped()), kinds=KINDS, reason="Again")
    assert all(set(counts) == {"unchanged"} for counts in loaded.counts.values())


def test_sources_come_first_and_numbers_in_order():
    load_lines(make_incident(), *(make_source(f"s{number}") for number in range(11)))
    assert keys_of(dumped()) == [*(f"s{number}" for number in range(11)), "attack"]


def test_a_dump_can_hold_one_kind_alone():
    load_lines(make_source(), make_actor())
    assert keys_of(dumped(only=["actor"])) == ["militia"]


def test_a_dump_holds_the_newest_draft():
    load_lines(make_source())
    load_lines(make_source(title="A draft"), draft=True)
    assert json.loads(dumped())["title"] == "A draft"


def test_a_published_dump_holds_what_readers_have():
    load_lines(make_source())
    load_lines(make_source(title="A draft"), draft=True)
    assert json.loads(dumped(published=True))["title"] == "A page"


def test_a_published_dump_leaves_out_what_was_withdrawn():
    load_lines(make_source())
    withdraw(record=Record.objects.get(), by=None, reason="Wrong", kinds=KINDS)
    assert dumped(published=True) == b""


def test_the_command_writes_a_file_for_its_owner_alone(tmp_path):
    load_lines(make_source())
    path = tmp_path / "records.jsonl"
    call_command("dump_records", str(path))
    assert (keys_of(path.read_bytes()), path.stat().st_mode & 0o777) == (["paper"], 0o600)


def test_a_dump_that_fails_leaves_the_file_of_before(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("as before")
    with pytest.raises(ZeroDivisionError):
        replace_file(path, (str(1 // number) for number in (1, 0)))
    assert [one.read_text() for one in tmp_path.iterdir()] == ["as before"]
