"""How each parameter of sources is said in a sentence."""

from ledger.narrowing import Phrase

from .definitions import VOCABULARIES
from .reading import LANGUAGES


def phrases_of() -> dict[str, Phrase]:
    """Say each parameter of sources in words, in the order of a sentence."""
    kinds, grades = (VOCABULARIES[name].words for name in ("source_type", "reliability"))
    return {
        "type": Phrase("of the type", kinds.__getitem__),
        "publisher": Phrase("published by", str, "an unknown publisher"),
        "language": Phrase("in", lambda code: LANGUAGES.get(code, code), "language not known"),
        "reliability": Phrase("of reliability", grades.__getitem__),
        "supports": Phrase("that support", str, "no record"),
        "q": Phrase("saying", "“{}”".format),
    }
