"""A changed setting of the site changes what is told of the library."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from cms.signals import words_changed
from home.models import SiteSettings


@receiver([post_save, post_delete], sender=SiteSettings)
def tell_changed_settings(instance: SiteSettings, created: bool = False, **kwargs: Any) -> None:
    """Tell that words changed which no page shows: contact and licence, which the catalogue of open data names.

    Whoever first asks for the settings makes them, and they say nothing yet.
    """
    if not created or instance.contact_email or instance.licence:
        words_changed.send(SiteSettings, pages=())
