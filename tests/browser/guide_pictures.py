"""Takes the pictures of the guide inside the administration: each language's own screens (`make guide-pictures`).

Not a test: it writes into `cms/static/cms/guide/`, and is asked for by its name. The demonstration library is served
for it; what it makes there goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation
from PIL import Image
from playwright.sync_api import Browser, Page

from cms.guide import PICTURES
from tests.browser.actions import ServedLibrary, action, sign_in

COLOURS = 64  # a screen has no more; a picture then takes a fifth of the room
ROOT = 1  # the key of the page above all others
WIDTH, HEIGHT = 1040, 640  # the least at which the menu stands beside the page: its words are large in the guide
SHORT, LONG = 480, 580  # where nothing stands in the rest of the window
LANGUAGES = dict(settings.LANGUAGES)
# What somebody publishes in each language.
TRAININGS = {
    "bg": ("Как се пише ясно", "Двудневен курс за служители, които отговарят на граждани."),
    "en": ("Writing clearly", "A course of two days for officials who answer the public."),
    "lv": ("Kā rakstīt skaidri", "Divu dienu kurss darbiniekiem, kuri atbild iedzīvotājiem."),
    "nb": ("Å skrive klart", "Et todagers kurs for ansatte som svarer innbyggerne."),
    "pl": ("Jak pisać jasno", "Dwudniowy kurs dla urzędników, którzy odpowiadają obywatelom."),
    "ro": ("Cum scriem clar", "Un curs de două zile pentru funcționarii care răspund cetățenilor."),
}
# What is handed over to whoever translates from another language.
SOURCES = {"en": "Plain language at work", "pl": "Prosty język w urzędzie"}


@pytest.fixture
def window(browser: Browser, served_library: ServedLibrary, language: str) -> Iterator[Page]:
    """Give a window of the editor, in a browser that asks for the language."""
    context = browser.new_context(locale=language, viewport={"width": WIDTH, "height": HEIGHT})
    context.set_default_timeout(60_000)
    tab = context.new_page()
    sign_in(tab, served_library, "editor")
    yield tab
    context.close()


def below(tab: Page, library: ServedLibrary, key: int) -> list[Any]:
    """Return the pages below a page as the administration's own API lists them, the newest first."""
    answer = tab.request.get(library.address(f"/admin/api/main/pages/?child_of={key}&order=-id&fields=locale"))
    return list(answer.json()["items"])


def shelf_of_trainings(tab: Page, library: ServedLibrary, language: str) -> int:
    """Return the key of the list of trainings in a language."""
    (front,) = [page for page in below(tab, library, ROOT) if page["meta"]["locale"] == language]
    (shelf,) = [
        page for page in below(tab, library, front["id"]) if page["meta"]["type"] == "projects.TrainingIndexPage"
    ]
    return int(shelf["id"])


def begin_training(tab: Page, library: ServedLibrary, language: str, title: str) -> None:
    """Open the form of a training in a language and fill in what one needs."""
    tab.goto(library.address(f"/admin/pages/add/projects/trainingpage/{shelf_of_trainings(tab, library, language)}/"))
    tab.fill("#id_title", title)
    tab.fill("#id_summary", TRAININGS[language][1])


def training(tab: Page, library: ServedLibrary, language: str, title: str) -> int:
    """Return the key of the training of a title, published now where there is none yet."""
    shelf = shelf_of_trainings(tab, library, language)

    def found() -> Iterator[int]:
        return (page["id"] for page in below(tab, library, shelf) if page["title"] == title)

    if not any(found()):
        begin_training(tab, library, language, title)
        action(tab, "footer [name=action-publish]")
    return next(found())


def take(tab: Page, language: str, name: str, *, top: int = 0, bottom: int = HEIGHT) -> None:
    """Write what the window shows between two lines, as a picture of few colours."""
    folder = PICTURES / language
    folder.mkdir(parents=True, exist_ok=True)
    shown = tab.screenshot(clip={"x": 0, "y": top, "width": WIDTH, "height": bottom - top}, animations="disabled")
    with Image.open(BytesIO(shown)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(Path(folder) / f"{name}.png", optimize=True)


@pytest.mark.parametrize("language", TRAININGS)
def test_the_pictures_of_a_language(window: Page, served_library: ServedLibrary, language: str) -> None:
    title = TRAININGS[language][0]
    begin_training(window, served_library, language, title)
    take(window, language, "page", bottom=SHORT)
    window.locator("footer [data-w-dropdown-target=toggle]").click()
    window.locator("footer [name=action-publish]").wait_for()
    take(window, language, "publish", top=HEIGHT // 2)
    action(window, "footer [name=action-publish]")
    key = training(window, served_library, language, title)
    window.goto(served_library.address(f"/admin/localize/submit/page/{key}/"))
    window.locator("input[name=locales]").first.check()
    take(window, language, "submit", bottom=LONG)

    source = next(other for other in SOURCES if other != language)
    key = training(window, served_library, source, SOURCES[source])
    window.goto(served_library.address(f"/admin/localize/submit/page/{key}/"))
    with translation.override(language):
        window.get_by_label(str(LANGUAGES[language]), exact=True).check()
    with window.expect_navigation():
        window.locator("main form [type=submit]").click()
    key = training(window, served_library, language, SOURCES[source])
    window.set_viewport_size({"width": WIDTH, "height": 2 * HEIGHT})
    window.goto(served_library.address(f"/admin/pages/{key}/edit/"))
    heading = window.locator(".js-translation-editor h3").first.bounding_box()
    assert heading is not None
    top = int(heading["y"]) - 20
    take(window, language, "translate", top=top, bottom=top + SHORT)
