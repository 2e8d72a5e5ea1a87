"""The words of each language's documents: kept in step with them, and searched for other ways to write a word."""

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

# The kind of a word (see `WordKind`) and its form.
KindAndForm = tuple[str, str]


_COLUMNS = {WordKind.FORM.value: "exact", WordKind.LEMMA.value: "lemma"}
_KEY_KINDS = {WordKind.FORM.value: EXACT, WordKind.LEMMA.value: LEMMA}
# Of a short word the first and the last two letters are stored apart, of a longer one three.
SHORT_WORD, SHORT_END, LONG_END = 6, 2, 3
LAST_SIGN = "\U0010ffff"


def words_of(stored: SearchKeys, language: str) -> set[KindAndForm]:
    """Return the words of a document, read from its stored keys."""
    return {
        (kind, form)
        for kind, name in _COLUMNS.items()
        for zone in ZONES
        for a_key in getattr(stored, f"{zone}_{name}").split()
        if "-" in a_key and _belongs(form := word_of(a_key), language)
    }


def _belongs(form: str, language: str) -> bool:
    """Tell whether a word belongs in the vocabulary: it is no number and not too common."""
    return len(form) > 1 and form.isalpha() and form not in LANGUAGES[language].stop_words


def key_of(word: KnownWord, language: str) -> str:
    """Return the key that every document with this word has."""
    return key(language, _KEY_KINDS[word.kind], word.form)


# ---------------------------------------------------------------- writing


def change(language: str, before: set[KindAndForm], after: set[KindAndForm]) -> None:
    """Count the words that a document has now and had not before, and discount those that it has no longer."""
    # Sorted, so that two writers lock the rows in the same order.
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
    """Let only one transaction at a time write words, since two could wait for each other.

    A transaction may write several documents. So the order of the words within one document does not prevent it. SQLite
    has one writer at a time anyway.
    """
    if connection.vendor == "postgresql":
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('search_word'))")


def rebuild(language: str) -> None:
    """Write the words of a language anew from the stored keys."""
    with transaction.atomic(), connection.cursor() as cursor:
        _wait_for_other_writers(cursor)
        Word.objects.filter(language=language).delete()
        words = [_row(language, entry, number) for entry, number in sorted(_counted(language).items())]
        Word.objects.bulk_create(words, batch_size=1000)


def faults(language: str) -> list[str]:
    """Return a sentence for each word that is counted wrongly, or stored with wrong letters to be found by."""
    right = _counted(language)
    rows = {(word.kind, word.form): word for word in _of(language).iterator(chunk_size=2000)}
    sentences = []
    for kind, form in sorted(right.keys() | rows.keys()):
        row, number = rows.get((kind, form)), right[kind, form]
        stored = row.frequency if row else 0
        name = f"{language}: the word {form!r} ({kind})"
        if stored != number:
            sentences.append(f"{name} is in {number} documents, {stored} are counted")
        elif row and _derived(row) != _derived(_row(language, (kind, form), number)):
            sentences.append(f"{name} has other letters to be found by")
    return sentences


def _derived(word: Word) -> tuple[object, ...]:
    return word.folded, word.skeleton, word.head, word.tail, word.length


def left_over() -> list[str]:
    """Return the languages that have words in the vocabulary but no analysis."""
    others = Word.objects.exclude(language__in=LANGUAGES).order_by("language")
    return list(others.values_list("language", flat=True).distinct())


def forget(language: str) -> None:
    """Delete the words of a language."""
    _of(language).delete()


def _counted(language: str) -> Counter[KindAndForm]:
    """Return the number of documents that have each word, from the stored keys."""
    counts: Counter[KindAndForm] = Counter()
    for stored in SearchKeys.objects.filter(document__language=language).iterator(chunk_size=100):
        counts.update(words_of(stored, language))
    return counts


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


# ---------------------------------------------------------------- searching


def related(language: str, folded: Collection[str], skeletons: Collection[str]) -> list[KnownWord]:
    """Return the words that some typed words may stand for, none of which occurs as it is typed: one query.

    `folded` are the typed words without diacritics, `skeletons` those of the typed words in Latin letters. The words of
    the vocabulary have the same folded form or skeleton, begin alike, or have the same first or last letters and nearly
    the same length.
    """
    # Each condition names the language, so that SQLite uses an index for each.
    condition = Q(language=language, folded__in=folded)
    if skeletons:
        condition |= Q(language=language, skeleton__in=skeletons)
    for word in folded:
        start, limit = beginning(word), errors_in(word)
        condition |= Q(language=language, folded__gte=start, folded__lt=start + LAST_SIGN)
        if limit:
            lengths = (len(word) - limit, len(word) + limit)
            heads, tails = [word[:SHORT_END], word[:LONG_END]], [word[-SHORT_END:], word[-LONG_END:]]
            condition |= Q(language=language, head__in=heads, length__range=lengths)
            condition |= Q(language=language, tail__in=tails, length__range=lengths)
    words = Word.objects.filter(condition).order_by("-frequency", "form", "kind")
    return [KnownWord(*row) for row in words.values_list(*KnownWord._fields)]


def completing(
    language: str, folded: Collection[str], skeletons: Collection[str], finished: Collection[str], most: int
) -> list[KnownWord]:
    """Return the words of texts that complete an unfinished word or stand for a finished one: one query.

    Those that complete begin with one of `folded` without diacritics, or with one of `skeletons` in Latin letters; they
    are the `most` frequent ones. The others have one of `finished` as their folded form or skeleton.
    """
    words = Word.objects.filter(kind=WordKind.FORM)
    begins = Q(pk__in=())
    for name, several in (("folded", folded), ("skeleton", skeletons)):
        for start in several:
            limits = {f"{name}__gte": start, f"{name}__lt": start + LAST_SIGN}
            begins |= Q(language=language, **limits)
    first = words.filter(begins).order_by("-frequency", "form")
    condition = Q(language=language, folded__in=finished) | Q(language=language, skeleton__in=finished)
    either = Q(pk__in=first.values("pk")[:most])
    chosen = words.filter(either | condition if finished else either).order_by("-frequency", "form")
    return [KnownWord(*row) for row in chosen.values_list(*KnownWord._fields)]


def _of(language: str) -> QuerySet[Word]:
    return Word.objects.filter(language=language).order_by()
