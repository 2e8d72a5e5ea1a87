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
from playwright.sync_api import Browser, FloatRect, Locator, Page

from cms.guide import PICTURES
from tests.browser.actions import ServedLibrary, action, sign_in

COLOURS = 64  # a screen has no more; a picture then takes a fifth of the room
ROOT = 1  # the key of the page above all others
WIDTH, HEIGHT = 1040, 640  # the least at which the menu stands beside the page: its words are large in the guide
WIDE = 1400  # where much stands side by side
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
# What its summary becomes afterwards.
CHANGED = {
    "en": "A course of three days for officials who answer the public.",
    "pl": "Trzydniowy kurs dla urzędników, którzy odpowiadają obywatelom.",
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
    assert tab.viewport_size is not None
    clip = FloatRect(x=0, y=top, width=tab.viewport_size["width"], height=bottom - top)
    shown = tab.screenshot(clip=clip, animations="disabled")
    with Image.open(BytesIO(shown)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(Path(folder) / f"{name}.png", optimize=True)


def around(tab: Page, shown: Locator, *, above: int = 20, height: int = SHORT) -> tuple[int, int]:
    """Return the lines between which something stands, in a window that has grown so that it is whole."""
    tab.set_viewport_size({"width": WIDTH, "height": 2 * HEIGHT})
    place = shown.bounding_box()
    assert place is not None
    top = max(0, int(place["y"]) - above)
    return top, min(top + height, 2 * HEIGHT)


def pictures_of_a_publication(window: Page, library: ServedLibrary, language: str) -> int:
    """Publish a training, and take what is seen on the way; return its key."""
    title = TRAININGS[language][0]
    shelf = shelf_of_trainings(window, library, language)
    window.set_viewport_size({"width": WIDE, "height": HEIGHT})
    window.goto(library.address(f"/admin/pages/{shelf}/"))
    take(window, language, "place", bottom=SHORT)
    window.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    begin_training(window, library, language, title)
    take(window, language, "page", bottom=SHORT)
    take(window, language, "draft", top=HEIGHT // 2)
    window.set_viewport_size({"width": WIDE, "height": HEIGHT})
    window.locator("[data-side-panel-toggle=preview]").click()
    window.frame_locator(".w-preview__iframe").first.locator("h1").wait_for()
    take(window, language, "preview", bottom=LONG)
    window.locator("[data-side-panel-toggle=preview]").click()
    window.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    window.locator("footer [data-w-dropdown-target=toggle]").click()
    window.locator("footer [name=action-publish]").wait_for()
    take(window, language, "publish", top=HEIGHT // 2)
    action(window, "footer [name=action-publish]")
    key = training(window, library, language, title)
    window.goto(library.address(f"/admin/pages/{key}/history/"))
    take(window, language, "history", bottom=SHORT)
    return key


def pictures_of_a_translation(window: Page, library: ServedLibrary, language: str) -> None:
    """Hand a training over from another language, and take what whoever translates it sees."""
    source = next(other for other in SOURCES if other != language)
    original = training(window, library, source, SOURCES[source])
    window.goto(library.address(f"/admin/localize/submit/page/{original}/"))
    with translation.override(language):
        window.get_by_label(str(LANGUAGES[language]), exact=True).check()
    with window.expect_navigation():
        window.locator("main form [type=submit]").click()
    window.set_viewport_size({"width": WIDE, "height": HEIGHT})
    window.goto(library.address(f"/admin/translations/mine/?language={language}&state=not_begun"))
    take(window, language, "report", bottom=SHORT)
    window.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    key = training(window, library, language, SOURCES[source])
    window.goto(library.address(f"/admin/pages/{key}/edit/"))
    take(window, language, "finish", top=HEIGHT // 2)
    window.locator(".desk-files summary").click()
    top, bottom = around(window, window.locator(".desk-files"))
    take(window, language, "file", top=top, bottom=bottom)
    window.locator(".desk-files summary").click()
    window.locator(".desk-tgt").first.click()
    field = window.locator("textarea.desk-written")
    field.fill(TRAININGS[language][0])
    top, bottom = around(window, window.locator(".desk-seg.is-active"), above=60)
    take(window, language, "translate", top=top, bottom=bottom)
    field.press("Control+Enter")
    window.locator(f"textarea[data-original='{TRAININGS[source][1]}']").fill(TRAININGS[language][1])
    field.press("Control+Enter")
    window.locator(".desk-tgt", has_text=TRAININGS[language][1]).wait_for()

    window.goto(library.address(f"/admin/pages/{original}/edit/"))
    window.fill("#id_summary", CHANGED[source])
    action(window, "footer [name=action-publish]")
    window.goto(library.address(f"/admin/pages/{key}/edit/"))
    window.get_by_text(CHANGED[source]).first.wait_for()
    window.locator(".desk-seg", has_text=CHANGED[source]).locator(".no a").click()
    window.locator(".desk-was").wait_for()
    top, bottom = around(window, window.locator(".desk-seg.is-active"), above=60)
    take(window, language, "changed", top=top, bottom=bottom)
    window.goto(library.address(f"/admin/pages/{original}/edit/"))
    window.fill("#id_summary", TRAININGS[source][1])  # for the next language
    action(window, "footer [name=action-publish]")


@pytest.mark.parametrize("language", TRAININGS)
def test_the_pictures_of_a_language(window: Page, served_library: ServedLibrary, language: str) -> None:
    key = pictures_of_a_publication(window, served_library, language)
    window.goto(served_library.address(f"/admin/localize/submit/page/{key}/"))
    window.locator("input[name=locales]").first.check()
    take(window, language, "submit", bottom=LONG)
    pictures_of_a_translation(window, served_library, language)
