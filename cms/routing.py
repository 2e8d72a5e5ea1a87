"""An address resolved to its page in two queries, however deep it lies."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest
from django.urls import Resolver404, resolve
from django.utils import timezone
from wagtail.models import Page

from cms.visibility import is_in_library, restricted

PAGES = "wagtail_serve"  # the name of the route that serves pages; those before it answer first


def is_of_a_route(address: str) -> bool:
    """Tell whether something else than a page answers at an address, so that a page there would never be read."""
    try:
        return resolve(address).url_name != PAGES
    except Resolver404:  # no address at all: what is wrong with it is the field's to tell
        return False


def page_at(request: HttpRequest) -> tuple[Page, bool]:
    """Return the live page at the request's path, as its own type, and whether it is restricted.

    A page's `url_path` is its public address, so no level of the tree is walked; its last part is the slug,
    which has an index. Aliases never answer: they would show another language's text. Raises Http404 where
    nothing of the library is published.
    """
    if not is_in_library(request.path_info):
        raise Http404
    slug = request.path_info.rstrip("/").rpartition("/")[2]
    try:
        found = (
            Page.objects.annotate(is_restricted=restricted())
            .filter(slug=slug, url_path=request.path_info, live=True, alias_of__isnull=True, depth__gt=1)
            .values_list("pk", "content_type_id", "is_restricted", "expire_at")
            .first()
        )
    except ValueError as error:  # a NUL in the path
        raise Http404 from error
    if found is None:
        raise Http404
    pk, content_type, is_restricted, expire_at = found
    if expire_at is not None and expire_at <= timezone.now():
        raise Http404
    model = ContentType.objects.get_for_id(content_type).model_class()
    if model is None:
        raise Http404
    page = model._default_manager.select_related("locale").get(pk=pk)
    return page, bool(is_restricted)
