"""What the desk keeps beside localize: what is public and approved, how far each translation is, who may do what."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.locales.components import register_locale_component
from wagtail_localize.models import StringTranslation, Translation

from cms.enums import TextOrigin
from translation.enums import BatchKind, Right, State
from translation.jobs.models import Job
from translation.locale_form import RequirementForm

NAMESPACE = uuid.NAMESPACE_OID  # of the keys of texts


class PublishedText(models.Model):
    """A translation of a text at a place, as it was last public.

    `object_id` is the translation key of the page or concept, `path` the place as localize names it, `source` the text
    that was translated and `text` the translation, both as localize has them. `kind` says who wrote it, see
    `translation.origins`.
    """

    object_id = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    path = models.TextField()
    source = models.TextField()
    text = models.TextField()
    kind = models.CharField(max_length=20)
    place = models.UUIDField(editable=False)  # of path and source together, which are too long to be a key
    published_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["object_id", "locale", "place"], name="one_published_text_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


class EarlierText(models.Model):
    """For which earlier text of the source a carried translation was written, see `translation.refreshing`."""

    translation = models.OneToOneField(StringTranslation, on_delete=models.CASCADE, primary_key=True, related_name="+")
    source = models.TextField()

    def __str__(self) -> str:
        return self.source


class SmallCorrection(models.Model):
    """A change of a source that changes no translation: somebody said so for a text in a language.

    `before` and `after` are what the source said and says at `path`, `text` the translation of both.
    """

    object_id = models.UUIDField(db_index=True)
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    path = models.TextField()
    before = models.TextField()
    after = models.TextField()
    text = models.TextField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField(auto_now_add=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class ApprovedText(models.Model):
    """A text of a translation that somebody approved who had not written it.

    `object_id` is the translation key of the page or concept, `text` the translation as pages have it. Approved are
    words, wherever they stand in the object: a block that is moved or made anew takes its approval along.
    """

    object_id = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    place = models.UUIDField(editable=False)  # of the text, which is too long to be a key
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    approved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["object_id", "locale", "place"], name="one_approval_a_text"),
        ]

    def __str__(self) -> str:
        return self.text


class DismissedCheck(models.Model):
    """What a check found in a text, and somebody says is right.

    `object_id` is the translation key of the page or concept, `path` the place as localize names it. It holds for as
    long as the text of the source and the translation are the ones that it was said of.
    """

    object_id = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    path = models.TextField()
    source = models.TextField()
    text = models.TextField()
    place = models.UUIDField(editable=False)  # of path, source and text together, which are too long to be a key
    check_id = models.CharField(max_length=40)
    reason = models.TextField(verbose_name=_("reason"))
    dismissed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    dismissed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["object_id", "locale", "place", "check_id"], name="one_dismissal_of_a_check_a_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.check_id}: {self.reason}"


class LanguageRight(models.Model):
    """A right that the members of a group have in a language."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="language_rights")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    right = models.CharField(max_length=30, choices=Right.choices)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["group", "locale", "right"], name="each_right_of_a_group_once"),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.get_right_display()}, {self.locale}"


@register_locale_component(
    heading=_("A second person reviews each translation"),
    help_text=_(
        "Where this is on, a translation into this language is published once somebody with the right to review it, "
        "other than those who wrote its texts, has approved what is new in it. What is public already stays so."
    ),
)
class RequiredReview(models.Model):
    """Says that translations into a language are reviewed by somebody other than who wrote them."""

    locale = models.OneToOneField(Locale, on_delete=models.CASCADE, related_name="+")

    base_form_class = RequirementForm

    def __str__(self) -> str:
        return str(self.locale)


def place_of(path: str, source: str) -> uuid.UUID:
    """Return the key of a text at a place."""
    return uuid.uuid5(NAMESPACE, f"{path}\0{source}")


class Status(models.Model):
    """How far a translation is: counted by `translation.status` when something changes, read by every list.

    Each text of the source is one of missing, draft, review and approved. Texts are counted as often as they stand in
    the source; the address is none. `stale` of those in review were written for earlier words of the source;
    `live_stale` are public for earlier words, or not at all, in a page that is live; `unpublished` were
    written since. `words` are those of the source, `words_left` those of what is missing, a draft or stale.
    """

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, primary_key=True, related_name="status")
    state = models.CharField(max_length=10, choices=State.choices, db_index=True)
    total = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)  # nothing is written
    draft = models.PositiveIntegerField(default=0)  # written, with an error
    review = models.PositiveIntegerField(default=0)  # carried from earlier words, or by a machine and unread
    approved = models.PositiveIntegerField(default=0)
    stale = models.PositiveIntegerField(default=0)
    live_stale = models.PositiveIntegerField(default=0)
    unpublished = models.PositiveIntegerField(default=0)
    words = models.PositiveIntegerField(default=0)
    words_left = models.PositiveIntegerField(default=0)
    origin = models.CharField(max_length=10, choices=TextOrigin.choices, default="", blank=True)
    changed_at = models.DateTimeField(null=True)  # when somebody last wrote in the translation
    source_changed_at = models.DateTimeField(null=True)  # since when the source says something else

    class Meta:
        verbose_name = _("status of a translation")
        verbose_name_plural = _("statuses of translations")

    def __str__(self) -> str:
        return f"{self.translation_id}: {self.state}"

    @property
    def done(self) -> int:
        """Return how many texts are written for what the source says now, read or not."""
        return self.total - self.left

    @property
    def left(self) -> int:
        """Return how many texts are to be written, or to be looked at for the source has changed."""
        return self.missing + self.draft + self.stale


class Batch(models.Model):
    """Something that a person does to many pages or entries at once, item by item, with what came of each.

    `items` are the “app.model” of a source, its number and a language's code; `results` has one for each item that was
    done: its title, language, whether it was refused, what was said, and the address of its editor.
    """

    kind = models.CharField(max_length=10, choices=BatchKind.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="batches")  # to which it adds
    items = models.JSONField(default=list)
    results = models.JSONField(default=list)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("action on many")
        verbose_name_plural = _("actions on many")

    def __str__(self) -> str:
        return f"{self.kind}: {len(self.results)} of {len(self.items)}"
