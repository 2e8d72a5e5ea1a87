"""What is asked of uploaded files."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from cms.decoding import has_mark, is_text
from cms.duplicates import TitleOnce, check_file_is_new
from cms.languages import current_language
from cms.packed import LockedError, NotOfKindError, Packed, is_older_office

# How a file of each kind begins and ends.
PDF_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*%PDF-\d")
PDF_END = b"%%EOF"
END_LENGTH = 64 * 1024  # bytes; some programs write a little after the end
PACKED = {"docx", "odt", "xlsx"}
TEXT = {"csv", "txt"}
# What no text begins with: PDF, packed and old office files, pictures, programs, web pages, drawings.
NO_TEXT = re.compile(
    rb"%PDF-|PK\x03\x04|\xd0\xcf\x11\xe0|\x89PNG|\xff\xd8\xff|GIF8|RIFF|\x7fELF|MZ\x90|\{\\rtf|\x1f\x8b|Rar!|7z\xbc\xaf"
    rb"|(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|html|head|body|script|svg|iframe)",
    re.IGNORECASE,
)
MOST_UNPACKED = 500 * 1024 * 1024  # bytes; a packed file that grows beyond it is a bomb


class LibraryImageForm(TitleOnce, BaseImageForm):
    """Refuses a picture that cannot be read to its end; every list that shows it would fail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field: Any = self.fields["file"]
            field.check_image_pixel_size = partial(_check_to_the_end, field.check_image_pixel_size)


def _check_to_the_end(check: Callable[[Any], None], file: Any) -> None:
    """Run Wagtail's check of the size, which reads the picture, and say what it leaves to the server's log."""
    try:
        check(file)
    except (OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("The picture is damaged. Save it anew, then upload it again.")) from error


class LibraryDocumentForm(TitleOnce, BaseDocumentForm):
    """Refuses a file that is not what its name says, or is there already; a new one is in the person's language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and "language" not in (kwargs.get("initial") or {}):
            self.initial["language"] = current_language()

    def clean_file(self) -> Any:
        """Return the file; raises ValidationError that says what is wrong with it."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_content(file)
            check_file_is_new(file, self.instance, self.person)
        return file


def check_content(file: UploadedFile) -> None:
    """Raise ValidationError where a file's content does not fit the ending of its name."""
    ending = Path(file.name or "").suffix.lower().lstrip(".")
    file.seek(0)
    if ending == "pdf" and not _is_pdf(file):
        raise ValidationError(_("This is not a PDF file, although its name ends in .pdf."))
    if ending in TEXT and not _is_text(file):
        raise ValidationError(_("This is not a text file, although its name ends in .%(ending)s.") % {"ending": ending})
    if ending in PACKED:
        _check_packed(file, ending)
    file.seek(0)


def _is_pdf(file: UploadedFile) -> bool:
    """Tell whether a file begins and ends as a PDF does; a page of HTML may have the mark further down."""
    if not PDF_START.match(file.read(1024)):
        return False
    file.seek(max(0, (file.size or 0) - END_LENGTH))
    return PDF_END in file.read(END_LENGTH)


def _is_text(file: UploadedFile) -> bool:
    """Tell whether a file has words only."""
    start = file.read(4096)
    if NO_TEXT.match(start) or not is_text(start):
        return False
    return has_mark(start) or not any(b"\x00" in piece for piece in file.chunks())


def _check_packed(file: UploadedFile, ending: str) -> None:
    """Raise ValidationError where the reader of the file's text would not find its main part; see `cms.packed`."""
    unpacked = 0
    try:
        with Packed(file) as packed:
            packed.main(ending)
            unpacked = sum(entry.file_size for entry in packed.entries.values())
        is_of_kind = True
    except LockedError:  # as a locked PDF: the list of documents tells that nobody can search it
        is_of_kind = not is_older_office(file)
    except NotOfKindError:
        is_of_kind = False
    if not is_of_kind:
        raise ValidationError(_("This is not a .%(ending)s file, although its name says so.") % {"ending": ending})
    if unpacked > MOST_UNPACKED:
        raise ValidationError(_("Unpacked, this file would be too large. Save it anew with fewer pictures."))
