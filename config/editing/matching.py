"""The workbench of matches: a queue, and two records side by side with the verdicts on them."""

import re
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from datasets.matching.deciding import decide
from datasets.matching.queue import OURS, behind, queue
from datasets.models import Dataset, Match, Verdict
from ledger.errors import LedgerError

from .pair import pair, score_words, side_of

A_PAGE = 50
COUNTED_TO = 10_000
MAY = "incidents.change_incident"
NUMBER = re.compile(r"[0-9]{1,18}", re.ASCII)
PLACE = re.compile(r"([01]\.[0-9]{1,20}):([0-9]{1,18})", re.ASCII)
ANY = "any"


class QueueForm(forms.Form):
    """Which matches an editor wants to see."""

    verdict = forms.ChoiceField(
        choices=[*Verdict.choices, (ANY, "all")], required=False, label="Verdict"
    )
    dataset = forms.ChoiceField(required=False, label="With a record of")
    date_from = forms.DateField(required=False, label="Attack on or after")
    date_to = forms.DateField(required=False, label="Attack on or before")

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.names = {OURS: "our own", **dict(_dataset_names())}
        self.fields["dataset"].choices = [("", "any dataset"), *self.names.items()]
        for name in ("date_from", "date_to"):
            self.fields[name].widget = forms.DateInput(attrs={"type": "date"})

    def matches(self) -> QuerySet[Match]:
        """Return the queue asked for; an empty one where the form was refused."""
        if not self.is_valid():
            return Match.objects.none()
        asked = self.cleaned_data
        verdict = asked["verdict"] or Verdict.PROPOSED
        return queue(
            verdict="" if verdict == ANY else verdict,
            dataset=asked["dataset"],
            day_from=asked["date_from"],
            day_to=asked["date_to"],
        )

    def query(self) -> str:
        """Return the filter as it stands in addresses."""
        return urlencode({name: self.data[name] for name in self.fields if self.data.get(name)})

    def name_of(self, dataset: str) -> str:
        return self.names.get(dataset or OURS, dataset)


class DecisionForm(forms.Form):
    """A verdict, seen from the version of the match that the editor looked at."""

    FIRST, SECOND = "first_is_part", "second_is_part"

    verdict = forms.ChoiceField(
        choices=[
            (Verdict.SAME, "The same attack"),
            (FIRST, "The left is part of the right"),
            (SECOND, "The right is part of the left"),
            (Verdict.DIFFERENT, "Different attacks"),
            (Verdict.PROPOSED, "Take back"),
        ]
    )
    note = forms.CharField(required=False, max_length=2000, strip=True)
    seen = forms.IntegerField(min_value=0, max_value=2_000_000_000)

    def apply(self, match: Match, by) -> Match:
        """Decide; EditConflict if somebody did meanwhile."""
        chosen = self.cleaned_data["verdict"]
        part = {self.FIRST: match.first_id, self.SECOND: match.second_id}.get(chosen)
        return decide(
            match_id=match.pk,
            seen=self.cleaned_data["seen"],
            verdict=Verdict.PART_OF if part else chosen,
            part_id=part,
            note=self.cleaned_data["note"],
            by=by,
        )


def match_queue(request: HttpRequest) -> HttpResponse:
    """List matches, the likeliest first."""
    _refuse_unless_editor(request)
    form = QueueForm(request.GET)
    found = form.matches()
    rows = list(_from_cursor(found, request.GET.get("after", ""))[: A_PAGE + 1])
    last = rows[A_PAGE - 1] if len(rows) > A_PAGE else None
    context = {
        "title": "Matches between datasets",
        "form": form,
        "query": form.query(),
        "rows": [_row(match, form) for match in rows[:A_PAGE]],
        "after": f"{last.score}:{last.pk}" if last else "",
        "count": found[: COUNTED_TO + 1].count(),
        "counted_to": COUNTED_TO,
        "nothing_proposed": not Match.objects.exists(),
        "before": _decided_before(request),
    }
    return _page(request, "admin/matching_queue.html", context)


def match_pair(request: HttpRequest, pk: int) -> HttpResponse:
    """Show two records side by side; take a verdict and go on to the next pair of the queue."""
    _refuse_unless_editor(request)
    match = Match.objects.select_related("first", "second", "part", "decided_by").filter(pk=pk)
    match = match.first()
    if match is None:
        raise Http404("There is no such match.")
    if request.method == "POST":
        return _decide(request, match)
    listed = QueueForm(request.GET)
    context = {
        "title": f"{match.first.public_id} and {match.second.public_id}: one attack?",
        "match": match,
        "query": listed.query(),
        "next": _next(listed, match),
        "before": _decided_before(request),
        "decisions": match.decisions.select_related("by", "part").order_by("-edition"),
        **pair(match, request.user),
    }
    return _page(request, "admin/matching_pair.html", context)


def _decide(request: HttpRequest, match: Match) -> HttpResponse:
    """Decide and lead on to the next pair; back to this one where it was refused or taken back."""
    listed, form = QueueForm(request.GET), DecisionForm(request.POST)
    here = _address(listed, match)
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return HttpResponseRedirect(here)
    following = _next(listed, match)
    try:
        decided = form.apply(match, request.user)
    except LedgerError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(here)
    if decided.verdict == Verdict.PROPOSED:
        return HttpResponseRedirect(here)
    return HttpResponseRedirect(_address(listed, following, decided=match.pk))


def _address(listed: QueueForm, match: Match | None, **more) -> str:
    """Return where a pair is shown within its queue; the queue itself without a pair."""
    if match is None:
        path = reverse("admin:match_queue")
    else:
        path = reverse("admin:match_pair", args=[match.pk])
    query = "&".join(filter(None, [listed.query(), urlencode(more)]))
    return f"{path}?{query}" if query else path


def _next(listed: QueueForm, match: Match) -> Match | None:
    """Return the pair after this one, else the first of the queue; None where nothing is left."""
    found = listed.matches().exclude(pk=match.pk)
    return behind(found, match.score, match.pk).first() or found.first()


def _decided_before(request: HttpRequest) -> Match | None:
    """Return the match that was decided on the page before, to be taken back."""
    number = request.GET.get("decided", "")
    if not NUMBER.fullmatch(number):
        return None
    found = Match.objects.select_related("first", "second", "part")
    return found.filter(pk=number).exclude(verdict=Verdict.PROPOSED).first()


def _from_cursor(found: QuerySet[Match], after: str) -> QuerySet[Match]:
    """Begin behind a place in the queue; at its beginning where the text is no place."""
    place = PLACE.fullmatch(after)
    return behind(found, float(place[1]), int(place[2])) if place else found


def _row(match: Match, form: QueueForm) -> dict:
    return {
        "match": match,
        "score": score_words(match.score),
        "sides": [
            {"record": match.first, "dataset": form.name_of(match.first_dataset)},
            {"record": match.second, "dataset": form.name_of(match.second_dataset)},
        ],
        "sentences": [
            part["sentence"] for part in match.parts if side_of(part["points"]) != "neither"
        ],
    }


def _dataset_names() -> QuerySet:
    return Dataset.objects.order_by("title").values_list("public_id", "title")


def _refuse_unless_editor(request: HttpRequest) -> None:
    if not request.user.has_perm(MAY):
        raise PermissionDenied


def _page(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    return TemplateResponse(request, template, {**admin.site.each_context(request), **context})
