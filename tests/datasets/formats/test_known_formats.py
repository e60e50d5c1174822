"""Which formats the importer knows, and what it says of a table that needs a mapping."""

import pytest

from datasets.formats import gtd_counts
from datasets.formats.mapping import COUNTED
from datasets.importing.errors import ImportRefused
from datasets.importing.formats import FORMATS, format_of
from datasets.importing.states import SLOTS
from tests.datasets.invented import acled_rows, gtd_rows, ucdp_rows

MAPPING = {"fields": {"id": "no"}}


@pytest.mark.parametrize(
    ("name", "rows"), [("ucdp", ucdp_rows), ("acled", acled_rows), ("gtd", gtd_rows)]
)
def test_every_invented_row_is_read_under_the_id_it_is_staged_by(name, rows):
    for row in rows(60):
        entry = FORMATS[name].read(row)
        assert entry.external_id == FORMATS[name].identify(row)
        assert entry.title
        assert entry.where.country == "IQ"


def test_the_importer_has_a_place_for_everything_that_is_counted():
    counted = {column.slot for column in (*gtd_counts.COLUMNS, gtd_counts.HOSTAGES)}
    counted |= {slot for slot, _, _ in COUNTED.values()}
    counted |= {count.slot for row in ucdp_rows(60) for count in FORMATS["ucdp"].read(row).counts}
    assert counted <= set(SLOTS)


def test_a_table_of_ones_own_is_read_by_its_mapping():
    known = format_of("csv", MAPPING)
    assert (known.id_column, known.identify({"no": " 7 "})) == ("no", "7")
    assert known.read({"no": "7"}).external_id == "7"


def test_another_mapping_reads_every_row_anew():
    other = {"fields": {"id": "no", "title": "name"}}
    assert format_of("csv", MAPPING).stamp != format_of("csv", other).stamp
    assert format_of("csv", MAPPING).stamp == format_of("csv", dict(MAPPING)).stamp


@pytest.mark.parametrize(
    ("mapping", "said"), [(None, "A mapping says"), ({"fields": {}}, "“id” must be a column")]
)
def test_without_a_sound_mapping_the_import_is_refused(mapping, said):
    with pytest.raises(ImportRefused, match=said):
        format_of("csv", mapping)
