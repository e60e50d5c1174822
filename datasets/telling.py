"""How each format's codes become our fields, in the words of its dataset's page. Pure."""

CODES = {
    "ucdp": [
        ("date_start, date_end, date_prec", "The date: one day where date_prec is 1, else a span."),
        ("where_prec", "How exact the place is; the middle of a country is not drawn as a point."),
        ("side_a, side_b", "Parties to the fighting: the dataset does not say who attacked."),
        (
            "type_of_violence",
            "Kept in the dataset’s words; our type is not known. 3: side A attacked civilians.",
        ),
        ("low, best, high", "The dataset’s own count of the killed, as it states it."),
        ("deaths_civilians, deaths_a, deaths_b", "Parts of that count."),
    ],
    "acled": [
        ("event_date, time_precision", "The date: a day, some day of about a week, or a month."),
        ("geo_precision", "How exact the place is."),
        ("actor1, actor2", "Parties to the fighting: the order does not say who attacked."),
        (
            "event_type, sub_event_type",
            "Our type where one surely fits; the dataset’s own is kept.",
        ),
        ("fatalities", "One number, of everybody killed; nobody injured is counted."),
        ("source", "Where the dataset has it from, as the place in the source."),
    ],
    "gtd": [
        ("iyear, imonth, iday, approxdate", "The date as exact as it is; 0 is not known."),
        ("specificity, vicinity", "How exact the place is; the middle of an area is no point."),
        ("gname, guncertain", "Whom the dataset accuses, and whether it only suspects them."),
        ("claimed, claimmode, compclaim", "Claims, how they were made, and rival ones."),
        ("attacktype, weaptype", "Our type and weapons where one surely fits."),
        ("nkill, nwound, nkillter", "Killed and injured, attackers among them."),
    ],
}
OWN = [
    ("its columns", "What they mean was said when it was imported, by a mapping column by column.")
]


def codes(file_format: str | None) -> list[dict]:
    """Return what the columns of a format become: `{"columns", "becomes"}`."""
    return [
        {"columns": columns, "becomes": becomes}
        for columns, becomes in CODES.get(file_format or "", OWN)
    ]


def terms_of(document: dict) -> str:
    """Say under which terms a dataset's rows stand, in one line."""
    return " ".join(
        filter(None, [document["licence"] and f"{document['licence']}.", document["terms"]])
    )
