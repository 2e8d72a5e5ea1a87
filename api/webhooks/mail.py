"""The mail to those who keep webhooks, when one was turned off because its receiver failed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile

from api.webhooks.models import Webhook


def _managers() -> list[Any]:
    """Return the users who may change webhooks."""
    users: Any = policy_registry.get_by_type(Webhook).users_with_permission("change")
    return list(users.order_by("pk"))


@task()
def tell_managers(webhook: int) -> None:
    """Write to each of them who has an e-mail address, in their language."""
    off = Webhook.objects.filter(pk=webhook, is_active=False).first()
    if off is None:
        return
    context = {
        "webhook": off,
        "address": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('webhook:inspect', args=[off.pk])}",
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    for user in _managers():
        if user.email:
            with override(UserProfile.get_for_user(user).get_preferred_language()):
                subject = _("The webhook “%(name)s” was turned off") % {"name": " ".join(off.name.split())}
                send_mail(subject, render_to_string("webhooks/off.txt", context), None, [user.email])
