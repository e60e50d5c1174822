"""How each parameter of actors is said in a sentence."""

from ledger.narrowing import Phrase

from .countries import country_name
from .definitions import VOCABULARIES

PHRASES = {
    "type": Phrase("of the type", VOCABULARIES["actor_type"].words.__getitem__),
    "country": Phrase("of", country_name, "no country, or several"),
    "q": Phrase("called or described as", "“{}”".format),
}
