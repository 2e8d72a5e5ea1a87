"""Whether the styles and scripts of this release are where production looks for them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.utils.functional import LazyObject, empty


def what_is_missing() -> str:
    """Return what is wrong with the collected files and how it is mended, nothing where all is well.

    Without their list no page can be shown at all; where it is of an earlier release, those that ask for a new file.
    """
    listed = _listed()
    if listed is None:
        return ""
    if not listed:
        return f"No styles and scripts were collected in {settings.STATIC_ROOT}: run `manage.py collectstatic`."
    ignored = StaticFilesConfig.ignore_patterns
    lacking = [name for finder in get_finders() for name, _storage in finder.list(ignored) if name not in listed]
    if lacking:
        return (
            f"The styles and scripts in {settings.STATIC_ROOT} are of another release ({lacking[0]} is not among "
            "them): run `manage.py collectstatic`."
        )
    return ""


def are_listed() -> bool:
    """Tell whether this process knows where the collected files are; asks nothing of the disk."""
    return _listed() != {}


def _listed() -> dict[str, str] | None:
    """Return the collected files by name, None where they are served from the packages."""
    storage: object = staticfiles_storage
    if isinstance(storage, LazyObject):
        if storage._wrapped is empty:
            storage._setup()
        storage = storage._wrapped
    return storage.hashed_files if isinstance(storage, ManifestFilesMixin) else None
