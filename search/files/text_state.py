"""What editors are told about the text of a file, and how they make it one that can be found."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.models import LibraryDocument
from search.files.models import FileText, Problem
from search.files.reader_process import is_readable
from search.files.texts import is_current, kind_of

HELP: dict[str, Promise] = {
    Problem.SCANNED: gettext_lazy("Recognise its text (OCR), then upload it again."),
    Problem.ENCRYPTED: gettext_lazy("Save it without a password, then upload it again."),
    Problem.BROKEN: gettext_lazy("Open it, save it anew, then upload it again."),
    Problem.TOO_LARGE: gettext_lazy("Split it, or save it with fewer pictures, then upload it again."),
    Problem.TIMED_OUT: gettext_lazy("Open it, save it anew, then upload it again."),
}


@dataclass(frozen=True)
class State:
    """Whether the text of a file is searched, in a few words; `help` says what the editor can do about it."""

    text: str
    help: str = ""


def state(document: LibraryDocument) -> State:
    """Return the state of a document's text."""
    if not is_readable(kind_of(document)):
        return State(_("cannot be searched"))
    text: FileText | None = getattr(document, "file_text", None)
    if text is None or not is_current(text, document):
        return State(_("is being read"))
    hidden = _(
        "It has hidden sheets, rows, columns or words. Search does not find them, but whoever downloads the file can "
        "show them: delete them if they are not for everybody, then upload it again."
    )
    advice = [hidden] if text.has_hidden else []
    if text.problem:
        return State(str(text.get_problem_display()), " ".join([str(HELP[text.problem]), *advice]))
    if not text.is_whole:
        advice.insert(0, _("It is very long: only its beginning can be found. Better split it."))
    help_text = " ".join(advice)
    if kind_of(document) != "pdf":
        return State(_("can be searched"), help_text)
    count = len(text.pages)
    return State(ngettext("%(count)s page", "%(count)s pages", count) % {"count": count}, help_text)
