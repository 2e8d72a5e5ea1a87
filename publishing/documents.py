"""From a page to the document that is set: everything that stands in it, as values of JSON."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext, override

from cms.context import pictures
from cms.formats import day
from cms.languages import language_name
from cms.links import links_of
from cms.marks import ORIGIN_NAMES, ORIGINAL
from cms.navigation import navigation
from cms.passages import Passage
from cms.pictures import with_renditions
from cms.presenting import About, presenter_of
from cms.visibility import public_pages
from cms.withdrawal import sentence
from projects.models import HandbookChapterPage, LibraryPage
from projects.works.chapter import ChapterView
from projects.works.citation import sentences
from projects.works.contents import Chapter
from projects.works.handbook import HandbookView
from projects.works.work import section_numbers, work_presenter
from publishing.bodies import body
from publishing.works import WorkForm, card_rows, form_of
from publishing.writing import Hand, Piece, Runs, heading, paragraph

# What nobody can see and no document can hold: control characters and halves of pairs.
_UNSEEN = frozenset({"Cc", "Cs"})
LONGEST_WORD = 36  # letters; longer ones may be parted where they would leave the page
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD},}}")
_PARTS = re.compile(r"(?<=[/.,;:?&=_-])(?=\S)")


@dataclass(frozen=True)
class Document:
    """A document that can be set: its content, its pictures by their name in it, and when its text was last changed."""

    content: dict[str, Any]
    pictures: Mapping[str, Any]
    changed_at: datetime


def document_of(page: LibraryPage) -> Document:
    """Return the document of a work in its language; of a handbook with all its public chapters."""
    language = page.language
    with override(language):
        presenter = work_presenter(page)
        view = presenter.view(page, language)
        chapters = chapters_of(page, view) if isinstance(view, HandbookView) else []
        bodies: list[Passage] = [*view.passages, *(passage for one in chapters for passage in one.passages)]
        with_renditions([*pictures(bodies), getattr(page, "image", None)])
        form = form_of(page, presenter, view)
        hand = Hand(
            language,
            links_of(bodies, language, [getattr(page, "successor_id", None)]),
            {one.about.address: _place(one.about) for one in chapters},
        )
        content = _content(form, hand, chapters)
        moments = [one.about.changed_at for one in (view, *chapters) if one.about.changed_at]
        changed_at = max(moments, default=datetime(1970, 1, 1, tzinfo=UTC))
    places = Counter(_anchors(content))
    return Document(as_set(_leading(content, places)), hand.pictures, changed_at)


def chapters_of(page: LibraryPage, view: HandbookView) -> list[ChapterView]:
    """Return the public chapters of a handbook in its language, in order."""
    public: Any = public_pages(HandbookChapterPage.objects.child_of(page)).select_related("locale")
    by_key = {chapter.translation_key: chapter for chapter in public}
    in_order = [by_key[chapter.key] for chapter in view.contents.chapters if chapter.key in by_key]
    return presenter_of(HandbookChapterPage).views(in_order, view.language)


def _content(form: WorkForm[Any], hand: Hand, chapters: list[ChapterView]) -> dict[str, Any]:
    view, shown = form.view, form.shown
    about: About = view.about
    home = navigation(hand.language, about.address).home
    publisher = getattr(home, "publisher", "") or settings.WAGTAIL_SITE_NAME
    withdrawn = form.presenter.withdrawn(view)
    cited = shown["citation"]
    successor = hand.links.pages.get(getattr(form.page, "successor_id", None) or 0)
    notice: Runs = []
    if withdrawn.withdrawn_on:
        notice = hand.plain(sentence(withdrawn.withdrawn_on, withdrawn.withdrawal_reason, hand.language))
        if successor:
            link = hand.run(successor.title, successor.language, successor.address)
            notice += [hand.run(f" {gettext('Replaced by')} "), link]
    text = form.body(hand)
    parts = _chapters(view, chapters, hand) if isinstance(view, HandbookView) else []
    headings = [*text, *parts]
    return {
        "language": hand.language,
        "title": about.title,
        "author": cited.author.text if cited.author else publisher,
        "site": settings.WAGTAIL_SITE_NAME,
        "container": form.container(),
        "kind": form.kind(),
        "subtitle": form.subtitle(),
        "description": about.description,
        "origin": _origin(about, view.behind),
        "notice": notice,
        "card": card_rows(form, hand),
        "contents": gettext("Contents") if _is_long(headings) else "",
        "pieces": text,
        "chapters": parts,
        "colophon": _colophon(about, cited, publisher, hand),
        "address": settings.SITE_URL + about.permanent_address,
    }


def _is_long(pieces: Iterable[Piece]) -> bool:
    """Tell whether a document has so many sections that a reader wants their list."""
    return sum(piece["kind"] in ("heading", "chapter") for piece in pieces) > 3


def _origin(about: About, behind: str) -> str:
    """Return the edition's language, who wrote its words, and what of them is older than the original."""
    own = language_name(about.language, about.language).capitalize()
    if about.is_original:
        return f"{own} · {ORIGIN_NAMES[ORIGINAL]}"
    original = f"{gettext('Original')}: {language_name(about.original_language, about.language)}"
    return " · ".join(filter(None, [own, str(ORIGIN_NAMES.get(about.origin, "")), original, behind]))


def _chapters(view: HandbookView, chapters: list[ChapterView], hand: Hand) -> list[Piece]:
    """Return the chapters with their text; of one that is not translated, where it can be read."""
    by_key = {one.about.key: one for one in chapters}
    found: list[Piece] = []
    for chapter in view.contents.chapters:
        written = by_key.get(chapter.key)
        if written is None:
            found += _missing(chapter, hand)
            continue
        about = written.about
        found.append(
            {
                "kind": "chapter",
                "number": str(chapter.number or ""),
                "runs": [hand.run(about.title)],
                "anchor": _place(about),
                "summary": about.summary,
                "origin": "" if about.is_original and view.about.is_original else _origin(about, written.behind),
                "notice": hand.plain(sentence(about.withdrawn_on, about.withdrawal_reason, hand.language)),
            }
        )
        numbers = section_numbers(written.passages, chapter.number)
        own = replace(hand, prefix=f"{_place(about)}-")  # the pictures are the same ones
        found += body(written.passages, written.terms, own, level=2, numbers=numbers)
    return found


def _missing(chapter: Chapter, hand: Hand) -> list[Piece]:
    """Return a chapter that cannot be read in the document's language, with the first edition that can be."""
    edition = next(iter(chapter.offered), None)
    if edition is None:
        return []
    language = edition.edition.language
    said = f"{gettext('not translated')}; {language_name(language, hand.language)}"
    return [
        {
            "kind": "chapter",
            "number": str(chapter.number or ""),
            "runs": [hand.run(edition.title, language)],
            "anchor": f"missing-{chapter.key}",
            "summary": "",
            "origin": "",
            "notice": [],
        },
        paragraph([hand.run(said, address=edition.address)], muted=True),
    ]


def _place(about: About) -> str:
    return f"chapter-{about.number}"


def _colophon(about: About, cited: Any, publisher: str, hand: Hand) -> list[Piece]:
    """Return how the work is cited, when it was changed and reviewed, and its lasting address."""
    line: Runs = []
    for one in sentences(cited, publisher, hand.language):
        line += [*hand.label(one), hand.run(" ")]
    line.append(hand.run(cited.address, address=cited.address))
    dates = []
    if about.changed_at:
        dates.append(f"{gettext('Last changed')} {day(timezone.localtime(about.changed_at).date(), hand.language)}")
    if about.reviewed_on:
        dates.append(f"{gettext('Last reviewed')} {day(about.reviewed_on, hand.language)}")
    return [
        heading([hand.run(gettext("Cite this page"))], 1, "cite-this-page"),
        paragraph(line),
        *([paragraph([hand.run(" · ".join(dates))], muted=True)] if dates else []),
    ]


# ------------------------------------------------------------------------------- what can be set


def _anchors(value: Any) -> Iterator[str]:
    """Yield the names of all places in a document."""
    if isinstance(value, dict):
        if "anchor" in value:
            yield value["anchor"]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _anchors(inner)


def _leading(value: Any, places: Mapping[str, int]) -> Any:
    """Return content whose links lead to places that are there once; of any other link the words stay."""
    if isinstance(value, dict):
        ways = [value[name] for name in ("to", "within") if places.get(value.get(name, "")) == 1]
        kept = {name: _leading(inner, places) for name, inner in value.items() if name not in ("to", "within")}
        return kept | ({"to": ways[0]} if ways else {})
    return [_leading(inner, places) for inner in value] if isinstance(value, list) else value


def as_set(value: Any) -> Any:
    """Return content in which every text can be set: nothing unseen, no word that would leave the page."""
    if isinstance(value, dict):
        return {name: inner if name in _NAMES else as_set(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_set(inner) for inner in value]
    return settable(value) if isinstance(value, str) else value


# What is no text: names of kinds, languages, places and addresses.
_NAMES = frozenset({"kind", "lang", "language", "href", "to", "anchor", "file"})


def settable(text: str) -> str:
    """Return a text without what nobody can see, where long words may end a line after a sign or anywhere."""
    seen = "".join(
        sign for sign in text.replace("\t", " ") if sign == "\n" or unicodedata.category(sign) not in _UNSEEN
    )
    return _LONG_WORD.sub(_parted, seen)


def _parted(word: re.Match[str]) -> str:
    parts = [
        part[start : start + LONGEST_WORD]
        for part in _PARTS.split(word[0])
        for start in range(0, len(part), LONGEST_WORD)
    ]
    return "\N{ZERO WIDTH SPACE}".join(parts)
