"""The glossary: every concept once, by letter of the reader's alphabet, with its names in all languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cms.alphabets import alphabet, initial, sort_key
from cms.facets import Label
from cms.languages import LANGUAGE_CODES
from cms.presenting import About, Context, Data, PageView, Presenter, read_pages
from cms.searchable import COLLECTION_IMPORTANCE, Section, one_after_another
from cms.structured import term_set
from projects.models import GlossaryPage, Term, Topic
from projects.vocabulary.labels import labels


@dataclass(frozen=True)
class TermName:
    """A concept's name in one language, None where it has none, and the forms to avoid there."""

    language: str
    text: str | None
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True)
class GlossaryEntry:
    """A concept for a reader; `name` and `definition` are in another language where theirs has none."""

    key: str
    name: Label
    definition: Label
    variants: tuple[str, ...]
    names: tuple[TermName, ...]
    subject: Label | None


@dataclass(frozen=True)
class Letter:
    """A letter of the alphabet with the entries that begin with it."""

    letter: str
    entries: tuple[GlossaryEntry, ...]

    @property
    def anchor(self) -> str:
        """Return the anchor of the letter's part of the page."""
        return f"letter-{self.letter.lower()}"


@dataclass(frozen=True)
class Glossary:
    """The letters that have entries, all letters for the way there, and what has no name in the language."""

    language: str
    letters: tuple[Letter, ...]
    unnamed: tuple[GlossaryEntry, ...]

    @property
    def alphabet(self) -> list[Letter]:
        """Return every letter of the alphabet in order, then other first letters that occur; some are empty."""
        found = {part.letter: part for part in self.letters}
        own = [letter.upper() for letter in alphabet(self.language)]
        return [found.get(letter) or Letter(letter, ()) for letter in [*own, *(found.keys() - set(own))]]

    @property
    def total(self) -> int:
        """Return how many entries there are."""
        return sum(len(part.entries) for part in self.letters) + len(self.unnamed)

    @property
    def named(self) -> list[GlossaryEntry]:
        """Return the entries that have a name in the language, in order."""
        return [entry for part in self.letters for entry in part.entries]


def glossary(language: str) -> Glossary:
    """Return the glossary in a language: two queries, for the terms and for their subject fields."""
    rows: defaultdict[Any, dict[str, Term]] = defaultdict(dict)
    for term in Term.objects.filter(live=True).select_related("locale").order_by("pk"):
        rows[term.translation_key][term.locale.language_code] = term
    subjects = labels(
        ((Topic, term.subject_id) for several in rows.values() for term in several.values() if term.subject_id),
        language,
    )
    entries = [_entry(several, subjects, language) for several in rows.values()]
    entries.sort(key=lambda entry: sort_key(entry.name.text, language))
    by_letter: defaultdict[str, list[GlossaryEntry]] = defaultdict(list)
    for entry in entries:
        if entry.name.language == language:
            by_letter[initial(entry.name.text, language)].append(entry)
    letters = sorted(by_letter, key=lambda letter: sort_key(letter, language))
    return Glossary(
        language,
        tuple(Letter(letter, tuple(by_letter[letter])) for letter in letters),
        tuple(entry for entry in entries if entry.name.language != language),
    )


def _entry(terms: dict[str, Term], subjects: Any, language: str) -> GlossaryEntry:
    """Return a concept in the reader's language, else in English, else in the first one that names it."""
    shown = min(terms, key=lambda code: (code != language, code != "en", code))
    term = terms[shown]
    return GlossaryEntry(
        term.key,
        Label(term.name, shown),
        Label(term.definition, shown),
        tuple(term.variant_list) if shown == language else (),
        tuple(
            TermName(code, terms[code].name, tuple(terms[code].avoid_list)) if code in terms else TermName(code, None)
            for code in LANGUAGE_CODES
        ),
        subjects.get((Topic, term.subject_id)),
    )


@dataclass(frozen=True)
class GlossaryView(PageView):
    """The glossary page with its entries."""

    glossary: Glossary


class GlossaryPresenter(Presenter[GlossaryView]):
    """How the glossary is told: each term that is named in the page's language is a section at its anchor."""

    importance = COLLECTION_IMPORTANCE

    def views(self, pages: Sequence[GlossaryPage], language: str | None = None) -> list[GlossaryView]:
        """Read the glossary: two queries for each language in which it is read."""
        read = read_pages(pages, language)
        in_language = {code: glossary(code) for code in {one.language for one in read}}
        return [
            GlossaryView(About.of(one.page, self.facet_type), one.language, (), in_language[one.language])
            for one in read
        ]

    def context(self, view: GlossaryView) -> Context:
        """Return the entries by letter."""
        return {"glossary": view.glossary}

    def sections(self, view: GlossaryView) -> tuple[Section, ...]:
        """Return the terms."""
        return tuple(
            Section(entry.key, entry.name.text, one_after_another([entry.definition.text, *entry.variants]))
            for entry in view.glossary.named
        )

    def structured(self, view: GlossaryView) -> Data:
        """Return the terms as a set."""
        return term_set(view.about, [(entry.key, entry.name.text) for entry in view.glossary.named])
