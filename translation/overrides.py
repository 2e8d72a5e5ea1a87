"""What translators choose in place of a value of the source: an address, a file, a page, an entry of a vocabulary.

It is looked at like any other: no link leads where none may, what is referred to is there, and nobody gives a
translation a file that they may not have. localize keeps whatever is sent, and shows and leaves out what has an
error; the error is written here.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.validators import validate_email
from django.db import models
from django.forms import ModelChoiceField
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale
from wagtail_localize.models import OverridableSegment, SegmentOverride, TranslationSource

from cms.destinations import check
from cms.file_rights import may_place


def check_override(instance: SegmentOverride, update_fields: Any, raw: bool = False, **kwargs: Any) -> None:
    """Mark an override that may not stand for the source's value; one that was corrected has no mark any more."""
    if raw or instance.context is None or not (update_fields is None or "data_json" in update_fields):
        return
    _mark(instance, _error_of(instance))


def check_references(source: TranslationSource, locale: Locale) -> None:
    """Mark the overrides of a translation that refer to what was deleted since they were chosen."""
    segments = OverridableSegment.objects.filter(source=source).values("context")
    chosen = SegmentOverride.objects.filter(locale=locale, context__in=segments, has_error=False)
    for override in chosen.select_related("context", "last_translated_by"):
        model = _referred(source.specific_content_type.model_class(), override.context.field_path)
        if model is not None and (error := _missing(model, override.data)):
            _mark(override, error)


def _mark(override: SegmentOverride, error: str) -> None:
    if (bool(error), error) == (override.has_error, override.field_error):
        return
    override.has_error, override.field_error = bool(error), error
    SegmentOverride.objects.filter(pk=override.pk).update(has_error=bool(error), field_error=error)


def _error_of(override: SegmentOverride) -> str:
    """Return what is wrong with an address or a reference, "" for a right one and for what is neither."""
    segments = OverridableSegment.objects.filter(context_id=override.context_id)
    replaced = list(segments.select_related("source__specific_content_type", "context"))
    for segment in replaced:
        model = _referred(segment.source.specific_content_type.model_class(), segment.context.field_path)
        if model is not None:
            return _missing(model, override.data) or _not_allowed(model, override)
    addresses = [segment for segment in replaced if _is_address(segment)]
    if not addresses:
        return ""
    validate = validate_email if all(map(_is_email, addresses)) else check
    try:
        validate(override.data if isinstance(override.data, str) else "")
    except ValidationError as error:
        return str(error.messages[0])
    return ""


def _referred(model: Any, path: str) -> Any:
    """Return what a place of a page refers to, such as “documents.document”; None where it holds no reference."""
    name, _dot, rest = path.partition(".")
    try:
        field = model._meta.get_field(name) if model else None
        if isinstance(field, StreamField):
            return _referred_in(field.stream_block, rest.split("."))
        if field is not None and field.one_to_many:
            field = field.related_model._meta.get_field(rest)
    except (FieldDoesNotExist, KeyError):  # the page type had it once
        return None
    return field.related_model if isinstance(field, models.ForeignKey) else None


def _referred_in(block: Any, names: list[str]) -> Any:
    """Return what a block refers to; “item” is each of a list, and a link in running text ends with its address."""
    for name in names:
        if not isinstance(block, blocks.BaseStreamBlock | blocks.BaseStructBlock | blocks.ListBlock):
            return None
        block = block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[name]
    return block.model_class if isinstance(block, blocks.ChooserBlock) else None


def _missing(model: Any, key: Any) -> str:
    """Return that there is nothing of that key, "" if there is."""
    try:
        ModelChoiceField(model._default_manager.all()).clean(key)
    except ValidationError as error:
        return str(error.messages[0])
    return ""


def _not_allowed(model: Any, override: SegmentOverride) -> str:
    """Return that the translator may not have the file, "" if they may, and where a program chose it."""
    user = override.last_translated_by
    if user is None or may_place(user, model._default_manager.get(pk=override.data)):
        return ""
    return _("Choose a file that you may use.")


def _is_address(segment: OverridableSegment) -> bool:
    """Tell whether the source has an address there: in a field for it, in running text or in a block."""
    model = segment.source.specific_content_type.model_class()
    try:
        field = model._meta.get_field(segment.context.path.partition(".")[0]) if model else None
    except FieldDoesNotExist:
        return False
    if isinstance(field, StreamField):
        return isinstance(segment.data, str)
    return isinstance(field, models.URLField | RichTextField)


def _is_email(segment: OverridableSegment) -> bool:
    """Tell whether that is a bare e-mail address, as a block for one holds it."""
    return "@" in segment.data and not {":", "/"} & set(segment.data)
