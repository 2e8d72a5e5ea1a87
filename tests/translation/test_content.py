"""The texts of serialised pages are those that wagtail-localize extracts."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from projects.models import Organisation, Place, ProjectPage, ProjectParty, Term
from tests.factories.projects import concept
from tests.factories.translation import locale
from translation.content import references, serialised, texts

pytestmark = pytest.mark.django_db

TABLE = {
    "caption": "Costs",
    "columns": [{"type": "text", "heading": "Item"}, {"type": "text", "heading": "EUR"}],
    "rows": [{"values": ["Pipes", "10"]}, {"values": ["Pumps & more", "20"]}],
}


@pytest.fixture
def full(project: ProjectPage) -> ProjectPage:
    """A page with every kind of block."""
    image = get_image_model().objects.create(title="Bridge", file=get_test_image_file()).pk
    picture = {"image": {"image": image, "alt_text": "A bridge", "decorative": False}, "caption": "Built in 2013"}
    blocks = [
        ("heading", {"text": "Aim", "anchor": "aim"}),
        (
            "text",
            '<p>Water <b>for</b> all & <a href="https://example.org/">more</a>.</p><ul><li>One</li><li>Two</li></ul>',
        ),
        ("quote", {"text": "Two\nlines", "source": "Handbook"}),
        ("note", {"kind": "plain", "title": "Note", "text": "In the margin"}),
        ("table", TABLE),
        ("picture", picture),
        ("gallery", {"pictures": [{"type": "item", "id": f"picture-{number}", "value": picture} for number in (1, 2)]}),
        ("action", {"label": "Open", "page": None, "url": "https://example.org/"}),
        ("facts", {"kind": "budget", "heading": "What was the budget?"}),
        ("term", concept(Term, "sewer", definition="A pipe").pk),
    ]
    body = [{"type": name, "id": f"block-{number}", "value": value} for number, (name, value) in enumerate(blocks)]
    project.body = ProjectPage.body.field.to_python(body)
    ProjectParty.objects.create(
        page=project, organisation=concept(Organisation, "city"), note="Pays <half>", locale=locale("en"), sort_order=0
    )
    project.save()
    return ProjectPage.objects.get(pk=project.pk)


def test_they_are_the_segments_that_localize_extracts(full: ProjectPage) -> None:
    segments = [segment for segment in extract_segments(full) if isinstance(segment, StringSegmentValue)]
    expected = sorted((segment.path, segment.string.data) for segment in segments)
    assert sorted(texts(ProjectPage, serialised(full))) == expected
    assert {"A bridge", "Pumps &amp; more", "Two<br/>lines", "Pays &lt;half&gt;"} <= {text for _path, text in expected}


def test_references_are_found_in_fields_rows_and_blocks(full: ProjectPage, place: Place) -> None:
    found = {(model, key) for model, key in references(ProjectPage, serialised(full))}
    assert {(Organisation, Organisation.objects.get().pk), (Term, Term.objects.get().pk)} <= found


def test_no_query_is_needed(full: ProjectPage, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    content = serialised(full)
    with django_assert_num_queries(0):
        assert list(texts(ProjectPage, content))
        assert list(references(ProjectPage, content))
