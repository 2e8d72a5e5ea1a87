"""Where the files are that a page offers beside itself (`projects.views`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from projects.models import LibraryPage


def calendar_address(page: LibraryPage, key: str = "") -> str:
    """Return the calendar file of a page's dates, or of the one with a key."""
    return f"/{page.language}/calendar/{page.pk}{f'/{key}' if key else ''}.ics"


def citation_address(page: LibraryPage, form: str) -> str:
    """Return the file of a page's citation, as "bib" or "ris"."""
    return f"/{page.language}/cite/{page.pk}.{form}"
