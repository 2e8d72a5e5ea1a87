"""The bodies of pages, each in three forms made of the same blocks; what all of them refer to is read at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.functional import cached_property
from django.utils.translation import override

from cms.bodies import markdown
from cms.bodies.data import BlockData
from cms.bodies.targets import FileTarget, Known, PageTarget, TellsData, media_type
from cms.links import LinkedPages, Links, Target, linked_in
from cms.models import LibraryDocument
from cms.pictures import with_renditions
from cms.presenting import PageView, Presenter, presenter_of
from cms.site_addresses import whole
from cms.visibility import in_restricted_collection


class Body:
    """The body of a page for a reader of its view's language."""

    def __init__(self, view: PageView, known: Known, links: Links) -> None:
        self._view = view
        self._known = known
        self._links = links

    @property
    def _children(self) -> Iterator[tuple[TellsData, Any]]:
        for passage in self._view.passages:
            for child in passage.children:
                yield child.block, child

    @cached_property
    def blocks(self) -> tuple[BlockData, ...]:
        """Return the blocks in the editor's order, as typed data."""
        told = (block.as_data(child, self._known) for block, child in self._children)
        return tuple(cast("BlockData", block) for block in told if block is not None)

    @property
    def markdown(self) -> str:
        """Return the body as Markdown (CommonMark, with GitHub's tables)."""
        return markdown.together(block.markdown() for block in self.blocks)

    @property
    def html(self) -> str:
        """Return the body as HTML to be embedded: the site's own blocks and anchors, with whole addresses."""
        context = {"links": self._links, "language": self._known.language}
        with override(self._known.language):
            parts = "\n".join(block.html(child, context, self._known) for block, child in self._children)
        return _embeddable(parts, settings.SITE_URL)


def bodies(presenter: Presenter[Any], views: Sequence[PageView], *, as_html: bool = True) -> list[Body]:
    """Return the bodies of some pages of a type.

    A query for the pages that they link to and one for documents, none where there are none. HTML has the pictures
    in the sizes that were made: one more, unless it is known that none is wanted.
    """
    linked = [linked_in(view.passages) for view in views]
    pages = LinkedPages({pk for of_view, _documents in linked for pk in of_view})
    files = _files({pk for _pages, of_view in linked for pk in of_view})
    if as_html:
        with_renditions(
            image
            for view in views
            for passage in view.passages
            for child in passage.children
            for image in child.block.shown_pictures(child.value)
        )
    found = []
    for view in views:
        targets = pages.targets(view.language)
        known = Known(
            view.language,
            {pk: _page_target(target) for pk, target in targets.items()},
            files,
            getattr(view, "terms", {}),
            presenter.facts_in_words(view),
        )
        addresses = {pk: file.address for pk, file in files.items()}
        found.append(Body(view, known, Links(view.language, targets, addresses)))
    return found


def _page_target(target: Target) -> PageTarget:
    page_type = ContentType.objects.get_for_id(target.content_type).model_class()
    return PageTarget(
        cast("UUID", target.key),
        presenter_of(page_type).facet_type if page_type else "page",
        target.language,
        target.title,
        target.address,
        whole(target.address),
        target.is_withdrawn,
    )


def _files(keys: Iterable[int]) -> dict[int, FileTarget]:
    """Return those of some documents that everybody may have."""
    wanted = set(keys)
    if not wanted:
        return {}
    documents = LibraryDocument.objects.filter(~in_restricted_collection(), pk__in=wanted)
    return {document.pk: file_target(document) for document in documents}


def file_target(document: LibraryDocument) -> FileTarget:
    """Return a file as programs get it."""
    return FileTarget(
        document.pk,
        document.title,
        document.language,
        document.edition or None,
        document.file_size,
        document.file_extension.upper(),
        media_type(document.filename),
        document.file_hash or None,
        whole(document.url),
    )


@lru_cache(maxsize=500)  # bodies
def _embeddable(html: str, _site: str) -> str:
    """Return HTML of the site without its signs and its links to sections, every address whole."""
    soup = BeautifulSoup(html, "html.parser")
    for sign in soup.select("a.anchor, svg"):
        sign.decompose()
    for heading in soup.select("h2[id]"):
        heading.string = heading.get_text().strip()
    for element in soup.select("[href], [src]"):
        for name in ("href", "src"):
            if element.has_attr(name):
                element[name] = whole(str(element[name]))
    for image in soup.select("[srcset]"):
        image["srcset"] = ", ".join(whole(one.strip()) for one in str(image["srcset"]).split(","))
    return str(soup).strip()
