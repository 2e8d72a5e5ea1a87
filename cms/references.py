"""What pages refer to, in a field, in a row or in their text: Wagtail's index of references, of pages alone."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Model, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex


def references_of_pages(*models: type[Model]) -> QuerySet[ReferenceIndex]:
    """Return the references of pages to rows of some models, each with the numbers of both, `page` and `row`.

    The index keeps numbers as texts. Pages and rows are looked up fast by these: `object_id`, `to_object_id`.
    """
    types = ContentType.objects.get_for_models(Page, *models)
    references: QuerySet[ReferenceIndex] = ReferenceIndex.objects.filter(
        base_content_type=types[Page], to_content_type__in=[types[model] for model in models]
    )
    return references.annotate(page=Cast("object_id", BigIntegerField()), row=Cast("to_object_id", BigIntegerField()))
