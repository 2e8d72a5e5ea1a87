"""What we change in Wagtail where it leaves no other place for it; done once all models are there."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from wagtail.admin import messages
from wagtail.admin.rich_text.converters import contentstate
from wagtail.admin.views.pages import delete
from wagtail.admin.views.pages.bulk_actions import delete as delete_in_bulk
from wagtail.admin.widgets import BaseChooser
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page, Site
from wagtail.permissions import register_permission_policy
from wagtail.sites.views import IndexView as SitesView
from wagtail.users.forms import PagePermissionsForm

from cms import destinations, spreadsheets
from cms.file_rights import FilePolicy
from cms.given_names import translate_names
from cms.models import LibraryDocument, LibraryImage

upstream_chosen = BaseChooser.get_instance
upstream_title = Page.get_admin_display_title
# The templates of Wagtail translate these names, but no catalogue of its own has them.
RIGHTS = (
    gettext_noop("Can publish"),
    gettext_noop("Can lock"),
    gettext_noop("Can unlock"),
    gettext_noop("Can submit translations"),
)
ROOT = gettext_noop("Root")  # what Wagtail's migrations call the root of the pages and that of the collections


def install() -> None:
    """Have Wagtail follow the rules of this site.

    The editor of running text drops an address that it does not like, and the editor's link with it, without a
    word; here it is kept until the text's own check refuses it. A redirect is checked as any other address.
    Rights to files are those of `cms.file_rights`. A chooser shows nothing for a key that is none, so that the form
    can say so.
    """
    for model, owner in ((LibraryDocument, "wagtaildocs.Document"), (LibraryImage, "wagtailimages.Image")):
        policy = FilePolicy(model, auth_model=owner, owner_field_name="uploaded_by_user")
        register_permission_policy(model, policy, exact_class=True)
    contentstate.check_url = lambda address: address
    Redirect._meta.get_field("redirect_link").validators.append(destinations.check)
    BaseChooser.get_instance = chosen
    spreadsheets.install()
    say_what_is_not_marked()


def chosen(self: BaseChooser, value: Any) -> Any:
    """Return what a chooser shows for a key, None where nothing has it; Wagtail's own fails over what is no key."""
    try:
        return upstream_chosen(self, value)
    except (ValueError, TypeError, ValidationError):
        return None


def say_what_is_not_marked() -> None:
    """Say in the reader's language what no template of Wagtail says; see `cms.unmarked` for what one does."""
    for column in SitesView.columns:
        if column.name in ("port", "site_name", "root_page"):
            column.label = capfirst(Site._meta.get_field(column.name).verbose_name)
        if column.name == "root_page":
            column.accessor = "root_page.get_admin_display_title"
    Page.get_admin_display_title = title_of
    rights: Any = PagePermissionsForm.base_fields["permissions"]
    rights.label_from_instance = right_to_pages
    translate_names(Collection, "name", ROOT)
    for module in (delete, delete_in_bulk):
        module.type_to_delete_confirmation = is_confirmed


def title_of(page: Page) -> str:
    """Return what the administration calls a page; the root of all has the name that Wagtail gave it."""
    title = upstream_title(page)
    return _(ROOT) if page.is_root() and title == ROOT else str(title)


def right_to_pages(permission: Permission) -> str:
    """Return what a right to pages is called in the form of a group."""
    names = {codename: name for codename, _short, name in Page.permission_types}
    return str(names.get(permission.codename, permission.name))


def is_confirmed(request: HttpRequest, context: Any = None) -> bool:
    """Tell whether somebody who deletes many pages typed the site's name, where they were asked for it."""
    typed = request.POST.get("confirm_site_name")
    if not typed or typed == settings.WAGTAIL_SITE_NAME:
        return True
    messages.error(request, _("Type “%(name)s” to confirm.") % {"name": settings.WAGTAIL_SITE_NAME})
    return False
