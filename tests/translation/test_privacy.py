"""Who may read a page holds for its translations."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from cms.visibility import public_pages
from projects.models import ProjectIndexPage, ProjectPage
from tests.factories.translation import locale, submitted, translated

pytestmark = pytest.mark.django_db


def restrict(page: Page, **fields: str) -> PageViewRestriction:
    fields = fields or {"restriction_type": PageViewRestriction.PASSWORD, "password": "open"}
    return PageViewRestriction.objects.create(page=page, **fields)


def counterpart(page: Page, language: str = "nb") -> Page:
    return Page.objects.get(translation_key=page.translation_key, locale=locale(language))


def test_nothing_below_a_restricted_parent_is_public_in_any_language(
    index: ProjectIndexPage, project: ProjectPage
) -> None:
    targets = [translated(project, language) for language in ("nb", "pl")]
    assert public_pages(Page.objects.filter(pk__in=[target.pk for target in targets])).count() == 2
    restrict(index)
    assert not public_pages(Page.objects.filter(pk__in=[target.pk for target in targets])).exists()


def test_a_translation_of_a_restricted_page_is_restricted_from_the_start(project: ProjectPage) -> None:
    restrict(project)
    target = submitted(project, "nb").get_target_instance()
    copy = PageViewRestriction.objects.get(page=target)
    assert (copy.restriction_type, copy.password) == (PageViewRestriction.PASSWORD, "open")


def test_the_same_groups_may_read(project: ProjectPage) -> None:
    translated(project, "nb")
    partners = Group.objects.create(name="Partners")
    restrict(project, restriction_type=PageViewRestriction.GROUPS).groups.set([partners])
    copy = PageViewRestriction.objects.get(page=counterpart(project))
    assert list(copy.groups.all()) == [partners]


def test_a_changed_password_holds_for_all(project: ProjectPage) -> None:
    translated(project, "nb")
    restriction = restrict(project)
    restriction.password = "other"
    restriction.save()
    assert PageViewRestriction.objects.get(page=counterpart(project)).password == "other"


def test_what_is_lifted_from_the_source_is_lifted_from_its_translations(project: ProjectPage) -> None:
    target = translated(project, "nb")
    restrict(project).delete()
    assert public_pages(Page.objects.filter(pk=target.pk)).exists()


def test_the_translation_keeps_another_restriction_of_its_own(project: ProjectPage) -> None:
    target = translated(project, "nb")
    restriction = restrict(project)
    PageViewRestriction.objects.filter(page=target).update(restriction_type=PageViewRestriction.LOGIN, password="")
    restriction.delete()
    assert not public_pages(Page.objects.filter(pk=target.pk)).exists()


def test_deleting_a_restricted_source_opens_none_of_its_translations(project: ProjectPage) -> None:
    target = translated(project, "nb")
    restrict(project)
    Page.objects.get(pk=project.pk).delete()
    assert PageViewRestriction.objects.filter(page=target).exists()
