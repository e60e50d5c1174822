from .assertions import Attribution, Claim
from .casualties import CasualtyCount, CasualtyReport
from .exported import ExportedIncident
from .incident import Incident, IncidentPlace, Party, WeaponUse
from .places import Place, PlaceName
from .published import PublishedIncident, PublishedIncidentCountry, PublishedPlace

__all__ = [
    "Attribution",
    "CasualtyCount",
    "CasualtyReport",
    "Claim",
    "ExportedIncident",
    "Incident",
    "IncidentPlace",
    "Party",
    "Place",
    "PlaceName",
    "PublishedIncident",
    "PublishedIncidentCountry",
    "PublishedPlace",
    "WeaponUse",
]
