"""Pictures and documents, and the files that belong to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from cms.enums import DocumentKind
from cms.visibility import in_restricted_collection


class LibraryImage(AbstractImage):
    """A picture with its credit; the alternative text stands where the picture is used."""

    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the picture and under which licence.")
    )

    # Whether a collection for some readers alone keeps it; what `for_pages` did not read counts as such.
    is_hidden = True

    # No description: Wagtail would offer it as alternative text on pages of every language.
    admin_form_fields = (*(name for name in Image.admin_form_fields if name != "description"), "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep size and hash of a new picture, also of one that no form brought, before anybody looks at it."""
        if self.file and not self.file._committed:
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    @classmethod
    def for_pages(cls, numbers: Iterable[int]) -> dict[int, Any]:
        """Return pictures by number for pages that show them, each with whether it is hidden: one query."""
        return cls._default_manager.annotate(is_hidden=in_restricted_collection()).in_bulk(set(numbers))

    @property
    def default_alt_text(self) -> str:
        """Return nothing: what a picture shows is said where it is used, never prefilled with its name."""
        return ""


class LibraryRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(LibraryImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class LibraryDocument(AbstractDocument):
    """A file with its language; other languages of the same work point to its first edition."""

    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    edition = models.CharField(
        _("edition"), max_length=120, blank=True, help_text=_("For example “2nd, revised” or “full translation”.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind.choices, default=DocumentKind.OTHER)
    edition_of = models.ForeignKey(
        "self",
        verbose_name=_("translation of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="editions",
        help_text=_("The same document in the language it was first written in."),
    )

    admin_form_fields = (*Document.admin_form_fields, "language", "edition", "kind", "edition_of")

    def clean(self) -> None:
        """Refuse a document that is the translation of itself or of a translation."""
        if self.file:  # else the fault of the file is told already
            super().clean()
        if self.edition_of and (self.edition_of_id == self.pk or self.edition_of.edition_of_id):
            raise ValidationError(
                {"edition_of": _("Choose the first edition, not the document itself or a translation.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep size and hash of a new file, also of one that no form brought: by them browsers know it again."""
        if self.file and not self.file._committed:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    def all_editions(self) -> list[LibraryDocument]:
        """Return the document in every language it exists in, the first edition first."""
        first = self.edition_of_id or self.pk
        found = LibraryDocument.objects.filter(models.Q(pk=first) | models.Q(edition_of=first))
        return sorted(found, key=lambda document: (document.pk != first, document.language))
