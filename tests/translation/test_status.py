"""What is kept of how far a translation is equals what is counted anew, whatever happened."""

from __future__ import annotations

import json
import os
from typing import Any

import polib
import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.models import SegmentOverride, StringSegment, StringTranslation, Translation
from wagtail_localize.views import edit_translation

from cms.enums import TextOrigin
from projects.models import ProjectIndexPage, ProjectPage, Term, Unit
from tests.factories.projects import ProjectPageFactory, concept
from tests.factories.translation import submitted, translate, translated
from tests.translation.history import LANGUAGES, History, first_project
from translation.content import serialised
from translation.editions import restart, stop
from translation.enums import State
from translation.imports import say_who_wrote
from translation.known import known_of, not_yet_told
from translation.models import Status
from translation.origins import CARRIED, MACHINE, SLUG
from translation.reviewing import review
from translation.status import recount, together, word_count

pytestmark = pytest.mark.django_db

HISTORIES = max(int(os.environ.get("TEST_TRUTH", "0")) // 10, 6)
STEPS = 12
COUNTS = ("total", "missing", "draft", "review", "approved", "stale", "words", "words_left")


def plainly_counted(translation: Translation) -> dict[str, int]:
    """Count a translation text by text, as slowly as one can."""
    counts = dict.fromkeys(COUNTS, 0)
    for segment in StringSegment.objects.filter(source=translation.source).exclude(context__path=SLUG):
        text = StringTranslation.objects.filter(
            translation_of=segment.string, context=segment.context, locale=translation.target_locale
        ).first()
        words = word_count(segment.string.data)
        counts["total"] += 1
        counts["words"] += words
        if text is None:
            kinds = ["missing"]
        elif text.has_error:
            kinds = ["review", "stale"] if text.tool_name == CARRIED else ["draft"]
        else:
            kinds = ["review"] if text.translation_type == MACHINE else ["approved"]
        for kind in kinds:
            counts[kind] += 1
        if text is None or text.has_error:
            counts["words_left"] += words
    return counts


def kept(translation: Translation) -> dict[str, Any]:
    return dict(Status.objects.filter(translation=translation).values().get())


def agree(translation: Translation, done: Any = ()) -> Status:
    """Require that what is kept is what is counted plainly, and what is counted anew; return it."""
    translation = Translation.objects.get(pk=translation.pk)
    before = kept(translation)
    assert {name: before[name] for name in COUNTS} == plainly_counted(translation), done
    recount(Translation.objects.filter(pk=translation.pk))
    assert kept(translation) == before, done
    status = Status.objects.get(translation=translation)
    assert status.missing + status.draft + status.review + status.approved == status.total
    target = translation.get_target_instance()
    if target.live and translation.enabled:
        source = type(target).objects.get(translation_key=target.translation_key, locale=translation.source.locale)
        known = known_of(target.translation_key, [target.locale_id])[target.locale_id]
        behind = not_yet_told(type(target), json.loads(translation.source.content_json), serialised(target), known)
        if status.state == State.LIVE:
            assert not behind, (behind, done)
            assert target.source_changed_on is None, done
        if not source.live:
            return status
        if behind:
            assert status.live_stale, (behind, done)
    return status


class KeptHistory(History):
    """A history in which nobody but the source's refresh disposes of segments."""

    def forget(self, language: str) -> None:
        rows = StringTranslation.objects.filter(context__object_id=self.key, locale=self.locales[language])
        keys = list(rows.exclude(context__path=SLUG).order_by("pk").values_list("pk", flat=True))
        rows.filter(pk__in=self.random.sample(keys, len(keys) // 3)).delete()
        self.done.append(f"forget {language}")


@pytest.mark.parametrize("seed", range(1000, 1000 + HISTORIES))
def test_whatever_happens_the_kept_status_is_the_one_counted_anew(
    index: ProjectIndexPage, person: Unit, seed: int
) -> None:
    history = KeptHistory(first_project(index, person), seed)
    for _step in range(STEPS):
        history.step()
        for language in LANGUAGES:
            agree(history.translation(language), history.done)


@pytest.fixture
def norwegian(project: ProjectPage) -> Translation:
    return submitted(project, "nb")


def state(translation: Translation) -> str:
    return str(agree(translation).state)


def write(translation: Translation, but: Any = ()) -> None:
    """Translate all texts, one by one as the editor does."""
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string", "context"):
        if segment.string.data not in but:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string, context=segment.context, locale=translation.target_locale,
                defaults={"data": f"nb: {segment.string.data}" if segment.context.path != SLUG else "nb-water",
                          "translation_type": "manual", "has_error": False, "field_error": "", "tool_name": ""},
            )  # fmt: skip


def test_a_translation_goes_from_not_begun_to_live_and_behind_its_source(
    norwegian: Translation, project: ProjectPage
) -> None:
    assert state(norwegian) == State.NOT_BEGUN
    write(norwegian, but=["Plan"])
    assert state(norwegian) == State.DRAFT
    write(norwegian)
    assert state(norwegian) == State.READY
    norwegian.save_target(publish=True)
    assert state(norwegian) == State.LIVE
    project.summary = "Pipes for three towns"
    project.save_revision().publish()
    status = agree(norwegian)
    assert (status.state, status.stale, status.live_stale, status.words_left) == (State.CHANGED, 1, 1, 4)
    assert status.source_changed_at is not None
    write(norwegian)
    assert state(norwegian) == State.READY
    norwegian.save_target(publish=True)
    assert state(norwegian) == State.LIVE
    assert agree(norwegian).source_changed_at is None
    norwegian.get_target_instance().unpublish()
    assert state(norwegian) == State.WITHDRAWN


def test_what_was_written_since_the_publication_is_ready_to_be_published(norwegian: Translation) -> None:
    write(norwegian)
    norwegian.save_target(publish=True)
    text = StringTranslation.objects.filter(data="nb: Plan").get()
    text.data = "nb: A plan"
    text.save()
    status = agree(norwegian)
    assert (status.state, status.unpublished, status.live_stale) == (State.READY, 1, 0)


def test_an_adapted_edition_is_one_until_it_follows_again(norwegian: Translation, project: ProjectPage) -> None:
    write(norwegian)
    norwegian.save_target(publish=True)
    stop(norwegian)
    assert state(norwegian) == State.ADAPTED
    project.summary = "Pipes for three towns"
    project.save_revision().publish()
    assert state(norwegian) == State.ADAPTED
    assert agree(norwegian).source_changed_at is None
    restart(norwegian)
    assert state(norwegian) != State.ADAPTED


def test_a_machines_texts_wait_for_a_person(norwegian: Translation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DummyTranslator, "can_translate", lambda *_args: True)
    user = User.objects.create_superuser("machine")
    with CaptureQueriesContext(connection) as statements:
        edit_translation.apply_machine_translation(norwegian.pk, user, DummyTranslator({}))
    assert sum("translation_status" in one["sql"] and "INSERT" in one["sql"] for one in statements) == 1
    status = agree(norwegian)
    assert (status.state, status.review, status.origin) == (State.REVIEW, status.total, TextOrigin.MACHINE)
    review(norwegian, user)
    status = agree(norwegian)
    assert (status.state, status.review, status.origin) == (State.READY, 0, TextOrigin.REVIEWED)
    say_who_wrote(norwegian, TextOrigin.HUMAN)
    assert agree(norwegian).origin == TextOrigin.HUMAN


def test_an_imported_file_is_counted_once(norwegian: Translation) -> None:
    catalogue: polib.POFile = norwegian.export_po()
    for entry in catalogue:
        entry.msgstr = f"nb: {entry.msgid}"
    with CaptureQueriesContext(connection) as statements:
        norwegian.import_po(catalogue)
    assert sum("translation_status" in one["sql"] and "INSERT" in one["sql"] for one in statements) == 1
    assert state(norwegian) == State.READY
    norwegian.import_po(polib.POFile(), delete=True)
    assert state(norwegian) == State.NOT_BEGUN


def test_deleted_texts_are_counted_once(norwegian: Translation) -> None:
    write(norwegian)
    with CaptureQueriesContext(connection) as statements:
        rows = StringTranslation.objects.filter(context__object_id=norwegian.source.object_id)
        rows.filter(locale=norwegian.target_locale).delete()
    assert sum("translation_status" in one["sql"] and "INSERT" in one["sql"] for one in statements) == 1
    assert state(norwegian) == State.NOT_BEGUN
    write(norwegian)
    StringTranslation.objects.filter(locale=norwegian.target_locale).first().delete()
    agree(norwegian)


def test_a_text_with_an_error_is_a_draft(norwegian: Translation) -> None:
    write(norwegian)
    text = StringTranslation.objects.get(data="nb: Plan")
    text.has_error = True
    text.save()
    status = agree(norwegian)
    assert (status.state, status.draft, status.words_left) == (State.DRAFT, 1, 1)


def test_a_value_chosen_for_a_language_is_a_change_of_its_translation(
    norwegian: Translation, full: ProjectPage
) -> None:
    source = norwegian.source
    source.update_from_db()
    segment = source.overridablesegment_set.first()
    before = agree(norwegian).changed_at
    chosen = SegmentOverride.objects.create(context=segment.context, locale=norwegian.target_locale, data_json="null")
    assert agree(norwegian).changed_at != before
    chosen.delete()
    assert agree(norwegian).changed_at == before


def test_entries_are_counted_as_pages_are() -> None:
    term = concept(Term, "sewer", definition="A pipe", name="Sewer")
    polish = translated(term, "pl")
    translation = Translation.objects.get(source__object_id=term.translation_key)
    assert Status.objects.get(translation=translation).state == State.LIVE
    term.definition = "A wide pipe"
    term.save_revision().publish()
    assert Status.objects.get(translation=translation).state == State.CHANGED
    polish.unpublish()
    assert Status.objects.get(translation=translation).state == State.WITHDRAWN


def test_what_was_deleted_is_not_there(norwegian: Translation, project: ProjectPage) -> None:
    polish = submitted(project, "pl")
    norwegian.get_target_instance().delete()
    assert Status.objects.get(translation=norwegian).state == State.ABSENT
    assert Status.objects.get(translation=polish).state == State.NOT_BEGUN
    project.delete()
    assert Status.objects.get(translation=polish).state == State.ADAPTED  # it follows nothing any more


@together()
def _write_and_fail(translation: Translation) -> None:
    write(translation)
    raise ValidationError("")


def test_nothing_is_kept_of_what_was_taken_back(norwegian: Translation) -> None:
    before = kept(norwegian)
    with pytest.raises(ValidationError):
        _write_and_fail(norwegian)
    assert kept(norwegian) == before
    assert state(norwegian) == State.NOT_BEGUN


def test_as_many_statements_count_one_translation_and_many(index: ProjectIndexPage) -> None:
    def statements(numbers: range) -> int:
        for number in numbers:
            translate(submitted(ProjectPageFactory(parent=index, title=f"Project {number}"), "nb"))
        with CaptureQueriesContext(connection) as captured:
            recount(Translation.objects.all())
        return len(captured)

    assert statements(range(1)) == statements(range(1, 7))


def test_a_command_counts_what_exists(norwegian: Translation) -> None:
    write(norwegian)
    Status.objects.all().delete()
    call_command("recount_translations", verbosity=0)
    assert state(norwegian) == State.READY
    Status.objects.update(missing=99)
    call_command("recount_translations", verbosity=0)
    agree(norwegian)


@pytest.mark.parametrize(
    ("text", "words"),
    [("Pipes for two towns", 4), ("<b>Water</b> for&nbsp;all", 3), ("10 000", 2), ("–", 0), ("don’t e-mail", 2)],
)
def test_words_are_counted_without_markup(text: str, words: int) -> None:
    assert word_count(text) == words
