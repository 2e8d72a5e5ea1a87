"""The front pages below which generated pages lie."""

from __future__ import annotations

from wagtail.models import Locale, Page

from home.models import HomePage


def front_page(language: str) -> HomePage:
    """Return the front page in a language, made as a translation of the English one where there is none."""
    there = HomePage.objects.filter(url_path=f"/{language}/").first()
    if there is not None:
        return there
    english = HomePage.objects.get(url_path="/en/")
    locale = Locale.objects.get(language_code=language)
    made = HomePage(title=f"Vademecum {language}", locale=locale, translation_key=english.translation_key)
    Page.objects.get(depth=1).add_child(instance=made)
    return made
