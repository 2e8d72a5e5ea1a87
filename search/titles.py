"""Titles by the words that they begin with, or that begin later in them: what a reader's first letters find.

A title has a start at its first word and at each later word that carries meaning. The key of a start is
the words from there on, without diacritics; of a Bulgarian title there is a second one in Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from wagtail.models import Page

from cms.alphabets import collation_key
from cms.models import PageFacet
from cms.visibility import public_pages
from search.analysis import LANGUAGES, is_stop_word
from search.analysis.normalise import spans
from search.analysis.skeleton import beginnings, is_latin, skeleton, skeletons
from search.models import SearchDocument, TitleStart

LONGEST_KEY = 80  # letters
MOST_STARTS = 16  # of a title
MOST_READINGS = 8  # of what is typed in Latin letters
MOST_LOOKED_AT = 1000  # titles with one of several words, of which the others are asked
IN_LATIN = "~"  # begins the keys in Latin letters; no word begins with it
BEYOND = b"\xff"  # after all letters in UTF-8

_SIGNS_BEFORE = re.compile(r"^[\W_]+")


@dataclass(frozen=True)
class TitleFound:
    """A public page whose title begins as typed, or one of its words."""

    document_id: int
    title: str
    address: str
    type: str


def title_key(title: str, language: str) -> bytes:
    """Return what sorts titles by the alphabet of a language, whatever sign stands before their first word."""
    return collation_key(_SIGNS_BEFORE.sub("", title) or title, language)


def words_of(text: str) -> list[str]:
    """Return the normalised words of a text, without the wholes of joined ones."""
    return [span.form for span in spans(text) if not span.is_whole]


def write(document: SearchDocument) -> None:
    """Replace the starts of a document's title."""
    document.title_starts.all().delete()
    TitleStart.objects.bulk_create(
        TitleStart(document=document, language=document.language, is_whole=is_whole, key=key)
        for key, is_whole in starts(document.title, document.language)
    )


def starts(title: str, language: str) -> Iterator[tuple[bytes, bool]]:
    """Yield each start of a title: its key, and whether it is that of the whole title."""
    row = LANGUAGES[language]
    words = words_of(title)
    places = [place for place, word in enumerate(words) if not place or not is_stop_word(word, language)]
    for place in places[:MOST_STARTS]:
        yield _key(map(row.fold, words[place:])), not place
        if row.in_cyrillic:
            yield _key(map(skeleton, words[place:]), IN_LATIN), not place


def begin_with(words: Sequence[str], is_open: bool, language: str, most: int) -> list[TitleFound]:
    """Return public pages of a language by their titles: one query.

    First those that begin with the words, then those in which they begin later, side by side, then those
    that have words that begin so, in any order. The last word is unfinished where it `is_open`. Of
    equals the alphabet decides.
    """
    several = _prefixes(words, is_open, language)
    selects = [
        _between(prefixed, is_whole, language, number, most)
        for is_whole, number in ((True, 0), (False, 1))
        for prefixed in several
    ]
    if len(words) > 1:
        selects += _scattered(words, is_open, language, 2, most)
    found: dict[int, TitleFound] = {}
    for _number, _key, *columns in sorted(_union(selects), key=lambda row: (row[0], bytes(row[1]), row[2])):
        page = TitleFound(*columns)
        found.setdefault(page.document_id, page)
    return list(found.values())[:most]


def _key(words: Iterable[str], sign: str = "") -> bytes:
    return (sign + " ".join(words)[:LONGEST_KEY]).encode()


def _prefixes(words: Sequence[str], is_open: bool, language: str) -> list[bytes]:
    """Return the keys with which the words begin: without diacritics, and as Latin letters may be meant."""
    row = LANGUAGES[language]
    prefixes = [_key(map(row.fold, words))]
    if row.in_cyrillic and all(word.isdigit() or is_latin(word) for word in words):
        *finished, last = words
        choices = [*map(skeletons, finished), beginnings(last) if is_open else skeletons(last)]
        prefixes += [_key(reading, IN_LATIN) for reading in islice(product(*choices), MOST_READINGS)]
    return prefixes


def _begins(prefix: bytes, outer: str = "") -> Q:
    return Q(**{f"{outer}key__gte": prefix, f"{outer}key__lt": prefix + BEYOND})


def _between(prefix: bytes, is_whole: bool, language: str, number: int, most: int) -> QuerySet[Any, Any]:
    """Return the public pages whose title has a start with this prefix, in the order of the index."""
    kept = TitleStart.objects.filter(_begins(prefix), language=language, is_whole=is_whole)
    return _shown(kept, number)[:most]


def _scattered(
    words: Sequence[str], is_open: bool, language: str, number: int, most: int
) -> Iterator[QuerySet[Any, Any]]:
    """Yield the public pages in whose titles each of the words begins a word.

    The longest word is looked up, at most MOST_LOOKED_AT titles; of those the others are asked.
    """
    by_word = [_prefixes([word], is_open and place == len(words) - 1, language) for place, word in enumerate(words)]
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    for prefix in by_word[longest]:
        some = TitleStart.objects.filter(_begins(prefix), language=language).order_by("key", "pk")
        kept = TitleStart.objects.filter(pk__in=some.values("pk")[:MOST_LOOKED_AT])
        for place, prefixes in enumerate(by_word):
            if place != longest:
                same = TitleStart.objects.filter(document=OuterRef("document"))
                kept = kept.filter(Exists(same.filter(_any(prefixes))))
        yield _shown(kept, number)[:most]


def _any(prefixes: Collection[bytes]) -> Q:
    either = Q()
    for prefix in prefixes:
        either |= _begins(prefix)
    return either


def _shown(kept: QuerySet[TitleStart], number: int) -> QuerySet[Any, Any]:
    """Return those of some starts whose pages are public now, with what is shown of them."""
    public = public_pages(Page.objects.filter(pk=OuterRef("document__page_id")))
    types = PageFacet.objects.filter(page_id=OuterRef("document__page_id"), name="type").order_by().values("value")
    return (
        kept.filter(Exists(public))
        .annotate(
            number=Value(number),
            title=F("document__title"),
            address=F("document__page__url_path"),
            type=Subquery(types[:1]),
        )
        .order_by("key", "document_id")
        .values_list("number", "key", "document_id", "title", "address", "type")
    )


def _union(selects: Iterable[QuerySet[Any, Any]]) -> list[tuple[Any, ...]]:
    """Return the rows of several queries, each with its own order and limit, in one statement.

    Django's own union() refuses them on SQLite.
    """
    compiled = [select.query.sql_with_params() for select in selects]
    sql = " UNION ALL ".join(f"SELECT * FROM ({one}) AS arm{place}" for place, (one, _values) in enumerate(compiled))  # noqa: S608  compiled by Django
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for _one, values in compiled for value in values])
        return cursor.fetchall()
