"""Where the words of a query stand in a text, in any of their forms, and the excerpt that shows most of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from search.analysis import LANGUAGES, Token, analyse, facts, is_fact, keys
from search.analysis.index_keys import EXACT, LEMMA, PART, STEM, WHOLE, kind_of, text_keys, word_of
from search.analysis.normalise import chains, words_of
from search.engines.query import Condition, Query

EXCERPT = 240  # characters
NEAR = 12  # characters between two neighbours: one short word may stand there
MOST_PIECES = 10_000  # kept of the texts of a language, about 6 MB
_JOINING = " -–/"
_FIGURES = ""  # stands for all pieces with figures: a date or a number may go on after a blank. No word is empty
# The end of a sentence, or of a fact as `cms.searchable.BETWEEN_FACTS` parts them.
_SENTENCE_END = re.compile(r"(?:[.!?…:]\s+)?·\s+|[.!?…:]\s+")


@dataclass(frozen=True)
class Part:
    """A piece of a text; `marked` where it is a word of the query."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Match:
    """A found word, from `start` up to `end`; `words` are the indices of the words of the query that it matches."""

    start: int
    end: int
    words: frozenset[int]


class Marker:
    """Finds the words of a query in texts of its language."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self.language = query.language
        self.stop_words = LANGUAGES[query.language].stop_words
        # By kind of key: the words that are looked for, and the indices of the query's words that each stands for.
        self.indices: dict[str, dict[str, set[int]]] = {kind: {} for kind in (EXACT, LEMMA, STEM, WHOLE, PART)}
        # By kind of key and first word: phrases, and the index of the query's word that each stands for.
        self.phrases: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]] = {EXACT: {}, STEM: {}}
        for index, condition in enumerate((*query.words, *query.required)):
            for a_key in _single_keys(condition):
                self.indices[kind_of(a_key)].setdefault(word_of(a_key), set()).add(index)
            for phrase in condition.any_phrases:
                words = tuple(map(word_of, phrase))
                self.phrases[kind_of(phrase[0])].setdefault(words[0], []).append((words, index))
        self._facts = {form: frozenset(indices) for form, indices in self.indices[WHOLE].items() if is_fact(form)}
        self._beginnings = {kind: frozenset(by_word) for kind, by_word in self.phrases.items()}
        self._seen: dict[tuple[str, str | None], _Chain] = {}
        self._forms: dict[str, frozenset[int]] = {}
        self._sought_words = {*(word for words in self.indices.values() for word in words), *self._phrase_words()}
        figures = {_FIGURES} if any(map(str.isdigit, "".join(self._sought_words))) else set()
        self._of_interest = self._sought_words | figures

    def matches(self, text: str) -> list[Match]:
        """Return the found words of a text in order."""
        matches: list[Match] = []
        if not _pieces(self.language).have(self._of_interest, text):
            return matches
        may_have_phrase = False
        for start, chain, kind in chains(text):
            seen = self._seen.get((chain, kind)) or self._look_at(chain, kind)
            if seen is _NOTHING:
                continue
            matches += [Match(start + match.start, start + match.end, match.words) for match in seen.matches]
            may_have_phrase |= seen.begins_phrase
        if self._facts:
            matches += self._facts_of(text)
        if may_have_phrase:
            matches += self._phrases([token for token in analyse(text, self.language) if not token.is_whole])
        return sorted(matches, key=lambda match: (match.start, -match.end))

    def _facts_of(self, text: str) -> Iterator[Match]:
        """Yield the dates, times, amounts and long numbers of the query, in whatever way they are written."""
        for fact in facts(text):
            if indices := frozenset(index for form in fact.forms for index in self._facts.get(form, ())):
                yield Match(fact.start, fact.end, indices)

    def forms(self, index: int) -> list[str]:
        """Return the forms in which the query's word with this index was found so far."""
        return [form for form, indices in self._forms.items() if index in indices]

    def _phrase_words(self) -> Iterator[str]:
        for by_first_word in self.phrases.values():
            for phrases in by_first_word.values():
                for words, _index in phrases:
                    yield from words

    def _look_at(self, chain: str, kind: str | None) -> _Chain:
        """Return what a chain of joined words matches. Each different chain is looked at once."""
        if _found_by(chain, kind, self.language).isdisjoint(self._sought_words):
            self._seen[chain, kind] = _NOTHING
            return _NOTHING
        matches = []
        begins_phrase = False
        for word in words_of(chain, kind):
            its_keys = keys(word.form, self.language)
            found_by = text_keys(its_keys, self.language, word.is_whole)
            if indices := frozenset(index for sort, sought in found_by for index in self.indices[sort].get(sought, ())):
                matches.append(Match(word.start, word.end, indices))
                self._forms[word.form] = self._forms.get(word.form, frozenset()) | indices
            begins_phrase |= its_keys.exact in self._beginnings[EXACT] or its_keys.stem in self._beginnings[STEM]
        self._seen[chain, kind] = seen = _Chain(tuple(matches), begins_phrase)
        return seen

    def _phrases(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Yield where a phrase stands, as it is written or by its stems; stems leave out words that are too common."""
        content = [token for token in tokens if token.keys.exact not in self.stop_words] if self.phrases[STEM] else []
        kinds = (
            (self.phrases[EXACT], tokens, [token.keys.exact for token in tokens]),
            (self.phrases[STEM], content, [token.keys.stem for token in content]),
        )
        for by_first_word, of_kind, words in kinds:
            for first, word in enumerate(words):
                for phrase, index in by_first_word.get(word, ()):
                    if tuple(words[first : first + len(phrase)]) == phrase:
                        yield Match(of_kind[first].start, of_kind[first + len(phrase) - 1].end, frozenset({index}))


@lru_cache(maxsize=20_000)
def _found_by(chain: str, kind: str | None, language: str) -> frozenset[str]:
    """Return the words by which a chain of joined words is found, those of all kinds of keys."""
    words = words_of(chain, kind)
    return frozenset(
        found for word in words for _sort, found in text_keys(keys(word.form, language), language, word.is_whole)
    )


class _Pieces:
    """The pieces between blanks of all texts of a language that were read so far, by the words that find each piece.

    Most texts of a page have none of the query's words. This tells so without analysing them.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.known: set[str] = set()
        self._by_word: dict[str, set[str]] = {}

    def have(self, words: Iterable[str], text: str) -> bool:
        """Tell whether a text may have any of some words."""
        pieces = set(text.split())
        for piece in pieces - self.known:
            self._learn(piece)
        return any(not self._by_word[word].isdisjoint(pieces) for word in words if word in self._by_word)

    def _learn(self, piece: str) -> None:
        words = {word for _start, *joined in chains(piece) for word in _found_by(*joined, self.language)}
        if any(map(str.isdigit, piece)):
            words.add(_FIGURES)
        for word in words:
            self._by_word.setdefault(word, set()).add(piece)
        self.known.add(piece)  # last, since another thread may rely on it


_PIECES: dict[str, _Pieces] = {}


def _pieces(language: str) -> _Pieces:
    """Return the pieces of a language; past MOST_PIECES they are collected anew."""
    pieces = _PIECES.get(language)
    if pieces is None or len(pieces.known) > MOST_PIECES:
        pieces = _PIECES[language] = _Pieces(language)
    return pieces


class _Chain(NamedTuple):
    """What a chain of joined words matches, counted from its start, and whether a phrase may begin in it."""

    matches: tuple[Match, ...]
    begins_phrase: bool


_NOTHING = _Chain((), begins_phrase=False)


def _single_keys(condition: Condition) -> Iterator[str]:
    yield from condition.any_keys
    for part in condition.parts:
        yield from part


def words_in(matches: Iterable[Match]) -> frozenset[int]:
    """Return the indices of the query's words that were found."""
    return frozenset(word for match in matches for word in match.words)


def neighbours(matches: Sequence[Match]) -> int:
    """Return how often two different words of the query stand next to each other, in whatever order."""
    return sum(first.words != second.words and second.start - first.end <= NEAR for first, second in pairwise(matches))


def marked(text: str, matches: Sequence[Match], start: int = 0, end: int | None = None) -> tuple[Part, ...]:
    """Return a text, or a piece of it, with the found words marked; words side by side become one mark."""
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    for match in matches:
        if match.start < start or match.end > end:
            continue
        if spans and not text[spans[-1][1] : match.start].strip(_JOINING):
            spans[-1] = (spans[-1][0], max(spans[-1][1], match.end))
        else:
            spans.append((match.start, match.end))
    parts: list[Part] = []
    for mark_start, mark_end in spans:
        parts += [Part(text[start:mark_start]), Part(text[mark_start:mark_end], marked=True)]
        start = mark_end
    return tuple(part for part in [*parts, Part(text[start:end])] if part.text)


def excerpt(text: str, matches: Sequence[Match]) -> tuple[Part, ...]:
    """Return the piece of a text that has most of the words; it begins where a sentence or a word begins."""
    if len(text) <= EXCERPT:
        return marked(text, matches)
    start = _beginning(text, _best_start(matches))
    end = min(len(text), start + EXCERPT)
    if end < len(text):
        end = max(
            text.rfind(" ", start, end + 1), *(match.end for match in matches if start <= match.start < end), start + 1
        )
        end = max(start + 1, len(text[:end].rstrip(" ·")))
    parts = marked(text, matches, start, end)
    before = (Part("… "),) if start else ()
    return (*before, *parts, *((Part(" …"),) if end < len(text) else ()))


def _best_start(matches: Sequence[Match]) -> int:
    """Return the start of the piece that has the most different words, and of equals the most words."""
    best, best_score = 0, (0, 0)
    for first, match in enumerate(matches):
        near = [one for one in matches[first:] if one.end <= match.start + EXCERPT * 3 // 4]
        score = (len(words_in(near)), len(near))
        if score > best_score:
            best, best_score = match.start, score
    return best


def _beginning(text: str, position: int) -> int:
    """Return where an excerpt around a position begins: at the start of the sentence, else at a word shortly before."""
    earliest = max(0, position - EXCERPT // 4)
    if not earliest:
        return 0
    ends = [end.end() for end in _SENTENCE_END.finditer(text, earliest, position)]
    if ends:
        return ends[0]
    blank = text.find(" ", earliest, position)
    return blank + 1 if blank >= 0 else position
