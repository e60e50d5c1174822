"""The page of one incident: its documents, section by section, in the order of the questions."""

from config.vocabulary import VOCABULARIES
from ledger.pages import Page

from .accusations import accusations
from .claims import claims
from .consequences import consequences
from .facts import facts
from .foot import foot, json_address, since_then, sources
from .hurt import hurt
from .material import Material, gather
from .particulars import account, description, particulars, summary
from .said import said
from .where import locator_figure, place_words


class IncidentPage(Page):
    """Everything that is known of one incident, and who says it."""

    template_name = "incidents/detail.html"
    section = "incidents"

    def get_context_data(self, public_id: str, **address):
        material = gather(public_id, moment=self.moment, user=self.request.user, kinds=self.kinds)
        site = f"{self.request.scheme}://{self.request.get_host()}"
        context = super().get_context_data(**address, **sections(material, site=site))
        if context["as_of"]:
            context["as_of"] |= {
                "changed": since_then(material),
                "diff_url": f"/incidents/{public_id}/history/",
            }
        return context


def sections(material: Material, *, site: str) -> dict:
    """Make the sections in the order of the page, in which footnotes are numbered."""
    document, moment = material.document, material.reading.moment
    return {
        "title": document["title"],
        "description": description(document),
        "canonical": f"{site}/incidents/{document['id']}/",
        "json_url": json_address(material),
        "kicker": _kicker(material),
        "locator": locator_figure(material),
        "summary": summary(material),
        "facts": facts(material),
        "account": account(material),
        "particulars": particulars(material),
        "hurt": hurt(material),
        "claims": claims(material),
        "accusations": accusations(material),
        "quotes": said(material, on=moment.on),
        "consequences": consequences(material),
        "sources": sources(material),
        "foot_of_record": foot(material, site=site),
    }


def _kicker(material: Material) -> dict:
    document = material.document
    kind = document["type"]
    return {
        "type": VOCABULARIES["incident_type"].term(kind, "kicker") if kind else None,
        "place": place_words(material),
        "date": material.reading.date(document["date"]) | {"note": ""},
        "time": (document["date"] or {}).get("time") or "",
    }
