"""Views of wagtail-localize that ask for the right to the source and say what went wrong, and our own beside them."""

from __future__ import annotations

from translation.views.editions import (
    restart_translation,
    review_translation,
    say_what_is_unreviewed,
    stop_translation,
)
from translation.views.files import download_po, upload_po
from translation.views.submission import (
    SubmitConceptView,
    SubmitPageView,
    UpdateView,
    publish_translation,
    refuse_alias,
)

__all__ = [
    "SubmitConceptView",
    "SubmitPageView",
    "UpdateView",
    "download_po",
    "publish_translation",
    "refuse_alias",
    "restart_translation",
    "review_translation",
    "say_what_is_unreviewed",
    "stop_translation",
    "upload_po",
]
