"""What this application keeps in the database."""

from cms.file_rights import ShownFile
from cms.models.attempts import WrongAttempts
from cms.models.facets import PageFacet
from cms.models.media import LibraryDocument, LibraryImage, LibraryRendition
from cms.models.pages import BasePage, OwnField, Withdrawable, write_facets

__all__ = [
    "BasePage",
    "LibraryDocument",
    "LibraryImage",
    "LibraryRendition",
    "OwnField",
    "PageFacet",
    "ShownFile",
    "Withdrawable",
    "WrongAttempts",
    "write_facets",
]
