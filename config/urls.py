"""The site map."""

from django.contrib import admin
from django.urls import include, path, re_path

from actors.views import ActorList
from config.health import healthz, readyz
from config.kinds import KINDS
from config.pages.about import AboutPage
from config.pages.actor import ActorPage
from config.pages.codebook import CodebookPage
from config.pages.history import HistoryPage, PublicationPage
from config.pages.home import HomePage
from config.pages.incident import IncidentPage
from config.pages.place import PlacePage
from config.pages.search import SearchPage
from config.pages.source import SourcePage
from datasets.release_views import ReleaseFile, ReleaseList, ReleasePage
from datasets.views import DatasetList, DatasetPage
from incidents.views import IncidentList
from sources.views import SourceList
from timeline.chronologies import ChronologyList, ChronologyPage
from timeline.events import EventPage
from timeline.promises import PromiseList
from timeline.statements import StatementPage
from timeline.views import TimelinePage

HISTORY = r"^(?P<kinds_word>[a-z]+)/(?P<public_id>[A-Z][1-9][0-9]{0,8})/history/"

INCIDENTS = [
    path("incidents/", IncidentList.as_view(kinds=KINDS), name="list"),
    re_path(
        r"^incidents/(?P<public_id>I[1-9][0-9]{0,8})/(?:[-\w]+/)?$",
        IncidentPage.as_view(kinds=KINDS),
        name="detail",
    ),
]

ACTORS = [
    path("actors/", ActorList.as_view(kinds=KINDS), name="list"),
    re_path(
        r"^actors/(?P<public_id>A[1-9][0-9]{0,8})/$",
        ActorPage.as_view(kinds=KINDS),
        name="detail",
    ),
]

SOURCES = [
    path("sources/", SourceList.as_view(kinds=KINDS), name="list"),
    re_path(
        r"^sources/(?P<public_id>R[1-9][0-9]{0,8})/$",
        SourcePage.as_view(kinds=KINDS),
        name="detail",
    ),
]

DATASETS = [
    path("datasets/", DatasetList.as_view(kinds=KINDS), name="list"),
    re_path(
        r"^datasets/(?P<public_id>D[1-9][0-9]{0,8})/$",
        DatasetPage.as_view(kinds=KINDS),
        name="detail",
    ),
]

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

RELEASE = r"^datasets/releases/(?P<name>[0-9a-z][0-9a-z.-]{0,39})/"
RELEASES = [
    path("datasets/releases/", ReleaseList.as_view(kinds=KINDS), name="list"),
    re_path(f"{RELEASE}$", ReleasePage.as_view(kinds=KINDS), name="detail"),
    re_path(
        f"{RELEASE}(?P<file>[0-9A-Za-z][0-9A-Za-z_.-]{{0,79}})$",
        ReleaseFile.as_view(),
        name="file",
    ),
]

urlpatterns = [
    path("", HomePage.as_view(kinds=KINDS), name="home"),
    re_path(f"{HISTORY}$", HistoryPage.as_view(kinds=KINDS), name="history"),
    re_path(
        f"{HISTORY}(?P<number>[1-9][0-9]{{0,5}})/$",
        PublicationPage.as_view(kinds=KINDS),
        name="publication",
    ),
    path("", include((INCIDENTS, "incidents"))),
    path("", include((TIMELINE, "timeline"))),
    path("", include((ACTORS, "actors"))),
    path("", include((SOURCES, "sources"))),
    path("", include((DATASETS, "datasets"))),
    re_path(
        r"^places/(?P<public_id>P[1-9][0-9]{0,8})/$",
        PlacePage.as_view(kinds=KINDS),
        name="place",
    ),
    path("search/", SearchPage.as_view(kinds=KINDS), name="search"),
    path("about/", AboutPage.as_view(kinds=KINDS), name="about"),
    path("", include((RELEASES, "releases"))),
    path("codebook/", CodebookPage.as_view(kinds=KINDS), name="codebook"),
    path("api/v1/", include("config.api.urls")),
    path("admin/", admin.site.urls),
    path("healthz", healthz),
    path("readyz", readyz),
]

handler400 = "config.failures.bad_request"
handler403 = "config.failures.forbidden"
handler404 = "config.failures.not_found"
handler500 = "config.failures.server_error"
