"""What is known of the field's datasets: their names, terms and words of attribution.

UCDP GED is under CC BY 4.0. ACLED and GTD forbid passing rows on: users import their own copies,
for members alone. Whoever imports may say otherwise of a dataset that is not listed here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """A dataset's name and terms; `may_be_passed_on` decides who sees its rows."""

    short_name: str
    title: str
    publisher: str = ""
    address: str = ""
    licence: str = ""
    licence_address: str = ""
    attribution: str = ""
    terms: str = ""
    may_be_passed_on: bool = False


KNOWN = {
    "ucdp": Terms(
        short_name="ucdp-ged",
        title="UCDP Georeferenced Event Dataset",
        publisher="Uppsala Conflict Data Program",
        address="https://ucdp.uu.se/downloads/",
        licence="CC BY 4.0",
        licence_address="https://creativecommons.org/licenses/by/4.0/",
        attribution="UCDP Georeferenced Event Dataset (GED), version {release}, Uppsala Conflict "
        "Data Program, Uppsala University, CC BY 4.0.",
        terms="May be passed on if UCDP and the version are named.",
        may_be_passed_on=True,
    ),
    "acled": Terms(
        short_name="acled",
        title="Armed Conflict Location and Event Data",
        publisher="ACLED",
        address="https://acleddata.com/",
        licence="ACLED terms of use",
        licence_address="https://acleddata.com/terms-and-conditions/",
        attribution="ACLED, acleddata.com; accessed as {release}.",
        terms="Rows may not be passed on, nor used for a product that competes with ACLED. "
        "ACLED must be named wherever its data is used. Shown to members of this site alone.",
    ),
    "gtd": Terms(
        short_name="gtd",
        title="Global Terrorism Database",
        publisher="START, University of Maryland",
        address="https://www.start.umd.edu/gtd/",
        licence="GTD end user agreement",
        licence_address="https://www.start.umd.edu/download-global-terrorism-database",
        attribution="START (National Consortium for the Study of Terrorism and Responses to "
        "Terrorism), Global Terrorism Database, {release}.",
        terms="Neither rows nor the codebook may be passed on or displayed to the public; no "
        "commercial use. Shown to members of this site alone.",
    ),
}
