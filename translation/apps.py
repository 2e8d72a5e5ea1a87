"""Translation: wagtail-localize made safe."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """What a translation may publish, what languages share, who may do what."""

    name = "translation"
    verbose_name = _("translation")

    def ready(self) -> None:
        """Put our methods in the place of localize's, listen to pages, check models and settings."""
        from translation import checks, groups, localize, review, signal_handlers

        localize.install()
        groups.install()
        review.install()
        signal_handlers.connect()
        checks.register_all()
