"""The pages of releases, and their files."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.generic import View

from ledger.exporting.licensing import LICENCE, with_rows_of
from ledger.filters import cleaned
from ledger.pages import Page
from ledger.reading import NotPublished

from .releases import MANIFEST, SUMS, Release, address_of, find_release, releases

KEPT_FOR = 31_536_000  # seconds: what never changes may be kept for a year
MEDIA_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".ndjson": "application/x-ndjson",
}
UNITS = ("bytes", "kB", "MB", "GB")


class ReleaseList(Page):
    """Every release, the newest first."""

    template_name = "releases/list.html"
    section = "datasets"

    def get_context_data(self, **context) -> dict[str, Any]:
        return super().get_context_data(releases=list(map(summary, releases())), **context)


class ReleasePage(Page):
    """One release: its files, each with its size and sha256."""

    template_name = "releases/detail.html"
    section = "datasets"

    def get_context_data(self, name: str, **context) -> dict[str, Any]:
        release = find_release(name)
        if release is None:
            raise NotPublished(f"There is no release {name}.")
        shown = summary(release)
        return super().get_context_data(
            release={**shown, "citation": self.cited(release)},
            files=[_file(release, one) for one in release.manifest["files"]],
            sums_url=f"{address_of(release.name)}{SUMS}",
            manifest_url=f"{address_of(release.name)}{MANIFEST}",
            datasets=[with_rows_of(one) for one in release.manifest["datasets"]],
            **context,
        )

    def cited(self, release: Release) -> str:
        """Give the citation with the whole address of this page, where the files have the path."""
        path = address_of(release.name)
        whole = self.request.build_absolute_uri(path)
        return release.manifest["citation"].replace(f" {path}", f" {whole}")


class ReleaseFile(View):
    """A file of a release, which is never another."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, name: str, file: str) -> HttpResponseBase:
        cleaned(request.GET, ())
        release = find_release(name)
        stated = release and release.file(file)
        if not stated and not (release and file in (MANIFEST, SUMS)):
            raise Http404
        etag = f'"{stated["sha256"]}"' if stated else None
        response = get_conditional_response(request, etag=etag) or _answer(release, file, etag)
        patch_cache_control(response, public=True, max_age=KEPT_FOR, immutable=True)
        return response


def summary(release: Release) -> dict:
    """Return what a line of the list of releases shows."""
    manifest = release.manifest
    return {
        "name": release.name,
        "url": address_of(release.name),
        "edition": manifest["edition"],
        "edition_on": _day(manifest["published_at"]),
        "made_on": _day(manifest["made_at"]),
        "count": len(manifest["files"]),
        "size": size_words(sum(one["bytes"] for one in manifest["files"])),
        "citation": manifest["citation"],
        "licence": manifest["licence"],
        "is_ours_alone": manifest["licence"] == LICENCE,
    }


def size_words(count: int) -> str:
    """Say a number of bytes: "512 bytes", "1.4 MB"."""
    number, unit = float(count), 0
    while number >= 1000 and unit < len(UNITS) - 1:
        number, unit = number / 1000, unit + 1
    return f"{number:.0f} {UNITS[unit]}" if unit == 0 else f"{number:.1f} {UNITS[unit]}"


def _answer(release: Release, file: str, etag: str | None) -> FileResponse:
    """Answer with a file; it is listed in the manifest, and lies where it should."""
    path = (release.folder / file).resolve()
    if path.parent != release.folder.resolve() or not path.is_file():
        raise Http404
    media_type = MEDIA_TYPES.get(Path(file).suffix, "text/plain; charset=utf-8")
    headers = {"ETag": etag} if etag else {}
    name = f"aftermath-{release.name}-{file}"
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=name, content_type=media_type, headers=headers
    )


def _file(release: Release, stated: dict) -> dict:
    return {
        **stated,
        "url": f"{address_of(release.name)}{stated['name']}",
        "size": size_words(stated["bytes"]),
    }


def _day(moment: str) -> str:
    return f"{datetime.fromisoformat(moment):%-d %B %Y}"
