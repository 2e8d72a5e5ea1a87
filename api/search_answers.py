"""What the search answers: hits with their best sections, facets, how the words were read, other languages."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.utils.translation import gettext_noop
from pydantic import Field

from api.lists import Listed
from api.schemas import Answer, Label, described

Reading = Literal[
    "nowhere", "typed", "diacritics", "letters", "concept", "together", "apart", "parts", "prefix", "related",
    "layout", "near",
]  # fmt: skip


IN_API = gettext_noop("Address of the item in the API; null of a list or a front page, which is none.")


class Mark(Answer):
    """A found word in a text."""

    model_config = described(gettext_noop("Where a found word stands in a text, counted in Unicode characters."))

    start: int = Field(description=gettext_noop("Number of its first character, from 0 on."))
    end: int = Field(description=gettext_noop("Number of the character after its last one."))


class MarkedText(Answer):
    """A text with the found words marked."""

    model_config = described(gettext_noop("A text with the found words marked, in two ways."))

    text: str = Field(description=gettext_noop("The text without marks."))
    html: str = Field(description=gettext_noop("The text, escaped, with found words in <mark>."))
    marks: list[Mark] = Field(description=gettext_noop("The places of the found words in the text."))


class HitSection(Answer):
    """The section of a hit that answers best."""

    model_config = described(gettext_noop("The section of a hit that answers best."))

    heading: MarkedText = Field(description=gettext_noop("Heading of the section, or title of the file."))
    address: str = Field(description=gettext_noop("Address of the section, or of the page of the file."))
    is_in_file: bool = Field(description=gettext_noop("Whether it is in a file that the item offers."))
    page: int | None = Field(description=gettext_noop("Page of the file; null where it has no numbered pages."))
    language: str = Field(description=gettext_noop("Code of the language of the section."))


class HitTranslation(Answer):
    """Another language of a hit."""

    model_config = described(gettext_noop("Another language in which a hit is public."))

    language: str = Field(description=gettext_noop("Code of the language."))
    address: str = Field(description=gettext_noop("Address of the item in this language."))
    api_address: str | None = Field(description=IN_API)


class Hit(Answer):
    """An item that was found."""

    model_config = described(gettext_noop("An item that was found."))

    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    language: str = Field(description=gettext_noop("Code of the language of the item."))
    address: str = Field(description=gettext_noop("Address of the item."))
    permanent_address: str = Field(description=gettext_noop("Address that stays when the item moves."))
    api_address: str | None = Field(description=IN_API)
    title: MarkedText = Field(description=gettext_noop("Title of the item."))
    excerpt: MarkedText = Field(description=gettext_noop("The piece of the item that has most of the words."))
    section: HitSection | None = Field(description=gettext_noop("The section that answers best; null where none does."))
    about: list[Label] = Field(description=gettext_noop("What the item is and where, as a reader is told."))
    part_of: str | None = Field(
        description=gettext_noop("Title of the work that it is a part of; null where it is one.")
    )
    origin: str | None = Field(description=gettext_noop("Who wrote it in this language; null where nobody said."))
    is_source_changed: bool = Field(description=gettext_noop("Whether the original has changed since."))
    is_withdrawn: bool = Field(description=gettext_noop("Whether the work was withdrawn: it is public, with a mark."))
    is_recommended: bool = Field(description=gettext_noop("Whether the editors recommend it for these words."))
    has_enough_words: bool = Field(
        description=gettext_noop("Whether it has enough of the words to count; items without stand at the end.")
    )
    translations: list[HitTranslation] = Field(description=gettext_noop("The other languages in which it is public."))


class Reason(Answer):
    """A concept by which an item in another language was found."""

    model_config = described(gettext_noop("A concept by which an item in another language was found."))

    name: Label = Field(description=gettext_noop("Name of the concept for the reader."))
    name_there: Label = Field(description=gettext_noop("Name of the concept in the language of the item."))
    is_name: bool = Field(description=gettext_noop("Whether it is a proper name, as of an organisation; else a term."))


class ForeignHit(Answer):
    """An item in another language."""

    model_config = described(gettext_noop("An item that is not public in the language asked for."))

    item: Hit = Field(description=gettext_noop("The item, in the language that answers best."))
    reasons: list[Reason] = Field(
        description=gettext_noop("Why it was found; without any it has the words as they were typed.")
    )


class FacetValue(Answer):
    """A value of a facet."""

    model_config = described(gettext_noop("A value of a facet."))

    value: str = Field(description=gettext_noop("What the parameter takes."))
    label: Label = Field(description=gettext_noop("Name of the value."))
    count: int = Field(description=gettext_noop("Number of items with it, whatever else of this facet is chosen."))
    is_chosen: bool = Field(description=gettext_noop("Whether it is chosen."))


class SearchFacet(Answer):
    """A facet."""

    model_config = described(gettext_noop("A facet: a parameter by which the items can be narrowed."))

    name: str = Field(description=gettext_noop("Name of the parameter."))
    title: str = Field(description=gettext_noop("Title for readers."))
    values: list[FacetValue] = Field(description=gettext_noop("Values that items have or that are chosen."))


class SearchWord(Answer):
    """A word as it was read."""

    model_config = described(gettext_noop("A word of the text as it was read."))

    text: str = Field(description=gettext_noop("The word as it was typed."))
    how: Reading = Field(
        description=gettext_noop(
            "How it was read: as typed, in other diacritics or letters, as a name of a concept, written together or "
            "apart, by its parts, beginning or relatives; “layout” and “near” are second tries; “nowhere”: not found."
        )
    )
    used: list[str] = Field(description=gettext_noop("Words that were looked for in its place."))
    forms: list[str] = Field(description=gettext_noop("Other forms of it that the items have."))
    languages: list[str] = Field(
        description=gettext_noop("Other languages that have the word, where this one has not.")
    )


class SecondTry(Answer):
    """Another text that was searched for."""

    model_config = described(gettext_noop("Another text that was searched for; “verbatim=true” takes it back."))

    text: str = Field(description=gettext_noop("The text that the items are for."))
    how: Literal["layout", "near"] = Field(
        description=gettext_noop("“layout”: the other layout of the keyboard. “near”: words near to mistyped ones.")
    )


class Concept(Answer):
    """A concept that the text names."""

    model_config = described(gettext_noop("A concept of the library that the text names."))

    name: Label = Field(description=gettext_noop("Name of the concept for the reader."))
    other_names: list[Label] = Field(description=gettext_noop("Its names in other languages."))


class ReadText(Answer):
    """How a text was read."""

    model_config = described(gettext_noop("A text as it was read."))

    text: str = Field(description=gettext_noop("The text as it was taken: one line, without control characters."))
    words: list[SearchWord] = Field(description=gettext_noop("The words that were looked for."))
    phrases: list[str] = Field(description=gettext_noop("Words that have to stand side by side."))
    excluded: list[str] = Field(description=gettext_noop("Words that no item may have."))
    too_common: list[str] = Field(description=gettext_noop("Words that are too common to look for."))
    left_out: list[str] = Field(description=gettext_noop("Words left out of a long text."))
    concepts: list[Concept] = Field(description=gettext_noop("Concepts of the library that the text names."))
    second_try: SecondTry | None = Field(
        description=gettext_noop("Another text that was searched for; null where none.")
    )


class NearText(Answer):
    """A text that may have been meant."""

    model_config = described(gettext_noop("A text that may have been meant, where nothing was found."))

    typed: str = Field(description=gettext_noop("The word that nothing has."))
    word: str = Field(description=gettext_noop("A word near to it."))
    text: str = Field(description=gettext_noop("The text with the one for the other."))


class LanguageCount(Answer):
    """How much there is in another language."""

    model_config = described(gettext_noop("How many items another language has."))

    language: str = Field(description=gettext_noop("Code of the language."))
    count: int = Field(description=gettext_noop("Number of items."))


class SearchResults(Listed):
    """What was found."""

    model_config = described(gettext_noop("What was found. “count” is of the items that have enough of the words."))

    language: str = Field(description=gettext_noop("Code of the language of the labels."))
    results_language: str = Field(description=gettext_noop("Code of the language that was searched."))
    read: ReadText = Field(description=gettext_noop("How the text was read."))
    items: list[Hit] = Field(description=gettext_noop("The items, in order."))
    cursor: str | None = Field(
        description=gettext_noop(
            "Sent as “after”, it leads to what follows these items, however many items there are and whatever is "
            "published meanwhile; null at the end."
        )
    )
    in_other_languages: list[ForeignHit] = Field(
        description=gettext_noop("Items that are public in other languages only; with the first part alone.")
    )
    other_languages: list[LanguageCount] = Field(description=gettext_noop("Other languages that have items."))
    facets: list[SearchFacet] = Field(description=gettext_noop("The facets with what the items have of them."))
    near: list[NearText] = Field(description=gettext_noop("Texts that may have been meant, where nothing was found."))
    is_simpler: bool = Field(
        description=gettext_noop("Whether the search engine does not answer, and the database did: items may be fewer.")
    )
