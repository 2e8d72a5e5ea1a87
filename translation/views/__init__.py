"""Views of wagtail-localize that ask for the right to the source and say what went wrong, and our own beside them."""

from __future__ import annotations

from translation.views.changes import SourceChangesView, say_what_became_older
from translation.views.editions import restart_translation, stop_translation
from translation.views.files import download_po, upload_po
from translation.views.reviews import review_translation, say_what_holds_up
from translation.views.source import preview_source, read_source
from translation.views.submission import (
    SubmitConceptView,
    SubmitPageView,
    UpdateView,
    publish_translation,
    refuse_alias,
)
from translation.views.texts import VisibleEntries, edit_override, edit_string, machine_translate

__all__ = [
    "SourceChangesView",
    "SubmitConceptView",
    "SubmitPageView",
    "UpdateView",
    "VisibleEntries",
    "download_po",
    "edit_override",
    "edit_string",
    "machine_translate",
    "preview_source",
    "publish_translation",
    "read_source",
    "refuse_alias",
    "restart_translation",
    "review_translation",
    "say_what_became_older",
    "say_what_holds_up",
    "stop_translation",
    "upload_po",
]
