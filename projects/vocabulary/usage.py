"""Which pages show the words of a vocabulary's entry, and which entries the public may see."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, Expression, ForeignKey, ManyToOneRel, OuterRef, Q, QuerySet
from wagtail.models import Page

from cms.references import references_of_pages
from cms.visibility import is_named
from projects.models import Concept, GlossaryPage, Row, Term, Topic


def pages_naming(concept: Concept) -> set[int]:
    """Return the numbers of the pages that refer to a concept, by any of its rows, in a field, a row or their text.

    A term also stands in the glossary of its language. One query a kind of reference.
    """
    found = glossaries(concept) | _pages_with_blocks_of(concept)
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


def _pages_with_blocks_of(concept: Concept) -> set[int]:
    """Return the numbers of the pages whose text explains a concept."""
    rows = type(concept)._default_manager.filter(translation_key=concept.translation_key).values_list("pk", flat=True)
    references = references_of_pages(type(concept)).filter(to_object_id__in=[str(number) for number in rows])
    return set(references.values_list("page", flat=True))


def glossaries(concept: Concept) -> set[int]:
    """Return the numbers of the pages that are a glossary with the concept: one query for a term, else none."""
    if not isinstance(concept, Term):
        return set()
    return set(GlossaryPage.objects.filter(locale_id=concept.locale_id).values_list("pk", flat=True))


def public_concepts(
    model: type[Concept], *, few: bool = False, now: datetime | Expression | None = None
) -> QuerySet[Any]:
    """Return the rows of a vocabulary that an anonymous reader may see, in every language that has a name.

    That is what a public page names; of terms all, since the glossary shows them, and with them their subject fields.
    `few` and `now` as in `cms.visibility.is_named`.
    """
    live = model._default_manager.filter(live=True)
    if model is Term:
        return live
    named = model._default_manager.filter(is_named(model, few=few, now=now))
    subjects = Term.objects.filter(live=True, subject__isnull=False)
    if few:
        condition = Q(Exists(named.filter(translation_key=OuterRef("translation_key"))))
        of_term = Q(Exists(subjects.filter(subject__translation_key=OuterRef("translation_key"))))
    else:
        condition = Q(translation_key__in=named.values("translation_key"))
        of_term = Q(translation_key__in=subjects.values("subject__translation_key"))
    return live.filter(condition | of_term if model is Topic else condition)
