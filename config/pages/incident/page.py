"""The page of one incident: its documents, section by section, in the order of the questions."""

from urllib.parse import urlencode

from config.vocabulary import VOCABULARIES
from ledger.addresses import page_of
from ledger.foot import foot_of
from ledger.models import OPEN
from ledger.moments import Moment
from ledger.pages import Page

from .accusations import accusations
from .claims import claims
from .consequences import consequences
from .dataset import terms_line
from .facts import facts
from .happened import account, day_words, description, summary
from .hurt import hurt
from .material import Material, gather
from .particulars import particulars
from .recorded import recorded
from .said import said
from .where import locator_figure, place_words


class IncidentPage(Page):
    """Everything that is known of one incident, and who says it."""

    template_name = "incidents/detail.html"
    section = "incidents"

    def get_context_data(self, public_id: str, **address):
        material = gather(public_id, moment=self.moment, user=self.request.user, kinds=self.kinds)
        foot = foot_of(material.row, self.moment, self.request)
        foot["csv_url"] = f"/incidents/?{_alone(public_id, self.moment)}"
        canonical = self.request.build_absolute_uri(page_of(public_id))
        context = super().get_context_data(
            **address, **sections(material), foot=foot, canonical=canonical
        )
        if context["as_of"]:
            context["as_of"] |= {
                "changed": "" if material.row.until == OPEN else "Published again since",
                "diff_url": foot["history_url"],
            }
        return context


def _alone(public_id: str, moment: Moment) -> str:
    """Ask for the list of one incident as a file."""
    asked = {"as_of": moment.asked} if moment.asked else {}
    return urlencode({"id": public_id, "format": "csv", **asked})


def sections(material: Material) -> dict:
    """Make the sections in the order of the page, in which footnotes are numbered."""
    document, moment = material.document, material.reading.moment
    return {
        "title": document["title"],
        "description": description(document),
        "kicker": _kicker(material),
        "locator": locator_figure(material),
        "summary": summary(material),
        "facts": facts(material),
        "dataset": terms_line(material),
        "account": account(material),
        "particulars": particulars(material),
        "hurt": hurt(material),
        "claims": claims(material),
        "accusations": accusations(material),
        "quotes": said(material, on=moment.on),
        "consequences": consequences(material),
        "recorded": recorded(material),
        "sources": material.reading.sources(),
    }


def _kicker(material: Material) -> dict:
    document = material.document
    kind = document["type"]
    return {
        "type": VOCABULARIES["incident_type"].term(kind, "kicker") if kind else None,
        "place": place_words(material),
        "date": _date(material),
        "time": (document["date"] or {}).get("time") or "",
    }


def _date(material: Material) -> dict:
    date = material.document["date"]
    shown = material.reading.date(date) | {"note": ""}
    return {**shown, "text": day_words(date)} if date else shown
