"""Texts that Wagtail looks up while its modules load, before anybody's language is known, are looked up when shown.

They would stay English for everybody, or in the language of who reads first: headings of rights to collections and
pictures, the filter of redirects, choosers, the form for a picture's address, columns and the way home in lists.
"""

from __future__ import annotations

import inspect
import sys
from functools import cache
from importlib import import_module
from typing import Any

from django.conf import settings
from django.utils import translation
from wagtail.forms import TaskStateCommentForm

# Those with a call of `gettext` outside of functions; a test finds a new one.
MODULES = (
    "wagtail.admin.forms.collections",
    "wagtail.admin.viewsets.chooser",
    "wagtail.contrib.redirects.filters",
    "wagtail.contrib.redirects.views",
    "wagtail.images.forms",
)


@cache
def install() -> None:
    """Load the modules so that what they look up while loading is lazy, and what they look up later is not: once."""
    lookup = translation.gettext

    def while_loading(message: str) -> Any:
        caller = sys._getframe(1)
        in_function = caller.f_code.co_flags & inspect.CO_OPTIMIZED
        early = not in_function and caller.f_globals["__name__"] in MODULES
        return translation.gettext_lazy(message) if early else lookup(message)

    translation.gettext = while_loading
    try:
        for name in MODULES:
            import_module(name)
    finally:
        translation.gettext = lookup
    # Theirs, and those of what they loaded.
    for module in list(sys.modules.values()):
        for name, value in list(getattr(module, "__dict__", {}).items()):
            if value is while_loading:
                setattr(module, name, lookup)
    # Loaded by Wagtail's models, before anything of ours.
    comment = TaskStateCommentForm.base_fields["comment"]
    comment.label = translation.gettext_lazy(str(comment.label))
    say_when_shown()


def say_when_shown() -> None:
    """Let what views are made of while the site starts be said when it is shown: labels of columns, the way home."""
    from wagtail.admin.forms import collections
    from wagtail.admin.ui import tables
    from wagtail.snippets.views.snippets import SnippetViewSet

    tables.gettext = translation.gettext_lazy
    collections._ = translation.gettext_lazy  # its forms are made by a function, which later modules call
    upstream = SnippetViewSet.breadcrumbs_items.fget

    def breadcrumbs_items(viewset: SnippetViewSet) -> list[dict[str, Any]]:
        with translation.override(settings.LANGUAGE_CODE):
            return [item | {"label": translation.gettext_lazy(item["label"])} for item in upstream(viewset)]

    SnippetViewSet.breadcrumbs_items = property(breadcrumbs_items)
