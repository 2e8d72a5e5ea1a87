"""Who may submit what, below which parent, with which vocabulary."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from projects.models import (
    HandbookPage,
    Organisation,
    Place,
    ProjectIndexPage,
    ProjectPage,
    ProjectParty,
    ProjectPlace,
    Term,
    Topic,
    Unit,
)
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import (
    HandbookChapterPageFactory,
    HandbookIndexPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    concept,
)
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import in_all, member_of, named_person, said, signed_in
from translation.submission import nameless_concepts

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(english_index: ProjectIndexPage) -> ProjectIndexPage:
    """The list in three languages, made for each test: others here need it in English alone."""
    return in_all(english_index)


@pytest.fixture
def person(db: None) -> Unit:
    """A unit, made for each test like the list."""
    return named_person()


@pytest.fixture
def staff(db: None) -> Client:
    return signed_in(member_of("Communications staff"))


@pytest.fixture
def outsider(english_index: ProjectIndexPage) -> Any:
    """Somebody who may submit translations, and edit Polish pages only."""
    user = member_of("Translators: Polish", name="outsider")
    user.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    return user


@pytest.fixture
def draft(english_index: ProjectIndexPage) -> ProjectPage:
    """Somebody's draft in English."""
    translated(english_index, "pl")
    return ProjectPageFactory(parent=english_index, title="Secret plan", live=False)


def address(page: Page) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])


def post(client: Client, page: Page, *languages: str, **data: Any) -> Any:
    locales = [locale(language).pk for language in languages]
    return client.post(address(page), {"locales": locales, **data}, follow=True)


def problems(response: Any) -> str:
    return " ".join(error for errors in response.context["form"].errors.values() for error in errors)


# ------------------------------------------------------------------------- the right to the source


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_submits_a_draft_that_is_not_theirs(outsider: Any, draft: ProjectPage, method: str) -> None:
    response = getattr(signed_in(outsider), method)(address(draft), {"locales": [locale("pl").pk]})
    assert (response.status_code, response["Location"]) == (HTTPStatus.FOUND, "/admin/")
    assert not Page.objects.filter(locale=locale("pl"), translation_key=draft.translation_key).exists()
    assert not TranslationSource.objects.filter(object_id=draft.translation_key).exists()


def test_upstream_asks_for_no_right_to_the_source(outsider: Any, draft: ProjectPage, rf: Any) -> None:
    request = rf.get("/")
    request.user = outsider
    assert SubmitPageTranslationView.as_view()(request, page_id=draft.pk).status_code == HTTPStatus.OK
    source, _created = TranslationSource.get_or_create_from_instance(draft)
    answer = UpdateTranslationsView.as_view()(request, translation_source_id=source.pk)
    assert answer.status_code == HTTPStatus.OK


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_brings_a_translation_up_to_date_whose_source_is_not_theirs(
    outsider: Any, draft: ProjectPage, method: str
) -> None:
    translation = submitted(draft, "pl")
    ProjectPage.objects.filter(pk=draft.pk).update(summary="More secrets")
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    response = getattr(signed_in(outsider), method)(update, {"publish_translations": "on"})
    assert response["Location"] == "/admin/"
    assert "More secrets" not in TranslationSource.objects.get(pk=translation.source_id).content_json


def test_nobody_submits_a_concept_without_the_right_to_the_vocabulary(outsider: Any) -> None:
    topic = concept(Topic, "water")
    submit = reverse("wagtail_localize:submit_snippet_translation", args=["projects", "topic", topic.pk])
    response = signed_in(outsider).post(submit, {"locales": [locale("pl").pk]})
    assert response["Location"] == "/admin/"
    assert Topic.objects.count() == 1


def test_pages_below_that_are_not_theirs_are_not_submitted_along(
    english_index: ProjectIndexPage, draft: ProjectPage
) -> None:
    """Who may add pages owns those they added, not those below them."""
    user = member_of("Translators: Polish")
    group = Group.objects.create(name="Authors")
    group.permissions.add(Permission.objects.get(codename="submit_translation"))
    GroupPagePermission.objects.create(group=group, page=home("en"), permission_type="add")
    user.groups.add(group)
    Page.objects.filter(pk=english_index.pk).update(owner=user)
    response = post(signed_in(user), english_index, "nb", include_subtree="on")
    assert "You may not edit all pages below this one" in problems(response)
    assert not Page.objects.filter(locale=locale("nb"), depth__gt=2).exists()


def test_staff_submits_and_a_draft_is_made(staff: Client, project: ProjectPage) -> None:
    Page.objects.filter(locale=locale("nb"), translation_key=project.translation_key).delete()
    response = post(staff, project, "nb")
    target = ProjectPage.objects.get(translation_key=project.translation_key, locale=locale("nb"))
    assert (target.live, target.title) == (False, "Clean water")
    assert "submitted for translation into Norwegian Bokmål" in said(response)
    translation = Translation.objects.get(source__object_id=target.translation_key, target_locale=locale("nb"))
    assert response.redirect_chain[-1][0] == reverse("translate", args=[translation.pk])


# -------------------------------------------------------------------------------------- the parent


def test_a_page_whose_parent_is_not_translated_names_the_parent(staff: Client, english_index: ProjectIndexPage) -> None:
    page = ProjectPageFactory(parent=english_index, title="Clean water")
    response = post(staff, page, "nb")
    assert (
        "“Clean water” lies below “Projects”, which does not exist in Norwegian Bokmål. Translate “Projects” first."
        in problems(response)
    )
    assert not Translation.objects.exists()


def test_a_parent_that_is_an_alias_is_no_parent(staff: Client, english_index: ProjectIndexPage) -> None:
    page = ProjectPageFactory(parent=english_index, title="Clean water")
    english_index.copy_for_translation(locale("nb"), alias=True)
    assert "Translate “Projects” first" in problems(post(staff, page, "nb"))


def test_pages_below_are_submitted_with_their_parent(staff: Client, english_index: ProjectIndexPage) -> None:
    shelf = HandbookIndexPageFactory(parent=home("en"))
    book = HandbookPageFactory(parent=shelf, title="Guide")
    for title in ("One", "Two"):
        HandbookChapterPageFactory(parent=book, title=title)
    post(staff, shelf, "nb", "pl", include_subtree="on")
    for language in ("nb", "pl"):
        target = HandbookPage.objects.get(locale=locale(language))
        assert (target.numchild, [child.draft_title for child in target.get_children()]) == (2, ["One", "Two"])


def test_what_is_translated_already_is_left_alone(staff: Client, index: ProjectIndexPage, project: ProjectPage) -> None:
    target = translated(project, "pl")
    revisions = target.revisions.count()
    Page.objects.get(translation_key=index.translation_key, locale=locale("nb")).delete()
    post(staff, index, "nb", include_subtree="on")
    assert target.revisions.count() == revisions
    assert ProjectPage.objects.filter(translation_key=project.translation_key, locale=locale("nb")).exists()


def test_a_page_that_breaks_a_rule_says_so_and_leaves_nothing_half_done(staff: Client, index: ProjectIndexPage) -> None:
    page = ProjectPageFactory(parent=index, title="Clean water")
    ProjectPage.objects.filter(pk=page.pk).update(start="2020-01-01", end="2019-01-01")
    response = post(staff, page, "nb", "pl")
    assert "Clean water (Norwegian Bokmål): End: The end, 1\u00a0January 2019, lies before the start" in said(response)
    assert not Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).exists()
    assert not Translation.objects.filter(source__object_id=page.translation_key).exists()


# ---------------------------------------------------------------------------------- the vocabulary


@pytest.fixture
def placed(project: ProjectPage, place: Place) -> ProjectPage:
    """A project in a place that has an English name only."""
    ProjectPlace.objects.create(page=project, place=place, locale=locale("en"), sort_order=0)
    return project


def test_concepts_without_a_name_in_the_language_are_named(staff: Client, placed: ProjectPage) -> None:
    response = post(staff, placed, "nb")
    assert "Not yet named in Norwegian Bokmål: Hamar (Place). Translate the vocabulary first" in problems(response)
    assert [name for name, _label in response.context["form"].fields["vocabulary"].choices] == ["submit", "leave"]
    assert not Translation.objects.filter(source__object_id=placed.translation_key).exists()


def test_a_draft_of_a_name_is_no_name(staff: Client, placed: ProjectPage, place: Place) -> None:
    submitted(place, "nb")
    assert "Not yet named in Norwegian Bokmål: Hamar (Place). Translate the vocabulary first" in problems(
        post(staff, placed, "nb")
    )


def test_a_name_in_the_language_is_enough(staff: Client, placed: ProjectPage, place: Place) -> None:
    translated(place, "nb")
    post(staff, placed, "nb")
    assert ProjectPage.objects.filter(locale=locale("nb"), translation_key=placed.translation_key).exists()


def test_a_term_in_the_text_counts_too(staff: Client, project: ProjectPage) -> None:
    term = concept(Term, "sewer", name="Sewer", definition="A pipe")
    project.body = [("term", term)]
    project.save_revision().publish()
    assert "Sewer (Term)" in problems(post(staff, project, "nb"))


def test_the_vocabulary_is_submitted_along_if_asked_for(staff: Client, placed: ProjectPage, place: Place) -> None:
    post(staff, placed, "nb", vocabulary="submit")
    entry = Place.objects.get(translation_key=place.translation_key, locale=locale("nb"))
    assert (entry.live, Translation.objects.filter(source__object_id=place.translation_key).count()) == (False, 1)
    assert ProjectPage.objects.filter(locale=locale("nb"), translation_key=placed.translation_key).exists()


def test_the_page_is_submitted_alone_if_asked_for(staff: Client, placed: ProjectPage, place: Place) -> None:
    post(staff, placed, "nb", vocabulary="leave")
    assert not Place.objects.filter(locale=locale("nb")).exists()
    assert ProjectPage.objects.filter(locale=locale("nb"), translation_key=placed.translation_key).exists()


def test_submitting_a_page_leaves_the_translated_concepts_it_uses_public(
    staff: Client, placed: ProjectPage, place: Place
) -> None:
    translated(place, "nb")
    post(staff, placed, "nb")
    assert Place.objects.get(locale=locale("nb")).live


def test_a_reference_keeps_pointing_to_its_concept(placed: ProjectPage, place: Place) -> None:
    target = submitted(placed, "nb").get_target_instance()
    assert target.places.get().place.translation_key == place.translation_key


def test_references_in_the_text_keep_pointing_to_their_page_and_term(
    index: ProjectIndexPage, project: ProjectPage
) -> None:
    term = concept(Term, "sewer", definition="A pipe")
    translated(term, "nb")
    project.body = [("action", {"label": "All projects", "page": index, "url": ""}), ("term", term)]
    project.save_revision().publish()
    action, explained = translated(ProjectPage.objects.get(pk=project.pk), "nb").body
    assert (action.value["label"], action.value["page"].pk) == ("nb: All projects", index.pk)
    assert (explained.value.translation_key, explained.value.locale) == (term.translation_key, locale("nb"))


# ------------------------------------------------------------------------------ bringing up to date


def test_publishing_with_an_update_keeps_a_language_that_is_not_whole_and_says_so(
    staff: Client, project: ProjectPage
) -> None:
    whole, lacking = (translated(project, language) for language in ("nb", "pl"))
    project.summary = "Other words"
    project.save_revision().publish()
    source = TranslationSource.objects.get(object_id=project.translation_key)
    source.update_from_db()
    translate(source.translations.get(target_locale=locale("nb")))
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    response = staff.post(update, {"publish_translations": "on"}, follow=True)
    assert "“pl: Clean water” was not published in Polish: 1 text is not translated" in said(response)
    assert ProjectPage.objects.get(pk=whole.pk).summary == "nb: Other words"
    assert ProjectPage.objects.get(pk=lacking.pk).summary == "pl: Pipes for two towns"


def test_an_update_publishes_only_where_one_may_publish(project: ProjectPage) -> None:
    translated(project, "nb")
    user = member_of("Translators: English")
    user.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    source = TranslationSource.objects.get(object_id=project.translation_key)
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    response = signed_in(user).post(update, {"publish_translations": "on"}, follow=True)
    assert "You may not publish in Norwegian Bokmål." in said(response)


def test_the_update_of_a_source_that_is_gone_is_not_found(staff: Client, project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    project.delete()
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert staff.get(update).status_code == HTTPStatus.NOT_FOUND


def test_the_concepts_of_a_page_are_found_in_few_questions_however_many(
    index: ProjectIndexPage, django_assert_max_num_queries: Any
) -> None:
    page = ProjectPageFactory(
        parent=index,
        title="Clean water",
        parties=[
            ProjectParty(organisation=concept(Organisation, f"office-{number}"), sort_order=number, locale=locale("en"))
            for number in range(20)
        ],
    )
    page, norwegian = ProjectPage.objects.get(pk=page.pk), locale("nb")
    # Its rows (10 kinds) and comments, and one question a vocabulary.
    with django_assert_max_num_queries(12):
        assert len(nameless_concepts([page], norwegian)) == 20


def test_standard_pages_are_submitted_like_all_others(staff: Client, english_index: ProjectIndexPage) -> None:
    page = StandardPageFactory(parent=home("en"), title="About")
    post(staff, page, "nb")
    assert Page.objects.filter(translation_key=page.translation_key, locale=locale("nb"), live=False).exists()
