"""What the frame of every public page needs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from cms.languages import current_language
from cms.navigation import home_editions, navigation, search_address
from cms.site_addresses import home_address


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the site's address and language, and when a template asks, the navigation and the home pages."""
    language = current_language()
    return {
        "site_url": settings.SITE_URL,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "language": language,
        "home_address": home_address(language),
        "search_address": search_address(language),
        "navigation": SimpleLazyObject(lambda: navigation(language, request.path_info)),
        "home_editions": SimpleLazyObject(home_editions),
    }
