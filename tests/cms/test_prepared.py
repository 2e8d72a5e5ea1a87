"""Prepared querysets are compiled once and filled with new values each time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import QuerySet, UUIDField, Value
from django.db.models.functions import Concat
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from cms.prepared import PART, Prepared, Several, Slot
from cms.visibility import NOW, public_pages
from home.models import StandardPage
from tests.factories.home import home

pytestmark = pytest.mark.django_db


def standard_page(**fields: Any) -> StandardPage:
    page: StandardPage = home("en").add_child(instance=StandardPage(**{"title": "Orchids", "slug": "orchids"} | fields))
    return page


def test_values_are_filled_in_anew(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    titles = Prepared(lambda: Page.objects.filter(slug=Slot("slug")).values_list("title"))
    standard_page(title="First", slug="first")
    standard_page(title="Second", slug="second")
    with django_assert_num_queries(2):
        assert titles.rows(slug="first") == [("First",)]
        assert titles.rows(slug="second") == [("Second",)]


def test_the_queryset_is_built_once() -> None:
    built = []

    def build() -> QuerySet[Page, Any]:
        built.append(1)
        return Page.objects.filter(slug=Slot("slug")).values_list("title")

    titles = Prepared(build)
    titles.rows(slug="en")
    titles.rows(slug="bg")
    assert built == [1]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_any_number_of_values_is_one_parameter(number: int) -> None:
    pages = [standard_page(slug=f"p{place}") for place in range(3)]
    slugs = Prepared(
        lambda: (
            Page.objects.filter(translation_key__in=Several("keys", UUIDField())).order_by("path").values_list("slug")
        )
    )
    wanted = pages[:number]
    assert slugs.rows(keys=[page.translation_key for page in wanted]) == [(page.slug,) for page in wanted]


def test_values_come_back_as_the_fields_have_them() -> None:
    page = standard_page()
    keys = Prepared(lambda: Page.objects.filter(slug=Slot("slug")).values_list("translation_key", "live"))
    assert keys.rows(slug=page.slug) == [(page.translation_key, True)]


def test_the_clock_goes_on_in_a_prepared_queryset() -> None:
    page = standard_page(expire_at=timezone.now() + timedelta(hours=1))
    public = Prepared(lambda: public_pages(Page.objects.filter(slug=Slot("slug")), NOW).values_list("pk"))
    now = timezone.now()
    assert public.rows(slug=page.slug, now=now) == [(page.pk,)]
    assert public.rows(slug=page.slug, now=now + timedelta(hours=2)) == []


def test_objects_come_with_what_the_queryset_reads_of_them(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    pages = [standard_page(slug=f"p{place}", title=f"Page {place}") for place in range(3)]
    prepared = Prepared(
        lambda: (
            StandardPage.objects.filter(slug__in=Several("slugs"))
            .select_related("locale")
            .annotate(written=Concat("slug", Value("!")))
            .defer("body")
            .order_by("-slug")
        )
    )
    of_parts = Prepared(
        lambda: StandardPage.objects.defer("body").filter(
            pk__in=StandardPage.objects.filter(slug__in=Several("slugs")).order_by("-slug").values("pk")[PART]
        )
    )
    with django_assert_num_queries(2):
        found = prepared.objects(slugs=["p0", "p1", "p2"])
        (second,) = of_parts.objects(part=slice(1, 2), slugs=["p0", "p1", "p2"])
        said = [(one.title, one.language, one.written) for one in found]
    assert found == [*reversed(pages)]
    assert said == [("Page 2", "en", "p2!"), ("Page 1", "en", "p1!"), ("Page 0", "en", "p0!")]
    assert second == pages[1]
    for wrong, part in ((prepared, slice(1, 2)), (of_parts, None)):
        with pytest.raises(ValueError, match="A part is said"):
            wrong.objects(part=part, slugs=["p0"])
    assert second.get_deferred_fields() == {"body"}


def test_objects_of_two_answers_are_not_the_same() -> None:
    page = standard_page()
    prepared = Prepared(lambda: StandardPage.objects.filter(slug=Slot("slug")))
    (first,), (second,) = prepared.objects(slug=page.slug), prepared.objects(slug=page.slug)
    first.title = "Changed"
    assert second.title == page.title
    assert prepared.objects(slug="missing") == []
