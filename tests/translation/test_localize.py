"""What we change inside wagtail-localize: the trap as it is upstream, and that it is closed."""

from __future__ import annotations

import json

import pytest
from django.db import DataError, transaction
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object, translate_page_subtree

from projects.models import HandbookPage, ProjectIndexPage, ProjectPage, Term, Topic, Unit
from tests.editing import signed_in
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import HandbookChapterPageFactory, HandbookIndexPageFactory, HandbookPageFactory, concept
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import in_all, named_person
from translation import localize
from translation.publication import PublicationRefusedError

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
def upstream(unguarded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let wagtail-localize do as it does without us."""
    monkeypatch.setattr(
        TranslationSource, "create_or_update_translation", localize.upstream_create_or_update_translation
    )
    monkeypatch.setattr(TranslationSource, "sync_view_restrictions", localize.upstream_sync_view_restrictions)


def change(source: ProjectPage) -> Translation:
    """Give a source other words, publish it, and bring its translation up to date with them."""
    source.summary = "Other words"
    source.save_revision().publish()
    frozen, _created = TranslationSource.update_or_create_from_instance(ProjectPage.objects.get(pk=source.pk))
    return Translation.objects.get(source=frozen)


# ------------------------------------------------------------------------------- the live row


def test_upstream_writes_a_draft_into_the_public_page(project: ProjectPage, upstream: None) -> None:
    target = translated(project, "nb")
    Page.objects.filter(pk=target.pk).update(live=True)
    change(project).save_target(publish=False)
    assert ProjectPage.objects.get(pk=target.pk).summary == "Other words"


def test_a_draft_of_a_public_page_stays_in_a_revision(project: ProjectPage) -> None:
    target = translated(project, "nb")
    change(project).save_target(publish=False)
    stored = ProjectPage.objects.get(pk=target.pk)
    assert (stored.live, stored.summary, stored.has_unpublished_changes) == (True, "nb: Pipes for two towns", True)
    draft = stored.get_latest_revision_as_object()
    assert (draft.summary, draft.title) == ("Other words", "nb: Clean water")
    assert [row.text for row in draft.statements.all()] == ["nb: Plan", "nb: Build"]


def test_a_draft_that_is_whole_stays_in_a_revision_too(project: ProjectPage) -> None:
    target = translated(project, "nb")
    translation = change(project)
    translate(translation)
    translation.save_target(publish=False)
    assert ProjectPage.objects.get(pk=target.pk).summary == "nb: Pipes for two towns"
    ProjectPage.objects.get(pk=target.pk).get_latest_revision().publish()
    assert ProjectPage.objects.get(pk=target.pk).summary == "nb: Other words"


# ----------------------------------------------------------------------------------- concepts


def test_upstream_takes_a_translated_concept_offline(upstream: None) -> None:
    translation = submitted(concept(Topic, "water", name="Water"), "nb")
    Topic.objects.filter(locale=locale("nb")).update(live=True)
    translation.save_target(publish=False)
    assert not translation.get_target_instance().live


def test_submitting_again_leaves_a_translated_concept_public() -> None:
    topic = concept(Topic, "water", name="Water")
    translated(topic, "nb")
    topic.name = "Fresh water"
    topic.save()
    submitted(topic, "nb")
    stored = Topic.objects.get(locale=locale("nb"))
    assert (stored.live, stored.name) == (True, "nb: Water")
    assert stored.get_latest_revision_as_object().name == "Fresh water"


def test_upstream_copies_what_each_language_has_for_itself(upstream: None) -> None:
    term = concept(Term, "water", name="Water", definition="Wet", variants="H2O")
    assert submitted(term, "nb").get_target_instance().variants == "H2O"


def test_a_new_translation_has_nothing_that_each_language_has_for_itself() -> None:
    term = concept(Term, "water", name="Water", definition="Wet", variants="H2O")
    target = submitted(term, "nb").get_target_instance()
    assert (target.variants, target.live, target.live_revision) == ("", False, None)


# ------------------------------------------------------------------------------------ parents


def test_upstream_makes_alias_parents_in_the_other_language(english_index: ProjectIndexPage, upstream: None) -> None:
    page = HandbookPageFactory(parent=HandbookIndexPageFactory(parent=home("en")), title="Guide")
    submitted(page, "nb")
    assert Page.objects.filter(locale=locale("nb"), alias_of__isnull=False).exists()


def test_a_page_whose_parent_is_missing_is_refused_and_nothing_is_made(english_index: ProjectIndexPage) -> None:
    page = HandbookPageFactory(parent=HandbookIndexPageFactory(parent=home("en")), title="Guide")
    pages = Page.objects.count()
    with pytest.raises(
        PublicationRefusedError, match="“Guide” lies below “Handbooks”, which does not exist in Norwegian Bokmål"
    ):
        submitted(page, "nb")
    assert Page.objects.count() == pages


def test_an_alias_becomes_a_draft_of_its_own(english_index: ProjectIndexPage) -> None:
    alias = english_index.copy_for_translation(locale("nb"), alias=True)
    assert alias.live
    submitted(english_index, "nb")
    stored = ProjectIndexPage.objects.get(pk=alias.pk)
    assert (stored.alias_of_id, stored.live) == (None, False)


# -------------------------------------------------------------------------------- the subtree


@pytest.fixture
def handbook(db: None) -> HandbookPage:
    for language in ("nb", "pl"):
        home(language)
    shelf = HandbookIndexPageFactory(parent=home("en"))
    translated(shelf, "nb")
    book = HandbookPageFactory(parent=shelf, title="Guide")
    for title in ("One", "Two"):
        HandbookChapterPageFactory(parent=book, title=title)
    return book


@pytest.mark.django_db(transaction=True)
def test_upstream_forgets_the_children_of_a_translated_page(
    handbook: HandbookPage, upstream: None, settings: pytest.FixtureRequest
) -> None:
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
    with transaction.atomic():
        translate_object(handbook, [locale("nb")])
        translate_page_subtree(handbook.pk, [locale("nb")], None, None)
    target = Page.objects.get(translation_key=handbook.translation_key, locale=locale("nb"))
    assert (target.numchild, Page.objects.filter(path__startswith=target.path).count()) == (0, 3)


@pytest.mark.django_db(transaction=True)
def test_the_children_of_a_translated_page_are_counted(handbook: HandbookPage, settings: pytest.FixtureRequest) -> None:
    with transaction.atomic():
        translate_object(handbook, [locale("nb")])
        translate_page_subtree(handbook.pk, [locale("nb")], None, None)
    target = Page.objects.get(translation_key=handbook.translation_key, locale=locale("nb"))
    assert [child.draft_title for child in target.get_children()] == ["One", "Two"]


@pytest.mark.django_db(transaction=True)
def test_the_translation_is_published_within_the_callers_transaction(project: ProjectPage) -> None:
    """Nothing waits for the commit, where it would fail in nobody's hands."""
    translation = submitted(project, "nb")
    translate(translation)
    with transaction.atomic():
        translation.save_target(publish=True)
        assert translation.get_target_instance().live


# --------------------------------------------------------------------------------------- titles


def long_title(project: ProjectPage) -> StringTranslation:
    translated(project, "nb")
    text = StringTranslation.objects.get(locale=locale("nb"), translation_of__data="Clean water")
    text.data = "x" * 256
    return text


def test_upstream_writes_a_title_of_any_length(project: ProjectPage) -> None:
    text = long_title(project)
    try:
        with transaction.atomic():
            localize.upstream_show_title(text)
    except DataError:  # of PostgreSQL, which a translator would see
        return
    assert Page.objects.filter(draft_title=text.data).exists()


def test_of_a_translated_title_as_much_is_shown_as_a_title_may_have(project: ProjectPage) -> None:
    long_title(project).save()
    assert Page.objects.get(locale=locale("nb"), translation_key=project.translation_key).draft_title == "x" * 255


# --------------------------------------------------------------------------------------- slugs


def test_upstream_loses_an_address_in_another_alphabet(english_index: ProjectIndexPage, upstream: None) -> None:
    assert _translated_address() == "nb-guide"  # from the title


def test_an_address_in_another_alphabet_is_transliterated(english_index: ProjectIndexPage) -> None:
    assert _translated_address() == "moyat-adres"


def test_a_translator_who_gives_no_address_gets_one_from_the_translated_title(english_index: ProjectIndexPage) -> None:
    page = StandardPageFactory(parent=home("en"), title="Guide", slug="guide")
    translation = submitted(page, "nb")
    translate(translation, but=["guide"])
    StringTranslation.objects.filter(translation_of__data="Guide").update(data="Наръчник")
    translation.save_target(publish=True)
    assert translation.get_target_instance().slug == "narachnik"
    assert translation.get_progress() == (2, 2)


def test_an_address_from_the_translated_title_steps_aside_for_the_search(english_index: ProjectIndexPage) -> None:
    page = StandardPageFactory(parent=home("en"), title="Guide", slug="guide")
    translation = submitted(page, "nb")
    translate(translation, but=["guide"])
    StringTranslation.objects.filter(translation_of__data="Guide").update(data="Search")
    translation.save_target(publish=True)
    assert translation.get_target_instance().url_path == "/nb/search-2/"


def _translated_address() -> str:
    page = StandardPageFactory(parent=home("en"), title="Guide", slug="guide")
    translation = submitted(page, "nb")
    translate(translation)
    StringTranslation.objects.filter(translation_of__data="guide").update(data="моят-адрес")
    translation.save_target(publish=False)
    return str(Page.objects.get(translation_key=page.translation_key, locale=locale("nb")).slug)


# --------------------------------------------------------------------------------- restrictions


def test_upstream_lifts_a_restriction_of_the_translation(project: ProjectPage, upstream: None) -> None:
    target = submitted(project, "nb").get_target_instance()
    PageViewRestriction.objects.create(page=target, restriction_type=PageViewRestriction.LOGIN)
    submitted(project, "nb")
    assert not PageViewRestriction.objects.filter(page=target).exists()


def test_a_restriction_of_the_translation_alone_stays(project: ProjectPage) -> None:
    target = submitted(project, "nb").get_target_instance()
    PageViewRestriction.objects.create(page=target, restriction_type=PageViewRestriction.LOGIN)
    submitted(project, "nb")
    assert PageViewRestriction.objects.filter(page=target).exists()


def test_the_translators_desk_is_named_in_the_language_of_each_person() -> None:
    names = {"en": "Translations", "pl": "Tłumaczenia", "nb": "Oversettelser"}
    for language, name in names.items():
        shown = signed_in(f"reads-{language}", language).get("/admin/").content.decode()
        assert f'"name": "translations", "label": {json.dumps(name)}' in shown
