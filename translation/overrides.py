"""What translators choose in place of a value of the source: an address of theirs is looked at like any other.

localize keeps whatever is sent, and shows and leaves out what has an error; the error is written here.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.validators import validate_email
from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.models import OverridableSegment, SegmentOverride

from cms.destinations import check


def check_override(instance: SegmentOverride, update_fields: Any, raw: bool = False, **kwargs: Any) -> None:
    """Mark an override that is an address where no link may lead; one that was corrected has no mark any more."""
    if raw or instance.context is None or not (update_fields is None or "data_json" in update_fields):
        return
    error = _error_of(instance)
    if (bool(error), error) == (instance.has_error, instance.field_error):
        return
    instance.has_error, instance.field_error = bool(error), error
    SegmentOverride.objects.filter(pk=instance.pk).update(has_error=bool(error), field_error=error)


def _error_of(override: SegmentOverride) -> str:
    """Return what is wrong with an address, "" for a right one and for what is none."""
    segments = OverridableSegment.objects.filter(context_id=override.context_id)
    replaced = [segment for segment in segments.select_related("source", "context") if _is_address(segment)]
    if not replaced:
        return ""
    validate = validate_email if all(map(_is_email, replaced)) else check
    try:
        validate(override.data if isinstance(override.data, str) else "")
    except ValidationError as error:
        return str(error.messages[0])
    return ""


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
