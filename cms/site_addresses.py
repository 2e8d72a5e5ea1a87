"""Addresses of this site as they are told: whole, and those that stay when a page moves."""

from __future__ import annotations

from django.conf import settings


def whole(address: str) -> str:
    """Return an address of this site with the site before it; any other as it is."""
    return f"{settings.SITE_URL}{address}" if address.startswith("/") and not address.startswith("//") else address


def permanent_address(number: int) -> str:
    """Return the short address of a page that stays when it moves."""
    return f"/id/{number}/"


def home_address(language: str) -> str:
    """Return the address of a language's front page."""
    return f"/{language}/"
