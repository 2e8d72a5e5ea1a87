"""The public API."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Resources, problems, documentation, and how often a client may ask."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "api"

    def ready(self) -> None:
        """Listen to the clock."""
        from api import signal_handlers  # noqa: F401  connects the receivers
