"""Titles by the words that they begin with, or that begin later in them: what a reader's first letters find.

A title has a start at each word that carries meaning; its own one, at its first word, is there once more.
The key of a start is the words from there on, without diacritics; of a Bulgarian title there is a second
one in Latin letters.
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
IN_LATIN = "~"  # begins the keys in Latin letters; no word begins with it
WHOLE, ANY_WORD = 0, 1  # a start of the whole title; of its words, the first one too

_SIGNS_BEFORE = re.compile(r"^[\W_]+")


def title_key(title: str, language: str) -> bytes:
    """Return what sorts titles by the alphabet of a language, whatever sign stands before their first word."""
    return collation_key(_SIGNS_BEFORE.sub("", title) or title, language)


def write(document: SearchDocument) -> None:
    """Replace the starts of a document's title."""
    document.title_starts.all().delete()
    TitleStart.objects.bulk_create(
        TitleStart(document=document, language=document.language, place=place, key=key)
        for key, place in starts(document.title, document.language)
    )


def differing(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Return those documents whose title is found or sorted by something else than its words: one query."""
    documents = list(documents)
    stored: defaultdict[int, list[tuple[str, bytes, int]]] = defaultdict(list)
    rows = TitleStart.objects.filter(document__in=documents)
    for number, language, key, place in rows.values_list("document", "language", "key", "place"):
        stored[number].append((language, bytes(key), place))
    found = []
    for document in documents:
        language = document.language
        right = [(language, key, place) for key, place in starts(document.title, language)]
        is_right = sorted(right) == sorted(stored[document.pk])
        if not is_right or bytes(document.title_key) != title_key(document.title, language):
            found.append(document)
    return found


@transaction.atomic
def write_anew(documents: Collection[int]) -> None:
    """Replace what the titles of some documents are found and sorted by."""
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
    """Yield each start of a title: its key, and whether it is one of the WHOLE title or of ANY_WORD."""
    row = LANGUAGES[language]
    words = [span.form for span in word_spans(title) if not span.is_whole]
    later = [place for place, word in enumerate(words) if not place or not is_stop_word(word, language)]
    for kind, places in ((WHOLE, later[:1]), (ANY_WORD, later[:MOST_STARTS])):
        for place in places:
            yield start_key(map(row.fold, words[place:])), kind
            if row.in_cyrillic:
                yield start_key(map(skeleton, words[place:]), IN_LATIN), kind


def start_key(words: Iterable[str], sign: str = "") -> bytes:
    """Return the key of a start from its words; `sign` marks those in Latin letters."""
    return (sign + " ".join(words)[:LONGEST_KEY]).encode()
