"""What a row of GTD becomes: when, where, who, how, and GTD's own reservations."""

import pytest

from datasets.formats.entry import Accused, Named, Side, Unreadable
from datasets.formats.gtd import COLUMNS_NEEDED, read
from dates.edtf import understand
from incidents.vocabulary import IncidentType, Weapon
from tests.datasets.formats.gtd_rows import make_gtd_row


def columns_of_flags(row: dict) -> list[str]:
    return [flag.column for flag in read(row).flags]


@pytest.mark.parametrize(
    ("numbers", "approxdate", "edtf"),
    [
        (("2014", "1", "5"), "", "2014-01-05"),
        (("2014.0", "1.0", "5.0"), "", "2014-01-05"),
        (("1978", "6", "0"), "", "1978-06"),
        (("1978", "0", "0"), "", "1978"),
        (("1978", "6", "0"), "June 1978", "1978-06"),
        (("1978", "0", "0"), "first half of 1978", "[1978-01..1978-06]"),
        (("2015", "12", "8"), "12/01/2015-12/15/2015", "[2015-12-01..2015-12-15]"),
        (("2015", "12", "8"), "12/8/2015", "2015-12-08"),
        (("2015", "12", "8"), "December 2015", "2015-12"),
    ],
)
def test_a_date_is_as_exact_as_numbers_and_words_say(numbers, approxdate, edtf):
    year, month, day = numbers
    row = make_gtd_row(iyear=year, imonth=month, iday=day, approxdate=approxdate)
    assert read(row).date == edtf
    assert understand(edtf)
    assert not read(row).flags


@pytest.mark.parametrize("words", ["around the harvest", "March 2016"])
def test_words_not_understood_or_of_other_days_leave_the_day_approximate(words):
    entry = read(make_gtd_row(approxdate=words))
    assert (entry.date, entry.wording) == ("2014-01-05~", words)
    assert [flag.column for flag in entry.flags] == ["approxdate"]


@pytest.mark.parametrize("end", ["1/9/2014", "2014-01-09 00:00:00"])
def test_an_incident_of_several_days_lasted_until_its_resolution(end):
    assert read(make_gtd_row(extended="1", resolution=end)).date == "2014-01-05/2014-01-09"


def test_a_resolution_before_the_beginning_is_flagged():
    row = make_gtd_row(resolution="1/3/2014")
    assert (read(row).date, columns_of_flags(row)) == ("2014-01-05", ["resolution"])


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"eventid": "2.01401E+11"}, "eventid"),
        ({"eventid": "20140105001"}, "eventid"),
        ({"eventid": ""}, "eventid"),
        ({"iyear": "0"}, "iyear"),
        ({"iday": "32"}, "iday"),
        ({"nkill": "many"}, "nkill"),
        ({"longitude": "200"}, "longitude"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_its_column(changed, column):
    with pytest.raises(Unreadable) as refused:
        read(make_gtd_row(**changed))
    assert refused.value.column == column


def test_an_id_damaged_by_a_spreadsheet_is_refused_with_what_to_do():
    with pytest.raises(Unreadable, match="as it was downloaded"):
        read(make_gtd_row(eventid="2.01E+11"))


def test_an_id_from_a_workbook_is_the_same():
    assert read(make_gtd_row(eventid="201401050001.0")).external_id == "201401050001"


@pytest.mark.parametrize(
    ("specificity", "vicinity", "precision"),
    [
        ("1", "0", "town"),
        ("1", "1", "near_town"),
        ("1", "-9", "town"),
        ("2", "0", "district"),
        ("3", "0", "district"),
        ("4", "0", "province"),
    ],
)
def test_a_place_is_as_exact_as_its_codes(specificity, vicinity, precision):
    where = read(make_gtd_row(specificity=specificity, vicinity=vicinity)).where
    assert (where.precision, where.latitude) == (precision, 35.1)


@pytest.mark.parametrize(
    "changed", [{"specificity": "5"}, {"specificity": ""}, {"latitude": "", "longitude": ""}]
)
def test_a_place_not_known_has_no_coordinates(changed):
    where = read(make_gtd_row(**changed)).where
    assert (where.precision, where.latitude, where.longitude) == ("none", None, None)


def test_the_spot_is_city_and_location_and_unknown_is_no_name():
    row = make_gtd_row(location="Near the bridge.")
    assert read(row).where.text == "Daquq: Near the bridge."
    assert read(make_gtd_row(city="Unknown")).where.text == "Kirkuk"


def test_a_country_that_became_several_is_flagged():
    row = make_gtd_row(country_txt="Yugoslavia")
    assert (read(row).where.country, columns_of_flags(row)) == ("", ["country_txt"])


def test_the_title_says_how_against_whom_and_where():
    assert read(make_gtd_row()).title == "Bombing/Explosion against Police: Daquq, Iraq"
    row = make_gtd_row(attacktype1_txt="Unknown", targtype1_txt="Unknown", city="Unknown")
    assert read(row).title == "Attack: Kirkuk, Iraq"


@pytest.mark.parametrize(
    ("attack", "weapon", "subtype", "suicide", "incident_type"),
    [
        ("Assassination", "Firearms", "Handgun", "0", "assassination"),
        ("Armed Assault", "Firearms", "", "0", "armed_assault"),
        ("Hostage Taking (Kidnapping)", "Firearms", "", "0", "abduction"),
        ("Bombing/Explosion", "Explosives", "Vehicle", "1", "suicide_bombing"),
        ("Bombing/Explosion", "Explosives", "Vehicle", "0", "car_bomb"),
        ("Bombing/Explosion", "Explosives", "Remote Trigger", "0", "ied"),
        ("Bombing/Explosion", "Explosives", "Unknown Explosive Type", "0", ""),
        ("Bombing/Explosion", "Explosives", "Projectile (rockets, mortars, RPGs, etc.)", "0", ""),
        ("Unarmed Assault", "Chemical", "Poisoning", "0", "chemical_attack"),
        ("Facility/Infrastructure Attack", "Incendiary", "Arson/Fire", "0", "arson"),
        ("Facility/Infrastructure Attack", "Unknown", "", "0", ""),
        ("Hijacking", "Firearms", "", "0", ""),
    ],
)
def test_a_type_is_ours_only_where_it_surely_is(attack, weapon, subtype, suicide, incident_type):
    row = make_gtd_row(
        attacktype1_txt=attack, weaptype1_txt=weapon, weapsubtype1_txt=subtype, suicide=suicide
    )
    assert read(row).incident_type == incident_type
    assert incident_type in ["", *IncidentType.values]
    assert read(row).stated_type == attack
    assert {one for one, _ in read(row).weapons} <= set(Weapon.values)


def test_a_weapon_keeps_its_words():
    row = make_gtd_row(
        weapsubtype1_txt="Projectile (rockets, mortars, RPGs, etc.)", weapdetail="Three rockets"
    )
    words = "Projectile (rockets, mortars, RPGs, etc.); Three rockets"
    assert read(row).weapons == (("other", words),)
    assert not read(make_gtd_row(weaptype1_txt="Unknown", weapsubtype1_txt="")).weapons


def test_an_attack_that_did_not_work_failed_and_one_that_did_is_not_said_to_have_hit():
    assert read(make_gtd_row(success="0")).outcome == "failed"
    assert read(make_gtd_row(success="1")).outcome == "unknown"


def test_reservations_of_gtd_are_tags():
    row = make_gtd_row(
        doubtterr="1", alternative_txt="Other Crime Type", crit3="0", multiple="1", suicide="1"
    )
    assert read(row).tags == (
        "criterion 3 not met",
        "terrorism doubted",
        "perhaps Other Crime Type",
        "suicide attack",
        "one of several attacks",
    )


def test_a_target_is_told_in_words_with_the_damage_at_the_first():
    row = make_gtd_row(propextent_txt="Unknown", propcomment="A wall fell.", target2="Passers-by")
    first, second = read(row).sides
    words = "Checkpoint (Invented Police; Police; Iraq)"
    assert first == Side("intended_target", words, damage="A wall fell.")
    assert (second.who, second.damage) == ("Passers-by", "")


def test_the_number_of_attackers_is_no_accusation():
    row = make_gtd_row(nperps="4", gname="Unknown")
    assert Side("attackers", "Attackers", low=4, high=4) in read(row).sides
    assert not read(row).accused


def test_every_group_is_accused_suspected_where_gtd_is_uncertain():
    row = make_gtd_row(gname2="Southern Front", guncertain1="1", guncertain2="0", gsubname="A wing")
    assert read(row).accused == (
        Accused(Named("Northern Front"), "suspected", "A wing"),
        Accused(Named("Southern Front"), "asserted"),
    )


@pytest.mark.parametrize(
    ("name", "kind"), [("Muslim extremists", "class"), ("Taliban", "armed_group")]
)
def test_a_kind_of_people_is_a_class_of_actors(name, kind):
    assert read(make_gtd_row(gname=name)).accused[0].who.kind == kind


def test_an_unaffiliated_individual_is_told_in_words():
    name = "Unaffiliated Individual(s)"
    assert read(make_gtd_row(gname=name)).accused[0].who == name


def test_account_and_locator_are_what_gtd_wrote():
    row = make_gtd_row(motive="Unknown", addnotes="Sources differ [R3].", scite2="Second.")
    entry = read(row)
    assert entry.account == "01/05/2014: An invented attack.\n\nNotes: Sources differ (R3)."
    assert entry.locator.endswith("January 6, 2014.; Second.")


def test_files_without_the_rarer_columns_are_read():
    row = {name: text for name, text in make_gtd_row().items() if name in COLUMNS_NEEDED}
    assert read(row).where.country == "IQ"
