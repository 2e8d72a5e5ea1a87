"""The demonstration library."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Texts, translations and drawings of five real projects, and what loads them."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "demo"
