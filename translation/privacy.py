"""Who may read a page holds for its translations: a restriction of the source restricts them too.

It is lifted from them when it is lifted from the source; a translation may be restricted on its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation


def mirror(restriction: PageViewRestriction, pages: Iterable[Page]) -> None:
    """Restrict pages as `restriction` restricts its own."""
    groups = set(restriction.groups.all())
    for page in pages:
        copy = PageViewRestriction.objects.filter(page_id=page.pk).first() or PageViewRestriction(page_id=page.pk)
        same = (copy.restriction_type, copy.password) == (restriction.restriction_type, restriction.password)
        if copy.pk is None or not same:
            copy.restriction_type, copy.password = restriction.restriction_type, restriction.password
            copy.save()
        if set(copy.groups.all()) != groups:
            copy.groups.set(groups)


def mirror_to_translations(restriction: PageViewRestriction) -> None:
    """Restrict the translations of the page that `restriction` restricts."""
    mirror(restriction, translations(restriction.page))


def lift_from_translations(restriction: PageViewRestriction) -> None:
    """Lift from the translations the restriction that was lifted from their source."""
    copies = PageViewRestriction.objects.filter(
        page__in=[page.pk for page in translations(restriction.page)],
        restriction_type=restriction.restriction_type,
        password=restriction.password,
    )
    for copy in copies:
        copy.delete()


def translations(source: Any) -> list[Page]:
    """Return the pages that localize keeps in step with a source."""
    locales = Translation.objects.filter(
        source__object_id=source.translation_key, source__locale_id=source.locale_id, enabled=True
    ).values("target_locale_id")
    return list(
        Page.objects.filter(translation_key=source.translation_key, locale_id__in=locales, alias_of__isnull=True)
    )
