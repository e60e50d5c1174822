"""How the record is made: its rules, its words, its licences, how to cite it."""

from typing import Any

from config.vocabulary import VOCABULARIES
from ledger.pages import Page
from ledger.vocabularies import Vocabulary
from ledger.wording import capital

# Under which heading a vocabulary stands.
CHAPTERS = {
    "Attacks": ("incident_type", "outcome", "party_role", "weapon", "fate"),
    "Places and dates": ("place_type", "place_role", "precision", "date_precision"),
    "Claims": ("claim_status", "stance", "medium", "authenticity", "credibility"),
    "Attributions": ("attribution_status", "responsibility", "confidence", "basis"),
    "People hurt": (
        "count_outcome",
        "standing",
        "sex_age",
        "harm_from",
        "attackers_included",
        "report_relation",
    ),
    "Actors": (
        "actor_type",
        "name_type",
        "relation",
        "relation_inverse",
        "relation_confidence",
    ),
    "Events and statements": ("event_type", "statement_type", "provenance", "rendering_type"),
    "Promises": ("commitment_type", "commitment_state", "verdict"),
    "Links": ("link_type", "link_backward", "link_confidence"),
    "Sources": ("source_type", "reliability", "citation_credibility"),
    "Records": ("status", "audience"),
}


class AboutPage(Page):
    template_name = "about.html"
    section = "about"

    def get_context_data(self, **context) -> dict[str, Any]:
        edition = self.moment.edition
        return super().get_context_data(
            chapters=[
                {"title": title, "vocabularies": [listed(VOCABULARIES[name]) for name in names]}
                for title, names in CHAPTERS.items()
            ],
            edition=edition,
            edition_on=f"{self.moment.at:%-d %B %Y}" if self.moment.at else "",
            example=self.request.build_absolute_uri(f"/incidents/?as_of=edition:{edition}"),
            **context,
        )


def listed(vocabulary: Vocabulary) -> dict:
    """Return a vocabulary for the page: `{"name", "title", "words": [{"anchor", …}]}`."""
    return {
        "name": vocabulary.name,
        "title": vocabulary.title,
        "words": [
            {
                "anchor": f"{vocabulary.name}-{value}",
                "word": capital(word),
                "definition": vocabulary.definitions[value],
            }
            for value, word in vocabulary.words.items()
        ],
    }
