"""The starts of titles, by which a title is found from the first letters of any of its words.

A title has a start at each word that carries meaning. The key of a start is the words from there on, without
diacritics. The start at the first word is stored twice: as one of the whole title, and as one of any word. A Bulgarian
title has each start once more in Latin letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from cms.alphabets import collation_key
from search.analysis import LANGUAGES, is_stop_word
from search.analysis.normalise import word_spans
from search.analysis.skeleton import skeleton
from search.models import SearchDocument, TitleStart

LONGEST_KEY = 80  # letters
MOST_STARTS = 16  # of a title
IN_LATIN = "~"  # the first sign of keys in Latin letters; no word begins with it
WHOLE, ANY_WORD = 0, 1  # a start of the whole title; a start at any of its words

_SIGNS_BEFORE = re.compile(r"^[\W_]+")


def title_key(title: str, language: str) -> bytes:
    """Return the key that sorts a title by the alphabet of its language; signs before its first word do not count."""
    return collation_key(_SIGNS_BEFORE.sub("", title) or title, language)


def write(document: SearchDocument) -> None:
    """Replace the starts of the title of a document."""
    document.title_starts.all().delete()
    TitleStart.objects.bulk_create(
        TitleStart(document=document, language=document.language, place=place, key=key)
        for key, place in starts(document.title, document.language)
    )


def differing(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Return the documents whose title is stored with other keys than its words have: one query."""
    documents = list(documents)
    stored: defaultdict[int, list[tuple[str, bytes, int]]] = defaultdict(list)
    rows = TitleStart.objects.filter(document__in=documents)
    for number, language, key, place in rows.values_list("document", "language", "key", "place"):
        stored[number].append((language, bytes(key), place))
    wrong = []
    for document in documents:
        language = document.language
        right = [(language, key, place) for key, place in starts(document.title, language)]
        is_right = sorted(right) == sorted(stored[document.pk])
        if not is_right or bytes(document.title_key) != title_key(document.title, language):
            wrong.append(document)
    return wrong


@transaction.atomic
def write_anew(documents: Collection[int]) -> None:
    """Replace the keys by which the titles of some documents are found and sorted."""
    for document in SearchDocument.objects.filter(pk__in=documents).order_by("pk"):
        document.title_key = title_key(document.title, document.language)
        document.save(update_fields=["title_key"])
        write(document)


def left_over() -> QuerySet[TitleStart]:
    """Return the starts of titles that no document has."""
    return TitleStart.objects.filter(~Exists(SearchDocument.objects.filter(pk=OuterRef("document_id"))))


def forget_left_over() -> None:
    """Delete the starts of titles that no document has."""
    left_over().delete()


def starts(title: str, language: str) -> Iterator[tuple[bytes, int]]:
    """Yield each start of a title: its key, and its kind, WHOLE or ANY_WORD."""
    row = LANGUAGES[language]
    words = [span.form for span in word_spans(title) if not span.is_whole]
    firsts = [index for index, word in enumerate(words) if not index or not is_stop_word(word, language)]
    for kind, indices in ((WHOLE, firsts[:1]), (ANY_WORD, firsts[:MOST_STARTS])):
        for first in indices:
            yield start_key(map(row.fold, words[first:])), kind
            if row.in_cyrillic:
                yield start_key(map(skeleton, words[first:]), IN_LATIN), kind


def start_key(words: Iterable[str], sign: str = "") -> bytes:
    """Return the key of a start from its words; `sign` marks those in Latin letters."""
    return (sign + " ".join(words)[:LONGEST_KEY]).encode()
