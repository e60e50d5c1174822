"""What every view of the API does: read alone, answer JSON with an ETag, say who may keep it."""

import hashlib
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from rest_framework.views import APIView

FRESH_FOR = 60  # seconds for which anybody may keep a public answer without asking again


class ReadView(APIView):
    """A view that only reads. It answers with an HttpResponse of JSON text, already spelled."""

    http_method_names = ["get", "head", "options"]

    def options(self, request, *args, **kwargs) -> HttpResponse:
        return HttpResponse(status=204)

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        patch_vary_headers(response, ["Authorization", "Cookie", "Accept"])
        if response.status_code >= 400:
            patch_cache_control(response, no_store=True)
        elif _is_signed_in(request):
            patch_cache_control(response, private=True, no_cache=True)
        else:
            patch_cache_control(response, public=True, max_age=FRESH_FOR)
        return response


def answer(request: HttpRequest, body: str) -> HttpResponse:
    """Answer with JSON text, or with 304 to who has it already."""
    content = body.encode()
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type="application/json", headers={"ETag": etag})
    return get_conditional_response(request, etag=etag, response=response)


def spelled(members: dict[str, str]) -> str:
    """Spell an object whose members are JSON texts already."""
    return "{" + ",".join(f'"{name}":{text}' for name, text in members.items()) + "}"


def extended(body: str, members: dict[str, str]) -> str:
    """Add members, JSON texts already, to the text of an object that is not empty."""
    return f"{body[:-1]},{spelled(members)[1:]}"


def instant(moment: datetime) -> str:
    """Spell a time in UTC: `2020-09-28T20:10:05.123456Z`."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _is_signed_in(request) -> bool:
    """Whether somebody is; an answer that failed before that was known is kept by nobody."""
    return getattr(request, "_user", None) is None or request.user.is_authenticated
