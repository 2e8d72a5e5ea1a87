"""Who wrote the words of a page, and what of them is older than its original, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cms import formats
from cms.enums import TextOrigin

ORIGINAL = "original"
NOT_TRANSLATED = "none"
ORIGIN_NAMES: dict[str, Any] = {
    ORIGINAL: _("original"),
    **{origin.value: origin.label for origin in TextOrigin},
    NOT_TRANSLATED: _("not translated"),
}


def behind(since: date | None, sections: int) -> str:
    """Return that so many sections are older than the original, which has changed since a day; "" where it has not.

    Where there are none it is something else: the title, the summary, a row of facts.
    """
    if since is None:
        return ""
    said = gettext("Some of it is older than the original of %(date)s.")
    if sections:
        said = ngettext(
            "%(count)s section is older than the original of %(date)s.",
            "%(count)s sections are older than the original of %(date)s.",
            sections,
        )
    return said % {"count": sections, "date": formats.day(since)}
