"""The texts of serialised pages are those that wagtail-localize extracts."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from projects.models import Organisation, Place, ProjectPage, Term
from translation.content import references, serialised, texts

pytestmark = pytest.mark.django_db


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
