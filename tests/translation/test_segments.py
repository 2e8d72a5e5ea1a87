"""The texts of a source are kept as localize keeps them, in a number of statements that does not grow."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    StringSegment,
    TemplateSegment,
    TranslationContext,
    TranslationSource,
)

from projects.models import ProjectPage
from tests.factories.translation import submitted
from translation.localize import upstream_refresh_segments
from translation.segments import refresh_segments

pytestmark = pytest.mark.django_db

KEPT = {
    StringSegment: ("string__data", "attrs"), TemplateSegment: ("template__template", "template__string_count"),
    RelatedObjectSegment: ("object_id", "object__content_type"), OverridableSegment: ("data_json",),
}  # fmt: skip


def kept(source: TranslationSource) -> dict[Any, list[Any]]:
    """Return all that is kept of a source, in its order, but for the keys of rows."""
    place = ("order", "context__path", "context__field_path")
    return {
        model: list(model.objects.filter(source=source).order_by("order", *own).values_list(*place, *own))
        for model, own in KEPT.items()
    }


def blocks(page: ProjectPage) -> list[Any]:
    return list(page.body.get_prep_value())


def test_they_are_what_localize_keeps(full: ProjectPage) -> None:
    source, _created = TranslationSource.update_or_create_from_instance(full)
    ours = kept(source)
    for model in KEPT:
        assert ours[model]
        model.objects.filter(source=source).delete()
    TranslationContext.objects.filter(object_id=source.object_id).delete()
    upstream_refresh_segments(source)
    assert ours == kept(source)


@pytest.mark.parametrize("seed", range(8))
def test_after_any_change_they_are_what_localize_would_keep(full: ProjectPage, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  nothing secret
    source, _created = TranslationSource.update_or_create_from_instance(full)
    for number in range(4):
        body = blocks(full)
        chance.shuffle(body)
        if body and chance.random() < 0.5:
            body.pop()
        text = chance.choice(["One", "Two", "Water <b>for</b> all", '<a href="https://example.org/x/">more</a>'])
        body.insert(
            chance.randint(0, len(body)),
            {"type": "text", "value": f"<p>{text}</p><p>{text}</p>", "id": f"added-{number}"},
        )
        full.body = ProjectPage.body.field.to_python(body)
        full.summary = chance.choice(["", "Other words", "Clean water"])
        full.save()
        source.update_from_db()
    ours = kept(source)
    upstream_refresh_segments(source)
    assert ours == kept(source)


def test_a_text_that_only_moves_keeps_its_row(full: ProjectPage) -> None:
    source, _created = TranslationSource.update_or_create_from_instance(full)
    before = set(StringSegment.objects.filter(source=source).values_list("pk", flat=True))
    full.body = ProjectPage.body.field.to_python(blocks(full)[::-1])
    full.save()
    source.update_from_db()
    assert set(StringSegment.objects.filter(source=source).values_list("pk", flat=True)) == before


def test_the_number_of_statements_does_not_grow_with_the_page(project: ProjectPage) -> None:
    def statements(paragraphs: int) -> int:
        project.body = [("text", f"<p>Sentence {paragraphs}.{number}.</p>") for number in range(paragraphs)]
        project.save()
        source, _created = TranslationSource.update_or_create_from_instance(project)
        StringSegment.objects.filter(source=source).delete()
        with CaptureQueriesContext(connection) as asked:
            refresh_segments(source)
        return len(asked)

    submitted(project, "nb")
    few, many = statements(5), statements(150)  # SQLite takes 999 values at once
    assert few == many <= 30 + 10  # ten that count how far its translations are
