"""Choices shared by every page."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class TextOrigin(models.TextChoices):
    """Who wrote the words of a translation; empty where nobody said."""

    HUMAN = "human", _("human translation")
    REVIEWED = "reviewed", _("machine translation, reviewed")
    MACHINE = "machine", _("machine translation")
    ADAPTED = "adapted", _("adapted edition")


class NoteKind(models.TextChoices):
    """What a margin note is about."""

    PLAIN = "plain", _("note")
    CHANGE = "change", _("change")


class DocumentKind(models.TextChoices):
    """What a file is."""

    REPORT = "report", _("report")
    STRATEGY = "strategy", _("strategy")
    SURVEY = "survey", _("survey")
    GUIDE = "guide", _("guide")
    HANDBOOK = "handbook", _("handbook")
    BULLETIN = "bulletin", _("bulletin")
    PROMOTION = "promotion", _("promotional material")
    OTHER = "other", _("other")
