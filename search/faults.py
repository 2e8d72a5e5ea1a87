"""What may be wrong with the search: each fault as a sentence, and how it is mended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TypeVar

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import Page

from cms.models import BasePage
from cms.visibility import in_library
from search.analysis import LANGUAGES, version
from search.documents import concept_names, indexing, titles, vocabulary
from search.engines import database
from search.models import SearchChange, SearchDocument, SearchIndex, SearchKeys
from search.synchronisation import building, comparison, indices
from search.synchronisation.differences import is_in_step, parked, public_documents
from search.synchronisation.sending import NotWellError

BATCH = 500  # pages or documents that are compared at once
One = TypeVar("One")

LOOKS_A_SECOND = 2  # at an index which the worker may still be bringing in step


@dataclass(frozen=True)
class Fault:
    """Something wrong: its kind in a word or two, a sentence about it, and the function that mends it."""

    kind: str
    text: str
    mend: Callable[[], object]

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"


def in_database() -> Iterator[Fault]:
    """Yield the faults of documents, of what is derived from them, and of the engine inside the database."""
    yield from _documents()
    for text in database().faults():
        yield Fault("full text", text, database().mend)
    yield from _visible()
    yield from _titles()
    for language in LANGUAGES:
        rebuild = partial(vocabulary.rebuild, language)
        for text in vocabulary.faults(language):
            yield Fault("vocabulary", text, rebuild)
    for language in vocabulary.left_over():
        text = f"there are words of {language}, which has no analysis"
        yield Fault("vocabulary", text, partial(vocabulary.forget, language))
    for text in concept_names.faults():
        yield Fault("concept", text, concept_names.rebuild)


def mend(faults: Iterable[Fault]) -> None:
    """Mend faults; a function that mends several is called once."""
    for step in dict.fromkeys(fault.mend for fault in faults):
        step()
    SearchChange.objects.create()


def _documents() -> Iterator[Fault]:
    pages = Page.objects.filter(depth__gt=1).order_by("pk").specific().iterator(chunk_size=BATCH)
    for some in _batches(pages):
        stored = SearchDocument.objects.filter(page__in=[page.pk for page in some])
        stored = stored.select_related("keys").prefetch_related("sections", "files__file")
        stored = stored.defer(*(f"keys__{field.name}" for field in SearchKeys._meta.concrete_fields[1:]))
        documents = {document.page_id: document for document in stored}
        for page in some:
            yield from _document(page, documents.get(page.pk))
    own = Page.objects.filter(pk=OuterRef("page_id"), depth__gt=1)
    for document in SearchDocument.objects.filter(~Exists(own)).order_by("pk"):
        yield Fault("left over", f"document {document.pk} belongs to no page", document.delete)


def _document(page: Page, document: SearchDocument | None) -> Iterator[Fault]:
    """Yield the first fault of the document of a page; to mend it mends all others of this document."""
    name = f"page {page.pk} “{page.title}”"
    if not isinstance(page, BasePage) or not indexing.has_document(page):
        if document:
            yield Fault("left over", f"{name} should have no document", document.delete)
        return
    mend_it = partial(indexing.index, page, anew=True)
    if document is None:
        yield Fault("lost", f"{name} has no document", mend_it)
    elif document.language != page.language:
        yield Fault("stale", f"{name} is indexed as {document.language}", mend_it)
    elif document.fingerprint != (right := indexing.fingerprint(indexing.content_of(page))):
        yield Fault("stale", f"{name} has changed since it was indexed", mend_it)
    elif right != indexing.stored_fingerprint(document):
        yield Fault("stale", f"{name} has other sections, or a title or date of another text", mend_it)
    elif document.analysis != version(document.language):
        yield Fault("stale", f"{name} was analysed by “{document.analysis}”", mend_it)
    elif not hasattr(document, "keys"):
        yield Fault("lost", f"{name} has no keys", partial(_index_without_keys, page, document))


@transaction.atomic
def _index_without_keys(page: BasePage, document: SearchDocument) -> None:
    """Index a document whose former keys are lost."""
    database().remove(document.pk)
    indexing.index(page, anew=True)


def _visible() -> Iterator[Fault]:
    """Yield documents that can be found though Wagtail does not call their pages public, and the other way round."""
    ours = Page.objects.live().public().filter(in_library(), alias_of__isnull=True)
    public = ours.exclude(expire_at__lte=timezone.now())
    may_be_found = set(SearchDocument.objects.filter(page__in=public).values_list("pk", flat=True))
    visible = database().visible()
    for number in sorted(visible - may_be_found):
        yield Fault("leaked", f"document {number} can be found, its page is not public", database().rebuild)
    for number in sorted(may_be_found - visible):
        yield Fault("lost", f"document {number} cannot be found, its page is public", database().mend)


def _titles() -> Iterator[Fault]:
    """Yield the titles that are suggested or sorted by other words than they have."""
    documents = SearchDocument.objects.only("title", "title_key", "language").order_by("pk")
    for some in _batches(documents.iterator(chunk_size=BATCH)):
        wrong = titles.differing(some)
        write = partial(titles.write_anew, [document.pk for document in wrong])
        for document in wrong:
            yield Fault("title", f"document {document.pk} is suggested or sorted by other words than its title", write)
    if number := titles.left_over().count():
        yield Fault("title", f"{number} beginnings of titles belong to no document", titles.forget_left_over)


def _batches(several: Iterable[One]) -> Iterator[list[One]]:
    rest = iter(several)
    while some := list(islice(rest, BATCH)):
        yield some


# ---------------------------------------------------------------- Elasticsearch


def in_elasticsearch(wait: float = 0.0) -> Iterator[Fault]:
    """Yield where the indices of Elasticsearch differ from what is public.

    A difference counts where it lasts longer than `wait` seconds, in which the worker may mend it.

    An Elasticsearch that does not answer is one fault.
    """
    try:
        names = indices.live_names()
        for language in LANGUAGES:
            yield from _of_index(language, indices.known(names.get(language, "")), wait)
        for name in indices.strangers():
            yield Fault("left over", f"this database has not filled the index {name}", partial(indices.delete, name))
    except NotWellError as problem:
        yield Fault("not well", f"Elasticsearch: {problem}", lambda: None)


def _of_index(language: str, index: SearchIndex | None, wait: float) -> Iterator[Fault]:
    anew = partial(building.build, language)
    if index is None:
        yield Fault("wrong schema", f"{language} has no index of this version", anew)
        return
    if not comparison.has_right_schema(index):
        yield Fault("wrong schema", f"the index {index.name} is not laid out as this version expects", anew)
    for difference in _lasting(index, wait):
        text = f"page {difference.page} in the index {index.name}"
        yield Fault(difference.kind, text, partial(comparison.mark, index, [difference]))
    for entry in parked(index):
        text = f"page {entry.page} is refused by Elasticsearch ({entry.refusal})"
        yield Fault("parked", text, partial(comparison.retry_parked, index))


def _lasting(index: SearchIndex, wait: float) -> list[comparison.Difference]:
    """Return the differences that last longer than a number of seconds."""
    end = time.monotonic() + wait
    differences = list(comparison.differences(index))
    while differences and time.monotonic() < end:
        time.sleep(1 / LOOKS_A_SECOND)
        differences = list(comparison.differences(index))
    return differences


def metrics() -> dict[str, dict[str, int]]:
    """Return figures for a monitor by language: documents that are public, indexed, parked, and whether none waits."""
    numbers = {}
    names = indices.live_names()
    for language in LANGUAGES:
        index = indices.known(names.get(language, ""))
        numbers[language] = {
            "public": public_documents(language).count(),
            "indexed": indices.count(index) if index else 0,
            "parked": parked(index).count() if index else 0,
            "in_step": int(bool(index and is_in_step(index))),
        }
    return numbers
