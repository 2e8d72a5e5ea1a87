"""Where the links of a body lead: to pages in the reader's language, in one query for all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, QuerySet
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from cms.destinations import only_allowed
from cms.passages import Passage
from cms.prepared import Prepared, Several
from cms.visibility import NOW, is_public
from cms.withdrawal import is_withdrawn

# Links as the editor stores them: <a id="3" linktype="page">.
_STORED_LINK = re.compile(r'<a (?=[^>]*\blinktype="(?P<kind>page|document)")[^>]*\bid="(?P<pk>\d+)"[^>]*>')


@dataclass(frozen=True)
class Target:
    """A public page that a link leads to, in the language in which it is best read."""

    title: str
    address: str
    language: str
    is_withdrawn: bool = False
    key: UUID | None = None
    content_type: int = 0


@dataclass(frozen=True)
class Links:
    """What the links of a body lead to, by the key of the page or the document that was chosen."""

    language: str
    pages: dict[int, Target] = field(default_factory=dict)
    documents: dict[int, str] = field(default_factory=dict)

    def written(self, source: str) -> str:
        """Return stored rich text as HTML; a link to what is not public, or where none may lead, is no link."""
        return _written(source, tuple(map(self._opening, _STORED_LINK.finditer(source))))

    def _opening(self, link: re.Match[str]) -> str:
        pk = int(link["pk"])
        if link["kind"] == "document":
            return f'<a href="{escape(self.documents[pk])}">' if pk in self.documents else "<a>"
        target = self.pages.get(pk)
        if target is None:
            return "<a>"
        foreign = f' hreflang="{target.language}"' if target.language != self.language else ""
        return f'<a href="{escape(target.address)}"{foreign}>'


@lru_cache(maxsize=2000)  # texts
def _written(source: str, openings: Sequence[str]) -> str:
    """Return stored rich text as HTML, whose links to pages and documents are opened by these."""
    following = iter(openings)
    return only_allowed(str(expand_db_html(_STORED_LINK.sub(lambda _link: next(following), source))))


def links_of(passages: Iterable[Passage], language: str, more: Iterable[int | None] = ()) -> Links:
    """Return where the links of some sections lead, and those to the pages in `more`.

    One query for pages and one for documents, none where there are none.
    """
    pages, documents = linked_in(passages)
    pages.update(filter(None, more))
    return Links(language, page_targets(pages, language), document_addresses(documents))


def linked_in(passages: Iterable[Passage]) -> tuple[set[int], set[int]]:
    """Return the keys of the pages and of the documents that the blocks of some sections link to."""
    keys: dict[str, set[int]] = {"page": set(), "document": set()}
    for passage in passages:
        for child in passage.blocks:
            for kind, pk in child.block.links(child.value):
                keys[kind].add(pk)
    return keys["page"], keys["document"]


def linked(source: str) -> Iterator[tuple[str, int]]:
    """Yield kind and key of each page or document that stored rich text links to."""
    for link in _STORED_LINK.finditer(source):
        yield link["kind"], int(link["pk"])


def page_targets(pks: Iterable[int], language: str) -> dict[int, Target]:
    """Return for each page its public edition: in `language`, else in English, else in its original."""
    return LinkedPages(pks).targets(language)


class LinkedPages:
    """The public editions of some pages, read once for readers of any language; no query where there are no pages."""

    def __init__(self, pks: Iterable[int]) -> None:
        self._wanted = set(pks)
        self._key_of: dict[int, UUID] = {}
        self._editions: defaultdict[UUID, list[tuple[int, Target]]] = defaultdict(list)
        self._targets: dict[str, dict[int, Target]] = {}
        if not self._wanted:
            return
        rows = _EDITIONS.rows(numbers=self._wanted, now=timezone.now())
        for pk, key, is_shown, code, title, address, was_withdrawn, content_type in rows:
            self._key_of[pk] = key
            if is_shown:
                self._editions[key].append((pk, Target(title, address, code, was_withdrawn, key, content_type)))

    def targets(self, language: str) -> dict[int, Target]:
        """Return for each page its public edition: in `language`, else in English, else in its original."""
        if language not in self._targets:
            best = {
                key: min(several, key=lambda one: (one[1].language != language, one[1].language != "en", one[0]))[1]
                for key, several in self._editions.items()
            }
            self._targets[language] = {
                pk: best[self._key_of[pk]] for pk in self._wanted if self._key_of.get(pk) in best
            }
        return self._targets[language]


def _editions() -> QuerySet[Page, Any]:
    """Return all editions of the pages of some `numbers`."""
    keys = Page.objects.filter(pk__in=Several("numbers", BigIntegerField())).values("translation_key")
    return (
        Page.objects.filter(translation_key__in=keys)
        .annotate(is_shown=is_public(NOW), was_withdrawn=is_withdrawn())
        .values_list(
            "pk", "translation_key", "is_shown", "locale__language_code", "title", "url_path", "was_withdrawn",
            "content_type",
        )
    )  # fmt: skip


_EDITIONS = Prepared(_editions)


def document_addresses(pks: Iterable[int]) -> dict[int, str]:
    """Return the address of each document."""
    wanted = set(pks)
    if not wanted:
        return {}
    return {pk: document.url for pk, document in get_document_model()._default_manager.in_bulk(wanted).items()}
