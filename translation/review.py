"""The review of a page by a second person before it is published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import pre_save
from django.utils.functional import cached_property
from django.utils.translation import gettext_noop
from wagtail.models import (
    BaseLogEntry,
    GroupApprovalTask,
    ModelLogEntry,
    Page,
    PageLogEntry,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms.given_names import as_stored, in_reader_language, translate_names, within

NAME = gettext_noop("Editorial review")
WAGTAILS_OWN = gettext_noop("Moderators approval")
NAMES = (NAME, WAGTAILS_OWN)
show_message = BaseLogEntry.__dict__["message"].func


def install() -> None:
    """Show the names of the review, of its task and of both in the history in the reader's language."""
    translate_names(Workflow, "name", *NAMES)
    translate_names(Task, "name", *NAMES)
    message = cached_property(_message)
    message.__set_name__(BaseLogEntry, "message")
    BaseLogEntry.message = message
    for model in (PageLogEntry, ModelLogEntry):
        pre_save.connect(_store_names, sender=model, dispatch_uid=f"names of the review in {model.__name__}")


def _store_names(instance: BaseLogEntry, **kwargs: Any) -> None:
    """Write the names into the history in English, whoever's language was active."""
    if "workflow" in instance.data:
        instance.data = within(instance.data, NAMES, as_stored)


def _message(entry: BaseLogEntry) -> str:
    """Say what a history entry says with the names in the reader's language."""
    if "workflow" in entry.data:
        entry.data = within(entry.data, NAMES, in_reader_language)
    return str(show_message(entry))


def ensure_review(groups: Iterable[Group]) -> None:
    """Make of Wagtail's own workflow a review by members of these groups; one that somebody made or changed stays."""
    if Workflow.objects.exclude(name=WAGTAILS_OWN).exists():
        return
    workflow = Workflow.objects.first() or Workflow()
    workflow.name = NAME
    workflow.save()
    task = GroupApprovalTask.objects.filter(name=WAGTAILS_OWN).first() or GroupApprovalTask()
    task.name = NAME
    task.save()
    task.groups.set(groups)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr)
    for root in Page.objects.filter(depth=1, workflowpage__isnull=True):
        WorkflowPage.objects.create(workflow=workflow, page=root)
