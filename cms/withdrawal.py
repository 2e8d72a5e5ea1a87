"""Works that were withdrawn: the one rule, beside visibility, of how each output treats them.

A withdrawn work stays public at its address. What lists, finds, follows or cites works has it, with its mark.
What only recommends (front page, sitemap, pages of errors) leaves it out. Counts are of all public works.
A part of a withdrawn work, as a chapter, is withdrawn with it. Whether a page is, its facets say; they are
written with it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext, override

from cms.formats import day
from cms.languages import LANGUAGE_CODES
from cms.models.facets import PageFacet

WITHDRAWN = "withdrawn"  # the name of the facet, and its only value


def is_withdrawn() -> Exists:
    """Return an expression for "this page, or the work that it is a part of, was withdrawn"."""
    return Exists(PageFacet.objects.filter(page_id=OuterRef("pk"), name=WITHDRAWN))


def standing(pages: QuerySet[Any]) -> QuerySet[Any]:
    """Return those of some pages that were not withdrawn, for what recommends."""
    return pages.filter(~is_withdrawn())


def titled(title: str, since: Any, language: str) -> str:
    """Return a title in `language` for where no mark can stand beside it: it says itself that the work is withdrawn."""
    if not since:
        return title
    with override(language):
        return f"{title} ({gettext('withdrawn')})"


def sentence(since: date | None, reason: str, language: str) -> str:
    """Return since when and why a work is withdrawn, in its language; "" of a work that is not."""
    if since is None:
        return ""
    with override(language):
        said = gettext("Withdrawn on %(date)s") % {"date": day(since, language)}
    return f"{said if said.endswith('.') else f'{said}.'} {reason}".strip()  # a date in Bulgarian ends in “г.”


def titles() -> Case:
    """Return an expression for the title of a work as `titled` says it, in the work's language."""
    marks = [When(locale__language_code=code, then=Value(titled("", True, code))) for code in LANGUAGE_CODES]
    marked = Concat(Cast("title", TextField()), Case(*marks, default=Value("")), output_field=TextField())
    return Case(When(withdrawn_on__isnull=True, then=Cast(F("title"), TextField())), default=marked)
