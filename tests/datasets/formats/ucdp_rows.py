"""Rows in the form of UCDP GED, invented."""

COLUMNS = {
    "id": "4711",
    "year": "2014",
    "active_year": "1",
    "code_status": "Clear",
    "type_of_violence": "1",
    "side_a_new_id": "116",
    "side_a": "Government of Iraq",
    "gwnoa": "645",
    "side_b_new_id": "234",
    "side_b": "IS",
    "gwnob": "",
    "number_of_sources": "1",
    "source_article": '"Reuters,2014-01-25,Blast kills eight"',
    "source_office": "Reuters",
    "source_date": "2014-01-25",
    "source_headline": "Blast kills eight",
    "source_original": "police",
    "where_prec": "1",
    "where_coordinates": "Bayjī town",
    "where_description": "a market in Bayji",
    "adm_1": "Şalāḩ ad Dīn province",
    "adm_2": "Bayjī district",
    "latitude": "34.93",
    "longitude": "43.49",
    "country": "Iraq",
    "country_id": "645",
    "event_clarity": "1",
    "date_prec": "1",
    "date_start": "2014-01-24",
    "date_end": "2014-01-24",
    "deaths_a": "3",
    "deaths_b": "0",
    "deaths_civilians": "5",
    "deaths_unknown": "0",
    "best": "8",
    "high": "8",
    "low": "8",
}


ONE_SIDED = COLUMNS | {
    "type_of_violence": "3",
    "side_a": "IS",
    "side_a_new_id": "234",
    "gwnoa": "",
    "side_b": "Civilians",
    "side_b_new_id": "1",
    "deaths_a": "0",
    "best": "5",
    "high": "5",
    "low": "5",
}


def make_ucdp_row(**overrides: str) -> dict[str, str]:
    """Return a sound row of state-based conflict, but for what is overridden."""
    return COLUMNS | overrides


def one_sided(**overrides: str) -> dict[str, str]:
    """Return a sound row of one-sided violence: IS against civilians, five dead."""
    return ONE_SIDED | overrides
