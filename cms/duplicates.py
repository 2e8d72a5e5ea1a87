"""What is there already, told before it is uploaded once more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.permissions import policy_registry
from wagtail.utils.file import hash_filelike

from cms.slugs import name_key

SHOWN = 5


class TitleOnce(forms.ModelForm):
    """Asks before something is uploaded under a title that is there already, in any alphabet and case."""

    both = forms.BooleanField(
        required=False, label=gettext_lazy("This is another one: keep both"), widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.person = kwargs.get("user")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Show what has the title that was typed, and ask whether this is another one."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        title = name_key(cleaned.get("title") or "")
        if title and "title" in self.changed_data:
            same = [one for one in others_of(self.instance, self.person) if name_key(one.title) == title]
            if same:
                self.fields["both"].widget = forms.CheckboxInput()
                if not cleaned.get("both"):
                    self.add_error("title", ValidationError(_named(_("This title is there already:"), same)))
        return cleaned


def others_of(instance: Any, person: Any) -> QuerySet[Any, Any]:
    """Return the other pictures or documents that a person may know of; all where nobody is named."""
    model = type(instance)
    found: QuerySet[Any, Any] = model._default_manager.all()
    if person is not None:
        policy = policy_registry.get_by_type(model)
        found = policy.instances_user_has_any_permission_for(person, ["choose", "change"])
    return found.exclude(pk=instance.pk)


def check_file_is_new(file: UploadedFile, instance: Any, person: Any) -> None:
    """Raise ValidationError that leads to the document that has the same content, where there is one."""
    same_size = others_of(instance, person).filter(file_size=file.size)
    content = hash_filelike(file)
    # The hash of what no form has uploaded was never written.
    same = [one for one in same_size if (one.file_hash or _hash_of(one)) == content]
    if same:
        raise ValidationError(_named(_("This file is there already. Use it instead of uploading it again:"), same))


def _hash_of(document: Any) -> str:
    try:
        with document.open_file() as file:
            return str(hash_filelike(file))
    except OSError:
        return ""  # lost from the storage


def _named(message: str, several: Iterable[Any]) -> str:
    """Return a message that leads to pictures or documents."""
    finder = AdminURLFinder()
    links = [(finder.get_edit_url(one) or "", one.title) for one in list(several)[:SHOWN]]
    return format_html("{} {}", message, format_html_join(", ", '<a href="{}" target="_blank">{}</a>', links))
