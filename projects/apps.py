"""The library: projects, trainings, handbooks, bulletins and their vocabularies."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from cms import presenting


class ProjectsConfig(AppConfig):
    """The library."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "projects"
    verbose_name = _("library")

    def ready(self) -> None:
        """Say how the library is told, and listen to what an editor does."""
        from projects import lists, signal_handlers, works  # noqa: F401  connecting the receivers is all that one does
        from projects.models import GlossaryPage
        from projects.vocabulary import kinds
        from projects.vocabulary.glossary import GlossaryPresenter

        works.register()
        lists.register()
        presenting.present(GlossaryPage, GlossaryPresenter())
        kinds.register()
