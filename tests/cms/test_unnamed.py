"""What packages name nowhere, or before a language is known, is named in the reader's language."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.utils import translation
from wagtail.admin.forms.workflows import WorkflowPagesFormSet
from wagtail.models import Locale
from wagtail.snippets.widgets import AdminSnippetChooser
from wagtail.users.forms import PagePermissionsForm
from wagtail_localize.models import Translation

from cms.blocks import PictureBlock
from projects.models import Topic
from projects.viewsets import ConceptFilterForm
from tests.editing import signed_in


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "text"),
    [
        (lambda: ContentType.objects.get_for_model(Locale).name, "език"),
        (lambda: ContentType.objects.get_for_model(Translation).name, "превод"),
        (lambda: Translation._meta.verbose_name_plural, "преводи"),
        (lambda: WorkflowPagesFormSet.form.base_fields["page"].label, "Страница"),
        (lambda: PagePermissionsForm.base_fields["page"].label, "Страница"),
        (lambda: PictureBlock().child_blocks["image"].child_blocks["image"].label, "Изображение"),
        (lambda: ConceptFilterForm().fields["locale"].label, "Език"),
    ],
)
def test_a_name_is_in_the_readers_language(said: Any, text: str) -> None:
    with translation.override("bg"):
        assert str(said()) == text


def test_a_chooser_made_before_a_language_is_known_speaks_the_readers() -> None:
    with translation.override("en"):
        chooser = AdminSnippetChooser(Topic, choose_another_text="Another")
    with translation.override("bg"):
        shown = BeautifulSoup(chooser.render("topic", None, {"id": "topic"}), "html.parser")
        assert shown.select_one(".chooser__choose-button").get_text(strip=True) == "Избери тема"
        assert str(chooser.link_to_chosen_text) == "Редактирай: тема"
        assert chooser.choose_another_text == "Another"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "english", "text"),
    [
        ("/admin/locales/new/", ("Enabled", "Sync from"), "Съдържанието идва от"),
        ("/admin/sites/", ("Root",), "Основно ниво"),
        ("/admin/groups/new/", ("Collection", "Translation"), "Колекция"),
    ],
)
def test_a_screen_of_the_settings_is_in_the_readers_language(address: str, english: tuple[str, ...], text: str) -> None:
    page = BeautifulSoup(signed_in(language="bg").get(address).content, "html.parser")
    said = {piece.strip() for piece in page.select_one("main").strings}
    assert said.isdisjoint(english)
    assert text in page.get_text()
