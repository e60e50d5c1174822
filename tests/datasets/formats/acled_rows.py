"""Rows in the form of ACLED, invented: its terms let no row of it stand here."""

COLUMNS = {
    "event_id_cnty": "IRQ99999",
    "event_date": "2020-09-28",
    "year": "2020",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Northern Front (Iraq)",
    "assoc_actor_1": "",
    "inter1": "2",
    "actor2": "Military Forces of Iraq (2020-)",
    "assoc_actor_2": "",
    "inter2": "1",
    "interaction": "12",
    "civilian_targeting": "",
    "iso": "368",
    "region": "Middle East",
    "country": "Iraq",
    "admin1": "Kirkuk",
    "admin2": "Daquq",
    "admin3": "",
    "location": "Tall Ahmar",
    "latitude": "35.5",
    "longitude": "44.3",
    "geo_precision": "1",
    "source": "First Agency; Second Agency",
    "source_scale": "National",
    "notes": "On 28 September, an invented fight took place.",
    "fatalities": "3",
    "tags": "",
    "timestamp": "1700000000",
}

VIOLENCE = {
    "event_type": "Violence against civilians",
    "sub_event_type": "Attack",
    "actor2": "Civilians (Iraq)",
    "inter2": "7",
    "civilian_targeting": "Civilian targeting",
}


def make_acled_row(**overrides: str) -> dict[str, str]:
    """Return a sound row of a battle, but for what is overridden."""
    return COLUMNS | overrides


def violence(**overrides: str) -> dict[str, str]:
    """Return a sound row of violence against civilians."""
    return COLUMNS | VIOLENCE | overrides
