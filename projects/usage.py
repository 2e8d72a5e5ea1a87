"""Which pages show the words of a vocabulary's entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import ForeignKey, ManyToOneRel
from wagtail.models import Page

if TYPE_CHECKING:
    from projects.models import Concept


def pages_naming(concept: Concept) -> set[int]:
    """Return the numbers of the pages that refer to a concept, by any of its rows, in a field or a row of theirs.

    A term also stands in the glossary of its language. One query a kind of reference.
    """
    from projects.models import Row

    found = glossaries(concept)
    for relation in concept._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel) or not isinstance(relation.field, ForeignKey):
            continue
        model = relation.related_model
        if not isinstance(model, type) or not issubclass(model, Row | Page):
            continue
        same = {f"{relation.field.name}__translation_key": concept.translation_key}
        found.update(
            model._default_manager.filter(**same).values_list("page_id" if issubclass(model, Row) else "pk", flat=True)
        )
    return found


def glossaries(concept: Concept) -> set[int]:
    """Return the numbers of the pages that are a glossary with the concept: one query for a term, else none."""
    from projects.models import GlossaryPage, Term

    if not isinstance(concept, Term):
        return set()
    return set(GlossaryPage.objects.filter(locale_id=concept.locale_id).values_list("pk", flat=True))
