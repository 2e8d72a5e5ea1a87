"""Found words are marked where they really stand, and the excerpt shows most of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.languages import LANGUAGE_CODES
from search.analysis import analyse
from search.analysis.index_keys import key, text_keys
from search.analysis.typed_words import clean, take_apart
from search.engines.query import Condition, Query
from search.reading.words import phrase_condition, word_condition
from search.results.highlights import EXCERPT, Marker, Part, excerpt, marked, words_in


def marker_of(text: str, language: str = "en") -> Marker:
    typed = take_apart(clean(text))
    words: tuple[Condition, ...] = tuple(word_condition(word, language) for word in typed.words)
    phrases = tuple(phrase_condition(phrase, language) for phrase in typed.phrases)
    return Marker(Query(language, words, len(words), phrases))


def shown(parts: tuple[Part, ...]) -> str:
    return "".join(f"[{part.text}]" if part.marked else part.text for part in parts)


def highlighted(query: str, text: str, language: str = "en") -> str:
    return shown(marked(text, marker_of(query, language).matches(text)))


@pytest.mark.parametrize(
    ("language", "query", "text", "result"),
    [
        (
            "en",
            "municipality",
            "Two municipalities, one Municipal plan.",
            "Two [municipalities], one [Municipal] plan.",
        ),
        ("bg", "община", "На общините и ОБЩИНАТА.", "На [общините] и [ОБЩИНАТА]."),
        ("nb", "gebyr", "Avfallsgebyret øker.", "[Avfallsgebyret] øker."),
        ("pl", "źródło", "Ze źródeł.", "Ze [źródeł]."),
        ("ro", "comunități", "Comunităţile.", "[Comunităţile]."),
        ("lv", "rīga", "Rīgas pilsēta", "[Rīgas] pilsēta"),
        ("en", "foreign investor", "Foreign  investors and others", "[Foreign  investors] and others"),
        ("en", "ROBG-168", "Project ROBG-168.", "Project [ROBG-168]."),
        ("en", "co-financing", "Co-financing, financing", "[Co-financing], financing"),
        (
            "en",
            '"local government"',
            "Local government. Government is local.",
            "[Local government]. Government is local.",
        ),
        ("en", "orchid", "", ""),
        ("en", "orchid", "Nothing.", "Nothing."),
        ("bg", "волност", "во\u0301лност", "[во\u0301лност]"),
    ],
)
def test_the_written_form_is_marked(language: str, query: str, text: str, result: str) -> None:
    assert highlighted(query, text, language) == result


def test_common_words_are_marked_only_where_they_are_asked_for_themselves() -> None:
    assert highlighted("orchid", "The orchid of the year") == "The [orchid] of the year"


def test_an_excerpt_begins_with_a_sentence_and_shows_most_words() -> None:
    filler = "Nothing of interest is said in this sentence. " * 12
    text = f"{filler}An orchid. {filler}The lily stands beside the orchid. {filler}"
    matches = marker_of("orchid lily").matches(text)
    result = shown(excerpt(text, matches))
    assert result.startswith("… ")
    assert result.endswith(" …")
    assert "The [lily] stands beside the [orchid]." in result
    assert len(result) < EXCERPT + 40


def test_an_excerpt_of_facts_begins_and_ends_with_a_fact() -> None:
    facts = " · ".join([*(f"Fact {number}." for number in range(40)), "An orchid", *(f"{n} lilies" for n in range(40))])
    result = shown(excerpt(facts, marker_of("orchid").matches(facts)))
    assert result.startswith("… Fact ")
    assert " · An [orchid] · 0 lilies" in result
    assert not result.endswith("· …")


def test_a_short_text_is_shown_whole() -> None:
    assert shown(excerpt("An orchid.", marker_of("orchid").matches("An orchid."))) == "An [orchid]."


TEXTS = st.text(alphabet="orchid lily.,-–' åЯяżș\u0301\u00ad😀\n", max_size=700)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(LANGUAGE_CODES))
def test_marking_loses_and_adds_nothing(query: str, text: str, language: str) -> None:
    matches = marker_of(query, language).matches(text)
    assert "".join(part.text for part in marked(text, matches)) == text
    assert all(part.text for part in marked(text, matches))
    cut = "".join(part.text for part in excerpt(text, matches)).removeprefix("… ").removesuffix(" …")
    assert cut in text
    assert len(cut) <= EXCERPT + 70
    if matches:
        assert any(part.marked for part in excerpt(text, matches))
        assert words_in(matches)


def plainly_found(marker: Marker, text: str) -> set[tuple[int, int, frozenset[int]]]:
    """Return what single words match, each looked at by all the keys that it carries."""
    wanted: dict[str, set[int]] = {}
    for place, asked in enumerate((*marker.query.words, *marker.query.required)):
        for one in (*asked.keys, *(each for part in asked.parts for each in part)):
            wanted.setdefault(one, set()).add(place)
    found = set()
    for token in analyse(text, marker.language):
        found_by = text_keys(token.keys, marker.language, token.is_whole)
        carries = {key(marker.language, kind, word) for kind, word in found_by}
        places = frozenset(place for one in carries for place in wanted.get(one, ()))
        if places:
            found.add((token.start, token.end, places))
    return found


FIGURES = st.text(alphabet="orchid 127.654,–-  åЯ", max_size=60)


@settings(max_examples=500, deadline=None)
@given(FIGURES, st.lists(FIGURES, max_size=4), st.sampled_from(LANGUAGE_CODES))
def test_passing_over_quickly_finds_the_same(query: str, texts: list[str], language: str) -> None:
    marker = marker_of(query, language)
    for text in [*texts, f"{query} {' '.join(texts)}"]:
        found = {(match.start, match.end, match.words) for match in marker.matches(text)}
        assert plainly_found(marker, text) <= found
