"""What the checks find in a translation, and what somebody says is right."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from projects.models import ProjectIndexPage
from tests.factories.projects import ProjectPageFactory
from tests.factories.translation import submitted
from translation.models import DismissedCheck
from translation.quality.findings import dismiss, dismissed_in, findings_of, take_back
from translation.rights import NotAllowedError

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(english_index: ProjectIndexPage) -> Translation:
    """A project whose title says 26, and whose translation says 62."""
    submitted(english_index, "nb")
    page = ProjectPageFactory(parent=english_index, title="Training for 26 officers", summary="A plan.")
    made: Translation = submitted(page, "nb")
    write(made, "title", "Opplæring for 62 ansatte")
    write(made, "summary", "En plan.")
    return made


def segment_of(translation: Translation, path: str) -> StringSegment:
    found: StringSegment = StringSegment.objects.get(source=translation.source, context__path=path)
    return found


def write(translation: Translation, path: str, text: str) -> None:
    segment = segment_of(translation, path)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={"data": text},
    )


def checks_of(translation: Translation, path: str) -> set[str]:
    found = findings_of(translation).get(segment_of(translation, path).pk, [])
    return {finding.check for finding in found}


def test_findings_are_told_by_segment(translation: Translation) -> None:
    assert checks_of(translation, "title") == {"numbers"}
    assert checks_of(translation, "summary") == set()


def test_a_field_s_own_limit_counts(translation: Translation) -> None:
    write(translation, "title", "Opplæring for 26 ansatte" + " og flere" * 40)
    assert "max-length" in checks_of(translation, "title")


def test_what_is_dismissed_is_told_again_when_either_text_changes(translation: Translation, admin_user: User) -> None:
    segment = segment_of(translation, "title")
    dismissed = dismiss(translation, segment, "numbers", " The number is another one here. ", admin_user)
    assert dismissed.reason == "The number is another one here."
    assert dismissed_in(translation) == {segment.pk: [dismissed]}
    assert checks_of(translation, "title") == set()
    write(translation, "title", "Opplæring for 63 ansatte")
    assert checks_of(translation, "title") == {"numbers"}
    write(translation, "title", "Opplæring for 62 ansatte")
    assert checks_of(translation, "title") == set()
    take_back(dismissed, translation, admin_user)
    assert checks_of(translation, "title") == {"numbers"}


def test_a_dismissal_is_of_one_check(translation: Translation, admin_user: User) -> None:
    write(translation, "title", "Opplæring  for 62 ansatte")
    dismiss(translation, segment_of(translation, "title"), "numbers", "So it is.", admin_user)
    assert checks_of(translation, "title") == {"double-blank"}


@pytest.mark.parametrize(("check_id", "reason"), [("numbers", "  "), ("numbers", "a" * 1001), ("nothing", "So it is.")])
def test_no_dismissal_without_a_check_and_a_reason(
    translation: Translation, admin_user: User, check_id: str, reason: str
) -> None:
    with pytest.raises(ValidationError):
        dismiss(translation, segment_of(translation, "title"), check_id, reason, admin_user)
    assert not DismissedCheck.objects.exists()


@pytest.mark.parametrize("user", [AnonymousUser(), User(username="nobody", is_active=True, pk=999)])
def test_who_may_not_translate_dismisses_nothing(translation: Translation, admin_user: User, user: Any) -> None:
    with pytest.raises(NotAllowedError):
        dismiss(translation, segment_of(translation, "title"), "numbers", "So it is.", user)
    dismissed = dismiss(translation, segment_of(translation, "title"), "numbers", "So it is.", admin_user)
    with pytest.raises(NotAllowedError):
        take_back(dismissed, translation, user)
    assert DismissedCheck.objects.count() == 1


def test_a_page_of_500_texts_takes_few_statements(english_index: ProjectIndexPage) -> None:
    submitted(english_index, "nb")
    body = [("text", f"<p>Text number {number}.</p>") for number in range(500)]
    translation = submitted(ProjectPageFactory(parent=english_index, body=body), "nb")
    translation = Translation.objects.get(pk=translation.pk)
    with CaptureQueriesContext(connection) as asked:
        found = findings_of(translation)
    assert len(found) >= 500
    assert {finding.check for findings in found.values() for finding in findings} == {"untranslated"}
    assert len(asked) <= 10
