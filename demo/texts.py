"""The files of the demonstration library as they are read from disk."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

LIBRARY = Path(__file__).resolve().parent / "library"
DRAWINGS = Path(__file__).resolve().parent / "drawings"
TRANSLATIONS = LIBRARY / "translations"
NAMESPACE = uuid.UUID("6f0b0e64-3c5b-5d0c-9a3f-2b1f5a1d7c11")

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Folders in the order of loading: a page comes after the one below which it lies.
PAGE_FOLDERS = ("site", "specimens", "projects", "trainings", "handbooks", "bulletins")


class TextError(ValueError):
    """A file of the library does not fit its format; the message names the file and the key."""


@dataclass(frozen=True)
class Text:
    """One YAML file: a page or a document in the language it was first written in."""

    path: Path

    @cached_property
    def data(self) -> dict[str, Any]:
        """Return the file's content."""
        return read_yaml(self.path)

    def __getitem__(self, name: str) -> Any:
        try:
            return self.data[name]
        except KeyError:
            message = f"{self.path.relative_to(LIBRARY)}: “{name}” is missing."
            raise TextError(message) from None

    @property
    def key(self) -> str:
        """Return the text's key in the library."""
        return str(self["key"])

    @property
    def kind(self) -> str:
        """Return the type of page."""
        return str(self["type"])

    @property
    def language(self) -> str:
        """Return the language of the text."""
        return str(self["language"])

    @property
    def fingerprint(self) -> str:
        """Return what changes whenever the text does."""
        return fingerprint(self.path)

    @property
    def behind(self) -> tuple[str, ...]:
        """Return the languages whose translations were made before the blocks marked "later" were added."""
        return tuple(self.data.get("behind", ()))


class EarlierText(Text):
    """A text as it was before the blocks marked "later" were added to it."""

    @cached_property
    def data(self) -> dict[str, Any]:
        """Return the file's content without what came later."""
        data = read_yaml(self.path)
        return data | {"body": [block for block in data["body"] if not block.get("later")]}

    @property
    def fingerprint(self) -> str:
        """Return what no text has: the page still waits for its present text."""
        return ""


@dataclass(frozen=True)
class Catalogue:
    """One PO file: the translation of a page into a language."""

    path: Path

    @property
    def key(self) -> str:
        """Return the key of the translated page."""
        return self.path.stem

    @property
    def language(self) -> str:
        """Return the language of the translation."""
        return self.path.parent.name


def read_yaml(path: Path) -> dict[str, Any]:
    """Return the mapping that a YAML file holds; raises TextError naming the file."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  a safe loader, in C where there
    except yaml.YAMLError as error:
        message = f"{path.relative_to(LIBRARY)}: {error}"
        raise TextError(message) from error
    if not isinstance(data, Mapping):
        message = f"{path.relative_to(LIBRARY)}: not a mapping."
        raise TextError(message)
    return dict(data)


def pages() -> list[Text]:
    """Return the texts of all pages, parents before children, in a stable order."""
    found = [Text(path) for folder in PAGE_FOLDERS for path in sorted((LIBRARY / folder).rglob("*.yaml"))]
    # The front page first, and a handbook before its chapters; otherwise as the folders are sorted.
    return sorted(found, key=lambda text: (text.kind != "home", PAGE_FOLDERS.index(folder_of(text)), _depth(text)))


def folder_of(text: Text) -> str:
    """Return the first folder below the library in which a text lies."""
    return text.path.relative_to(LIBRARY).parts[0]


def _depth(text: Text) -> tuple[Any, ...]:
    site_order = {name: index for index, name in enumerate(SITE_ORDER)}
    return (site_order.get(text.path.stem, len(site_order)), text.kind == "chapter", text.path)


# In menus and footers pages stand in this order.
SITE_ORDER = (
    "home", "projects", "trainings", "handbooks", "bulletins", "glossary",
    "about", "translation", "accessibility", "privacy", "contact",
)  # fmt: skip


def documents() -> list[Text]:
    """Return the texts of the PDF files, first editions before their translations."""
    found = [Text(path) for path in sorted((LIBRARY / "documents").glob("*.yaml"))]
    return sorted(found, key=lambda text: "edition_of" in text.data)


def catalogues() -> list[Catalogue]:
    """Return the translations of pages, in the order of the translated pages."""
    order = {text.key: index for index, text in enumerate(pages())}
    found = [Catalogue(path) for path in TRANSLATIONS.glob("*/*.po")]
    if unknown := sorted(catalogue.key for catalogue in found if catalogue.key not in order):
        message = f"There are translations of pages that do not exist: {', '.join(unknown)}"
        raise TextError(message)
    return sorted(found, key=lambda catalogue: (order[catalogue.key], catalogue.language))


def fingerprint(*paths: Path) -> str:
    """Return what changes whenever one of the files does."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def identity(*parts: object) -> uuid.UUID:
    """Return the lasting identity of something in the library: the same in every installation.

    Translations refer to blocks and rows by it.
    """
    return uuid.uuid5(NAMESPACE, ":".join(map(str, parts)))
