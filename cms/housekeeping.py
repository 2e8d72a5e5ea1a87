"""What nobody needs any more is deleted: sessions that have run out, results of tasks, wrong passwords, old links."""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command

from cms.previews.links import forget_old_links
from cms.throttling import forget_old_attempts

TASKS_KEPT = 14  # days
FAILED_TASKS_KEPT = 60  # days, in which somebody may ask what went wrong


def tidy() -> None:
    """Delete it; a second time at once does nothing."""
    call_command("clearsessions")
    if settings.TASKS["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend":
        call_command(
            "prune_db_task_results",
            queue_name="*",
            min_age_days=TASKS_KEPT,
            failed_min_age_days=FAILED_TASKS_KEPT,
            verbosity=0,
        )
    forget_old_attempts()
    forget_old_links()
