"""How something that is being typed will be read."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBadRequest, JsonResponse
from django.http.response import HttpResponseBase

from cms.typed.fields import KINDS, said

LONGEST = 200


def said_of(request: HttpRequest) -> HttpResponseBase:
    """Answer with the words for what was typed, or with what is wrong about it."""
    kind, typed, places = (request.GET.get(name, "") for name in ("kind", "typed", "places"))
    if kind not in KINDS or len(typed) > LONGEST or (places and not (places.isascii() and places.isdecimal())):
        return HttpResponseBadRequest()
    try:
        return JsonResponse({"words": said(kind, typed, int(places) if places else None)})
    except ValidationError as error:
        return JsonResponse({"fault": " ".join(error.messages)})
