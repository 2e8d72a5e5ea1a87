"""The only writer of search documents: from the text of a page to its document, keys, words and index entry.

All of it is written in one transaction: that of the page's save, where there is one.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from django.db import transaction
from django.utils import translation
from wagtail.models import Page

from cms.models import BasePage
from cms.searchable import SearchContent, Section
from search.analysis import LANGUAGES, version
from search.analysis.index_keys import document_keys
from search.documents import titles, vocabulary
from search.engines import database
from search.files import texts
from search.models import SearchChange, SearchDocument, SearchKeys, SearchSection
from search.synchronisation.differences import mark_unknown


def has_document(page: Page) -> bool:
    """Tell whether a page has a document: it was published once, its language is one of the search, it is no alias."""
    return bool(
        (page.live or page.first_published_at) and page.alias_of_id is None and page.locale.language_code in LANGUAGES
    )


def content_of(page: BasePage) -> SearchContent:
    """Return what a page tells the search, in the language of the page, each text in one line.

    Of the files that it offers, it has those that were read and are public.
    """
    with translation.override(page.language):
        content = page.search_content()
    sections = (Section(part.anchor, _one_line(part.heading), _one_line(part.text)) for part in content.sections)
    title, summary = _one_line(content.title), _one_line(content.summary)
    return replace(content, title=title, summary=summary, sections=tuple(sections), files=texts.readable(page))


def _one_line(text: str) -> str:
    return " ".join(str(text).split())


def fingerprint(content: SearchContent) -> str:
    """Return the fingerprint of what a page tells the search."""
    sections = [(section.anchor, section.heading, section.text) for section in content.sections]
    return _fingerprint(content, sections, texts.marks(content.files))


def stored_fingerprint(document: SearchDocument) -> str:
    """Return the fingerprint of a stored document. Prefetch `sections` and `files__file` for several documents."""
    sections = [(section.anchor, section.heading, section.text) for section in document.sections.all()]
    files = sorted(document.files.all(), key=lambda one: one.file.document_id)
    return _fingerprint(document, sections, [(one.file_id, one.file.digest) for one in files])


def _fingerprint(
    shown: SearchContent | SearchDocument, sections: list[tuple[str, str, str]], files: list[tuple[int, str]]
) -> str:
    parts = [shown.title, shown.summary, str(shown.date or ""), shown.ages, shown.importance, sections]
    if files:
        parts.append(files)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


@transaction.atomic
def index(page: BasePage, anew: bool = False) -> bool:
    """Bring the document of a saved page up to date; tell whether something was written.

    Where text and analysis are as they were, nothing is written unless `anew`.
    """
    document = SearchDocument.objects.filter(page_id=page.pk).first()
    if not has_document(page):
        if document:
            document.delete()
        return document is not None
    content, language = content_of(page), page.language
    mark = (language, fingerprint(content), version(language))
    if document and not anew and (document.language, document.fingerprint, document.analysis) == mark:
        return False
    if document is None:
        document = SearchDocument(page_id=page.pk)
    else:
        if document.language != language:
            remove(document)
            mark_unknown([page.pk])
        document.version += 1
    document.language, document.fingerprint, document.analysis = mark
    document.title, document.summary = content.title, content.summary
    document.date, document.ages, document.importance = content.date, content.ages, content.importance
    document.title_key = titles.title_key(document.title, language)
    document.save()
    titles.write(document)
    _write_sections(document, content)
    texts.link(document.pk, content.files)
    _write_keys(document, content)
    SearchChange.objects.create()
    return True


def remove(document: SearchDocument) -> None:
    """Take a document out of the index and the vocabulary, before it is deleted."""
    before = _take_keys_out(document)
    vocabulary.change(document.language, before, set())
    SearchChange.objects.create()


def _write_sections(document: SearchDocument, content: SearchContent) -> None:
    document.sections.all().delete()
    SearchSection.objects.bulk_create(
        [
            SearchSection(document=document, number=number, anchor=part.anchor, heading=part.heading, text=part.text)
            for number, part in enumerate(content.sections)
        ]
    )


def _write_keys(document: SearchDocument, content: SearchContent) -> None:
    """Replace the keys of a document, and all that is made from them."""
    before = _take_keys_out(document)
    zones = {
        "title": [content.title],
        "summary": [content.summary],
        "heading": [section.heading for section in content.sections],
        "text": [section.text for section in content.sections],
    }
    columns = document_keys(zones, document.language)
    texts.add_keys(columns, content.files, document.language)
    stored = SearchKeys(document=document, **columns)
    stored.save(force_insert=True)
    vocabulary.change(document.language, before, vocabulary.words_of(stored, document.language))
    database().write(document.pk)


def _take_keys_out(document: SearchDocument) -> set[vocabulary.KindAndForm]:
    """Delete the keys of a document with its index entry; return the words that it had."""
    stored = SearchKeys.objects.filter(document=document).first()
    if stored is None:
        return set()
    database().remove(document.pk)
    stored.delete()
    return vocabulary.words_of(stored, document.language)
