"""What we change in Wagtail where it leaves no other place for it; done once all models are there."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.rich_text.converters import contentstate
from wagtail.admin.widgets import BaseChooser
from wagtail.contrib.redirects.models import Redirect
from wagtail.permissions import register_permission_policy

from cms import destinations, spreadsheets
from cms.file_rights import FilePolicy
from cms.models import LibraryDocument, LibraryImage

upstream_chosen = BaseChooser.get_instance


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


def chosen(self: BaseChooser, value: Any) -> Any:
    """Return what a chooser shows for a key, None where nothing has it; Wagtail's own fails over what is no key."""
    try:
        return upstream_chosen(self, value)
    except (ValueError, TypeError, ValidationError):
        return None
