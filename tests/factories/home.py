"""Front pages and pages about the site."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale, Page

from home.models import HomePage, StandardPage
from tests.factories.pages import page_factory

StandardPageFactory = page_factory(StandardPage)


def home(language: str = "en", **fields: Any) -> HomePage:
    """Return the front page of a language, made where it is missing; all are translations of one another."""
    first = HomePage.objects.get(url_path="/en/")
    found = HomePage.objects.filter(url_path=f"/{language}/").first()
    if found is None:
        found = HomePage(
            title=fields.pop("title", f"Vademecum {language}"),
            locale=Locale.objects.get(language_code=language),
            translation_key=first.translation_key,
            original_language=first.original_language,
        )
        Page.objects.get(depth=1).add_child(instance=found)
    for name, value in fields.items():
        setattr(found, name, value)
    if fields:
        found.save()
    return found
