"""Works of the library as files to take away."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from cms import presenting


class PublishingConfig(AppConfig):
    """Works as files."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "publishing"
    verbose_name = _("publishing")

    def ready(self) -> None:
        """Have each work's page offer it as PDF, and listen to what is deleted."""
        from projects.models import LibraryPage
        from publishing import signal_handlers  # noqa: F401  connecting the receivers is all that one does
        from publishing.keeping import offered

        presenting.shows(LibraryPage, offered)
