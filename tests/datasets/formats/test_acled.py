"""What a row of ACLED becomes."""

import pytest

from datasets.formats.acled import COLUMNS_NEEDED, read
from datasets.formats.entry import Accused, Named, NotAnIncident, Side, Unreadable
from dates.edtf import understand
from incidents.vocabulary import IncidentType, Precision, Weapon
from tests.datasets.formats.acled_rows import make_acled_row, violence


def columns_of_flags(row: dict) -> list[str]:
    return [flag.column for flag in read(row).flags]


@pytest.mark.parametrize("day", ["2020-09-28", "28 September 2020", "28-Sep-2020"])
def test_both_spellings_of_a_day_are_one(day):
    assert read(make_acled_row(event_date=day)).date == "2020-09-28"


@pytest.mark.parametrize(
    ("precision", "edtf"), [("1", "2020-09-28"), ("2", "2020-09-28~"), ("3", "2020-09")]
)
def test_a_date_is_as_exact_as_its_code_and_a_made_up_midpoint_is_dropped(precision, edtf):
    assert read(make_acled_row(time_precision=precision)).date == edtf
    assert understand(edtf)


def test_an_unknown_code_of_the_date_is_flagged():
    assert columns_of_flags(make_acled_row(time_precision="7")) == ["time_precision"]


@pytest.mark.parametrize(
    ("code", "precision"), [("1", "town"), ("2", "near_town"), ("3", "province")]
)
def test_a_place_is_as_exact_as_its_code(code, precision):
    where = read(make_acled_row(geo_precision=code)).where
    assert (where.precision, where.latitude, where.country) == (precision, 35.5, "IQ")
    assert where.precision in Precision.values


def test_a_place_of_unknown_precision_is_flagged_and_not_drawn():
    assert read(make_acled_row(geo_precision="")).where.latitude is None
    assert columns_of_flags(make_acled_row(geo_precision="")) == ["geo_precision"]


def test_a_country_without_a_number_goes_by_its_name():
    assert read(make_acled_row(iso="0", country="Kosovo")).where.country == "XK"


def test_sides_of_a_battle_are_belligerents_because_actor1_says_not_who_attacked():
    entry = read(make_acled_row())
    assert [(side.role, side.who) for side in entry.sides] == [
        ("belligerent", Named("Northern Front (Iraq)", "armed_group", "IQ")),
        ("belligerent", Named("Military Forces of Iraq (2020-)", "state_force", "IQ")),
    ]
    assert not entry.accused


def test_who_is_violent_against_civilians_is_accused():
    entry = read(violence())
    assert entry.accused == (Accused(Named("Northern Front (Iraq)", "armed_group", "IQ")),)
    assert entry.sides == (Side("victim", "Civilians (Iraq)"),)


def test_the_armed_side_is_accused_also_where_it_is_actor2():
    entry = read(
        make_acled_row(
            event_type="Protests",
            sub_event_type="Excessive force against protesters",
            actor1="Protesters (Iraq)",
            inter1="6",
        )
    )
    assert entry.accused[0].who.name == "Military Forces of Iraq (2020-)"
    assert entry.sides == (Side("victim", "Protesters (Iraq)"),)


def test_unidentified_attackers_are_described_and_nobody_is_accused():
    entry = read(violence(actor1="Unidentified Armed Group (Iraq)", inter1="3"))
    assert not entry.accused
    assert entry.sides[0] == Side("attackers", "Unidentified Armed Group (Iraq)")


def test_associates_stand_beside_their_actor():
    entry = read(make_acled_row(assoc_actor_1="Second Front; Third Front; Second Front"))
    names = [side.who.name for side in entry.sides]
    assert names[:3] == ["Northern Front (Iraq)", "Second Front", "Third Front"]


def test_associates_of_civilians_are_victims_in_words():
    entry = read(violence(assoc_actor_2="Journalists (Iraq)"))
    assert Side("victim", "Journalists (Iraq)") in entry.sides


@pytest.mark.parametrize(
    ("inter", "kind"),
    [
        ("1", "state_force"),
        ("State forces", "state_force"),
        ("2.0", "armed_group"),
        ("Rebel group", "armed_group"),
        ("Political militia", "militia"),
        ("Identity militia", "militia"),
        ("8", "organisation"),
        ("External/Other forces", "organisation"),
    ],
)
def test_codes_of_actors_are_read_as_numbers_and_as_words(inter, kind):
    assert read(make_acled_row(actor1="Somebody", inter1=inter)).sides[0].who.kind == kind


def test_a_word_that_is_no_type_of_actor_is_flagged():
    assert columns_of_flags(make_acled_row(inter1="Pirates")) == ["inter1"]


def test_an_event_with_one_actor_is_read():
    entry = read(make_acled_row(actor2="", inter2="0"))
    assert entry.title == "Armed clash, Northern Front (Iraq): Tall Ahmar"
    assert len(entry.sides) == 1


@pytest.mark.parametrize(
    ("kind", "of_kind", "incident_type"),
    [
        ("Battles", "Government regains territory", "armed_clash"),
        ("Explosions/Remote violence", "Suicide bomb", "suicide_bombing"),
        ("Explosions/Remote violence", "Remote explosive/landmine/IED", "ied"),
        ("Explosions/Remote violence", "Chemical weapon", "chemical_attack"),
        ("Explosions/Remote violence", "Air/drone strike", ""),
        ("Explosions/Remote violence", "Shelling/artillery/missile attack", ""),
        ("Violence against civilians", "Abduction/forced disappearance", "abduction"),
        ("Violence against civilians", "Sexual violence", ""),
        ("Strategic developments", "Disrupted weapons use", ""),
    ],
)
def test_a_type_is_ours_only_where_it_surely_is(kind, of_kind, incident_type):
    entry = read(make_acled_row(event_type=kind, sub_event_type=of_kind))
    assert entry.incident_type == incident_type
    assert entry.incident_type in ["", *IncidentType.values]
    assert entry.stated_type == f"{kind}: {of_kind}"
    assert {weapon for weapon, _ in entry.weapons} <= set(Weapon.values)


def test_a_disrupted_use_of_weapons_is_kept_with_its_outcome_unknown():
    row = make_acled_row(
        event_type="Strategic developments", sub_event_type="Disrupted weapons use"
    )
    assert (read(row).outcome, read(row).tags) == ("unknown", ("Disrupted weapons use",))


@pytest.mark.parametrize(
    ("kind", "of_kind"),
    [
        ("Protests", "Peaceful protest"),
        ("Riots", "Mob violence"),
        ("Strategic developments", "Agreement"),
    ],
)
def test_what_is_no_armed_attack_is_left_out(kind, of_kind):
    with pytest.raises(NotAnIncident, match=of_kind):
        read(make_acled_row(event_type=kind, sub_event_type=of_kind))


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"event_type": "Weather"}, "event_type"),
        ({"event_id_cnty": "99999"}, "event_id_cnty"),
        ({"event_id_cnty": ""}, "event_id_cnty"),
        ({"event_date": "28/09/2020"}, "event_date"),
        ({"event_date": "31 June 2020"}, "event_date"),
        ({"event_date": ""}, "event_date"),
        ({"fatalities": "-1"}, "fatalities"),
        ({"latitude": "95"}, "latitude"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_its_column(changed, column):
    with pytest.raises(Unreadable) as refused:
        read(make_acled_row(**changed))
    assert refused.value.column == column


def test_one_number_of_deaths_is_low_best_and_high_with_attackers_in_it():
    entry = read(make_acled_row())
    (count,) = entry.counts
    assert (count.low, count.best, count.high) == (3, 3, 3)
    assert entry.attackers_included == "yes"
    assert "attackers included" in entry.count_note


def test_no_number_of_deaths_is_no_count_and_zero_is_one():
    assert not read(make_acled_row(fatalities="")).counts
    assert read(make_acled_row(fatalities="0")).counts[0].best == 0


def test_notes_are_the_account_and_sources_the_locator():
    entry = read(make_acled_row(notes="Said [R1]."))
    assert (entry.account, entry.locator) == ("Said (R1).", "First Agency; Second Agency")


def test_tags_are_kept_with_the_mark_of_civilians():
    entry = read(violence(tags="women targeted: politicians; crowd size=no report"))
    assert entry.tags == (
        "women targeted: politicians",
        "crowd size=no report",
        "Civilian targeting",
    )


def test_the_time_of_the_last_edit_changes_nothing():
    assert read(make_acled_row(timestamp="1")) == read(make_acled_row(timestamp="2"))


def test_older_files_without_the_newer_columns_are_read():
    row = {name: text for name, text in make_acled_row().items() if name in COLUMNS_NEEDED}
    assert read(row).where.country == "IQ"
