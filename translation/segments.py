"""The texts of a source as localize keeps them, read from it and written in bulk.

Localize's own asks the database some ten times for each text: 8,000 times for a page of 500. Here the number of
statements is the same however long the page is. What it leaves is the same, but that a text that only moves keeps its
row.
"""

from __future__ import annotations

import json
import uuid
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import prefetch_related_objects
from modelcluster.fields import ParentalKey
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue, RelatedObjectSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments

from translation.fields import fields_of
from translation.status import recount

AT_ONCE = 500  # values in one statement
_KINDS: tuple[Any, ...] = (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)

Row = dict[str, Any]


def refresh_segments(self: TranslationSource, instance: Any = None) -> None:
    """Bring the segments of a source in step with its frozen content.

    `instance` is what the content says, where somebody has it: making it anew asks for each reference of each row.
    Raises SourceDeletedError.
    """
    instance = with_references(instance or self.as_instance())
    values = extract_segments(instance)
    of_kind: defaultdict[type[models.Model], list[Any]] = defaultdict(list)
    for value in values:
        of_kind[_segment_model(value)].append(value)
    with transaction.atomic():
        contexts = _contexts(self, instance, {value.path for value in values})
        strings = _strings(self, of_kind[StringSegment])
        templates = _templates(of_kind[TemplateSegment])
        objects = _objects(of_kind[RelatedObjectSegment])

        def rows(model: type[models.Model], own: Callable[[Any], Row]) -> list[Row]:
            return [{"context_id": contexts[one.path], "order": one.order, **own(one)} for one in of_kind[model]]

        _write(self, StringSegment, "string_id", rows(
            StringSegment, lambda one: {"string_id": strings[one.string.data], "attrs": _json(one.attrs)},
        ))  # fmt: skip
        _write(self, TemplateSegment, "template_id", rows(
            TemplateSegment, lambda one: {"template_id": templates[_template_id(one)]},
        ))  # fmt: skip
        _write(self, RelatedObjectSegment, "object_id", rows(
            RelatedObjectSegment, lambda one: {"object_id": objects[one.translation_key]},
        ))  # fmt: skip
        _write(self, OverridableSegment, "data_json", rows(
            OverridableSegment, lambda one: {"data_json": _json(one.data)},
        ))  # fmt: skip
        recount(self.translations.all())


def repair_segments(source: TranslationSource, instance: Any) -> None:
    """Write the segments of a source anew where some are gone: without one, a text would be taken for translated.

    `instance` is what the frozen content says, see `with_references`.
    """
    wanted = Counter(_segment_model(value) for value in extract_segments(instance))
    if any(model.objects.filter(source=source).count() != wanted[model] for model in _KINDS):
        source.refresh_segments(instance)


def with_references(instance: Any) -> Any:
    """Return a page or concept with its rows and what they point to: a statement a column, whatever the number of rows.

    What was given is left as it is: a page that holds rows saves them again with itself.
    """
    twin = copy(instance)
    twin._cluster_related_objects = dict(getattr(instance, "_cluster_related_objects", {}))
    for name, row_model in fields_of(type(instance)).rows.items():
        columns = [field for field in row_model._meta.concrete_fields if field.many_to_one]
        names = [field.name for field in columns if not isinstance(field, ParentalKey)]
        prefetch_related_objects(getattr(twin, name).get_object_list(), *names)
    return twin


def _segment_model(value: Any) -> type[models.Model]:
    if isinstance(value, TemplateSegmentValue):
        return TemplateSegment
    if isinstance(value, RelatedObjectSegmentValue):
        return RelatedObjectSegment
    return OverridableSegment if isinstance(value, OverridableSegmentValue) else StringSegment


def _json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)


def _template_id(value: Any) -> uuid.UUID:
    return uuid.uuid5(uuid.uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)


def _known_or_made(
    rows: models.QuerySet[Any], column: str, wanted: Iterable[Any], make: Callable[[list[Any]], list[Any]]
) -> Mapping[Any, int]:
    """Return the keys of rows by a column; those that there are not are made, by whichever process is first."""
    wanted = list(wanted)
    found = known(rows, column, wanted)
    lacking = [one for one in wanted if one not in found]
    if lacking:
        rows.bulk_create(make(lacking), batch_size=AT_ONCE, ignore_conflicts=True)
        found |= known(rows, column, lacking)
    return found


def known(rows: models.QuerySet[Any], column: str, wanted: Sequence[Any]) -> dict[Any, Any]:
    """Return the keys of rows by a column that is unique among them."""
    found: dict[Any, Any] = {}
    for start in range(0, len(wanted), AT_ONCE):
        part = {f"{column}__in": wanted[start : start + AT_ONCE]}
        found |= dict(rows.filter(**part).values_list(column, "pk"))
    return found


def _contexts(source: TranslationSource, instance: Any, paths: set[str]) -> Mapping[str, int]:
    by_id = {TranslationContext._get_path_id(path): path for path in paths}

    def make(lacking: list[Any]) -> list[TranslationContext]:
        made = []
        for path_id in lacking:
            context = TranslationContext(object_id=source.object_id, path=by_id[path_id], path_id=path_id)
            context.save = _not_yet  # localize saves what it finds out
            context.get_field_path(instance)
            del context.save
            made.append(context)
        return made

    of_object = TranslationContext.objects.filter(object_id=source.object_id)
    found = _known_or_made(of_object, "path_id", by_id, make)
    return {by_id[path_id]: key for path_id, key in found.items()}


def _not_yet(**_kwargs: Any) -> None:
    """Write nothing: all are written together."""


def _strings(source: TranslationSource, values: Iterable[Any]) -> Mapping[str, int]:
    by_hash = {String._get_data_hash(value.string.data): value.string.data for value in values}
    found = _known_or_made(
        String.objects.filter(locale_id=source.locale_id),
        "data_hash",
        by_hash,
        lambda lacking: [String(locale_id=source.locale_id, data_hash=one, data=by_hash[one]) for one in lacking],
    )
    return {by_hash[data_hash]: key for data_hash, key in found.items()}


def _templates(values: Iterable[Any]) -> Mapping[uuid.UUID, int]:
    by_id = {_template_id(value): value for value in values}
    return _known_or_made(
        Template.objects.all(),
        "uuid",
        by_id,
        lambda lacking: [
            Template(
                uuid=one,
                template=by_id[one].template,
                template_format=by_id[one].format,
                string_count=by_id[one].string_count,
            )
            for one in lacking
        ],
    )


def _objects(values: Iterable[Any]) -> Mapping[uuid.UUID, Any]:
    by_key = {value.translation_key: value for value in values}
    return _known_or_made(
        TranslatableObject.objects.all(),
        "translation_key",
        by_key,
        lambda lacking: [
            TranslatableObject(translation_key=one, content_type=by_key[one].content_type) for one in lacking
        ],
    )


def _write(source: TranslationSource, model: Any, content: str, rows: list[Row]) -> None:
    """Leave just these rows of a kind: what a place holds already is moved, the others are made or deleted."""
    stored: defaultdict[tuple[Any, Any], list[Any]] = defaultdict(list)
    for segment in model.objects.filter(source=source).order_by("-order", "-pk"):
        stored[segment.context_id, getattr(segment, content)].append(segment)
    changed, made = [], []
    for row in rows:
        known = stored[row["context_id"], row[content]]
        if not known:
            made.append(model(source=source, **row))
            continue
        segment = known.pop()
        if any(getattr(segment, name) != value for name, value in row.items()):
            for name, value in row.items():
                setattr(segment, name, value)
            changed.append(segment)
    gone = [segment.pk for segments in stored.values() for segment in segments]
    if gone:
        model.objects.filter(pk__in=gone).delete()
    if changed:
        columns = ["order", *(["attrs"] if model is StringSegment else [])]
        model.objects.bulk_update(changed, columns, batch_size=AT_ONCE)
    if made:
        model.objects.bulk_create(made, batch_size=AT_ONCE)
