"""The application that everything stands on."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Pages, blocks, routing and the look."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "cms"

    def ready(self) -> None:
        """Have pictures opened as they are seen, change what Wagtail leaves open, and say what every page shows."""
        from cms import early_texts

        early_texts.install()  # before anything else loads what says its words while it is loaded

        from cms import account, context, depth, file_kinds, kinds, models, page_kind, presenting, unnamed, upstream

        account.install()
        depth.register()
        upstream.install()
        unnamed.install()
        for kind in (page_kind.PageKind(), file_kinds.DocumentKind(), file_kinds.ImageKind()):
            kinds.register(kind)
        presenting.shows(models.BasePage, context.page_context)

        from cms import signal_handlers  # noqa: F401  connects the receivers
