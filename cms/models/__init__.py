"""What this application keeps in the database."""

from cms.file_rights import ShownFile
from cms.models.attempts import WrongAttempts
from cms.models.facets import PageFacet
from cms.models.media import LibraryDocument, LibraryImage, LibraryRendition
from cms.models.pages import BasePage, OwnField, Withdrawable, write_facets
from cms.models.previews import FrontEnd, PreviewLink, TypedDraft
from cms.models.publicity import (
    EVERY_LANGUAGE,
    PAGE,
    TOMBSTONES,
    ChangedContent,
    ChangedEntry,
    Event,
    NumberedNote,
    PublicChange,
    ToldItem,
)

__all__ = [
    "EVERY_LANGUAGE",
    "PAGE",
    "TOMBSTONES",
    "BasePage",
    "ChangedContent",
    "ChangedEntry",
    "Event",
    "FrontEnd",
    "LibraryDocument",
    "LibraryImage",
    "LibraryRendition",
    "NumberedNote",
    "OwnField",
    "PageFacet",
    "PreviewLink",
    "PublicChange",
    "ShownFile",
    "ToldItem",
    "TypedDraft",
    "Withdrawable",
    "WrongAttempts",
    "write_facets",
]
