"""The addresses of the API: the one router."""

from django.urls import path, re_path, register_converter

from ledger.identity import PUBLIC_ID

from .described import DocsView, SchemaView
from .details import CommitmentView, DetailView
from .lists import CommitmentListView, ListView
from .root import NothingView, RootView
from .search import SearchView
from .served import (
    ACTORS,
    CHRONOLOGIES,
    COMMITMENTS,
    DATASETS,
    EVENTS,
    INCIDENTS,
    PLACES,
    SOURCES,
    STATEMENTS,
)


class PublicId:
    """The id of a record: I123."""

    regex = PUBLIC_ID.pattern

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class CommitmentId(PublicId):
    """The id of a commitment: that of its statement, and its number there."""

    regex = rf"{PUBLIC_ID.pattern}\.[1-9][0-9]{{0,8}}"


register_converter(PublicId, "public_id")
register_converter(CommitmentId, "commitment_id")

app_name = "api"

urlpatterns = [
    path("", RootView.as_view(), name="root"),
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocsView.as_view(), name="docs"),
    path("search/", SearchView.as_view(), name="search"),
    path(
        "commitments/",
        CommitmentListView.as_view(served=COMMITMENTS),
        name="commitments-list",
    ),
    path(
        "commitments/<commitment_id:public_id>/",
        CommitmentView.as_view(served=COMMITMENTS),
        name="commitments-detail",
    ),
]

for served in (INCIDENTS, ACTORS, EVENTS, STATEMENTS, SOURCES, PLACES, CHRONOLOGIES, DATASETS):
    urlpatterns += [
        path(f"{served.path}/", ListView.as_view(served=served), name=f"{served.path}-list"),
        path(
            f"{served.path}/<public_id:public_id>/",
            DetailView.as_view(served=served),
            name=f"{served.path}-detail",
        ),
    ]

# Whatever else ends in a slash is refused in JSON; without one, Django looks for it with one.
urlpatterns.append(re_path(r"^.*/$", NothingView.as_view()))
