"""What is kept of a job: its pieces, its people, and who was told what."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.models import Translation

from translation.enums import JobEventKind


class Job(models.Model):
    """Pages and entries that a coordinator hands over together, for one or more languages."""

    name = models.CharField(_("name of the job"), max_length=100)
    note = models.TextField(_("note to the translators"), blank=True, max_length=2000)
    due = models.DateField(_("due"), null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")

    def __str__(self) -> str:
        return self.name


class JobPerson(models.Model):
    """Who translates what a job hands over into a language."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="people")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["job", "locale"], name="one_person_a_language_of_a_job"),
        ]

    def __str__(self) -> str:
        return f"{self.job}: {self.user}, {self.locale}"


class JobItem(models.Model):
    """A translation that belongs to a job, to one that is not ended at most.

    How far it is says its `Status`. `remark` is what was said when it was returned; `ended_at` since when it belongs to
    the job no more.
    """

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="items")
    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="job_items")
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    remark = models.TextField(blank=True)
    returned_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["translation"], condition=Q(ended_at=None), name="one_open_job_a_translation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job}: {self.translation_id}"


class JobEvent(models.Model):
    """Something that happened to a job, who did it, and who was told by mail, at `mailed_at`.

    `pieces` are the titles and languages concerned, `text` is what was said with it.
    """

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=20, choices=JobEventKind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    told = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    pieces = models.JSONField(default=list)
    text = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)
    mailed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.job}: {self.kind}"


class MutedMail(models.Model):
    """A kind of mail about jobs that a person does not want."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="muted_mails")
    kind = models.CharField(max_length=20, choices=JobEventKind.choices)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["user", "kind"], name="each_mail_muted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.kind}"
