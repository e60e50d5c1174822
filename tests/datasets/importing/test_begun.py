"""Whose the actors, places and sources are that imports began: a dataset's own move with it."""

import pytest

from config.kinds import KINDS
from datasets.importing.begun import begun_for
from datasets.importing.moving import move_dataset
from datasets.models import Dataset
from ledger.models import OPEN, PublishedRecord, Record
from ledger.verifying import verify
from tests.datasets.dialects import ucdp_rows
from tests.datasets.importing.imports import bring
from tests.factories import make_dataset

pytestmark = pytest.mark.django_db


def of_gulf_and_gulf_secret() -> dict[str, set[str]]:
    """Import two datasets, one's short name beginning with the other's; return what they began."""
    begun = {}
    for number, name in enumerate(("gulf", "gulf-secret")):
        before = set(PublishedRecord.objects.values_list("public_id", flat=True))
        rows = [
            one | {"side_a": f"A {name}", "side_a_new_id": f"900{number}"} for one in ucdp_rows(2)
        ]
        bring(rows, dataset=name, about={"title": name, "may_be_passed_on": number == 0})
        begun[name] = set(PublishedRecord.objects.values_list("public_id", flat=True)) - before
    return begun


def readers_of(public_ids: set[str]) -> set[str]:
    lines = PublishedRecord.objects.filter(public_id__in=public_ids, until=OPEN)
    return set(lines.exclude(kind="place").values_list("audience", flat=True))


def move_named(name: str, audience: str) -> None:
    dataset = Dataset.objects.get(short_name=name)
    move_dataset(dataset, audience, kinds=KINDS, reason="Its terms changed")


def test_a_dataset_shown_to_everybody_takes_nothing_along_of_one_with_a_longer_name():
    begun = of_gulf_and_gulf_secret()
    move_named("gulf", "members")
    move_named("gulf", "public")

    assert readers_of(begun["gulf-secret"]) == {"members"}
    assert readers_of(begun["gulf"]) == {"public"}
    assert list(verify(KINDS)) == []


def test_a_dataset_of_a_longer_name_moves_by_itself_too():
    begun = of_gulf_and_gulf_secret()
    move_named("gulf-secret", "public")
    assert readers_of(begun["gulf-secret"]) == {"public"}
    move_named("gulf-secret", "members")

    assert readers_of(begun["gulf"]) == {"public"}
    assert readers_of(begun["gulf-secret"]) == {"members"}


@pytest.mark.parametrize(
    ("key", "kind", "owner"),
    [
        ("gulf-actor-55", "actor", "gulf"),
        ("gulf-actor-55-2", "actor", "gulf"),
        ("gulf-actor-actor-55", "actor", "gulf-actor"),
        ("gulf-province-ye-aden-2", "place", "gulf"),
        ("gulf-actor-source", "source", "gulf-actor"),
    ],
)
def test_a_key_is_of_the_dataset_with_the_longest_name_that_it_goes_on_from(key, kind, owner):
    datasets = [make_dataset("gulf"), make_dataset("gulf-actor")]
    Record.objects.bulk_create([Record(key=key, public_id="A999")])

    found = [one.short_name for one in datasets if begun_for(one, kind).filter(key=key).exists()]
    assert found == [owner]
