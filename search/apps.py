"""Search in six languages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The search: analysis, documents, engines, the search page."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "search"
    verbose_name = _("search")

    def ready(self) -> None:
        """Listen to what is saved and deleted."""
        from search import signal_handlers  # noqa: F401  connects the receivers
        from search.files import signal_handlers as of_files  # noqa: F401  connects the receivers
