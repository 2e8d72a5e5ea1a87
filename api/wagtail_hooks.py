"""The API in the menu of the administration."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

api_menu = Menu(register_hook_name="register_api_menu_item", construct_hook_name="construct_api_menu")


@hooks.register("register_admin_menu_item")
def api_menu_item() -> MenuItem:
    """Return the group of all that concerns the API; who may see nothing in it does not see it either."""
    return SubmenuMenuItem(_("API"), api_menu, name="api", icon_name="code", order=8500)
