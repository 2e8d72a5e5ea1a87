"""The administration says one word for one thing: each language's glossary, held against
our catalogues for packages and against the packages' own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from tests.said import said_by_packages, texts_of

OTHERS = [language for language, _name in settings.LANGUAGES if language != settings.LANGUAGE_CODE]
FOLDER = Path(settings.LOCALE_PATHS[1])
NOT_WORDS = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^>]*>|&\w+;")
# Where English names a thing twice, or another thing by the same word: left out before the terms are looked for.
ELSEWHERE = re.compile(
    r"moderation (?=stage|workflow)"  # a stage of a workflow is one of moderation
    r"|translation (?=source page)|member (?=users)|(?<=member )users|live version"
    r"|change the source|source (?=image)"  # the file itself
    r"|password fields"  # the passwords themselves
    r"|unpublished"  # never published
    r"|don't unpublish"
    r"|(?:heading|title|HTML|inline|<a>|<\{\}>) tags?|tag is|<a> tag",
    re.IGNORECASE,
)


def glossary(language: str) -> dict[str, dict[str, str | list[str]]]:
    """Return the terms of a language."""
    read: dict[str, dict[str, str | list[str]]] = yaml.safe_load(
        (FOLDER / language / "glossary.yaml").read_text(encoding="utf-8")
    )
    return read


@pytest.mark.parametrize("language", OTHERS)
def test_a_glossary_names_the_terms_that_every_other_names(language: str) -> None:
    assert list(glossary(language)) == list(glossary(OTHERS[0]))


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_says_a_thing_by_the_word_of_the_glossary(language: str) -> None:
    terms = {
        term: (re.compile(rf"\b{term}(?:s|d|ed|ing)?\b", re.IGNORECASE), entry["stems"])
        for term, entry in glossary(language).items()
    }
    strays = []
    for entry in said_by_packages(language):
        words = NOT_WORDS.sub(" ", ELSEWHERE.sub(" ", entry.msgid))
        strays += [
            f"{term}: {entry.msgid!r} = {text!r}"
            for text in texts_of(entry)
            for term, (pattern, stems) in terms.items()
            if pattern.search(words) and not any(stem in text.casefold() for stem in stems)
        ]
    assert strays == []
