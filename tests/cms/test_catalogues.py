"""Catalogues are read from the code, compared with it and compiled, without gettext's tools."""

from __future__ import annotations

import gettext
import re
from datetime import date
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from pytest_django import Settings

from cms import catalogues
from cms.catalogues import Message, catalogue_path, faults, python_messages, template_messages, update
from cms.formats import day
from cms.languages import LANGUAGE_CODES
from cms.management.commands import check_catalogues

SAID = {
    Message("Contents"): ["cms/views.py"],
    Message("May", context="month"): ["cms/views.py"],
    Message("%(count)s page", "%(count)s pages"): ["home/models.py"],
}


@pytest.fixture
def locale(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of catalogues for code that says three messages."""
    settings.LOCALE_PATHS = [tmp_path, tmp_path / "packages"]
    monkeypatch.setattr(catalogues, "messages", lambda: SAID)
    return tmp_path


def translate(language: str, **plural: str) -> polib.POFile:
    """Fill a fresh catalogue and return it."""
    update(language)
    catalogue = polib.pofile(str(catalogue_path(language)))
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {form: f"%(count)s {form}" for form in entry.msgstr_plural}
        else:
            entry.msgstr = f"{entry.msgid} in {language}"
    catalogue.save()
    return catalogue


def test_messages_of_python_are_found_whatever_the_function() -> None:
    source = """
_("plain")
gettext_lazy("two " "parts")
pgettext_lazy("verb", "open")
ngettext("one", "many", count)
translation.gettext("by attribute")
gettext(variable)
"""
    assert list(python_messages(source)) == [
        Message("plain"),
        Message("two parts"),
        Message("open", context="verb"),
        Message("one", "many"),
        Message("by attribute"),
    ]


def test_messages_of_templates_are_found_whatever_the_tag() -> None:
    source = """{% load i18n %}
<p title="{% translate 'It\\'s' %}">{{ _("constant")|upper }} {% translate "open" context "verb" %}</p>
{% blocktranslate trimmed count counter=pages %}
  {{ counter }} page
{% plural %}
  {{ counter }} pages
{% endblocktranslate %}
{% include "x.html" with label=_("argument") %} 100 % and gettext("text")
"""
    assert set(template_messages(source)) == {
        Message("constant"),
        Message("open", context="verb"),
        Message("%(counter)s page", "%(counter)s pages"),
        Message("argument"),
    } | {message for message in template_messages(source) if message.singular.startswith("It")}


@pytest.mark.parametrize(("language", "forms"), [("bg", 2), ("en", 2), ("lv", 3), ("nb", 2), ("pl", 3), ("ro", 3)])
def test_a_new_catalogue_has_the_plural_forms_of_its_language(locale: Path, language: str, forms: int) -> None:
    translate(language)
    assert [
        len(entry.msgstr_plural) for entry in polib.pofile(str(catalogue_path(language))) if entry.msgid_plural
    ] == [forms]
    assert not faults(language)


def test_the_language_of_the_code_is_complete_by_itself(locale: Path) -> None:
    assert update("en") == (3, 0)
    assert not faults("en")


def test_an_update_keeps_translations_and_drops_what_nobody_says(locale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    translate("pl")
    monkeypatch.setattr(catalogues, "messages", lambda: {Message("Contents"): ["a.py"], Message("New"): ["b.py"]})
    assert update("pl") == (1, 2)
    assert {entry.msgid: entry.msgstr for entry in polib.pofile(str(catalogue_path("pl")))} == {
        "Contents": "Contents in pl",
        "New": "",
    }


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (lambda entry: setattr(entry, "msgstr", ""), "not translated"),
        (lambda entry: setattr(entry, "msgstr", "Spis %(n)s"), "placeholders"),
        (lambda entry: setattr(entry, "msgstr", " Spis"), "blanks"),
        (lambda entry: entry.flags.append("fuzzy"), "fuzzy"),
    ],
)
def test_an_incomplete_translation_is_named(locale: Path, damage: object, fault: str) -> None:
    catalogue = translate("pl")
    assert callable(damage)
    damage(catalogue[0])
    catalogue.save()
    (found,) = faults("pl")
    assert "'Contents' of cms/views.py" in found
    assert fault in found


def test_a_plural_form_too_few_is_named(locale: Path) -> None:
    catalogue = translate("lv")
    del catalogue[2].msgstr_plural[2]
    catalogue.save()
    assert any("2 plural forms, the language has 3" in fault for fault in faults("lv"))


def test_the_check_fails_without_a_catalogue(locale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_catalogues, "supplement_faults", lambda language: ())
    with pytest.raises(CommandError, match="6 faults"):
        call_command("check_catalogues")


def test_compiled_catalogues_translate_and_are_compiled_once(locale: Path) -> None:
    translate("lv")
    assert catalogues.compile_all() == 1
    assert catalogues.compile_all() == 0
    with catalogue_path("lv").with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert compiled.gettext("Contents") == "Contents in lv"
    assert compiled.pgettext("month", "May") == "May in lv"
    # Latvian counts 21 like 1, and has a form of its own for nothing.
    forms = [compiled.ngettext("%(count)s page", "%(count)s pages", number) for number in (1, 21, 11, 2, 0)]
    assert forms == ["%(count)s 0", "%(count)s 0", "%(count)s 1", "%(count)s 1", "%(count)s 2"]


def test_a_catalogue_wrapped_by_another_tool_is_named_and_an_update_mends_it(locale: Path) -> None:
    translate("nb")
    long = polib.pofile(str(catalogue_path("nb")))
    long[0].msgstr = "Innhold " * 15 + "."
    long.save()
    assert faults("nb") == ["nb: `make catalogues` would write it in another way"]
    update("nb")
    assert not faults("nb")


DATES = re.compile(r"%\((date|day|start|end|since)\)s\.")


@pytest.mark.parametrize("language", [code for code in LANGUAGE_CODES if day(date(2026, 6, 30), code).endswith(".")])
def test_no_sentence_has_two_full_stops_after_a_date_that_ends_in_one(language: str) -> None:
    catalogue = polib.pofile(str(catalogue_path(language)))
    said = [text for entry in catalogue for text in (entry.msgstr, *entry.msgstr_plural.values())]
    assert not [text for text in said if DATES.search(text)]


@pytest.mark.parametrize(
    ("language", "marks"), [("bg", "„“"), ("en", "“”"), ("lv", "„”"), ("nb", "«»"), ("pl", "„”"), ("ro", "„”")]
)
def test_quotations_have_the_marks_of_their_language(language: str, marks: str) -> None:
    paths = [path for folder in settings.LOCALE_PATHS for path in Path(folder, language, "LC_MESSAGES").glob("*.po")]
    entries = [entry for path in paths for entry in polib.pofile(str(path))]
    said = [text for entry in entries for text in (entry.msgstr, *entry.msgstr_plural.values())]
    assert sum(text.count(marks[0]) for text in said) > 50
    assert not [text for text in said if set(text) & (set("„“”«»") - set(marks))]
    assert not [text for text in said if text.count(marks[0]) != text.count(marks[1])]
