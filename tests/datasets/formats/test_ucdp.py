"""What a row of UCDP GED becomes."""

import pytest

from datasets.formats.entry import Named, Side, Unreadable
from datasets.formats.ucdp import COLUMNS_NEEDED, ID_COLUMN, read
from incidents.vocabulary import Precision, Standing
from ledger.prose import sources_in
from tests.datasets.formats.ucdp_rows import make_ucdp_row, one_sided


def columns_of_flags(entry) -> list[str]:
    return [flag.column for flag in entry.flags]


def refused(row: dict) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(row)
    return caught.value


@pytest.mark.parametrize(
    ("precision", "clarity", "start", "end", "edtf"),
    [
        ("1", "1", "2014-01-24", "2014-01-24", "2014-01-24"),
        ("1.0", "1.0", "2014-01-24T00:00:00", "2014-01-24T00:00:00", "2014-01-24"),
        (
            "2",
            "1",
            "2014-01-24 00:00:00.000",
            "2014-01-26 00:00:00.000",
            "[2014-01-24..2014-01-26]",
        ),
        ("2", "2", "2014-01-24", "2014-01-26", "2014-01-24/2014-01-26"),
        ("2", "1", "2014-01-24", "2014-01-24", "2014-01-24~"),
        ("4", "1", "2014-03-01", "2014-03-31", "2014-03"),
        ("4", "1", "2012-02-01", "2012-02-29", "2012-02"),
        ("4", "2", "2014-03-01", "2014-03-31", "2014-03-01/2014-03-31"),
        ("5", "1", "2014-01-01", "2014-12-31", "2014"),
        ("5", "1", "2014-01-01", "2015-12-31", "[2014-01-01..2015-12-31]"),
    ],
)
def test_a_date_is_as_exact_as_its_code_and_bounds(precision, clarity, start, end, edtf):
    row = make_ucdp_row(date_prec=precision, event_clarity=clarity, date_start=start, date_end=end)
    assert read(row).date == edtf


def test_a_known_day_that_lasted_several_is_flagged_and_keeps_its_bounds():
    entry = read(make_ucdp_row(date_prec="1", date_end="2014-01-26"))
    assert entry.date == "[2014-01-24..2014-01-26]"
    assert columns_of_flags(entry) == ["date_prec"]


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"date_start": "2014-01-27"}, "date_start"),
        ({"date_start": "24/01/2014"}, "date_start"),
        ({"date_end": "2014-02-30"}, "date_end"),
        ({"date_end": ""}, "date_end"),
        ({"id": ""}, "id"),
        ({"id": "2.00E+11"}, "id"),
        ({"id": "1" * 21}, "id"),
        ({"type_of_violence": "4"}, "type_of_violence"),
        ({"side_b": " "}, "side_b"),
        ({"best": "-3"}, "best"),
        ({"best": "NaN"}, "best"),
        ({"best": "2.5"}, "best"),
        ({"latitude": "91"}, "latitude"),
        ({"latitude": "nan"}, "latitude"),
        ({"longitude": ""}, "longitude"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_its_column(changed, column):
    assert refused(make_ucdp_row(**changed)).column == column


def test_an_id_damaged_by_a_spreadsheet_is_refused_with_what_to_do():
    assert "as it was downloaded" in refused(make_ucdp_row(id="2.00E+11")).sentence


def test_the_id_of_an_edition_with_decimals_is_the_same():
    assert read(make_ucdp_row(id="4711.0")).external_id == read(make_ucdp_row()).external_id


def test_the_title_says_who_and_where():
    assert read(make_ucdp_row()).title == "Government of Iraq and IS: Bayjī town"
    assert read(one_sided()).title == "IS against civilians: Bayjī town"


def test_of_a_title_too_long_the_place_stays():
    title = read(make_ucdp_row(side_b="Brigade, " * 40)).title
    assert len(title) <= 300
    assert title.endswith("…: Bayjī town")


@pytest.mark.parametrize(
    ("code", "precision"),
    [("1", "town"), ("2", "near_town"), ("3", "district"), ("4", "province"), ("5", "province")],
)
def test_a_place_is_as_exact_as_its_code(code, precision):
    where = read(make_ucdp_row(where_prec=code)).where
    assert (where.precision, where.latitude, where.longitude) == (precision, 34.93, 43.49)
    assert where.precision in Precision.values


def test_a_point_for_a_line_or_an_area_says_so():
    assert "line or an area" in read(make_ucdp_row(where_prec="5")).where.text


def test_the_centroid_of_a_country_is_no_point():
    where = read(make_ucdp_row(where_prec="6", where_coordinates="Iraq", adm_1="", adm_2="")).where
    assert (where.text, where.country, where.precision) == ("Iraq", "IQ", "country")
    assert where.latitude is where.longitude is None


def test_a_lake_keeps_its_point():
    where = read(make_ucdp_row(where_prec="7", where_coordinates="Dūkān lake")).where
    assert where.latitude == 34.93
    assert "waters" in where.text


def test_a_place_of_unknown_precision_is_flagged_and_not_drawn():
    entry = read(make_ucdp_row(where_prec="9"))
    assert (entry.where.precision, entry.where.latitude) == ("none", None)
    assert columns_of_flags(entry) == ["where_prec"]


def test_a_place_names_its_district_once():
    assert read(make_ucdp_row()).where.text == "Bayjī town, Bayjī district"
    same = make_ucdp_row(where_prec="3", where_coordinates="Bayjī district")
    assert read(same).where.text == "Bayjī district"


def test_an_unknown_country_stays_empty_and_is_flagged():
    entry = read(make_ucdp_row(country="Atlantis", country_id=""))
    assert entry.where.country == ""
    assert columns_of_flags(entry) == ["country"]


def test_two_sides_are_belligerents_and_nobody_is_accused():
    entry = read(make_ucdp_row())
    government = Named("Government of Iraq", "government", "IQ", ucdp=116, gleditsch_ward=645)
    assert entry.sides == (
        Side("belligerent", government),
        Side("belligerent", Named("IS", ucdp=234)),
    )
    assert not entry.accused


def test_of_one_sided_violence_the_attacker_is_accused():
    entry = read(one_sided())
    assert [(one.who.name, one.confidence) for one in entry.accused] == [("IS", "asserted")]
    assert entry.sides == (Side("victim", "Civilians"),)


def test_governments_in_a_list_are_a_coalition_of_no_country():
    three = "Government of Australia, Government of United Kingdom"
    side = read(make_ucdp_row(side_a=three, side_a_new_id="3822", gwnoa="900, 200")).sides[0].who
    assert side == Named(three, "coalition", ucdp=3822)


def test_a_government_without_a_number_has_the_country_of_its_name():
    side = read(make_ucdp_row(side_a="Government of Yemen (North Yemen)", gwnoa="")).sides[0].who
    assert (side.kind, side.country) == ("government", "YE")


def test_ucdp_says_no_type_of_ours_and_its_own_is_kept():
    entry = read(one_sided())
    assert (entry.incident_type, entry.stated_type) == ("", "one-sided violence")


def test_a_summary_of_several_activities_is_tagged():
    assert read(make_ucdp_row(event_clarity="2")).tags == ("aggregate",)


def test_an_event_not_yet_cleared_is_tagged_and_flagged():
    entry = read(make_ucdp_row(code_status="Check dyad"))
    assert entry.tags == ("not yet clear",)
    assert columns_of_flags(entry) == ["code_status"]


def test_the_account_is_what_search_should_find():
    account = read(make_ucdp_row()).account
    assert account == "Where: a market in Bayji\n\nHeadlines: Blast kills eight"


def test_a_bracket_in_a_headline_is_no_citation():
    account = read(make_ucdp_row(source_headline="Killed [R12 p. 4]")).account
    assert "(R12 p. 4)" in account
    assert not sources_in(account)


def test_the_locator_pairs_offices_with_days_and_says_who_told():
    row = make_ucdp_row(source_office="AFP;Reuters", source_date="2014-01-25;2014-01-26")
    assert read(row).locator == "AFP, 2014-01-25; Reuters, 2014-01-26; told by: police"


def test_the_free_text_of_old_rows_is_their_locator():
    row = make_ucdp_row(
        source_office="", source_date="", source_article="R 10/7", source_original=""
    )
    assert read(row).locator == "R 10/7"


def test_a_locator_that_is_cut_is_flagged():
    entry = read(make_ucdp_row(source_office="", source_article="long " * 400))
    assert len(entry.locator) == 1000
    assert columns_of_flags(entry) == ["source_article"]


def test_line_ends_and_invisible_signs_leave_one_clean_line():
    entry = read(make_ucdp_row(source_headline="Blast\nkills\u00a0eight\u202e\x00 "))
    assert entry.account.endswith("Headlines: Blast kills eight")


def test_older_editions_with_fewer_columns_are_read():
    row = {name: text for name, text in make_ucdp_row().items() if name in COLUMNS_NEEDED}
    assert read(row).where.country == "IQ"
    assert ID_COLUMN in COLUMNS_NEEDED


def test_every_count_is_of_somebody_our_words_know():
    assert {count.who for count in read(make_ucdp_row()).counts} <= set(Standing.values)
