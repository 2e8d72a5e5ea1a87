"""PO files of translators: which texts are taken over, and who wrote them.

An entry that is obsolete (`#~`) is no longer part of a file, one that is `fuzzy` is a guess that nobody confirmed:
neither is a translation. The header `X-Translation-Origin` says who wrote all texts of a file: `human`, `machine`,
or `reviewed`, a machine's that a person has read; where it says nothing, whoever brings the file is asked.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polib
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cms.enums import TextOrigin
from cms.languages import NORWEGIAN_CODES
from translation.imports import IDENTITY_HEADER
from translation.origins import KINDS, REVIEWED, current, unfinished

ORIGIN_HEADER = "X-Translation-Origin"
LANGUAGE_HEADER = "Language"
_WRITTEN_AS: Mapping[str, str] = {code: "nb" for code in NORWEGIAN_CODES if code != "nn"}


class CatalogueError(ValueError):
    """A file that cannot be taken over; its message says why, in the language of whoever brought it."""


@dataclass(frozen=True)
class Taken:
    """What became of the entries of a file, in numbers."""

    taken: int
    unknown: int
    fuzzy: int
    obsolete: int


def exported(translation: Translation) -> polib.POFile:
    """Return the PO file of a translation: with its language, and room to say who translated it.

    What was translated for earlier words, or is still being written, is `fuzzy`.
    """
    catalogue: polib.POFile = translation.export_po()
    guesses = set(unfinished(current(translation)).values_list("context__path", "translation_of__data"))
    for entry in catalogue:
        if (entry.msgctxt, entry.msgid) in guesses and not entry.obsolete:
            entry.flags.append("fuzzy")
    catalogue.metadata[LANGUAGE_HEADER] = translation.target_locale.language_code
    catalogue.metadata[ORIGIN_HEADER] = ""
    return catalogue


def read(data: bytes, translation: Translation) -> polib.POFile:
    """Return an uploaded file as a catalogue of this translation. Raises CatalogueError."""
    with tempfile.NamedTemporaryFile(suffix=".po") as file:  # polib takes a text for a path if it can
        file.write(data)
        file.flush()
        try:
            catalogue = polib.pofile(file.name)
        except (OSError, ValueError) as error:  # polib's own for syntax; UnicodeDecodeError
            raise CatalogueError(
                _("This is no PO file, or a damaged one. Download it again and translate that.")
            ) from error
    identity = catalogue.metadata.get(IDENTITY_HEADER)
    if identity is None:
        raise CatalogueError(
            _("The file does not say to which page it belongs: its header is missing. Download it again.")
        )
    if identity != str(translation.uuid):
        raise CatalogueError(_("This file belongs to another page or language. Nothing was taken over."))
    _check_language(catalogue, translation)
    return catalogue


def _check_language(catalogue: polib.POFile, translation: Translation) -> None:
    """Refuse a file that says that it is in another language; `pl_PL` is Polish too, `no` is Bokmål here."""
    written = catalogue.metadata.get(LANGUAGE_HEADER, "").strip()
    code = written.replace("-", "_").split("_")[0].split("@")[0].lower()
    if code and _WRITTEN_AS.get(code, code) != translation.target_locale.language_code:
        raise CatalogueError(
            _(
                "The header “Language” of the file says “%(code)s”; this translation is in %(language)s. "
                "Nothing was taken over."
            )
            % {"code": written, "language": translation.target_locale.get_display_name()}
        )


def said_origin(catalogue: polib.POFile) -> TextOrigin | None:
    """Return who wrote the texts of a file as its header says, None where it does not. Raises CatalogueError."""
    said = catalogue.metadata.get(ORIGIN_HEADER, "").strip()
    if not said:
        return None
    if said not in KINDS:
        raise CatalogueError(
            _("The header “%(header)s” of the file says “%(said)s”. It can say: %(known)s. Nothing was taken over.")
            % {"header": ORIGIN_HEADER, "said": said, "known": ", ".join(KINDS)}
        )
    return TextOrigin(said)


def take_over(translation: Translation, catalogue: polib.POFile, origin: TextOrigin, user: Any = None) -> Taken:
    """Write the translations of a file; `origin` says who wrote them. A text that stands already stays as it is.

    Where people brought back the machine's texts as theirs or as reviewed, these are reviewed from now on.
    """
    valid = [entry for entry in catalogue if not entry.obsolete and not entry.fuzzy]
    unknown = {
        warning.index
        for warning in translation.import_po(catalogue, user=user, translation_type=KINDS[origin], tool_name="PO file")
    }
    filled = {number for number, entry in enumerate(valid) if entry.msgstr}
    if origin != TextOrigin.MACHINE:
        _vouch(translation, [valid[number] for number in filled - unknown])
    return Taken(
        taken=len(filled - unknown),
        unknown=len(filled & unknown),
        fuzzy=sum(bool(entry.fuzzy and entry.msgstr and not entry.obsolete) for entry in catalogue),
        obsolete=sum(bool(entry.obsolete) for entry in catalogue),
    )


def _vouch(translation: Translation, entries: list[polib.POEntry]) -> None:
    """Note as reviewed the texts of a machine that came back unchanged from a person."""
    came = {(entry.msgctxt, entry.msgid, entry.msgstr) for entry in entries}
    of_machine = current(translation).filter(translation_type=KINDS[TextOrigin.MACHINE])
    seen = [
        key
        for key, *text in of_machine.values_list("pk", "context__path", "translation_of__data", "data")
        if tuple(text) in came
    ]
    current(translation).filter(pk__in=seen).update(translation_type=REVIEWED)
