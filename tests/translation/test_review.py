"""The review: made once, for those who write; what somebody made of it stays."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import translation
from wagtail.log_actions import log
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, Workflow

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


def stored(table: str) -> list[str]:
    """Return the names in a table, unread."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT name FROM {table}")  # noqa: S608  our own tables
        return [name for (name,) in cursor.fetchall()]


def test_the_names_that_we_gave_are_read_in_the_readers_language_and_stored_in_english() -> None:
    ensure_groups()
    with translation.override("bg"):
        workflow, task = Workflow.objects.get(), GroupApprovalTask.objects.get()
        assert str(workflow) == workflow.name == task.name == "Редакционен преглед"
        workflow.save()
        task.save()
        assert Workflow.objects.filter(name="Редакционен преглед").exists()
        with translation.override("pl"):
            assert workflow.name == "Przegląd redakcyjny"
    assert workflow.name == NAME
    assert (stored("wagtailcore_workflow"), stored("wagtailcore_task")) == ([NAME], [NAME])


def test_a_name_that_somebody_gave_is_nobodys_to_translate() -> None:
    ensure_groups()
    workflow = Workflow.objects.get()
    with translation.override("lv"):
        workflow.name = "Pārbaude birojā"
        workflow.save()
    workflow.refresh_from_db()
    assert workflow.name == "Pārbaude birojā"
    assert stored("wagtailcore_workflow") == ["Pārbaude birojā"]


def test_the_history_says_the_names_in_the_readers_language_whoever_wrote_it(admin_user: User) -> None:
    ensure_groups()
    page = Page.objects.get(depth=1)
    with translation.override("bg"):
        workflow = Workflow.objects.get()
        step = {"id": 1, "title": GroupApprovalTask.objects.get().name}
        named = {"workflow": {"id": workflow.pk, "title": workflow.name, "status": "in_progress", "next": step}}
        log(page, "wagtail.workflow.start", user=admin_user, data=named)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM wagtailcore_pagelogentry")
        assert "Editorial review" in str(cursor.fetchall())
    for language, name in (("en", NAME), ("lv", "Redakcionāla pārbaude"), ("bg", "Редакционен преглед")):
        with translation.override(language):
            assert PageLogEntry.objects.get().message.count(name) == 2
