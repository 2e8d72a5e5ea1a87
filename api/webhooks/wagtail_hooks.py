"""Webhooks in the administration's menu and on its first page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from api.webhooks.views import TurnedOffPanel
from api.webhooks.viewsets import WebhookViewSet


@hooks.register("register_admin_viewset")
def webhooks() -> WebhookViewSet:
    """Return the screens of webhooks."""
    return WebhookViewSet("webhook")


@hooks.register("construct_homepage_panels")
def tell_what_was_turned_off(request: HttpRequest, panels: list[Any]) -> None:
    """Tell which webhooks were turned off."""
    panels.append(TurnedOffPanel())
