"""What the library does when an editor begins a page."""

from __future__ import annotations

from typing import Any

from django.db.models import Max
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import init_new_page

from projects.models import BulletinPage


@receiver(init_new_page)
def suggest_number(page: Page, parent: Page, **kwargs: Any) -> None:
    """Give a new issue the number after the last one, which its editor may change."""
    if isinstance(page, BulletinPage):
        last = BulletinPage.objects.child_of(parent).aggregate(last=Max("number"))["last"]
        page.number = (last or 0) + 1
