"""Where the links of a body lead: to pages in the reader's language, in one query for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

from django.db.models import Exists, OuterRef
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from cms.destinations import only_allowed
from cms.passages import Passage
from cms.visibility import public_pages
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


@dataclass(frozen=True)
class Links:
    """What the links of a body lead to, by the key of the page or the document that was chosen."""

    language: str
    pages: dict[int, Target] = field(default_factory=dict)
    documents: dict[int, str] = field(default_factory=dict)

    def written(self, source: str) -> str:
        """Return stored rich text as HTML; a link to what is not public, or where none may lead, is no link."""
        return only_allowed(str(expand_db_html(_STORED_LINK.sub(self._opening, source))))

    def _opening(self, link: re.Match[str]) -> str:
        pk = int(link["pk"])
        if link["kind"] == "document":
            return f'<a href="{escape(self.documents[pk])}">' if pk in self.documents else "<a>"
        target = self.pages.get(pk)
        if target is None:
            return "<a>"
        foreign = f' hreflang="{target.language}"' if target.language != self.language else ""
        return f'<a href="{escape(target.address)}"{foreign}>'


def links_of(passages: Iterable[Passage], language: str, more: Iterable[int | None] = ()) -> Links:
    """Return where the links of some sections lead, and those to the pages in `more`.

    One query for pages and one for documents, none where there are none.
    """
    pages = {pk for pk in more if pk}
    documents: set[int] = set()
    for passage in passages:
        for block in passage.blocks:
            if block.block_type == "action" and block.value.get("page"):
                pages.add(block.value["page"].pk)
            elif block.block_type == "text":
                for kind, pk in linked(block.value.source):
                    (pages if kind == "page" else documents).add(pk)
    return Links(language, page_targets(pages, language), document_addresses(documents))


def linked(source: str) -> Iterator[tuple[str, int]]:
    """Yield kind and key of each page or document that stored rich text links to."""
    for link in _STORED_LINK.finditer(source):
        yield link["kind"], int(link["pk"])


def page_targets(pks: Iterable[int], language: str) -> dict[int, Target]:
    """Return for each page its public edition: in `language`, else in English, else in its original."""
    wanted = set(pks)
    if not wanted:
        return {}
    keys = Page.objects.filter(pk__in=wanted).values("translation_key")
    rows = (
        Page.objects.filter(translation_key__in=keys)
        .annotate(is_public=Exists(public_pages(Page.objects.filter(pk=OuterRef("pk")))))
        .annotate(was_withdrawn=is_withdrawn())
        .values_list(
            "pk", "translation_key", "is_public", "locale__language_code", "title", "url_path", "was_withdrawn"
        )
    )
    key_of: dict[int, Any] = {}
    best: dict[Any, tuple[tuple[bool, bool, int], Target]] = {}
    for pk, key, is_public, code, title, address, was_withdrawn in rows:
        key_of[pk] = key
        rank = (code != language, code != "en", pk)
        if is_public and (key not in best or rank < best[key][0]):
            best[key] = rank, Target(title, address, code, was_withdrawn)
    return {pk: best[key_of[pk]][1] for pk in wanted if key_of.get(pk) in best}


def document_addresses(pks: Iterable[int]) -> dict[int, str]:
    """Return the address of each document."""
    wanted = set(pks)
    if not wanted:
        return {}
    return {pk: document.url for pk, document in get_document_model()._default_manager.in_bulk(wanted).items()}
