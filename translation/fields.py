"""What all languages of a page share, what is translated, and what each language has for itself.

Derived from wagtail-localize's own field rules and the model's fields, here and nowhere else: text is
translated, what is no text is shared (numbers, dates, money, references, choices), an `OwnField` is
each language's own. A text that is empty in the source is shared too: there is nothing to translate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField, StreamField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField, get_translatable_fields


@dataclass(frozen=True)
class Fields:
    """The fields of one model by what languages do with them; rows are child relations with their model."""

    shared: tuple[models.Field[Any, Any], ...]
    texts: tuple[models.Field[Any, Any], ...]
    streams: tuple[StreamField, ...]
    own: tuple[models.Field[Any, Any], ...]
    rows: Mapping[str, type[models.Model]]


def fields_of(model: type[models.Model]) -> Fields:
    """Return the fields of a model by what languages do with them."""
    return _derived(model)


@cache
def _derived(model: type[models.Model]) -> Fields:
    shared, texts, streams, own = [], [], [], []
    rows: dict[str, type[models.Model]] = {}
    for rule in get_translatable_fields(model):
        field = rule.get_field(model)
        if isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey):
            if issubclass(field.related_model, TranslatableMixin) and isinstance(rule, TranslatableField):
                rows[field.name] = field.related_model
        elif isinstance(rule, SynchronizedField):
            shared.append(field)
        elif not isinstance(rule, TranslatableField):
            own.append(field)
        elif isinstance(field, StreamField):
            streams.append(field)
        elif isinstance(field, RichTextField | models.TextField | models.CharField):
            texts.append(field)
        else:
            shared.append(field)  # a reference to a concept: which of its languages is shown is decided for the reader
    if order := getattr(model, "sort_order_field", None):
        shared.append(model._meta.get_field(order))  # localize copies whole rows, and has no rule for their order
    return Fields(tuple(shared), tuple(texts), tuple(streams), tuple(own), rows)
