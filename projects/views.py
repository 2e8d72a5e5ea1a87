"""Files that a page of the library offers beside itself: its dates for a calendar, its citation.

They are made of what is public; of a draft for who has the key of a preview's address, and for whoever may edit the
page where there is nothing public.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.languages import current_language
from cms.navigation import navigation
from cms.previews.files import draft_of_editor, draft_of_key
from cms.validators import validated
from cms.visibility import public_pages
from projects.calendars import as_calendar, entries
from projects.models import LibraryPage, ProjectPage, TrainingPage
from projects.works.citation import Citation, as_bibtex, as_ris
from projects.works.work import work_presenter


def public_page(pk: int) -> Any:
    """Return a public page of the library in the language of the address; raises Http404 where there is none."""
    found: Any = public_pages(Page.objects.filter(pk=pk, locale__language_code=current_language()))
    page = found.select_related("locale").specific().first()
    if not isinstance(page, LibraryPage):
        raise Http404
    return page


@require_safe
def calendar(request: HttpRequest, pk: int, key: str = "") -> HttpResponse:
    """Answer with the dates of a page, or with one of them, as an iCalendar file."""
    return _made(request, pk, partial(_calendar, key=key))


@require_safe
def cite_bibtex(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the citation of a page as BibTeX."""
    return _made(request, pk, _bibtex)


@require_safe
def cite_ris(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the citation of a page as RIS."""
    return _made(request, pk, _ris)


def _made(request: HttpRequest, pk: int, make: Callable[[Any], HttpResponse]) -> HttpResponse:
    """Answer with what is made of a public page, or of a draft, which nobody keeps, for who may see that."""
    draft = draft_of_key(request, pk)
    if draft is None:
        try:
            return validated(request, make(public_page(pk)))
        except Http404:
            draft = draft_of_editor(request.user, pk)
    if not isinstance(draft, LibraryPage) or draft.language != current_language():
        raise Http404
    answer = make(draft)
    add_never_cache_headers(answer)
    return answer


def _calendar(page: LibraryPage, key: str) -> HttpResponse:
    if not isinstance(page, ProjectPage | TrainingPage):
        raise Http404
    shown = [entry for entry in entries(page, page.language) if key in ("", entry.key)]
    if not shown:
        raise Http404
    return _file(as_calendar(page, shown), "text/calendar; charset=utf-8", f"{page.slug}.ics")


def _bibtex(page: LibraryPage) -> HttpResponse:
    return _file(as_bibtex(*_citation(page)), "application/x-bibtex; charset=utf-8", f"{page.slug}.bib")


def _ris(page: LibraryPage) -> HttpResponse:
    return _file(as_ris(*_citation(page)), "application/x-research-info-systems; charset=utf-8", f"{page.slug}.ris")


def _citation(page: LibraryPage) -> tuple[Citation, str]:
    home = navigation(page.language, page.url_path).home
    publisher = getattr(home, "publisher", "") or settings.WAGTAIL_SITE_NAME
    presenter = work_presenter(page)
    return presenter.citation(presenter.view(page, page.language)), publisher


def _file(content: str, content_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=content_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
