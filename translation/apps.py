"""Translation: wagtail-localize made safe."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """What a translation may publish, what languages share, who may do what."""

    name = "translation"
    verbose_name = _("translation")

    def ready(self) -> None:
        """Put our methods in the place of localize's, listen to pages, check models and settings."""
        from cms import early_texts

        early_texts.install()  # before localize's views load what says its words while it is loaded

        from translation import checks, groups, localize, reading, review, signal_handlers, vocabularies

        vocabularies.install()  # before anything else asks for the rights to them
        localize.install()
        groups.install()
        reading.install()
        review.install()
        signal_handlers.connect()
        checks.register_all()
