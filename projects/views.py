"""Files that a page of the library offers beside itself: its dates for a calendar, its citation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.languages import current_language
from cms.navigation import home_address, navigation
from cms.validators import with_validators
from cms.visibility import public_pages
from projects.calendars import as_calendar, entries
from projects.models import LibraryPage, ProjectPage, TrainingPage
from projects.works.citation import Citation, as_bibtex, as_ris
from projects.works.work import work_presenter


def public_page(pk: int) -> Any:
    """Return a public page of the library in the language of the address; raises Http404 where there is none.

    It lies below the language's front page: what lies elsewhere in the tree belongs to another site.
    """
    language = current_language()
    pages = Page.objects.filter(pk=pk, locale__language_code=language, url_path__startswith=home_address(language))
    found: Any = public_pages(pages)
    page = found.select_related("locale").specific().first()
    if not isinstance(page, LibraryPage):
        raise Http404
    return page


@require_safe
@with_validators
def calendar(request: HttpRequest, pk: int, key: str = "") -> HttpResponse:
    """Answer with the dates of a page, or with one of them, as an iCalendar file."""
    page = public_page(pk)
    if not isinstance(page, ProjectPage | TrainingPage):
        raise Http404
    shown = [entry for entry in entries(page, page.language) if key in ("", entry.key)]
    if not shown:
        raise Http404
    return _file(as_calendar(page, shown), "text/calendar; charset=utf-8", f"{page.slug}.ics")


@require_safe
@with_validators
def cite_bibtex(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the citation of a page as BibTeX."""
    page, cited, publisher = _citation(pk)
    return _file(as_bibtex(cited, publisher), "application/x-bibtex; charset=utf-8", f"{page.slug}.bib")


@require_safe
@with_validators
def cite_ris(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the citation of a page as RIS."""
    page, cited, publisher = _citation(pk)
    return _file(as_ris(cited, publisher), "application/x-research-info-systems; charset=utf-8", f"{page.slug}.ris")


def _citation(pk: int) -> tuple[LibraryPage, Citation, str]:
    page = public_page(pk)
    home = navigation(page.language, page.url_path).home
    publisher = getattr(home, "publisher", "") or settings.WAGTAIL_SITE_NAME
    presenter = work_presenter(page)
    return page, presenter.citation(presenter.view(page, page.language)), publisher


def _file(content: str, content_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=content_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
