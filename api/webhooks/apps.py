"""The webhooks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebhooksConfig(AppConfig):
    """Who is told of changes, what was sent, and what they answered."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "api.webhooks"
    label = "webhooks"
    verbose_name = _("Webhooks")

    def ready(self) -> None:
        """Listen to what becomes public, and to the clock."""
        from api.webhooks import signal_handlers  # noqa: F401  connects the receivers
