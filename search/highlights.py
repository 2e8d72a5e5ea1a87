"""Where in a text the words of a query stand, whatever their form, and which excerpt shows most of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from search.analysis import LANGUAGES, Token, analyse, keys
from search.analysis.normalise import chains, words_of
from search.keys import EXACT, LEMMA, PART, STEM, WHOLE, carried, kind_of, word_of
from search.query import Asked, Query

EXCERPT = 240  # characters
_JOINING = " -–/"
# A sentence's or a fact's; see `cms.searchable.BETWEEN_FACTS`.
_SENTENCE_END = re.compile(r"(?:[.!?…:]\s+)?·\s+|[.!?…:]\s+")


@dataclass(frozen=True)
class Part:
    """A piece of a text; `marked` where the reader's words stand."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Match:
    """A found word: from `start` up to `end`; `words` are the places in the query of what it matches."""

    start: int
    end: int
    words: frozenset[int]


class Marker:
    """Finds the words of a query in texts of its language."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self.language = query.language
        self.stop_words = LANGUAGES[query.language].stop_words
        self.places: dict[str, dict[str, set[int]]] = {kind: {} for kind in (EXACT, LEMMA, STEM, WHOLE, PART)}
        self.phrases: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]] = {EXACT: {}, STEM: {}}
        for place, asked in enumerate((*query.words, *query.required)):
            for one in _single_keys(asked):
                self.places[kind_of(one)].setdefault(word_of(one), set()).add(place)
            for phrase in asked.phrases:
                words = tuple(map(word_of, phrase))
                self.phrases[kind_of(phrase[0])].setdefault(words[0], []).append((words, place))
        self._beginnings = {kind: frozenset(by_word) for kind, by_word in self.phrases.items()}
        self._seen: dict[tuple[str, str | None], _Chain] = {}
        self._forms: dict[str, frozenset[int]] = {}
        self._may_match = _Pieces(self._is_of_interest)
        self._asked = {*(word for words in self.places.values() for word in words), *self._phrase_words()}
        self._asks_figures = any(map(str.isdigit, "".join(self._asked)))

    def matches(self, text: str) -> list[Match]:
        """Return the found words of a text in order."""
        found: list[Match] = []
        if not any(map(self._may_match.__getitem__, text.split())):
            return found
        may_have_phrase = False
        for start, chain, kind in chains(text):
            seen = self._seen.get((chain, kind)) or self._look_at(chain, kind)
            if seen.matches:
                found += [Match(start + match.start, start + match.end, match.words) for match in seen.matches]
            may_have_phrase |= seen.begins_phrase
        if may_have_phrase:
            found += self._phrases([token for token in analyse(text, self.language) if not token.is_whole])
        return sorted(found, key=lambda match: (match.start, -match.end))

    def forms(self, place: int) -> list[str]:
        """Return the forms in which a word of the query, told by its place in it, was found so far."""
        return [form for form, places in self._forms.items() if place in places]

    def _phrase_words(self) -> Iterator[str]:
        for by_first_word in self.phrases.values():
            for phrases in by_first_word.values():
                for words, _place in phrases:
                    yield from words

    def _is_of_interest(self, piece: str) -> bool:
        """Tell whether what stands between two blanks may match; figures may belong to those beyond the blank."""
        if self._asks_figures and any(map(str.isdigit, piece)):
            return True
        return not _found_by(piece, self.language).isdisjoint(self._asked)

    def _look_at(self, chain: str, kind: str | None) -> _Chain:
        """Return what joined words match; they are looked at once, however often texts have them."""
        found = []
        begins_phrase = False
        for word in words_of(chain, kind):
            its_keys = keys(word.form, self.language)
            found_by = carried(its_keys, self.language, word.is_whole)
            if places := frozenset(place for sort, one in found_by for place in self.places[sort].get(one, ())):
                found.append(Match(word.start, word.end, places))
                self._forms[word.form] = self._forms.get(word.form, frozenset()) | places
            begins_phrase |= its_keys.exact in self._beginnings[EXACT] or its_keys.stem in self._beginnings[STEM]
        self._seen[chain, kind] = seen = _Chain(tuple(found), begins_phrase)
        return seen

    def _phrases(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Yield where a phrase stands, as it is written or in its stems, which pass over words that are too common."""
        content = [token for token in tokens if token.keys.exact not in self.stop_words] if self.phrases[STEM] else []
        kinds = (
            (self.phrases[EXACT], tokens, [token.keys.exact for token in tokens]),
            (self.phrases[STEM], content, [token.keys.stem for token in content]),
        )
        for by_first_word, found, words in kinds:
            for first, word in enumerate(words):
                for phrase, place in by_first_word.get(word, ()):
                    if tuple(words[first : first + len(phrase)]) == phrase:
                        yield Match(found[first].start, found[first + len(phrase) - 1].end, frozenset({place}))


@lru_cache(maxsize=30_000)
def _found_by(piece: str, language: str) -> frozenset[str]:
    """Return by which words, in whatever sense, what stands between two blanks is found."""
    return frozenset(
        word for token in analyse(piece, language) for _kind, word in carried(token.keys, language, token.is_whole)
    )


class _Pieces(dict[str, bool]):
    """Pieces of texts, each looked at when it is first met: texts without any match are passed over quickly."""

    def __init__(self, look: Callable[[str], bool]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, piece: str) -> bool:
        """Look at a piece."""
        self[piece] = found = self._look(piece)
        return found


class _Chain(NamedTuple):
    """Joined words as a marker sees them: what they match, from their start, and whether a phrase may begin there."""

    matches: tuple[Match, ...]
    begins_phrase: bool


def _single_keys(asked: Asked) -> Iterator[str]:
    yield from asked.keys
    for part in asked.parts:
        yield from part


def words_in(matches: Iterable[Match]) -> frozenset[int]:
    """Return which words of the query were found."""
    return frozenset(word for match in matches for word in match.words)


def marked(text: str, matches: Sequence[Match], start: int = 0, end: int | None = None) -> tuple[Part, ...]:
    """Return a text, or a piece of it, with the found words marked; neighbours become one mark."""
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
    """Return the piece of a text that has most of the words, from a sentence's or word's beginning."""
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
    """Return where the stretch begins that has the most different words, then the most words."""
    best, best_score = 0, (0, 0)
    for first, match in enumerate(matches):
        near = [one for one in matches[first:] if one.end <= match.start + EXCERPT * 3 // 4]
        score = (len(words_in(near)), len(near))
        if score > best_score:
            best, best_score = match.start, score
    return best


def _beginning(text: str, position: int) -> int:
    """Return where an excerpt that shows a position begins: with its sentence, else with a word shortly before."""
    earliest = max(0, position - EXCERPT // 4)
    if not earliest:
        return 0
    ends = [found.end() for found in _SENTENCE_END.finditer(text, earliest, position)]
    if ends:
        return ends[0]
    blank = text.find(" ", earliest, position)
    return blank + 1 if blank >= 0 else position
