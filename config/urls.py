"""The site map."""

from django.contrib import admin
from django.urls import include, path, re_path

from config.health import healthz, readyz
from config.kinds import KINDS
from config.pages.history import HistoryPage, PublicationPage
from config.pages.incident import IncidentPage
from timeline.chronologies import ChronologyList, ChronologyPage
from timeline.events import EventPage
from timeline.promises import PromiseList
from timeline.statements import StatementPage
from timeline.views import TimelinePage

PAGE = r"(?P<public_id>I[1-9][0-9]{0,8})/(?:[^/]+/)?$"
HISTORY = r"^(?P<kinds_word>[a-z]+)/(?P<public_id>[A-Z][1-9][0-9]{0,8})/history/"

TIMELINE = [
    path("timeline/", TimelinePage.as_view(kinds=KINDS), name="list"),
    path("promises/", PromiseList.as_view(kinds=KINDS), name="promises"),
    path("chronologies/", ChronologyList.as_view(kinds=KINDS), name="chronologies"),
    re_path(
        r"^chronologies/(?P<public_id>C[1-9][0-9]{0,8})/$",
        ChronologyPage.as_view(kinds=KINDS),
        name="chronology",
    ),
    re_path(
        r"^events/(?P<public_id>E[1-9][0-9]{0,8})/$",
        EventPage.as_view(kinds=KINDS),
        name="event",
    ),
    re_path(
        r"^statements/(?P<public_id>S[1-9][0-9]{0,8})/$",
        StatementPage.as_view(kinds=KINDS),
        name="statement",
    ),
]

urlpatterns = [
    re_path(f"{HISTORY}$", HistoryPage.as_view(kinds=KINDS), name="history"),
    re_path(
        f"{HISTORY}(?P<number>[1-9][0-9]{{0,5}})/$",
        PublicationPage.as_view(kinds=KINDS),
        name="publication",
    ),
    re_path(f"^incidents/{PAGE}", IncidentPage.as_view(kinds=KINDS), name="incident"),
    path("", include((TIMELINE, "timeline"))),
    path("admin/", admin.site.urls),
    path("healthz", healthz),
    path("readyz", readyz),
]
