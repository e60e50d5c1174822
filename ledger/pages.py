"""What every page does: read the moment, refuse kindly, say as of when it is read."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.generic import TemplateView

from . import moments
from .exporting import asking
from .exporting.answering import answer as file_of
from .exporting.linking import links
from .exporting.tables import Takeaway
from .facets import facets
from .filters import BadParameters, StrictFilterSet, cleaned
from .kinds import Kinds
from .listing import Listing
from .moments import Moment, NotAMoment
from .reading import NotPublished, Withdrawn

HTML = "html"
FOREIGN = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")


class Page(TemplateView):
    """A page of the record, read at a moment. `parameters` names what may stand behind its `?`.

    Subclasses say what they show in `get_context_data`; `self.moment` and `self.kinds` are theirs.
    """

    http_method_names: ClassVar = ["get", "head", "options"]
    kinds: Kinds | None = None
    section = ""
    parameters: tuple[str, ...] = ("as_of",)
    moment: Moment

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if foreign := [name for name in request.GET if name.startswith(FOREIGN)]:
            return _without(request, foreign)
        try:
            self.moment = self.read_moment()
            response = super().dispatch(request, *args, **kwargs)
            if isinstance(response, TemplateResponse):
                response.render()
        except BadParameters as error:
            response = self._refusal("400.html", 400, {"problems": error.problems})
        except NotPublished as error:
            response = self._refusal("404.html", 404, {"sentence": str(error)})
        except Withdrawn as error:
            response = self._refusal("410.html", 410, {"publication": error.publication})
        _say_who_may_keep(response, request.user)
        return response

    def read_moment(self) -> Moment:
        """Read `as_of`; BadParameters for it or for any parameter that this page does not know."""
        data = cleaned(self.request.GET, self.parameters)
        try:
            return moments.resolve(data.get("as_of", ""))
        except NotAMoment as error:
            raise BadParameters({"as_of": str(error)}) from error

    def get_context_data(self, **context) -> dict[str, Any]:
        return super().get_context_data(
            section=self.section, as_of=self.banner(), moment=self.moment, **context
        )

    def banner(self) -> dict | None:
        """Say as of when the page is read; None when it is read now."""
        if not self.moment.asked:
            return None
        at = f"{self.moment.at:%-d %B %Y, %H:%M UTC}" if self.moment.at else "before the beginning"
        data = self.request.GET.copy()
        data.pop("as_of", None)
        query = f"?{data.urlencode()}" if data else ""
        return {
            "text": f"{self.moment.on:%-d %B %Y} (edition {self.moment.edition}, of {at})"
            if self.moment.edition
            else "that day: nothing had been published yet",
            "now_url": f"{self.request.path}{query}",
            "changed": "",
            "diff_url": "",
        }

    def _refusal(self, template: str, status: int, context: dict) -> HttpResponse:
        context |= {"section": self.section, "request_path": self.request.path}
        return self.response_class(
            self.request, [template], context, using=self.template_engine, status=status
        ).render()


class ListPage(Page):
    """A list with its filter. The same parameters, and the same set, as the API's list."""

    filters: type[StrictFilterSet]
    limit = 50
    takeaway: Takeaway | None = None
    listing: Listing

    def read_moment(self) -> Moment:
        is_file = self.takeaway and self.format_asked() != HTML
        self.listing = Listing(
            self.request.GET,
            filters=self.filters,
            user=self.request.user,
            limit=self.limit,
            limit_at_most=asking.LIMIT_AT_MOST if is_file else 1000,
            also=asking.PARAMETERS if self.takeaway else (),
        )
        return self.listing.moment

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        """Answer with the page, or with the list in the format asked for."""
        if self.takeaway is None:
            return super().get(request, *args, **kwargs)
        asked = asking.read(self.listing, self.takeaway, self.format_asked(), usual=HTML)
        if asked is None:
            return super().get(request, *args, **kwargs)
        return file_of(request, self.listing, self.takeaway, asked)

    def format_asked(self) -> str:
        return asking.format_asked(self.request, HTML, "text/html")

    def get_context_data(self, **context) -> dict[str, Any]:
        files = links(self.listing, self.takeaway) if self.takeaway else None
        return super().get_context_data(files=files, **context)

    def facet_counts(self) -> dict[str, list[dict]]:
        return facets(self.listing, list(self.filters.facets))

    def count_text(self, one: str, many: str) -> str:
        """Say how many there are: "45 incidents", "more than 10,000 incidents"."""
        if not self.listing.count_is_exact:
            return f"more than {self.listing.count - 1:,} {many}"
        return f"{self.listing.count:,} {one if self.listing.count == 1 else many}"

    def pagination(self, shown: str) -> dict:
        following = self.listing.next
        return {
            "shown": shown,
            "next_url": following and f"?{self.listing.changed(cursor=str(following))}",
            "first_url": self.listing.cursor and f"?{self.listing.changed()}",
        }


def _say_who_may_keep(response: HttpResponseBase, user) -> None:
    """Let anybody keep a public page for a minute; nobody a refusal, which may soon be untrue."""
    patch_vary_headers(response, ["Authorization", "Cookie", "Accept"])
    if response.status_code >= 400:
        patch_cache_control(response, no_store=True)
    elif user.is_authenticated:
        patch_cache_control(response, private=True, no_cache=True)
    else:
        patch_cache_control(response, public=True, max_age=60)


def _without(request: HttpRequest, names: list[str]) -> HttpResponseRedirect:
    """Send readers who followed a tracked link to the address itself."""
    data = request.GET.copy()
    for name in names:
        del data[name]
    query = f"?{data.urlencode()}" if data else ""
    return HttpResponseRedirect(f"{request.path}{query}")
