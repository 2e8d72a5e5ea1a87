"""Packed files of offices: their parts, found as the standards name them, for the check at upload and the reader alike.

A DOCX or XLSX names its main part by a relationship and tells by a content type what it is (ECMA-376, part 2); an ODT
has its text in `content.xml` (OpenDocument 1.3, part 2). Nothing is unpacked beyond the size that was asked for.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import IO, Any, NamedTuple, Self
from urllib.parse import unquote, urlsplit

from lxml import etree

MOST_UNPACKED = 100 * 1024 * 1024  # bytes of one part
MOST_OF_A_LIST = 2 * 1024 * 1024  # bytes of a part that only names others

OLE = b"\xd0\xcf\x11\xe0"  # how a file of an older office begins, and one that is locked
_BEGINNING = b"PK\x03\x04"
_LOCKED = "EncryptedPackage".encode("utf-16-le")

_CONTENT_TYPES = "[content_types].xml"
_MANIFEST = "meta-inf/manifest.xml"
# What the main part of a kind is, and where it usually is: that counts only in files without a list of types.
_MAIN_TYPES = {
    "docx": ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml"),
    "xlsx": ("spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml"),
}
_USUAL = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"

# The strict form of the standard has names of its own for the same things.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}


class NotOfKindError(Exception):
    """The file is not what its name says."""


class LockedError(Exception):
    """The file is locked with a password."""


class TooLargeError(Exception):
    """Unpacked, a part would be too large."""


class Relationship(NamedTuple):
    """What a part refers to: the last word of its type, as in "footnotes", and the name of the other part."""

    type: str
    target: str


class Packed:
    """A packed file; the names of its parts differ neither by capitals nor by the strokes between folders.

    Raises LockedError and NotOfKindError.
    """

    def __init__(self, file: IO[bytes]) -> None:
        file.seek(0)
        beginning = file.read(len(OLE))
        if beginning == OLE:
            raise LockedError
        if beginning != _BEGINNING:  # a program finds what is packed from the end; a web page could stand before it
            raise NotOfKindError
        file.seek(0)
        try:
            self._file = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise NotOfKindError from error
        self.entries = {_plain(entry.filename): entry for entry in self._file.infolist()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self.entries

    def content(self, name: str, most: int | None = None) -> bytes:
        """Return a part; raises KeyError, LockedError, TooLargeError, and what a damaged part raises."""
        most = MOST_UNPACKED if most is None else most
        entry = self.entries[_plain(name)]
        if entry.flag_bits & 1:
            raise LockedError
        with self._file.open(entry) as opened:
            content = opened.read(most + 1)
        if len(content) > most:
            raise TooLargeError
        return content

    def tree(self, name: str, most: int | None = None) -> Any:
        """Return the root of a part, which is XML: nothing outside it is read, no entity is unfolded."""
        content = self.content(name, most)
        for strict, usual in _STRICT.items():
            content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(content, parser)

    def main(self, kind: str) -> str:
        """Return the name of the part with the content of a "docx", "odt" or "xlsx"; raises NotOfKindError."""
        if kind == "odt":
            return self._open_text()
        if _CONTENT_TYPES not in self.entries:
            if _USUAL[kind] not in self:
                raise NotOfKindError
            return _USUAL[kind]
        types = self._content_types()
        named = [one.target for one in self.related("").values() if one.type == "officeDocument"]
        for name in named or types:
            if name in self and types.get(_plain(name), "").endswith(_MAIN_TYPES[kind]):
                return name
        raise NotOfKindError

    def related(self, name: str) -> Mapping[str, Relationship]:
        """Return by number what a part refers to inside the file; the file itself is the part ""."""
        folder, base = posixpath.split(_plain(name))
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if listed not in self.entries:
            return {}
        found = {}
        for one in self._listed(listed):
            if one.get("TargetMode") != "External" and one.get("Id"):
                target = unquote(urlsplit(one.get("Target", "").replace("\\", "/")).path)
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[one.get("Id")] = Relationship(one.get("Type", "").rpartition("/")[2], target)
        return found

    def referred(self, name: str, types: Iterable[str]) -> list[str]:
        """Return the parts of some types that a part refers to, in their order."""
        wanted = set(types)
        targets = (one.target for one in self.related(name).values() if one.type in wanted)
        return [target for target in dict.fromkeys(targets) if target in self]

    def _content_types(self) -> dict[str, str]:
        """Return what each part is, by its name."""
        by_ending, by_name = {}, {}
        for one in self._listed(_CONTENT_TYPES):
            if one.get("PartName"):
                by_name[_plain(one.get("PartName"))] = one.get("ContentType", "")
            elif one.get("Extension"):
                by_ending[one.get("Extension").lower()] = one.get("ContentType", "")
        return {
            name: by_name.get(name) or by_ending.get(posixpath.splitext(name)[1].lstrip("."), "")
            for name in self.entries
        }

    def _listed(self, name: str) -> Iterable[Any]:
        try:
            return [one for one in self.tree(name, MOST_OF_A_LIST) if isinstance(one.tag, str)]
        except (etree.XMLSyntaxError, zipfile.BadZipFile, OSError, TooLargeError) as error:
            raise NotOfKindError from error

    def _open_text(self) -> str:
        if _MANIFEST in self and b"encryption-data" in self.content(_MANIFEST):
            raise LockedError
        said = self.content("mimetype", MOST_OF_A_LIST) if "mimetype" in self else b""
        if "content.xml" not in self or (said.startswith(b"application/") and not said.startswith(_OPEN_TEXT)):
            raise NotOfKindError
        return "content.xml"


def is_older_office(file: IO[bytes]) -> bool:
    """Tell whether a file is one of an older office, not a newer one that a password locks: both begin alike."""
    file.seek(0)
    content = file.read()
    return content.startswith(OLE) and _LOCKED not in content


def _plain(name: str) -> str:
    """Return the name of a part as all others are written; some programs write strokes the other way round."""
    return name.replace("\\", "/").lstrip("/").lower()
