"""Invented rows in the forms of UCDP GED, ACLED and the GTD, as dicts of text.

Nothing here is copied from a dataset: towns, groups and reports do not exist. Codes are of the
codebooks, and rows go through them in turn, so that a few rows hold every precision. They are the
same at every call; change a cell where a test needs something else.
"""

from datetime import date, timedelta

from datasets.reading.headers import UCDP_COLUMNS


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _numbered(text: str, last: int) -> tuple[str, ...]:
    """The names once for each number, which stands where they have an N: how the GTD lists."""
    return _names(" ".join(text.replace("N", str(number)) for number in range(1, last + 1)))


ACLED_COLUMNS = _names(
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
    "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region "
    "country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale "
    "notes fatalities tags timestamp"
)
# Version 19.1 as humanitarian pages hand it out: fewer columns, another order, low before best.
UCDP_19_COLUMNS = _names(
    "id year active_year start_year end_year type_of_violence conflict_new_id conflict_name "
    "dyad_new_id dyad_name side_a_new_id gwnoa side_a side_b_new_id gwnob side_b "
    "number_of_sources source_article source_office source_date source_headline source_original "
    "where_prec where_coordinates adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country "
    "country_id iso3 region event_clarity date_prec date_start date_end deaths_a deaths_b "
    "deaths_civilians deaths_unknown low best high"
)
GTD_COLUMNS = (
    *_names("eventid iyear imonth iday approxdate extended resolution country country_txt region"),
    *_names("region_txt provstate city latitude longitude specificity vicinity location summary"),
    *_names("crit1 crit2 crit3 doubtterr alternative alternative_txt multiple success suicide"),
    *_numbered("attacktypeN attacktypeN_txt", 3),
    *_numbered(
        "targtypeN targtypeN_txt targsubtypeN targsubtypeN_txt corpN targetN natltyN natltyN_txt", 3
    ),
    *_names("gname gsubname gname2 gsubname2 gname3 gsubname3 motive"),
    *_numbered("guncertainN", 3),
    *_names("individual nperps nperpcap claimed claimmode claimmode_txt claim2 claimmode2"),
    *_names("claimmode2_txt claim3 claimmode3 claimmode3_txt compclaim"),
    *_numbered("weaptypeN weaptypeN_txt weapsubtypeN weapsubtypeN_txt", 4),
    *_names("weapdetail nkill nkillus nkillter nwound nwoundus nwoundte property propextent"),
    *_names("propextent_txt propvalue propcomment ishostkid nhostkid nhostkidus nhours ndays"),
    *_names("divert kidhijcountry ransom ransomamt ransomamtus ransompaid ransompaidus"),
    *_names("ransomnote hostkidoutcome hostkidoutcome_txt nreleased addnotes"),
    *_numbered("sciteN", 3),
    *_names("dbsource INT_LOG INT_IDEO INT_MISC INT_ANY related"),
)
FIRST_DAY = date(2014, 1, 3)
TOWNS = ("Qaryat Şalāḩ", "Tell Numūr", "Wādī Zarqā’", "Bāb Sirdāb", "Ħamrīt")
EVENT_TYPES = (
    ("Battles", "Armed clash"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Violence against civilians", "Abduction/forced disappearance"),
    ("Strategic developments", "Disrupted weapons use"),
)


def ucdp_rows(count: int) -> list[dict[str, str]]:
    """Rows of GED 20.1 and later; types, precisions and tolls go through what the codebook has."""
    return [_ucdp_row(number) for number in range(count)]


def acled_rows(count: int) -> list[dict[str, str]]:
    return [_acled_row(number) for number in range(count)]


def gtd_rows(count: int) -> list[dict[str, str]]:
    """Rows of the GTD; every fourth has no known day, every third a claim."""
    return [_gtd_row(number) for number in range(count)]


def _place(number: int) -> tuple[str, str, str]:
    return TOWNS[number % len(TOWNS)], f"{33 + number % 9 / 8:.3f}", f"{43 + number % 7 / 8:.3f}"


def _texts(columns: tuple[str, ...], **cells: object) -> dict[str, str]:
    """A row of all columns, empty where no cell is given."""
    assert not cells.keys() - set(columns)
    return {column: str(cells.get(column, "")) for column in columns}


def _ucdp_row(number: int) -> dict[str, str]:
    town, latitude, longitude = _place(number)
    violence, precision = number % 3 + 1, number % 5 + 1
    first = FIRST_DAY + timedelta(days=number)
    last = first + timedelta(days=(0, 3, 6, 27, 200)[precision - 1])
    deaths = (number % 4, number % 3, number % 2, 1)
    side_a = "Government of Nowhere" if violence == 1 else "Northern Invented Front"
    side_b = ("Southern Invented Army", "Eastern Invented Army", "Civilians")[violence - 1]
    headline = f"Shots, it is said, near {town}; {number} heard"
    return _texts(
        UCDP_COLUMNS,
        id=300001 + number, relid=f"NOW-{first.year}-{violence}-7-{number}",
        year=first.year, active_year=1, code_status="Clear", type_of_violence=violence,
        conflict_dset_id=91, conflict_new_id=901, conflict_name="Nowhere: Government",
        dyad_dset_id=92, dyad_new_id=902 + violence, dyad_name=f"{side_a} - {side_b}",
        side_a_dset_id=93, side_a_new_id=910 + violence, side_a=side_a,
        side_b_dset_id=94, side_b_new_id=920 + violence, side_b=side_b,
        number_of_sources=1, source_office="Invented Wire", source_date=last,
        source_article=f'"Invented Wire,{last},{headline}"',
        source_headline=headline, source_original="police",
        where_prec=number % 7 + 1, where_coordinates=town, where_description=f"near {town}",
        adm_1="Invented province", adm_2="Invented district", priogrid_gid=176768,
        latitude=latitude, longitude=longitude, geom_wkt=f"POINT ({longitude} {latitude})",
        country="Iraq", country_id=645, region="Middle East", event_clarity=number % 2 + 1,
        date_prec=precision, date_start=first, date_end=last,
        deaths_a=deaths[0], deaths_b=deaths[1], deaths_civilians=deaths[2], deaths_unknown=1,
        best=sum(deaths), high=sum(deaths) + number % 4, low=max(sum(deaths) - 1, 0),
        gwnoa=645 if violence == 1 else "",
    )  # fmt: skip


def _acled_row(number: int) -> dict[str, str]:
    town, latitude, longitude = _place(number)
    event_type, sub_type = EVENT_TYPES[number % len(EVENT_TYPES)]
    day = FIRST_DAY + timedelta(days=number)
    return _texts(
        ACLED_COLUMNS,
        event_id_cnty=f"IRQ{90001 + number}", event_date=day, year=day.year,
        time_precision=number % 3 + 1, disorder_type="Political violence",
        event_type=event_type, sub_event_type=sub_type,
        actor1="Northern Invented Front", inter1="Rebel group",
        assoc_actor_1="Invented Youth; Invented Brigade" if number % 2 else "",
        actor2="Civilians (Nowhere)", inter2="Civilians",
        interaction="Rebel group-Civilians", civilian_targeting="Civilian targeting",
        iso=368, region="Middle East", country="Iraq", admin1="Invented province",
        location=town, latitude=latitude, longitude=longitude,
        geo_precision=number % 3 + 1, source="Invented Wire; Undisclosed Source",
        source_scale="Subnational", fatalities=number % 5, timestamp=1700000000 + number,
        notes=f"On {day}, so this row invents, shells fell near {town}.",
    )  # fmt: skip


def _gtd_row(number: int) -> dict[str, str]:
    town, latitude, longitude = _place(number)
    day = FIRST_DAY + timedelta(days=number)
    known_day = 0 if number % 4 == 3 else day.day
    is_claimed = number % 3 == 0
    return _texts(
        GTD_COLUMNS,
        eventid=f"{day.year}{day.month:02}{known_day:02}{number % 9000 + 1:04}",
        iyear=day.year, imonth=day.month, iday=known_day, extended=0,
        approxdate="" if known_day else f"{day:%B %Y}",
        country=95, country_txt="Iraq", region=10, region_txt="Middle East & North Africa",
        provstate="Invented province", city=town, latitude=latitude, longitude=longitude,
        specificity=number % 5 + 1, vicinity=number % 2,
        summary=f"An invented device went off near {town}; nobody real was hurt.",
        crit1=1, crit2=1, crit3=number % 2, doubtterr=0, multiple=0, success=1, suicide=0,
        attacktype1=3, attacktype1_txt="Bombing/Explosion",
        targtype1=14, targtype1_txt="Private Citizens & Property", target1="Market",
        natlty1=95, natlty1_txt="Iraq", gname="Unknown" if number % 2 else "Invented Cell",
        guncertain1=number % 2, individual=0, nperps=-99, nperpcap=0,
        claimed=int(is_claimed), claimmode=7 if is_claimed else "",
        claimmode_txt="Posted to website, blog, etc." if is_claimed else "",
        weaptype1=6, weaptype1_txt="Explosives", weapsubtype1=16,
        nkill=number % 6, nkillter=0, nwound=number % 11, property=-9, ishostkid=0,
        scite1=f'"Invented report {number}," Invented Wire, {day:%B %d, %Y}.',
        dbsource="Invented", INT_LOG=-9, INT_IDEO=-9, INT_MISC=0, INT_ANY=-9,
    )  # fmt: skip
