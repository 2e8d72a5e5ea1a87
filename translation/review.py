"""The review of a page by a second person before it is published."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

NAME = "Editorial review"
WAGTAILS_OWN = "Moderators approval"


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
