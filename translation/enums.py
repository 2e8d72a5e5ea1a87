"""Choices of the translators' desk, and the rights by language."""

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


class JobEventKind(TextChoices):
    """What happens to a job; of the first three the person concerned is told by mail."""

    ASSIGNED = "assigned", _("Assigned")
    RETURNED = "returned", _("Returned")
    CLOSED = "closed", _("Closed")
    TAKEN_BACK = "taken_back", _("Taken back")
    BEGUN = "begun", _("Begun")


class Right(TextChoices):
    """What members of a group may do in a language; pages are translated and published by Wagtail's own rights."""

    REVIEW_PAGES = "review_pages", _("Review pages")
    TRANSLATE_VOCABULARIES = "translate_vocabularies", _("Translate vocabularies")
    REVIEW_VOCABULARIES = "review_vocabularies", _("Review vocabularies")
    PUBLISH_VOCABULARIES = "publish_vocabularies", _("Publish vocabularies")


class Severity(TextChoices):
    """How bad it is what a check found in a translation."""

    ERROR = "error", _("Error")
    WARNING = "warning", _("Warning")
