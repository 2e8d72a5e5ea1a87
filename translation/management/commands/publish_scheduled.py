"""Wagtail's command, with an eye on translations."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.management.commands import publish_scheduled
from wagtail.models import Revision

from cms.signals import time_passed
from translation.publication import refusal_of

LOG_ACTION = "translation.not_published"


class Command(publish_scheduled.Command):
    """A translation that is not whole at its hour is taken off the schedule; all others are published.

    Wagtail's own would stop at it, and lose it: it forgets the hour before it saves the page.
    """

    help = publish_scheduled.Command.help

    def handle(self, *args: Any, **options: Any) -> None:
        """Note in the history of a page why it was not published, then publish what is due, and tell all packages."""
        if not options["dryrun"]:
            for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()):
                if reason := refusal_of(revision):
                    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
                    log(instance=revision.content_object, action=LOG_ACTION, data={"reason": reason}, revision=revision)
                    self.stderr.write(reason)
        super().handle(*args, **options)
        if not options["dryrun"]:
            time_passed.send(type(self))
