"""The API in the administration: its menu, and its keys."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.log_actions import LogActionRegistry

from api.keys.panels import EndingKeysPanel
from api.keys.views import REVOKED
from api.keys.viewsets import KeyViewSet

api_menu = Menu(register_hook_name="register_api_menu_item", construct_hook_name="construct_api_menu")


@hooks.register("register_admin_menu_item")
def api_menu_item() -> MenuItem:
    """Return the group of all that concerns the API; who may see nothing in it does not see it either."""
    return SubmenuMenuItem(_("API"), api_menu, name="api", icon_name="code", order=8500)


@hooks.register("register_admin_viewset")
def keys() -> KeyViewSet:
    """Return the screens of keys."""
    return KeyViewSet()


@hooks.register("construct_homepage_panels")
def name_ending_keys(request: HttpRequest, panels: list[Any]) -> None:
    """Name the keys that end soon."""
    panels.append(EndingKeysPanel())


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """Name in a key's history that it was revoked."""
    actions.register_action(REVOKED, _("Revoke key"), _("Key revoked"))
