"""The sample goes whole through the loader, as anybody's file would."""

from pathlib import Path

import pytest
from django.core.management import call_command

from ledger.models import Record

SAMPLE = Path(__file__).parents[2] / "datasets" / "sample" / "iraq_2019_2021.jsonl"


@pytest.mark.django_db
def test_the_sample_loads_and_publishes_every_line():
    call_command("load_records", str(SAMPLE), reason="The sample", verbosity=0)

    lines = SAMPLE.read_text(encoding="utf-8").count("\n")
    assert Record.objects.filter(status=Record.Status.PUBLISHED).count() == lines
