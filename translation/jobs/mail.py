"""The mail about jobs, to the person whom it concerns, in their language, unless they switched it off."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from wagtail.users.models import UserProfile

from cms.formats import day
from translation.enums import JobEventKind
from translation.jobs.models import JobEvent, MutedMail
from translation.jobs.people import name

KINDS = (JobEventKind.ASSIGNED, JobEventKind.RETURNED, JobEventKind.CLOSED)


def wants(user: Any, kind: str) -> bool:
    """Tell whether a person is told of something by mail."""
    return bool(user.is_active and user.email) and not MutedMail.objects.filter(user=user, kind=kind).exists()


@task()
def send(event: int) -> None:
    """Write to whom it concerns, once."""
    found = JobEvent.objects.filter(pk=event, mailed_at=None).select_related("job", "by", "told").first()
    if found is None or found.told is None or not wants(found.told, found.kind):
        return
    language = UserProfile.get_for_user(found.told).get_preferred_language()
    with override(language):
        base = settings.WAGTAILADMIN_BASE_URL
        context = {
            "event": found,
            "kind": found.kind,
            "name": name(found.told),
            "by": name(found.by),
            "due": day(found.job.due) if found.job.due else "",
            "address": f"{base}{reverse('translations_queue')}",
            "account": f"{base}{reverse('wagtailadmin_account')}",
            "site_name": settings.WAGTAIL_SITE_NAME,
        }
        reply = [found.by.email] if found.by and found.by.email else None
        EmailMessage(
            _subject(found),
            render_to_string("translation/jobs/mail.txt", context),
            None,
            [found.told.email],
            reply_to=reply,
            headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
        ).send()
    found.mailed_at = timezone.now()
    found.save(update_fields=["mailed_at"])


def _subject(event: JobEvent) -> str:
    said = {
        JobEventKind.ASSIGNED: _("New for you: %(job)s"),
        JobEventKind.RETURNED: _("Returned to you: %(job)s"),
        JobEventKind.CLOSED: _("Closed: %(job)s"),
    }
    return said[JobEventKind(event.kind)] % {"job": " ".join(event.job.name.split())}
