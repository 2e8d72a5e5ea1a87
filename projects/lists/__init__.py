"""The lists of works: as pages, tables and feeds."""

from __future__ import annotations

from cms import presenting
from projects.lists.exports import export
from projects.lists.listing import ListPresenter, list_context
from projects.models import LibraryIndexPage


def register() -> None:
    """Have the lists told, and answered in their other forms."""
    presenting.present(LibraryIndexPage, ListPresenter())
    presenting.shows(LibraryIndexPage, list_context)
    presenting.answers(LibraryIndexPage, export)
