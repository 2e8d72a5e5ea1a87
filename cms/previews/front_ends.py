"""A front end in the preview of the editor: what is typed, shown by the site on the API that readers know."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from cms.models.previews import FrontEnd, PreviewLink, TypedDraft
from cms.previews.addresses import filled, origin_of
from cms.previews.links import keep_typed, token_of

HERE, FRONT_END = "", "front-end"  # what a preview is shown by


@cache
def _types() -> dict[str, type]:
    """Return the types of pages that the API tells, by their names there."""
    found: dict[str, type] = import_string(settings.ITEMS_OF_THE_API)
    return found


def front_end_for(page: Any) -> FrontEnd | None:
    """Return the front end that can show a page, None where there is none or the API does not tell the page."""
    if not isinstance(page, tuple(_types().values())):
        return None
    return FrontEnd.objects.exclude(preview_address="").first()


def preview_modes(page: Any) -> list[tuple[str, str]]:
    """Return by what a page can be previewed, each with its name."""
    here = (HERE, _("This site"))
    front_end = front_end_for(page)
    return [here, (FRONT_END, front_end.name)] if front_end else [here]


def address_at(front_end: FrontEnd, page: Any, row: PreviewLink | TypedDraft) -> str:
    """Return where a front end shows a draft to who has this address."""
    name = next(name for name, model in _types().items() if isinstance(page, model))
    values = {"token": token_of(row), "type": name, "key": str(page.translation_key), "language": page.language}
    return filled(front_end.preview_address, values)


def framed(page: Any, request: HttpRequest) -> HttpResponse | None:
    """Answer with a front end that shows a page as it is in memory; None where there is none for it.

    In a frame, since Wagtail's panel reads what it shows, which a browser allows of this site's own pages alone.
    """
    front_end = front_end_for(page)
    if front_end is None:
        return None
    address = address_at(front_end, page, keep_typed(page, request.user))
    answer = render(request, "cms/previews/frame.html", {"address": address, "name": front_end.name, "page": page})
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    policy = {"frame-src": [origin_of(front_end.preview_address)]}
    setattr(answer, "_csp_replace", policy)  # noqa: B010  django-csp's own mark, which Django's types do not know
    return answer
