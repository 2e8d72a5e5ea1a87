"""The review: made once, for those who write; what somebody made of it stays."""

from __future__ import annotations

import pytest
from wagtail.models import GroupApprovalTask, Page, Workflow

from translation.groups import ADMINISTRATORS, STAFF, ensure_groups
from translation.review import NAME

pytestmark = pytest.mark.django_db


def test_every_page_has_a_review_by_staff_and_administrators() -> None:
    ensure_groups()
    workflow = Page.objects.get(depth=1).get_workflow()
    assert workflow is not None
    assert workflow.name == NAME
    (task,) = [task.specific for task in workflow.tasks]
    assert {group.name for group in task.groups.all()} == {ADMINISTRATORS, STAFF}


def test_it_is_made_once() -> None:
    for _time in range(3):
        ensure_groups()
    assert (Workflow.objects.count(), GroupApprovalTask.objects.count()) == (1, 1)


def test_a_review_that_somebody_renamed_and_assigned_otherwise_stays() -> None:
    ensure_groups()
    Workflow.objects.update(name="Our own", active=False)
    GroupApprovalTask.objects.get().groups.clear()
    ensure_groups()
    assert Workflow.objects.get().name == "Our own"
    assert not GroupApprovalTask.objects.get().groups.exists()
