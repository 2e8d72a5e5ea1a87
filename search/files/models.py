"""The text of a file, its pages with their keys in a language, and the search documents that include it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models import LibraryDocument
from search.files import problems


class Problem(models.TextChoices):
    """Why the text of a file cannot be searched."""

    SCANNED = problems.SCANNED, _("no text, only pictures")
    ENCRYPTED = problems.ENCRYPTED, _("locked with a password")
    BROKEN = problems.BROKEN, _("damaged")
    TOO_LARGE = problems.TOO_LARGE, _("too large")
    TIMED_OUT = problems.TIMED_OUT, _("took too long to read")


class FileText(models.Model):
    """The text of the file of a document.

    `name` and `digest` tell from which file it was read, `reader` by which version of the rules.
    """

    wagtail_reference_index_ignore = True  # so that Wagtail does not count it as a use of the document

    document = models.OneToOneField(LibraryDocument, on_delete=models.CASCADE, related_name="file_text")
    name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64, db_index=True)
    problem = models.CharField(max_length=10, choices=Problem.choices, blank=True)
    pages = models.JSONField(default=list)
    is_whole = models.BooleanField(default=True)
    has_hidden = models.BooleanField(default=False)
    reader = models.PositiveSmallIntegerField(default=0)
    extracted_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class FilePage(models.Model):
    """A page of a file with its keys in a language, in the order of the text.

    Each column of keys begins and ends with a blank.
    """

    file = models.ForeignKey(FileText, on_delete=models.CASCADE, related_name="analysed")
    language = models.CharField(max_length=5)
    analysis = models.CharField(max_length=200)
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    exact = models.TextField()
    lemma = models.TextField()
    stem = models.TextField()
    wholes = models.TextField()
    parts = models.TextField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["file", "language", "number"], name="one_row_a_page_and_language"),
        ]

    def __str__(self) -> str:
        return f"{self.file_id}: {self.number}"


class SearchFile(models.Model):
    """A file whose text is searched as part of a document."""

    document = models.ForeignKey("search.SearchDocument", on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(FileText, on_delete=models.CASCADE, related_name="in_documents")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["document", "file"], name="one_row_a_file_and_document"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}: {self.file_id}"
