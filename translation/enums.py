"""Choices of the translators' desk."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How far a page or an entry is in a language; `translation.status` says which one it is."""

    ABSENT = "absent", _("Not translated")
    NOT_BEGUN = "not_begun", _("Not begun")
    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("Needs review")
    READY = "ready", _("Ready to publish")
    LIVE = "live", _("Live, in step")
    CHANGED = "changed", _("Source changed")
    ADAPTED = "adapted", _("Adapted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class BatchKind(TextChoices):
    """What is done to many pages at once."""

    HAND_OVER = "hand_over", _("Hand over")
    PUBLISH = "publish", _("Publish")
