"""Previews for people without an account, and the front end that shows them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Page

from cms.panels import FieldPanel
from cms.previews.addresses import is_usable

TYPED_KEPT = timedelta(hours=1)


class PreviewLink(models.Model):
    """A link by which whoever has it sees the newest draft of one page, see `cms.previews.links`.

    The link itself is not stored: it is the name of this row, signed.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)
    withdrawn_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.page_id}: {self.expires_at}"


class TypedDraft(models.Model):
    """What somebody has typed into a page's editor and not saved, for the front end in the editor's preview.

    `content` is kept as a version of a page keeps it. `page` is None where the page was never saved; `path` is its
    place in the tree, then the one that it would get.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey(Page, null=True, on_delete=models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=255)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    typed_at = models.DateTimeField(default=timezone.now, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["made_by", "path"], name="one_typed_draft_a_person_and_page")
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.typed_at}"

    @property
    def expires_at(self) -> Any:
        """Return when it is forgotten."""
        return self.typed_at + TYPED_KEPT


@register_setting(icon="globe")
class FrontEnd(BaseGenericSetting):
    """A site on the API that shows drafts too."""

    name = models.CharField(
        _("name"), max_length=60, blank=True, help_text=_("As editors know it: a choice of the preview is called so.")
    )
    preview_address = models.CharField(
        _("preview address"),
        max_length=500,
        blank=True,
        help_text=_(
            "Where it shows drafts, from https:// on (http:// only on this computer). {token} stands for what it sends "
            "to the API as “Preview-Token”, {type}, {key} and {language} for the page. Without {token}, “preview=…” is "
            "added to the address."
        ),
    )

    panels: ClassVar[list[Any]] = [FieldPanel("name"), FieldPanel("preview_address")]

    class Meta:
        verbose_name = _("front end")

    def clean(self) -> None:
        """Refuse an address that cannot be opened, or of which something would be left in braces."""
        super().clean()
        if self.preview_address and not is_usable(self.preview_address):
            said = _(
                "Enter an address from https:// on, without a name and password. In braces may stand: {token}, {type}, "
                "{key}, {language}."
            )
            raise ValidationError({"preview_address": said})
        if self.preview_address and not self.name:
            raise ValidationError({"name": _("Enter the name under which editors choose this front end.")})
