"""Whoever mistypes a name is shown the names near to it."""

import pytest

from ledger.models import PublishedRecord
from ledger.nearest import nearest
from tests.factories import make_actor, published

pytestmark = pytest.mark.django_db


def names(text: str) -> list[str]:
    return [name for _, name in nearest(PublishedRecord.objects.all(), text)]


def test_a_name_with_a_letter_wrong_is_near():
    published(make_actor("Mustafa al-Kadhimi"), make_actor("Barham Salih"))
    assert names("Mustapha Kadhemi") == ["Mustafa al-Kadhimi"]


def test_nothing_is_near_to_what_is_far():
    published(make_actor("Barham Salih"))
    assert names("zzyzx") == []
