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
from PIL import Image
from playwright.sync_api import Browser, Page

from cms.guide import PICTURES
from tests.browser.actions import ServedLibrary, sign_in

COLOURS = 64  # a screen has no more; a picture then takes a fifth of the room
WIDTH, HEIGHT = 1180, 720  # the size of a small laptop's window
# What somebody publishes in each language.
TRAININGS = {
    "bg": ("Как се пише ясно", "Двудневен курс за служители, които отговарят на граждани."),
    "en": ("Writing clearly", "A course of two days for officials who answer the public."),
    "lv": ("Kā rakstīt skaidri", "Divu dienu kurss darbiniekiem, kuri atbild iedzīvotājiem."),
    "nb": ("Å skrive klart", "Et todagers kurs for ansatte som svarer innbyggerne."),
    "pl": ("Jak pisać jasno", "Dwudniowy kurs dla urzędników, którzy odpowiadają obywatelom."),
    "ro": ("Cum scriem clar", "Un curs de două zile pentru funcționarii care răspund cetățenilor."),
}


@pytest.fixture
def window(browser: Browser, served_library: ServedLibrary, language: str) -> Iterator[Page]:
    """Give a window of the editor, in a browser that asks for the language."""
    context = browser.new_context(locale=language, viewport={"width": WIDTH, "height": HEIGHT})
    context.set_default_timeout(60_000)
    tab = context.new_page()
    sign_in(tab, served_library, "editor")
    yield tab
    context.close()


def pages(tab: Page, library: ServedLibrary, kind: str, language: str) -> list[Any]:
    """Return the pages of a type in a language, the newest first, as the administration's own API lists them."""
    query = f"type={kind}&locale={language}&order=-id&limit=20"
    answer = tab.request.get(library.address(f"/admin/api/main/pages/?{query}"))
    return list(answer.json()["items"])


def take(tab: Page, language: str, name: str, *, below: int = 0) -> None:
    """Write what the window shows, below a line, as a picture of few colours."""
    folder = PICTURES / language
    folder.mkdir(parents=True, exist_ok=True)
    shown = tab.screenshot(clip={"x": 0, "y": below, "width": WIDTH, "height": HEIGHT - below}, animations="disabled")
    with Image.open(BytesIO(shown)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(Path(folder) / f"{name}.png", optimize=True)


@pytest.mark.parametrize("language", TRAININGS)
def test_the_pictures_of_a_language(window: Page, served_library: ServedLibrary, language: str) -> None:
    title, summary = TRAININGS[language]
    (shelf,) = pages(window, served_library, "projects.TrainingIndexPage", language)
    window.goto(served_library.address(f"/admin/pages/add/projects/trainingpage/{shelf['id']}/"))
    window.fill("#id_title", title)
    window.fill("#id_summary", summary)
    take(window, language, "page")
    window.locator("footer [data-w-dropdown-target=toggle]").click()
    window.locator("footer [name=action-publish]").wait_for()
    take(window, language, "publish", below=HEIGHT // 2)
    with window.expect_navigation():
        window.locator("footer [name=action-publish]").click()

    training = pages(window, served_library, "projects.TrainingPage", language)[0]
    window.goto(served_library.address(f"/admin/localize/submit/page/{training['id']}/"))
    window.locator("input[name=locales]").first.check()
    take(window, language, "submit")

    for page in pages(window, served_library, "projects.TrainingPage", language):
        window.goto(served_library.address(f"/admin/pages/{page['id']}/edit/"))
        if window.locator(".js-translation-editor").count():
            window.locator(".js-translation-editor h3").first.wait_for()
            break
    take(window, language, "translate")
