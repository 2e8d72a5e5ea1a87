"""What waits for a translator, on the first page of the administration."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from cms.formats import number
from translation.desk.queue import Queue
from translation.translators import locales_of

SHOWN = 4  # the next piece, and three after it


class QueuePanel(Component):
    """The next piece, how much waits, and the way to all of it; nothing for who translates nothing."""

    name = "translations"
    template_name = "translation/desk/panel.html"
    order = 40  # before the guide

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return what waits."""
        user = parent_context["request"].user
        locales = list(locales_of(user))
        if not locales:
            return {}
        queue = Queue(user, locales)
        pieces = queue.pieces(list(queue.listed()[:SHOWN]))
        waiting = ngettext("%(count)s piece", "%(count)s pieces", queue.total) % {"count": number(queue.total)}
        return {
            "translates": True,
            "first": pieces[0] if pieces else None,
            "others": pieces[1:],
            "counts": queue.counts,
            "all": _("All my work: %(pieces)s, %(words)s") % {"pieces": waiting, "words": queue.left},
        }
