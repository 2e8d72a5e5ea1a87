"""Addresses as an editor types them: letters of any alphabet become the Latin ones of `cms.slugs`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.widgets import SlugInput

from cms.routing import is_of_a_route
from cms.slugs import ascii_slug, replacements


class AddressInput(SlugInput):
    """Makes the address from the title while it is typed, as the server would."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"formatters": replacements()} | kwargs)


class AddressField(forms.SlugField):
    """Part of an address; what is typed in other letters is transliterated, not refused."""

    def to_python(self, value: Any) -> str:
        """Return the address in Latin letters."""
        return ascii_slug(str(super().to_python(value) or ""))


register_form_field_override(models.SlugField, override={"form_class": AddressField, "widget": AddressInput})


def taken_by_the_site(slug: str) -> str:
    """Return what an editor is told whose address leads to another part of the site than its page."""
    return _("At “%(address)s” another part of the site answers. Choose a different address.") % {"address": slug}


def refuse_address_of_the_site(form: forms.Form, name: str, parent: Any) -> None:
    """Refuse the address in a field of a form below a parent where no page would ever be read."""
    slug = form.cleaned_data.get(name)
    if slug and parent is not None and is_of_a_route(f"{parent.url_path}{slug}/"):
        form.add_error(name, taken_by_the_site(slug))


class LibraryCopyForm(CopyForm):
    """Takes the address of a copy as the editor of a page does, and refuses the same ones."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.fields["new_slug"]
        self.fields["new_slug"] = AddressField(initial=given.initial, label=given.label, widget=AddressInput)

    def clean(self) -> dict[str, Any]:
        """Return what was entered."""
        cleaned: dict[str, Any] = super().clean()
        parent = cleaned.get("new_parent_page") or self.page.get_parent()
        refuse_address_of_the_site(self, "new_slug", parent)
        return cleaned
