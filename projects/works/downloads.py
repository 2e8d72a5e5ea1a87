"""Where the files are that a page offers beside itself (`projects.views`, `publishing.views`).

A page that was never saved has no number, and offers none: its addresses are empty.
"""

from __future__ import annotations

from cms.presenting import About


def calendar_address(about: About, key: str = "") -> str:
    """Return the calendar file of a page's dates, or of the one with a key."""
    return f"/{about.language}/calendar/{about.number}{f'/{key}' if key else ''}.ics" if about.number else ""


def citation_address(about: About, form: str) -> str:
    """Return the file of a page's citation, as "bib" or "ris"."""
    return f"/{about.language}/cite/{about.number}.{form}" if about.number else ""


def pdf_address(language: str, number: int) -> str:
    """Return where a work is as PDF; it stays when the page moves."""
    return f"/{language}/pdf/{number}.pdf"
