"""How a typed text is understood, asked while it is being typed."""

from django.http import HttpRequest, HttpResponse, JsonResponse

import dates.forms
import incidents.admin
import sources.admin

LONGEST = 5000
EXPLAIN = {
    "counts": incidents.admin.explain,
    "date": dates.forms.understood,
    "sources": sources.admin.explain,
}


def understood(request: HttpRequest) -> HttpResponse:
    """Answer `?what=counts|date|sources&text=…` with `understood` or `refused`, a sentence."""
    what, text = request.GET.get("what"), request.GET.get("text", "")
    if what not in EXPLAIN or set(request.GET) - {"what", "text"} or len(text) > LONGEST:
        sentence = f"Give what={'|'.join(EXPLAIN)} and a text of up to {LONGEST} characters."
        return JsonResponse({"refused": sentence}, status=400)
    if not text.strip():
        return JsonResponse({"understood": ""})
    try:
        return JsonResponse({"understood": EXPLAIN[what](text.replace("\x00", " "))})
    except ValueError as error:
        return JsonResponse({"refused": str(error)})
