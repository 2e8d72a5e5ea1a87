"""What translators find when the source has changed: the source as it is public, and what they wrote before."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import polib
import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.enums import TextOrigin
from projects.models import ProjectPage
from tests.factories.translation import locale, translate, translated
from tests.translation.conftest import member_of, said, signed_in
from translation.catalogues import exported, take_over
from translation.known import known_of
from translation.models import PublishedText
from translation.origins import HUMAN, MACHINE, unfinished
from translation.publication import PublicationRefusedError, untranslated

pytestmark = pytest.mark.django_db


@pytest.fixture
def norwegian(project: ProjectPage) -> Translation:
    translated(project, "nb")
    return Translation.objects.get(source__object_id=project.translation_key)


def change(project: ProjectPage, **fields: Any) -> None:
    """Publish the project with other texts."""
    page = ProjectPage.objects.get(pk=project.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def text(translation: Translation, path: str) -> StringTranslation:
    """Return what stands beside the text that the source has at a place."""
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    return StringTranslation.objects.get(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale
    )


def test_what_stood_there_for_earlier_words_is_carried_on_and_marked(
    project: ProjectPage, norwegian: Translation
) -> None:
    change(project, summary="Pipes for three towns")
    summary = text(norwegian, "summary")
    assert (summary.data, summary.has_error) == ("nb: Pipes for two towns", True)
    assert summary.field_error.startswith("Originalen er endret her.")
    assert untranslated(norwegian) == 1
    with pytest.raises(PublicationRefusedError):
        norwegian.save_target(publish=True)


def test_a_carried_text_counts_once_somebody_saved_it(project: ProjectPage, norwegian: Translation) -> None:
    change(project, summary="Pipes for three towns")
    segment = StringSegment.objects.get(source=norwegian.source, context__path="summary")
    save = reverse("wagtail_localize:edit_string_translation", args=[norwegian.pk, segment.pk])
    staff = signed_in(member_of("Communications staff"))
    saved = staff.put(save, "value=Rør+til+tre+byer", content_type="application/x-www-form-urlencoded")
    assert saved.status_code == HTTPStatus.OK
    assert not unfinished(StringTranslation.objects.all())
    norwegian.save_target(publish=True)
    page = ProjectPage.objects.get(locale=locale("nb"))
    assert (page.summary, page.source_changed_on) == ("Rør til tre byer", None)


def test_a_text_that_goes_and_comes_again_needs_no_new_translation(
    project: ProjectPage, norwegian: Translation
) -> None:
    for words in ("Other words", "Pipes for two towns"):
        change(project, summary=words)
    assert untranslated(norwegian) == 0
    assert text(norwegian, "summary").data == "nb: Pipes for two towns"
    assert ProjectPage.objects.get(locale=locale("nb")).source_changed_on is None


def test_the_same_words_elsewhere_on_the_page_bring_their_translation(
    project: ProjectPage, norwegian: Translation
) -> None:
    change(project, body=[("text", "<p>Pipes for two towns</p>")])
    body = StringSegment.objects.get(source=norwegian.source, context__path__startswith="body.")
    assert text(norwegian, body.context.path).data == "nb: Pipes for two towns"
    assert untranslated(norwegian) == 0


def test_a_block_that_is_replaced_by_a_like_one_takes_its_text_along_marked(
    project: ProjectPage, norwegian: Translation
) -> None:
    change(project, body=[("text", "<p>Water for all of us.</p>")])
    body = StringSegment.objects.get(source=norwegian.source, context__path__startswith="body.")
    found = text(norwegian, body.context.path)
    assert (found.data, found.has_error) == ("nb: Water for all.", True)


def test_what_is_public_comes_back_where_localize_lost_it(project: ProjectPage, norwegian: Translation) -> None:
    StringTranslation.objects.filter(context__path="summary").delete()
    change(project, title="Clear water")
    assert (text(norwegian, "summary").data, text(norwegian, "summary").has_error) == ("nb: Pipes for two towns", False)


def test_who_wrote_a_text_is_kept_for_each_text_of_a_place_and_comes_back_with_it(
    project: ProjectPage, norwegian: Translation
) -> None:
    change(project, body=[("text", "<p>One.</p><p>Two.</p>")])
    translate(norwegian, kind=MACHINE)
    StringTranslation.objects.filter(translation_of__data="Two.").update(translation_type=HUMAN)
    norwegian.save_target(publish=True)
    kinds = dict(PublishedText.objects.filter(path__startswith="body").values_list("source", "kind"))
    assert (kinds["One."], kinds["Two."]) == (MACHINE, HUMAN)
    StringTranslation.objects.all().delete()
    change(project, summary="One.")  # which stands elsewhere
    one = StringTranslation.objects.get(translation_of__data="One.", context__path__startswith="body")
    assert one.translation_type == MACHINE


def test_what_was_public_before_anything_was_kept_is_adopted(project: ProjectPage, norwegian: Translation) -> None:
    PublishedText.objects.all().delete()
    change(project, title="Clear water")
    known = known_of(project.translation_key, [norwegian.target_locale_id])[norwegian.target_locale_id]
    assert known.published["title", "Clean water"] == "nb: Clean water"
    assert ProjectPage.objects.get(locale=locale("nb")).title == "nb: Clean water"


def test_a_guess_goes_out_as_one_and_counts_when_it_comes_back_without_the_mark(
    project: ProjectPage, norwegian: Translation
) -> None:
    change(project, summary="Pipes for three towns")
    catalogue: polib.POFile = polib.pofile(str(exported(norwegian)))
    guess = next(entry for entry in catalogue if entry.msgctxt == "summary" and not entry.obsolete)
    assert (guess.msgstr, guess.fuzzy) == ("nb: Pipes for two towns", True)
    take_over(norwegian, catalogue, TextOrigin.HUMAN)
    assert untranslated(norwegian) == 1
    guess.flags.remove("fuzzy")
    take_over(norwegian, catalogue, TextOrigin.HUMAN)
    assert untranslated(norwegian) == 0


def test_a_version_of_earlier_is_brought_in_step_as_it_is_published(
    project: ProjectPage, norwegian: Translation
) -> None:
    earlier = ProjectPage.objects.get(locale=locale("nb")).live_revision
    change(project, summary="Other words", budget_total=7)
    translate(norwegian)
    norwegian.save_target(publish=True)
    earlier.publish()
    page = ProjectPage.objects.get(locale=locale("nb"))
    assert (page.summary, page.budget_total, page.source_changed_on) == ("nb: Other words", 7, None)


def test_segments_that_are_gone_are_written_anew(project: ProjectPage, norwegian: Translation) -> None:
    change(project, summary="Other words")
    StringSegment.objects.filter(source=norwegian.source).delete()
    with pytest.raises(PublicationRefusedError):
        norwegian.save_target(publish=True)
    assert untranslated(norwegian) == 1


def test_translators_see_no_draft_of_the_source(project: ProjectPage, norwegian: Translation) -> None:
    page = ProjectPage.objects.get(pk=project.pk)
    page.summary = "Secret words"
    page.save_revision()
    assert not StringSegment.objects.filter(string__data="Secret words")
    staff = signed_in(member_of("Communications staff"))
    update = reverse("wagtail_localize:update_translations", args=[norwegian.source_id])
    assert "not published" not in said(staff.post(update, follow=True))
    assert not StringSegment.objects.filter(string__data="Secret words")
