"""A page with a body of headings and paragraphs."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page


class StockPage(Page):
    """A page as a site's own would be."""

    summary = models.TextField(blank=True)
    body = StreamField([("heading", blocks.CharBlock()), ("text", blocks.RichTextBlock())], blank=True)

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
