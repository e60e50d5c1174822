"""Handing out archived files of sources, to those who may see sources in the admin."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404

from sources.captures import EXTENSIONS, path_of
from sources.models import Capture


def capture(request: HttpRequest, pk: int) -> FileResponse:
    """Send a file to be kept, never to be shown: what is in it is not ours."""
    if not request.user.has_perm("sources.view_source"):
        raise PermissionDenied
    found = get_object_or_404(Capture.objects.select_related("source"), pk=pk)
    kept = path_of(found.file)
    if not found.file or not kept.is_file():
        raise Http404("This copy has no file.")
    name = f"{found.source.public_id}-{found.key}{EXTENSIONS[found.media_type]}"
    response = FileResponse(
        kept.open("rb"), as_attachment=True, filename=name, content_type=found.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
