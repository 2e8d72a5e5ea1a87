"""Addresses as an editor types them: letters of any alphabet become the Latin ones of `cms.slugs`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import SlugInput

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
