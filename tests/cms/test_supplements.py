"""What installed packages leave untranslated is computed from them, and filled by catalogues of ours."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
import wagtail_localize
from django.conf import settings as configured
from django.utils import translation
from django.utils.translation.trans_real import DjangoTranslation
from pytest_django import Settings

from cms import supplements
from cms.catalogues import compile_all
from cms.supplements import Package, supplement, supplement_faults, supplement_path, update_supplement

LOCALIZE = Path(wagtail_localize.__path__[0])
OTHERS = [language for language, _name in configured.LANGUAGES if language != configured.LANGUAGE_CODE]
POLISH = "nplurals=4; plural=(n==1 ? 0 : 3);"


def package(folder: Path, name: str, domain: str = "django", **polish: str | None) -> Package:
    """A package that says some messages and translates those into Polish that have a text."""
    for language in ("en", "pl"):
        path = folder / name / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue = polib.POFile()
        catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": POLISH}
        for message, text in polish.items():
            own = (text or "") if language == "pl" else ""
            catalogue.append(polib.POEntry(msgid=message.replace("_", " "), msgstr=own))
        catalogue.save(str(path))
        catalogue.save_as_mofile(str(path.with_suffix(".mo")))
    return Package(name, folder / name)


def forget() -> None:
    """Read the packages anew."""
    for function in (supplements.packages, supplements.said, supplements.translated_upstream):
        getattr(function, "cache_clear", lambda: None)()


@pytest.fixture
def desk(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Package]]:
    """The installed packages, and an empty folder for our catalogues."""
    installed: list[Package] = []
    settings.LOCALE_PATHS = [tmp_path / "ours", tmp_path / "supplements"]
    forget()
    monkeypatch.setattr(supplements, "packages", lambda: installed)
    monkeypatch.setattr(supplements, "header", lambda language: POLISH)
    monkeypatch.setattr(supplements, "shipped", lambda language, domain: {})
    yield installed
    monkeypatch.undo()
    forget()


def write(text: str, domain: str = "django", comment: str = "") -> None:
    """Fill each entry of our Polish catalogue that has no text."""
    path = supplement_path("pl", domain)
    catalogue = polib.pofile(str(path), wrapwidth=supplements.WRAP_WIDTH)
    for entry in catalogue.untranslated_entries():
        entry.msgstr, entry.tcomment = text, comment
    catalogue.save(str(path))


def test_only_what_no_package_translates_is_asked_of_us(desk: list[Package], tmp_path: Path) -> None:
    desk += [package(tmp_path, "admin", Save="Zapisz", Lock=None), package(tmp_path, "images", Lock=None, Save=None)]
    assert update_supplement("pl", "django") == (1, 0)
    assert [entry.msgid for entry in supplement("pl", "django").values()] == ["Lock"]
    write("Zablokuj")
    assert list(supplement_faults("pl")) == []


def test_a_text_of_javascript_is_asked_where_one_package_lacks_it(desk: list[Package], tmp_path: Path) -> None:
    desk += [package(tmp_path, "admin", "djangojs", Save="Zapisz"), package(tmp_path, "desk", "djangojs", Save=None)]
    assert update_supplement("pl", "djangojs") == (1, 0)


def test_an_upgrade_says_which_texts_are_new_changed_gone_or_translated(desk: list[Package], tmp_path: Path) -> None:
    desk += [package(tmp_path, "admin", Lock_this_page_now=None, Old_name=None, Later=None)]
    update_supplement("pl", "django")
    write("Tekst")
    desk[:] = [package(tmp_path, "admin", Lock_this_page_first=None, Later="Potem", Brand_new=None)]
    forget()
    found = "\n".join(supplement_faults("pl"))
    assert "'Brand new' of admin is new" in found
    assert "'Old name' is said by no installed package" in found
    assert "'Later' is translated by its package" in found
    assert update_supplement("pl", "django") == (2, 3)
    entries = {entry.msgid: entry for entry in supplement("pl", "django").values()}
    assert set(entries) == {"Lock this page first", "Brand new"}
    changed = entries["Lock this page first"]
    assert (changed.msgstr, changed.previous_msgid, changed.fuzzy) == ("Tekst", "Lock this page now", True)
    assert any("marked fuzzy" in fault for fault in supplement_faults("pl"))


def test_a_text_over_a_packages_own_stays_where_a_comment_gives_the_reason(desk: list[Package], tmp_path: Path) -> None:
    desk += [package(tmp_path, "admin", Lock=None)]
    update_supplement("pl", "django")
    write("Zablokuj", comment="The package's own text is a noun.")
    desk[:] = [package(tmp_path, "admin", Lock="Zamek")]
    forget()
    assert update_supplement("pl", "django") == (0, 0)
    assert list(supplement_faults("pl")) == []


@pytest.mark.parametrize(
    ("message", "text", "fault"),
    [
        ("Locked by %(user)s", "Zablokowane", "placeholders"),
        ("Go to <a>help</a>", "Pomoc", "placeholders"),
        ("Lock ", "Zablokuj", "blanks"),
        ("Lock", "", "not translated"),
    ],
)
def test_what_is_wrong_with_a_text_is_named(
    desk: list[Package], tmp_path: Path, message: str, text: str, fault: str
) -> None:
    desk += [package(tmp_path, "admin", "django", **dict.fromkeys([message]))]
    update_supplement("pl", "django")
    write(text)
    assert any(fault in found for found in supplement_faults("pl"))


def test_what_is_offered_upstream_is_the_packages_catalogue_with_our_texts(desk: list[Package], tmp_path: Path) -> None:
    desk += [package(tmp_path, "admin", Save="Zapisz", Lock=None), package(tmp_path, "whole", Save="Zapisz")]
    update_supplement("pl", "django")
    write("Zablokuj")
    shipped = desk[0].catalogue("pl", "django")
    polish = polib.pofile(str(shipped))
    polish.remove(polish.untranslated_entries()[0])  # as Wagtail ships its own
    polish.save(str(shipped))
    (path,) = supplements.offer("pl", tmp_path / "offered")
    assert {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))} == {"Save": "Zapisz", "Lock": "Zablokuj"}


@pytest.mark.parametrize("language", OTHERS)
def test_django_says_our_texts_over_those_of_packages(language: str) -> None:
    compile_all()
    unheard = {}
    with translation.override(language):
        for (context, message), entry in supplement(language, "django").items():
            if not entry.translated() or entry.msgid_plural:
                continue
            said = translation.pgettext(context, message) if context else translation.gettext(message)
            if said not in {entry.msgstr, own_text(language, context, message)}:
                unheard[message] = said
    assert unheard == {}


def own_text(language: str, context: str | None, message: str) -> str:
    """Return what our own catalogue says, which comes before."""
    own = own_catalogue(language)
    return own.pgettext(context, message) if context else own.gettext(message)


@cache
def own_catalogue(language: str) -> gettext.GNUTranslations:
    with (Path(configured.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


@pytest.mark.parametrize("language", OTHERS)
def test_what_follows_a_text_in_a_browser_is_parted_from_it(language: str) -> None:
    catalogue = DjangoTranslation(language, domain="djangojs", localedirs=[str(LOCALIZE / "locale")])
    (localize,) = [package for package in supplements.packages() if package.name == "wagtail_localize"]
    open_ended = [one.singular for one in localize.messages("djangojs") if one.singular.endswith(" ")]
    assert open_ended
    assert [text for text in open_ended if not catalogue.gettext(text).endswith(" ")] == []


# Names of packages, and texts of features that the library does not have.
LEFT_IN_ENGLISH = {"Drop down", "Landing page", "Wagtail admin", "Wagtail routablepage"}


@pytest.mark.parametrize("language", OTHERS)
def test_no_package_gives_english_for_a_translation(language: str) -> None:
    """Where somebody upstream saved the English as its own translation, nothing counts as missing.

    One word may be the same in both languages.
    """
    with translation.override(language):
        english = {
            message
            for (context, message), entry in supplements.said("django").items()
            if context is None and entry.packages[0].startswith("wagtail") and not entry.message.plural
            if len(re.findall(r"[A-Za-z]{4,}", re.sub(r"%\(\w+\)[sd]|{\w+}", "", message))) > 1
            if translation.gettext(message) == message
        }
    assert english - LEFT_IN_ENGLISH == set()


# Names of parts of the software, which no screen says; its guide and its news, to which nothing leads; headings of
# screens that are ours.
NAMES_OF_PARTS = re.compile(
    r"Wagtail (API v\d|admin|core|documents|frontend cache|images|locales .*|redirects|routablepage|search|sitemaps"
    r"|sites|snippets|users)"
)
NOT_SAID = {"Sign in to Wagtail", "Wagtail upgrade available", "Wagtail %(current_version)s editor guide"}
NEWS = re.compile(r"[Tt]hings in Wagtail|new in Wagtail|Wagtail Editor Guide")


@pytest.mark.parametrize("language", [configured.LANGUAGE_CODE, *OTHERS])
def test_the_library_is_called_by_no_name_but_its_own(language: str) -> None:
    with translation.override(language):
        named = {
            message
            for context, message in supplements.said("django")
            if context is None and re.search(r"\bWagtail\b", message)
            if "Wagtail" in translation.gettext(message)
            if not NAMES_OF_PARTS.fullmatch(message) and not NEWS.search(message)
        }
    assert named - NOT_SAID == set()
