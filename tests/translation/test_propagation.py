"""What all languages share is corrected in all of them when the source is published."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageLogEntry, ReferenceIndex
from wagtail_localize.models import SegmentOverride, StringSegment, Translation, TranslationContext, TranslationSource

from cms.models import PageFacet
from projects.models import Place, ProjectFigure, ProjectPage, ProjectPlace, ProjectTopic, Topic, Unit
from search.models import SearchDocument
from tests.factories.home import home
from tests.factories.projects import concept
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import figures
from translation.propagation import LOG_ACTION, propagate
from translation.publication import PublicationRefusedError

pytestmark = pytest.mark.django_db


def fresh(page: ProjectPage, language: str = "en") -> ProjectPage:
    """Return the project as it is stored in a language."""
    return ProjectPage.objects.get(translation_key=page.translation_key, locale__language_code=language)


def publish(page: ProjectPage, **fields: Any) -> None:
    """Change a page and publish it; a relation takes its rows."""
    page = fresh(page)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def corrected(page: ProjectPage) -> list[ProjectFigure]:
    """Return the figures of the source with the first one corrected from 10 to 12."""
    rows = list(fresh(page).figures.all())
    rows[0].value = Decimal(12)
    return rows


@pytest.fixture(scope="module")
def _in_three_languages(once: Any, _kept_project: int) -> int:
    def write() -> None:
        project = ProjectPage.objects.get(pk=_kept_project)
        for language in ("nb", "pl"):
            translated(project, language)

    once(write)
    return _kept_project


@pytest.fixture
def in_three_languages(_in_three_languages: int, db: None) -> ProjectPage:
    return ProjectPage.objects.get(pk=_in_three_languages)


def test_upstream_leaves_translations_with_the_old_figure(in_three_languages: ProjectPage, unaccompanied: None) -> None:
    publish(in_three_languages, figures=corrected(in_three_languages))
    assert fresh(in_three_languages, "nb").figures.all()[0].value == 10
    TranslationSource.objects.get(object_id=in_three_languages.translation_key).translations.all()[0].save_target()
    assert fresh(in_three_languages, "nb").figures.all()[0].value == 10  # from the source as it was submitted


@pytest.mark.parametrize("language", ["nb", "pl"])
def test_a_corrected_figure_is_right_in_every_language(in_three_languages: ProjectPage, language: str) -> None:
    publish(in_three_languages, figures=corrected(in_three_languages))
    page = fresh(in_three_languages, language)
    assert [row.value for row in page.figures.all()] == [12, 20]
    assert [row.what for row in page.figures.all()] == [f"{language}: Figure 10", f"{language}: Figure 20"]


@pytest.mark.parametrize("language", ["nb", "pl"])
def test_an_old_figure_does_not_come_back_with_the_newest_revision(
    in_three_languages: ProjectPage, language: str
) -> None:
    publish(in_three_languages, figures=corrected(in_three_languages))
    fresh(in_three_languages, language).get_latest_revision().publish()
    assert fresh(in_three_languages, language).figures.all()[0].value == 12


def test_an_old_figure_does_not_come_back_with_the_next_translation(in_three_languages: ProjectPage) -> None:
    publish(in_three_languages, figures=corrected(in_three_languages))
    frozen = TranslationSource.objects.get(object_id=in_three_languages.translation_key)
    frozen.translations.get(target_locale=locale("nb")).save_target(publish=True)
    assert fresh(in_three_languages, "nb").figures.all()[0].value == 12


def test_a_draft_of_a_translation_has_the_corrected_figure_too(project: ProjectPage) -> None:
    submitted(project, "nb")
    publish(project, figures=corrected(project))
    assert fresh(project, "nb").figures.all()[0].value == 12
    assert fresh(project, "nb").get_latest_revision_as_object().figures.all()[0].value == 12


def test_dates_money_and_choices_of_the_page_are_shared(in_three_languages: ProjectPage) -> None:
    publish(in_three_languages, budget_total=Decimal("150.50"), currency="NOK", start=date(2019, 5, 1), code="X-1")
    page = fresh(in_three_languages, "nb")
    assert (page.budget_total, page.currency, page.start, page.code) == (
        Decimal("150.50"),
        "NOK",
        date(2019, 5, 1),
        "X-1",
    )
    assert page.get_latest_revision().content["budget_total"] == "150.50"


def test_texts_and_what_each_language_has_for_itself_stay(in_three_languages: ProjectPage) -> None:
    ProjectPage.objects.filter(pk=fresh(in_three_languages, "nb").pk).update(origin="machine")
    publish(in_three_languages, summary="Other words", origin="reviewed", budget_total=Decimal(7))
    page = fresh(in_three_languages, "nb")
    assert (page.summary, page.origin, page.budget_total) == ("nb: Pipes for two towns", "machine", Decimal(7))


def test_facets_follow(in_three_languages: ProjectPage) -> None:
    publish(in_three_languages, start=date(2019, 5, 1), end=date(2020, 5, 1))
    years = PageFacet.objects.filter(page_id=fresh(in_three_languages, "nb").pk, name="year")
    assert set(years.values_list("value", flat=True)) == {"2019", "2020"}


def test_the_search_follows(in_three_languages: ProjectPage) -> None:
    before = SearchDocument.objects.get(page_id=fresh(in_three_languages, "nb").pk).version
    publish(in_three_languages, code="AAQ-77")
    after = SearchDocument.objects.get(page_id=fresh(in_three_languages, "nb").pk)
    assert after.version > before


def test_what_a_page_refers_to_follows(in_three_languages: ProjectPage, place: Place) -> None:
    publish(in_three_languages, places=[ProjectPlace(place=place, lead=True, sort_order=0, locale=locale("en"))])
    assert fresh(in_three_languages, "nb").places.get().place == place
    assert {reference.object_id for reference in ReferenceIndex.get_references_to(place)} >= {
        str(fresh(in_three_languages, language).pk) for language in ("nb", "pl")
    }


def test_a_new_row_without_words_is_there_in_every_language(in_three_languages: ProjectPage) -> None:
    topic = concept(Topic, "water")
    publish(in_three_languages, topics=[ProjectTopic(topic=topic, sort_order=0, locale=locale("en"))])
    row = fresh(in_three_languages, "nb").topics.get()
    source = fresh(in_three_languages).topics.get()
    assert (row.topic, row.locale, row.translation_key) == (topic, locale("nb"), source.translation_key)
    stored = fresh(in_three_languages, "nb").get_latest_revision().content["topics"]
    assert [(entry["pk"], entry["page"]) for entry in stored] == [(row.pk, row.page_id)]
    assert PageFacet.objects.filter(page_id=row.page_id, name="topic", value="water").exists()


def test_a_new_row_with_words_waits_for_its_translation(in_three_languages: ProjectPage, person: Unit) -> None:
    (third,) = figures(person, 30)
    third.sort_order = 2
    publish(in_three_languages, figures=[*fresh(in_three_languages).figures.all(), third])
    assert fresh(in_three_languages, "nb").figures.count() == 2
    translation = submitted(fresh(in_three_languages), "nb")
    translate(translation)
    translation.save_target(publish=True)
    assert [row.what for row in fresh(in_three_languages, "nb").figures.all()][2] == "nb: Figure 30"


def test_a_removed_row_is_gone_everywhere_and_its_texts_with_it(in_three_languages: ProjectPage) -> None:
    first = fresh(in_three_languages).figures.all()[0]
    publish(in_three_languages, figures=[first])
    page = fresh(in_three_languages, "nb")
    assert [row.what for row in page.figures.all()] == ["nb: Figure 10"]
    assert [row["what"] for row in page.get_latest_revision().content["figures"]] == ["nb: Figure 10"]
    assert not StringSegment.objects.filter(string__data="Figure 20").exists()
    submitted_source = TranslationSource.objects.get(object_id=page.translation_key)
    submitted_source.translations.get(target_locale=locale("nb")).save_target(publish=True)
    assert fresh(in_three_languages, "nb").figures.count() == 1


def test_reordered_rows_stand_in_the_same_order_everywhere(in_three_languages: ProjectPage) -> None:
    second, first = reversed(list(fresh(in_three_languages).statements.all()))
    second.sort_order, first.sort_order = 0, 1
    publish(in_three_languages, statements=[second, first])
    page = fresh(in_three_languages, "nb")
    assert [row.text for row in page.statements.all()] == ["nb: Build", "nb: Plan"]
    assert [row["text"] for row in page.get_latest_revision().content["statements"]] == ["nb: Build", "nb: Plan"]


def test_a_text_emptied_in_the_source_is_emptied_everywhere(in_three_languages: ProjectPage) -> None:
    publish(in_three_languages, withdrawn_on=date(2020, 1, 1), withdrawal_reason="Moved")
    translation = submitted(fresh(in_three_languages), "nb")
    translate(translation)
    translation.save_target(publish=True)
    assert fresh(in_three_languages, "nb").withdrawal_reason == "nb: Moved"
    publish(in_three_languages, withdrawn_on=None, withdrawal_reason="")
    page = fresh(in_three_languages, "nb")
    assert (page.withdrawn_on, page.withdrawal_reason) == (None, "")
    Translation.objects.get(pk=translation.pk).save_target(publish=True)
    assert fresh(in_three_languages, "nb").withdrawal_reason == ""


def test_what_translators_chose_instead_stays(in_three_languages: ProjectPage) -> None:
    context, _created = TranslationContext.objects.get_or_create(
        object_id=in_three_languages.translation_key, path="website"
    )
    SegmentOverride.objects.create(locale=locale("nb"), context=context, data_json=json.dumps("https://example.org/nb"))
    publish(in_three_languages, website="https://example.org/en")
    assert fresh(in_three_languages, "nb").website == "https://example.org/nb"
    assert fresh(in_three_languages, "pl").website == "https://example.org/en"


def test_a_stopped_translation_has_words_of_its_own_and_the_same_figures(in_three_languages: ProjectPage) -> None:
    frozen = TranslationSource.objects.get(object_id=in_three_languages.translation_key)
    frozen.translations.filter(target_locale=locale("nb")).update(enabled=False)
    page: Any = fresh(in_three_languages, "nb")
    page.scheme = "Bare på norsk"
    page.save()
    publish(in_three_languages, figures=corrected(in_three_languages), scheme="")
    page = fresh(in_three_languages, "nb")
    assert page.figures.all()[0].value == 12
    assert (page.scheme, page.source_changed_on) == ("Bare på norsk", None)
    assert fresh(in_three_languages, "pl").figures.all()[0].value == 12


def test_a_draft_of_the_source_changes_no_language(in_three_languages: ProjectPage) -> None:
    page: Any = fresh(in_three_languages)
    page.figures = corrected(page)
    page.save_revision()
    assert fresh(in_three_languages, "nb").figures.all()[0].value == 10


def test_a_translation_of_a_translation_follows_too(project: ProjectPage) -> None:
    translated(project, "nb")
    translated(fresh(project, "nb"), "pl")
    publish(project, figures=corrected(project))
    assert fresh(project, "pl").figures.all()[0].value == 12


def test_two_languages_that_follow_one_another_come_to_an_end(in_three_languages: ProjectPage) -> None:
    frozen, _created = TranslationSource.update_or_create_from_instance(fresh(in_three_languages, "nb"))
    Translation.objects.create(source=frozen, target_locale=locale("en"))
    row = fresh(in_three_languages).figures.all()[0]
    row.value = 12
    row.save()
    propagate(fresh(in_three_languages))
    assert fresh(in_three_languages, "nb").figures.all()[0].value == 12


def test_the_history_of_a_translation_says_what_happened(in_three_languages: ProjectPage) -> None:
    publish(in_three_languages, figures=corrected(in_three_languages))
    logged = PageLogEntry.objects.filter(action=LOG_ACTION).values_list("page_id", flat=True)
    assert set(logged) == {fresh(in_three_languages, language).pk for language in ("nb", "pl")}
    publish(in_three_languages)
    assert PageLogEntry.objects.filter(action=LOG_ACTION).count() == 2  # nothing was to be corrected


def test_readers_learn_since_when_a_translation_is_behind(in_three_languages: ProjectPage) -> None:
    publish(in_three_languages, summary="Other words")
    assert fresh(in_three_languages, "nb").source_changed_on == timezone.localdate()
    translation = submitted(fresh(in_three_languages), "nb")
    translate(translation)
    translation.save_target(publish=True)
    assert fresh(in_three_languages, "nb").source_changed_on is None
    assert fresh(in_three_languages, "pl").source_changed_on == timezone.localdate()


def test_a_translation_that_lacks_a_new_text_is_not_published_and_stays_behind(in_three_languages: ProjectPage) -> None:
    frozen = TranslationSource.objects.get(object_id=in_three_languages.translation_key)
    publish(in_three_languages, summary="Other words")
    with pytest.raises(PublicationRefusedError, match="1 text is not translated"):
        frozen.translations.get(target_locale=locale("nb")).save_target(publish=True)
    assert fresh(in_three_languages, "nb").summary == "nb: Pipes for two towns"
    assert fresh(in_three_languages, "nb").source_changed_on == timezone.localdate()


def test_a_correction_of_numbers_alone_puts_no_translation_behind(in_three_languages: ProjectPage) -> None:
    publish(in_three_languages, figures=corrected(in_three_languages))
    assert fresh(in_three_languages, "nb").source_changed_on is None
    assert fresh(in_three_languages, "nb").last_published_at == fresh(in_three_languages).last_published_at


def test_a_corrected_concept_is_corrected_in_all_its_languages(place: Place) -> None:
    norwegian = translated(place, "nb")
    place.latitude = Decimal("60.79")
    place.save_revision().publish()
    norwegian.refresh_from_db()
    assert (norwegian.latitude, norwegian.name) == (Decimal("60.79"), "nb: Hamar")


def test_the_translation_of_a_concept_corrects_nothing_in_its_source(place: Place) -> None:
    translation = submitted(place, "nb")
    translate(translation)
    place.latitude = Decimal("60.79")
    place.save_revision()  # a draft
    translation.save_target(publish=True)
    assert Place.objects.get(pk=place.pk).get_latest_revision().content["latitude"] == "60.79"


# ------------------------------------------------------------------------------------------ cost


def queries_to_correct(project: ProjectPage, unit: Unit, rows: int) -> int:
    """Return the number of queries it takes to correct `rows` figures in two languages."""
    publish(project, figures=figures(unit, *range(100, 100 + rows)))
    for language in ("nb", "pl"):
        translation = submitted(fresh(project), language)
        translate(translation)
        translation.save_target(publish=True)
    page = fresh(project)
    changed = list(page.figures.all())[: rows - 2]  # two are removed, the others corrected
    for row in changed:
        row.value += 1
        row.save()
    page.figures.exclude(pk__in=[row.pk for row in changed]).delete()
    page = fresh(project)
    with CaptureQueriesContext(connection) as queries:
        propagate(page)
    assert [row.value for row in fresh(project, "pl").figures.all()] == [row.value for row in changed]
    return len(queries)


def test_corrections_cost_the_same_for_five_rows_and_for_sixty(in_three_languages: ProjectPage, person: Unit) -> None:
    few = queries_to_correct(in_three_languages, person, 5)
    many = queries_to_correct(in_three_languages, person, 60)
    # A large update is sent in several parts, as SQLite takes so many values at once.
    assert many <= few + 4
    assert few < 190


def test_three_translations_add_a_fixed_number_of_queries_to_a_publication(project: ProjectPage, person: Unit) -> None:
    def publication() -> int:
        """Return the number of queries that it takes to publish the page after a correction of each figure."""
        page: Any = fresh(project)
        rows = list(page.figures.all())
        for row in rows:
            row.value += 1
        page.figures = rows
        revision = page.save_revision()
        with CaptureQueriesContext(connection) as queries:
            revision.publish()
        return len(queries)

    publish(project, figures=figures(person, *range(100, 160)))
    alone = publication()
    home("ro")
    translated(fresh(project).get_parent().specific, "ro")
    for language in ("nb", "pl", "ro"):
        translated(fresh(project), language)
    # In all: which translations, their pages and rows (10 kinds), choices, what is known of texts, revisions, what
    # the source's rows point to (12), its texts as they are frozen (20), the updates of figures, pages and revisions.
    # For each: rows again for references, facets and search, their documents, the page's history. PostgreSQL keeps
    # the words of a document in a table of their own.
    each = 47 if connection.vendor == "postgresql" else 45
    assert publication() - alone < 75 + 3 * each  # fifteen of them count how far the translations are
