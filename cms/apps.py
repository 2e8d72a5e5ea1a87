"""The application that everything stands on."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Pages, blocks, routing and the look."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "cms"

    def ready(self) -> None:
        """Have pictures opened as they are seen, and change what Wagtail leaves open."""
        from cms import depth, early_texts, upstream

        early_texts.install()
        depth.register()
        upstream.install()
