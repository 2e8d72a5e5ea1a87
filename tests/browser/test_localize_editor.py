"""What localize's editor says in English only, in the language of who translates."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from wagtail.users.models import UserProfile

from tests.editing import edit_address
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index
from tests.factories.translation import submitted, translated
from tests.translation.conftest import member_of
from tests.translation.conftest import signed_in as session_of
from translation.editor.views import SETTINGS
from translation.groups import translators

SAID = [
    ("bg", "bg", "Превод от английски на български", "Още действия"),
    ("pl", "pl", "Tłumaczenie: angielski – polski", "Więcej akcji"),
    ("pl", "en", "Translation: English to Polish", "More actions"),
]


@pytest.mark.parametrize(("language", "spoken", "heading", "more"), SAID)
def test_the_editor_of_a_translation_is_in_the_translators_language(
    tab_of: Callable[[Client], Page], language: str, spoken: str, heading: str, more: str
) -> None:
    home(language)
    shelf = index("project", home())
    translated(shelf, language)
    translation = submitted(ProjectPageFactory(parent=shelf), language)
    translator = member_of(translators(language))
    UserProfile.objects.filter(user=translator).update(preferred_language=spoken)
    tab = tab_of(session_of(translator))
    tab.goto(f"{edit_address(translation.get_target_instance())}?{SETTINGS}")
    editor = tab.locator(".js-translation-editor")
    expect(editor.locator("h3").first).to_have_text(heading)
    expect(editor.locator(".w-dropdown__toggle .w-sr-only").first).to_have_text(more)
