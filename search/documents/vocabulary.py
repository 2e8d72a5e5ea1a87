"""The words of each language's documents: kept in step with them, and asked for other ways of writing a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import Q, QuerySet

from search.analysis import LANGUAGES
from search.analysis.index_keys import EXACT, LEMMA, ZONES, key, word_of
from search.analysis.skeleton import skeleton
from search.analysis.spelling import KnownWord, beginning, errors_in
from search.models import SearchKeys, Word, WordKind

# A word's kind and form.
KindAndForm = tuple[str, str]


_COLUMNS = {WordKind.FORM.value: "exact", WordKind.LEMMA.value: "lemma"}
_KEY_KINDS = {WordKind.FORM.value: EXACT, WordKind.LEMMA.value: LEMMA}
# Of a short word two letters are kept at either end, of a longer one three.
SHORT_WORD, SHORT_END, LONG_END = 6, 2, 3
LAST_SIGN = "\U0010ffff"


def words_of(stored: SearchKeys, language: str) -> set[KindAndForm]:
    """Return the words of a document, from its stored keys."""
    return {
        (kind, form)
        for kind, name in _COLUMNS.items()
        for zone in ZONES
        for a_key in getattr(stored, f"{zone}_{name}").split()
        if "-" in a_key and _belongs(form := word_of(a_key), language)
    }


def _belongs(form: str, language: str) -> bool:
    """Tell whether somebody may write the word in another way: it is no number and not too common."""
    return len(form) > 1 and form.isalpha() and form not in LANGUAGES[language].stop_words


def key_of(word: KnownWord, language: str) -> str:
    """Return the key that every document with this word has."""
    return key(language, _KEY_KINDS[word.kind], word.form)


# ---------------------------------------------------------------- writing


def change(language: str, before: set[KindAndForm], after: set[KindAndForm]) -> None:
    """Count the words that came into a document and those that went."""
    # Sorted, so that two writers take the rows in the same order.
    gone, come = sorted(before - after), sorted(after - before)
    with connection.cursor() as cursor:
        _wait_for_other_writers(cursor)
        if come:
            words = [_row(language, entry, 1) for entry in come]
            cursor.executemany(
                "INSERT INTO search_word (language, kind, form, folded, skeleton, head, tail, length, frequency) "
                "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, 1) "
                "ON CONFLICT (language, form, kind) DO UPDATE SET frequency = search_word.frequency + 1",
                [(w.language, w.kind, w.form, w.folded, w.skeleton, w.head, w.tail, w.length) for w in words],
            )
        if gone:
            rows = [(language, kind, form) for kind, form in gone]
            cursor.executemany(
                "UPDATE search_word SET frequency = frequency - 1 "
                "WHERE language = %s AND kind = %s AND form = %s AND frequency > 0",
                rows,
            )
            cursor.executemany(
                "DELETE FROM search_word WHERE language = %s AND kind = %s AND form = %s AND frequency = 0", rows
            )


def _wait_for_other_writers(cursor: CursorWrapper) -> None:
    """Have one transaction at a time write words: two could wait for each other.

    A transaction may write several documents, so no order of words within one prevents it. SQLite has one
    writer anyway.
    """
    if connection.vendor == "postgresql":
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('search_word'))")


def rebuild(language: str) -> None:
    """Write a language's words anew from the stored keys."""
    with transaction.atomic(), connection.cursor() as cursor:
        _wait_for_other_writers(cursor)
        Word.objects.filter(language=language).delete()
        words = [_row(language, entry, number) for entry, number in sorted(_counted(language).items())]
        Word.objects.bulk_create(words, batch_size=1000)


def faults(language: str) -> list[str]:
    """Return in words which words are counted wrongly, and which could not be found by another way of writing."""
    right = _counted(language)
    rows = {(word.kind, word.form): word for word in _of(language).iterator(chunk_size=2000)}
    found = []
    for kind, form in sorted(right.keys() | rows.keys()):
        row, number = rows.get((kind, form)), right[kind, form]
        stored = row.frequency if row else 0
        name = f"{language}: the word {form!r} ({kind})"
        if stored != number:
            found.append(f"{name} is in {number} documents, {stored} are counted")
        elif row and _derived(row) != _derived(_row(language, (kind, form), number)):
            found.append(f"{name} has other letters to be found by")
    return found


def _derived(word: Word) -> tuple[object, ...]:
    return word.folded, word.skeleton, word.head, word.tail, word.length


def left_over() -> list[str]:
    """Return the languages that have words here and no analysis."""
    others = Word.objects.exclude(language__in=LANGUAGES).order_by("language")
    return list(others.values_list("language", flat=True).distinct())


def forget(language: str) -> None:
    """Delete the words of a language."""
    _of(language).delete()


def _counted(language: str) -> Counter[KindAndForm]:
    """Return the number of documents of each word, from the stored keys."""
    found: Counter[KindAndForm] = Counter()
    for stored in SearchKeys.objects.filter(document__language=language).iterator(chunk_size=100):
        found.update(words_of(stored, language))
    return found


def _row(language: str, entry: KindAndForm, frequency: int) -> Word:
    kind, form = entry
    row = LANGUAGES[language]
    folded = row.fold(form)
    kept = SHORT_END if len(folded) <= SHORT_WORD else LONG_END
    return Word(
        language=language,
        kind=kind,
        form=form,
        folded=folded,
        skeleton=skeleton(form) if row.in_cyrillic else "",
        head=folded[:kept],
        tail=folded[-kept:],
        length=len(folded),
        frequency=frequency,
    )


# ---------------------------------------------------------------- asking


def related(language: str, folded: Collection[str], skeletons: Collection[str]) -> list[KnownWord]:
    """Return the words that have to do with some words that are nowhere as they are typed, in one query.

    They are written so without diacritics (`folded`) or in Latin letters (`skeletons`), begin alike, or
    have the same first or last letters and nearly the same length.
    """
    # The language stands in each, so that SQLite takes an index for each.
    alike = Q(language=language, folded__in=folded)
    if skeletons:
        alike |= Q(language=language, skeleton__in=skeletons)
    for word in folded:
        start, limit = beginning(word), errors_in(word)
        alike |= Q(language=language, folded__gte=start, folded__lt=start + LAST_SIGN)
        if limit:
            lengths = (len(word) - limit, len(word) + limit)
            heads, tails = [word[:SHORT_END], word[:LONG_END]], [word[-SHORT_END:], word[-LONG_END:]]
            alike |= Q(language=language, head__in=heads, length__range=lengths)
            alike |= Q(language=language, tail__in=tails, length__range=lengths)
    words = Word.objects.filter(alike).order_by("-frequency", "form", "kind")
    return [KnownWord(*row) for row in words.values_list(*KnownWord._fields)]


def completing(
    language: str, folded: Collection[str], skeletons: Collection[str], finished: Collection[str], most: int
) -> list[KnownWord]:
    """Return the words of texts that complete a word or stand for a finished one, in one query.

    At most `most` that begin with one of `folded` without diacritics or with one of `skeletons` in Latin
    letters, the most frequent first, then those whose folded form or skeleton is in `finished`.
    """
    words = Word.objects.filter(kind=WordKind.FORM)
    begins = Q(pk__in=())
    for name, several in (("folded", folded), ("skeleton", skeletons)):
        for start in several:
            limits = {f"{name}__gte": start, f"{name}__lt": start + LAST_SIGN}
            begins |= Q(language=language, **limits)
    first = words.filter(begins).order_by("-frequency", "form")
    alike = Q(language=language, folded__in=finished) | Q(language=language, skeleton__in=finished)
    either = Q(pk__in=first.values("pk")[:most])
    chosen = words.filter(either | alike if finished else either).order_by("-frequency", "form")
    return [KnownWord(*row) for row in chosen.values_list(*KnownWord._fields)]


def _of(language: str) -> QuerySet[Word]:
    return Word.objects.filter(language=language).order_by()
