"""The site map."""

from django.contrib import admin
from django.urls import path, re_path

from config.health import healthz, readyz
from config.kinds import KINDS
from config.pages.history import HistoryPage, PublicationPage
from config.pages.incident import IncidentPage

PAGE = r"(?P<public_id>I[1-9][0-9]{0,8})/(?:[^/]+/)?$"
HISTORY = r"^(?P<kinds_word>[a-z]+)/(?P<public_id>[A-Z][1-9][0-9]{0,8})/history/"

urlpatterns = [
    re_path(f"{HISTORY}$", HistoryPage.as_view(kinds=KINDS), name="history"),
    re_path(
        f"{HISTORY}(?P<number>[1-9][0-9]{{0,5}})/$",
        PublicationPage.as_view(kinds=KINDS),
        name="publication",
    ),
    re_path(f"^incidents/{PAGE}", IncidentPage.as_view(kinds=KINDS), name="incident"),
    path("admin/", admin.site.urls),
    path("healthz", healthz),
    path("readyz", readyz),
]
