"""Each shape names every column of its model, so that nothing goes without a version."""

import pytest

from config.kinds import KINDS
from ledger.models import Record, Row
from ledger.shapes import Rows, Shape
from ledger.states import columns_of
from sources.models import RivalAssertion

PLACES = [place for kind in KINDS.values() for place in (kind.shape, *kind.shape.all_rows())]
NOT_IN_STATES = {field.name for field in Record._meta.get_fields()} | {"record_ptr"}
OF_EVERY_ROW = {field.name for field in Row._meta.fields} | {"id", "folded", "skeleton"}
DERIVED_FROM_DATE = ("_earliest", "_latest", "_precision", "_approximate")


def columns(place: Shape | Rows) -> set[str]:
    """The model's own columns that an editor or importer fills in."""
    apart = NOT_IN_STATES if isinstance(place, Shape) else {*OF_EVERY_ROW, place.owner}
    return {
        field.attname
        for field in place.model._meta.fields
        if field.name not in apart and not field.name.endswith(DERIVED_FROM_DATE)
    }


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.model.__name__)
def test_a_shape_names_every_column_of_its_model(place):
    links = {field.name for field in place.model._meta.local_many_to_many}
    named = {column.replace("__key", "_id") for column in columns_of(place.model, place.fields)}
    assert not columns(place) - named
    assert links <= {item.name for item in place.fields}


def test_rivals_lie_in_one_table_for_every_kind_that_has_them():
    owners = {
        rows.owner
        for kind in KINDS.values()
        for rows in kind.shape.rows
        if rows.model is RivalAssertion
    }
    assert owners == {"record"}
