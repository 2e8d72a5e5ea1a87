"""The front page and the pages about the site."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Front page, standard pages, site settings."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "home"
