"""The library: projects, trainings, handbooks, bulletins and their vocabularies."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    """The library."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "projects"
    verbose_name = _("library")

    def ready(self) -> None:
        """Listen to what an editor begins."""
        from projects import signal_handlers  # noqa: F401  connects the receivers
