"""Names in the database that the site gave itself: stored in English, read in the reader's language.

A person's own name for the same thing is stored and read as it was written. Where a form sends a name back that the
site gave, in whatever language it was shown, the English one is stored.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, cast

from django.conf import settings
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils import translation

Names = tuple[str, ...]
Say = Callable[[str], str]  # gives a name in the active language


@cache
def stored_names(names: Names, say: Say = translation.gettext) -> dict[str, str]:
    """Return the English name for each translation of one of the names."""
    stored: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            stored |= {say(name): name for name in names}
    return stored


def in_reader_language(value: Any, names: Names, say: Say = translation.gettext) -> Any:
    """Return a name in the active language, if it is one of the names."""
    return say(value) if value in names else value


def as_stored(value: Any, names: Names, say: Say = translation.gettext) -> Any:
    """Return the English name for one of the names in whatever language."""
    return stored_names(names, say).get(value, value) if isinstance(value, str) else value


def within(data: Any, names: Names, change: Callable[[Any, Names], Any]) -> Any:
    """Return data of a log entry in which each text is changed."""
    if isinstance(data, dict):
        return {key: within(value, names, change) for key, value in data.items()}
    return change(data, names) if isinstance(data, str) else data


class GivenName(DeferredAttribute):
    """An attribute of a model that reads one of the names in the active language."""

    def __init__(self, field: models.Field[Any, Any], names: Names, say: Say) -> None:
        """Keep the names that are translated."""
        super().__init__(field)
        self.names = names
        self.say = say

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        """Return the attribute itself of a class, the name of an instance."""
        value = super().__get__(instance, cls)
        return value if instance is None else in_reader_language(value, self.names, self.say)

    def __set__(self, instance: models.Model, value: Any) -> None:
        """Keep what is given; it is stored in English when the instance is saved."""
        instance.__dict__[self.field.attname] = value


def translate_names(model: type[models.Model], field_name: str, *names: str, say: Say = translation.gettext) -> None:
    """Read these names of a field in the reader's language; each is a message of a catalogue, or `say` knows it."""
    field = cast("models.Field[Any, Any]", model._meta.get_field(field_name))
    upstream = field.get_prep_value
    # As an attribute of the field: every way into the database, a query's value too, asks it.
    field.get_prep_value = lambda value: as_stored(upstream(value), names, say)  # type: ignore[method-assign]  # of this field alone
    setattr(model, field.attname, GivenName(field, names, say))
