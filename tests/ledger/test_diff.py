"""What differs between two states."""

from ledger.diff import differences


def claim(key: str, stance: str, **fields) -> dict:
    return {"key": key, "stance": stance, "date": None} | fields


def test_equal_states_do_not_differ():
    assert differences({"title": "Rockets"}, {"title": "Rockets"}) == []


def test_a_changed_field_is_named_with_both_values():
    assert differences({"title": "Rocket"}, {"title": "Rockets"}) == [
        ("title", "Rocket", "Rockets")
    ]


def test_a_field_of_a_row_is_named_by_the_key_of_the_row():
    before = {"claims": [claim("k1", "claims"), claim("k2", "denies")]}
    after = {"claims": [claim("k1", "claims"), claim("k2", "retracts")]}
    assert differences(before, after) == [("claims.k2.stance", "denies", "retracts")]


def test_a_part_of_a_date_is_named():
    before = {"date": {"edtf": "2020-09", "time": ""}}
    after = {"date": {"edtf": "2020-09-28", "time": ""}}
    assert differences(before, after) == [("date.edtf", "2020-09", "2020-09-28")]


def test_a_new_row_is_one_difference():
    new = claim("k1", "claims")
    assert differences({"claims": []}, {"claims": [new]}) == [("claims.k1", None, new)]


def test_rows_in_another_order_differ_in_their_order():
    one, two = claim("k1", "claims"), claim("k2", "denies")
    assert differences({"claims": [one, two]}, {"claims": [two, one]}) == [
        ("claims.order", ["k1", "k2"], ["k2", "k1"])
    ]


def test_lists_of_ids_are_compared_whole():
    assert differences({"about": ["I1"]}, {"about": ["I1", "I2"]}) == [
        ("about", ["I1"], ["I1", "I2"])
    ]


def test_a_state_differs_from_none_at_all():
    assert differences(None, {"title": "Rockets"}) == [("", None, {"title": "Rockets"})]
