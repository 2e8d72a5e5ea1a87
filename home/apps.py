"""The front page and the pages about the site."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Front page, standard pages, site settings."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "home"

    def ready(self) -> None:
        """Say how the pages about the site are told, and listen to what is saved."""
        from cms.presenting import PlainPresenter, present
        from cms.searchable import LIST_IMPORTANCE, SITE_IMPORTANCE
        from home import signal_handlers  # noqa: F401  connects the receivers
        from home.models import HomePage, StandardPage

        present(HomePage, PlainPresenter(LIST_IMPORTANCE))
        present(StandardPage, PlainPresenter(SITE_IMPORTANCE))
