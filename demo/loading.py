"""Loads the demonstration library step by step; each step leaves alone what stands or was edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

import polib
from django.db import models, transaction
from modelcluster.fields import ParentalKey
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from cms.enums import TextOrigin
from cms.models import BasePage, LibraryDocument, LibraryImage
from demo import files, vocabularies
from demo.building import MODELS, build
from demo.models import Loaded
from demo.texts import (
    Catalogue,
    EarlierText,
    Text,
    TextError,
    catalogues,
    documents,
    fingerprint,
    folder_of,
    identity,
    pages,
)
from home.models import HomePage
from projects.models import Concept, index_pages
from search.documents import indexing
from search.files import texts
from translation.imports import say_who_wrote

# The key of the page below which a kind of text lies; a chapter names its handbook itself.
PARENTS = {
    "page": "home",
    "glossary": "home",
    **{f"{model.facet_type}_index": "home" for model in index_pages()},
    **{model.facet_type: f"{model.facet_type}s-index" for model in index_pages()},
}
Step = Callable[[], None]


class LoadedReferences:
    """Finds what texts refer to among what was loaded before."""

    def find(self, model: type[models.Model], key: str, language: str) -> models.Model | None:
        """Return a concept in the language (else in any), a file, or a page in its first language."""
        if issubclass(model, Concept):
            rows = model._default_manager.filter(translation_key=identity("concept", model.__name__, key))
            found = rows.filter(locale__language_code=language).first() or rows.first()
        elif issubclass(model, Page):
            page_id = self.page_id(key)
            return model._default_manager.get(pk=page_id) if page_id else None
        else:
            kind = {LibraryImage: "drawing", LibraryDocument: "document"}[model]
            loaded = Loaded.objects.filter(kind=kind, key=key).first()
            found = model._default_manager.filter(pk=loaded.object_id).first() if loaded else None
        if found is None:
            message = f"There is no {model._meta.verbose_name} “{key}”."
            raise TextError(message)
        return found

    def page_id(self, key: str) -> int | None:
        """Return the number of a page in its first language; None where somebody has deleted it."""
        loaded = Loaded.objects.filter(kind__in=("page", "shell"), key=key).order_by("kind").first()
        if loaded is None:
            message = f"There is no page “{key}”."
            raise TextError(message)
        return loaded.object_id if Page.objects.filter(pk=loaded.object_id).exists() else None


def steps() -> list[Step]:
    """Return all steps in order; each is safe to repeat and to interrupt."""
    return list(_steps())


def _steps() -> Iterator[Step]:
    for model, key, entry in vocabularies.entries():
        yield partial(vocabularies.load_concept, model, key, entry)
    for key in files.drawing_keys():
        yield partial(files.load_drawing, key)
    for text in documents():
        yield partial(files.load_document, text)
    texts = pages()
    front = [text for text in texts if text.kind == "home"]
    site = [text for text in texts if folder_of(text) == "site" and text not in front]
    specimens = [text for text in texts if folder_of(text) == "specimens"]
    library = [text for text in texts if text not in (*front, *site, *specimens)]
    # First all as empty drafts, so that they can refer to one another; a page needs its parent in its own language.
    yield from _shells([*front, *site])
    yield from _publications(front)
    yield from _shells(specimens)
    yield from _publications([*site, *specimens])
    yield from _shells(library)
    yield from _publications(library)


def _shells(some: list[Text]) -> Iterator[Step]:
    yield from (partial(make_shell, text) for text in some)


def _publications(some: list[Text]) -> Iterator[Step]:
    translations: dict[str, list[Catalogue]] = defaultdict(list)
    for catalogue in catalogues():
        translations[catalogue.key].append(catalogue)
    for text in some:
        behind = [catalogue for catalogue in translations[text.key] if catalogue.language in text.behind]
        if behind:
            yield partial(publish_before_change, text, behind)
        yield partial(fill_page, text)
    for text in some:
        for catalogue in translations[text.key]:
            if catalogue.language not in text.behind:
                yield partial(translate_page, catalogue, text)


def make_shell(text: Text) -> None:
    """Make the page as an empty draft at its address, unless it was made before."""
    if Loaded.objects.filter(kind__in=("page", "shell"), key=text.key).exists():
        return
    model = MODELS[text.kind]
    locale = Locale.objects.get(language_code=text.language)
    with transaction.atomic():
        if model is HomePage:
            page: Page = HomePage.objects.get(locale=locale)
            Page.objects.filter(pk=page.pk).update(translation_key=identity("page", text.key))
        else:
            page = model(
                title=text["title"],
                slug=text["slug"],
                locale=locale,
                translation_key=identity("page", text.key),
                live=False,
                **({"number": text["number"]} if text.kind == "bulletin" else {}),
            )
            parent_of(text).add_child(instance=page)
        Loaded.objects.create(kind="shell", key=text.key, language=text.language, fingerprint="", object_id=page.pk)


def parent_of(text: Text) -> Page:
    """Return the page below which a text's page lies: the parent in the text's own language."""
    key = text["handbook"] if text.kind == "chapter" else PARENTS[text.kind]
    found = Page.objects.filter(translation_key=identity("page", key), locale__language_code=text.language).first()
    if found is None:
        message = f"{text.path.name}: its parent “{key}” is not there in {text.language}."
        raise TextError(message)
    return found


def fill_page(text: Text) -> None:
    """Give a page its content and publish it, unless it stands already or somebody has changed it."""
    digest = text.fingerprint
    loaded = Loaded.objects.filter(kind="page", key=text.key).first()
    shell = Loaded.objects.get(kind="shell", key=text.key)
    page = Page.objects.filter(pk=shell.object_id).first()
    if page is None:
        return
    if loaded is not None and (loaded.fingerprint == digest or page.latest_revision_id != loaded.revision):
        return
    if loaded is None and page.live and not isinstance(page.specific, HomePage):
        return  # published by somebody between two starts
    with transaction.atomic():
        page = page.specific
        content = build(text, LoadedReferences())
        _copy_content(content, page)
        page.full_clean()
        page.save_revision().publish()
        page.refresh_from_db()
        _remember("page", text.key, text.language, digest, page)
    search_files_of(page)


def _copy_content(content: BasePage, page: BasePage) -> None:
    """Take over fields and rows from a page that was built from a text."""
    for field in page._meta.concrete_fields:
        if field.attname not in KEPT:
            setattr(page, field.attname, getattr(content, field.attname))
    for relation in page._meta.related_objects:
        if isinstance(relation.field, ParentalKey) and relation.related_model.__module__.startswith("projects."):
            known = {row.translation_key: row.pk for row in getattr(page, relation.name).all()}
            rows = list(getattr(content, relation.name).all())
            for row in rows:
                row.pk = known.get(row.translation_key)
            setattr(page, relation.name, rows)


def publish_before_change(text: Text, translations: list[Catalogue]) -> None:
    """Publish a page as it was before its last change, and the translations that were made then.

    The page's present text follows (`fill_page`), and readers of these translations are told that it has changed.
    """
    done = set(Loaded.objects.filter(kind="translation", key=text.key).values_list("language", flat=True))
    waiting = [catalogue for catalogue in translations if catalogue.language not in done]
    if waiting:
        fill_page(EarlierText(text.path))
    for catalogue in waiting:
        translate_page(catalogue, text)


# What the tree and the publication own.
KEPT = {
    "id", "page_ptr_id", "path", "depth", "numchild", "url_path", "live", "locale_id", "translation_key",
    "content_type_id", "draft_title", "original_language", "latest_revision_id", "live_revision_id", "owner_id",
    "first_published_at", "last_published_at", "latest_revision_created_at", "has_unpublished_changes", "alias_of_id",
}  # fmt: skip


def translate_page(catalogue: Catalogue, text: Text) -> None:
    """Hand a translation to the localization desk and publish it; whole, or an error says what is missing."""
    digest = fingerprint(catalogue.path, text.path)
    loaded = Loaded.objects.filter(kind="translation", key=catalogue.key, language=catalogue.language).first()
    page = Page.objects.filter(translation_key=identity("page", text.key), locale__language_code=text.language).first()
    if page is None:
        return
    locale = Locale.objects.get(language_code=catalogue.language)
    target = page.get_translation_or_none(locale)
    if loaded is not None:
        edited = target is None or target.latest_revision_id != loaded.revision
        if edited or loaded.fingerprint == digest:
            return
    # Nobody but a machine has translated the library; a specimen shows the other marks, and says so.
    origin = TextOrigin(text.data.get("origins", {}).get(catalogue.language, TextOrigin.MACHINE))
    with transaction.atomic():
        source, _created = TranslationSource.update_or_create_from_instance(page.specific)
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
        import_catalogue(translation, catalogue)
        say_who_wrote(translation, origin)
        translation.save_target(publish=True)
    target = translation.get_target_instance()
    reviewed_on = page.specific.reviewed_on
    if target.reviewed_on != reviewed_on:
        target.reviewed_on = reviewed_on
        target.save_revision().publish()
    target.refresh_from_db()
    _remember("translation", catalogue.key, catalogue.language, digest, target)
    search_files_of(target)


def search_files_of(page: BasePage) -> None:
    """Have the files of a page searched at once, not when the worker has come to them."""
    if texts.is_waited_for(page):
        texts.prepare(page)
        indexing.index(page)


def import_catalogue(translation: Translation, catalogue: Catalogue) -> None:
    """Import a PO file; raises TextError for a warning of the import or a text without translation."""
    warnings = translation.import_po(polib.pofile(str(catalogue.path)), delete=True)
    missing = (
        StringSegment.objects.filter(source=translation.source)
        .annotate_translation(translation.target_locale)
        .filter(translation__isnull=True)
        .values_list("string__data", flat=True)
    )
    if warnings or missing:
        faults = [*map(repr, warnings), *(f"not translated: {text}" for text in missing)]
        message = f"{catalogue.language}/{catalogue.path.name} is not in step with its page (update_demo_catalogues): "
        raise TextError(message + "; ".join(faults[:5]))


def _remember(kind: str, key: str, language: str, digest: str, page: Page) -> None:
    Loaded.objects.update_or_create(
        kind=kind,
        key=key,
        language=language,
        defaults={"fingerprint": digest, "object_id": page.pk, "revision": page.latest_revision_id},
    )
