"""PDF files that were set, kept until their content changes, and those that are being set."""

from __future__ import annotations

from django.db import models
from wagtail.models import Page


class KeptPdf(models.Model):
    """The PDF of a page, as it was last set; `version` tells its content from another."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="kept_pdf")
    version = models.CharField(max_length=64)
    file = models.FileField(upload_to="pdf")  # its name has the page and the version
    size = models.PositiveIntegerField()
    set_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.page_id}: {self.size}"


class PdfOrder(models.Model):
    """A PDF that is being set beside the request, since it is long; what becomes of it."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="pdf_order")
    version = models.CharField(max_length=64)
    ordered_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    has_failed = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.page_id}: {self.ordered_at:%Y-%m-%d %H:%M}"
