"""What of a text is English to who reads another language, and a library in which the administration can be asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import polib
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import CharField, FileField, TextField
from django.db.models.fields.files import FieldFile
from django.test import Client
from django.utils import timezone, translation
from django.utils.translation.trans_real import DjangoTranslation
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page

from api.webhooks.models import Webhook
from api.webhooks.outbox import write_test
from cms.catalogues import catalogue_path
from cms.models import LibraryDocument, LibraryImage
from cms.supplements import packages, said, supplement
from projects.vocabulary.kinds import VOCABULARIES
from tests.editing import signed_in
from tests.factories.api import new_key
from tests.factories.complete import EVERY_PAGE
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index
from tests.factories.translation import submitted, translated
from translation.groups import ADMINISTRATORS, STAFF, ensure_groups, translators

WORD = re.compile(r"[^\W\d_]{3,}")
LATIN = re.compile(r"[A-Za-z]{3,}")
# Not screens: who goes there signs out, gets a file, or sees what readers see.
ELSEWHERE = re.compile(r"/(logout|download|export|jsi18n|sprite|userbar|styleguide|api|view_draft|preview(?!-))\b")
# Not words to read: scripts; what is typed as it stands; keys, called as on a keyboard; a text that somebody wrote;
# what a program calls a type of page; languages by their own names, time zones by those of their register; a button
# that no style of Wagtail shows; a number, once a script has counted.
LEFT_OUT = (
    "script, style, noscript, code, pre, kbd, .public-DraftEditor-content, .app-label, .xdsoft_save_selected, "
    ".w-side-panel-toggle__counter, "
    "select[name$=preferred_language], select[name$=current_time_zone]"
)
# Words that are the same in every language.
FAMILIAR = {
    **dict.fromkeys(
        ("avif", "gif", "jpeg", "jpg", "pdf", "png", "webp", "csv", "docx", "tsv", "xlsx"), "formats of files"
    ),
    "localhost": "the name of this machine",
    "vademecum": "the name of the site",
}
LONG = 5  # letters of a content that is told inside of a sentence too
WRITTEN = (CharField, TextField, FileField, StreamField)


@cache
def english_words() -> frozenset[str]:
    """Return the words that our texts and the packages' have in English."""
    ours = (entry.msgid + " " + entry.msgid_plural for entry in polib.pofile(str(catalogue_path("en"))))
    theirs = (
        f"{entry.message.singular} {entry.message.plural}"
        for domain in ("django", "djangojs")
        for entry in said(domain).values()
    )
    return frozenset(words_of([*ours, *theirs]))


@cache
def in_language(language: str) -> frozenset[str]:
    """Return the texts that all catalogues of a language have."""
    texts = [str(text) for _key, text in DjangoTranslation(language)._catalog.items()]
    for package in packages():
        path = package.catalogue(language, "djangojs").with_suffix(".mo")
        texts += [entry.msgstr for entry in polib.mofile(str(path))] if path.exists() else []
    texts += [entry.msgstr for entry in supplement(language, "djangojs").values()]
    return frozenset(texts)


@cache
def words_of_language(language: str) -> frozenset[str]:
    """Return the words that all catalogues of a language have."""
    return frozenset(words_of(in_language(language)))


def words_of(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of texts in small letters, without placeholders and tags."""
    for text in texts:
        yield from WORD.findall(re.sub(r"%\(\w+\)\w|{\w*}|<[^>]*>|&\w+;", " ", text).lower())


def contents() -> frozenset[str]:
    """Return what the library itself holds: its texts are in whatever language somebody wrote them."""
    found: set[str] = set()
    models = [model for name in ("home", "projects", "cms", "api") for model in apps.get_app_config(name).get_models()]
    for model in [*models, get_user_model()]:
        fields = [field for field in model._meta.concrete_fields if isinstance(field, WRITTEN) and not field.choices]
        for row in model._default_manager.all():
            for written in fields:
                found.update(texts_in(getattr(row, written.attname)))
    return frozenset(found)


def texts_in(value: Any) -> Iterator[str]:
    """Yield the texts in a value, each as a screen shows it: whole, in lines, without its marks."""
    if isinstance(value, FieldFile):
        yield Path(value.name or "").name
    elif isinstance(value, str):
        pieces = [re.sub(r"<[^>]*>", "", value), *re.split(r"<[^>]*>|\n", value)]
        yield from (" ".join(text.split()) for text in pieces if text.strip())
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, StreamValue):
        yield from texts_in(list(value.raw_data))
    elif isinstance(value, Iterable):
        for inner in value:
            yield from texts_in(inner)


@cache
def untranslated(language: str) -> frozenset[str]:
    """Return the English of every text of ours and the packages' that is another in a language, whole."""
    with translation.override(language):
        ours = {entry.msgid for entry in polib.pofile(str(catalogue_path("en")))}
        theirs = {entry.message.singular for entry in said("django").values()}
        texts = {text.strip() for text in ours | theirs}
        return frozenset(text for text in texts if translation.gettext(text) != text) - in_language(language)


def english_in(text: str, language: str, contents: frozenset[str]) -> list[str]:
    """Return the words of a text that are English to who reads a language.

    In another alphabet every Latin word is suspect; in ours, one of our texts' or the packages' English only.
    """
    if text in contents:
        return []
    if text in untranslated(language):
        return [text]
    for content in sorted(contents, key=len, reverse=True):
        if len(content) >= LONG and content in text:
            text = text.replace(content, " ")
    words = set(words_of([text])) - words_of_language(language) - FAMILIAR.keys()
    is_suspect = LATIN.fullmatch if language == "bg" else english_words().__contains__
    return sorted(word for word in words if is_suspect(word))


LANGUAGES = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
ROLES: dict[str, Callable[[str], str]] = {
    "editor": lambda language: STAFF,
    "translator": translators,
    "administrator": lambda language: ADMINISTRATORS,
}


def session(role: str, language: str) -> Client:
    """Return the browser of somebody who works in a language in one of the roles."""
    ensure_groups()
    user = get_user_model().objects.create_user("vexil", "vexil@example.org")
    user.groups.set(Group.objects.filter(name=ROLES[role](language)))
    return signed_in("vexil", language)


def furnished(language: str) -> frozenset[str]:
    """Make a library with every type of page, and one page that is handed over for translation; return what it holds.

    Titles and names are no words of any language, so that one of the interface is not taken for them.
    """
    home(language)
    for make in EVERY_PAGE.values():
        make()
    before = contents()
    for number, page in enumerate(Page.objects.filter(depth__gt=2).specific()):
        type(page).objects.filter(pk=page.pk).update(title=f"Vexil {number}", draft_title=f"Vexil {number}")
    for model in (LibraryImage, LibraryDocument):
        model.objects.update(title="Kromba")
    for model in VOCABULARIES:
        model.objects.update(name="Zynthar")
    new_key(name="Vexil", expires_on=timezone.localdate())
    new_key(name="Kromba", revoked_at=timezone.now())
    shelf = index("project", home())
    translated(shelf, language)
    submitted(ProjectPageFactory(parent=shelf, title="Vexil"), language)
    write_test(Webhook.objects.create(name="Vexil", address="https://example.org/hook"))
    return before | contents()


def seeds() -> list[str]:
    """Return where a walk begins: the first page, and the form of a page of each type, of a translation too."""
    newest = {type(page): page.pk for page in Page.objects.filter(depth__gt=1).specific()}
    drafts = Page.objects.filter(live=False).values_list("pk", flat=True)
    forms = [f"/admin/pages/{key}/edit/" for key in sorted({*newest.values(), *drafts})]
    return ["/admin/", *forms]


def kind(address: str) -> str:
    """Return what addresses that differ by a number have in common."""
    return re.sub(r"\d+", "0", urlsplit(address).path)


def is_screen(link: str) -> bool:
    """Tell whether a link leads to a screen of the administration."""
    path = urlsplit(link).path
    return path.startswith("/admin/") and not ELSEWHERE.search(path)
