"""What is told of a concept, one schema a vocabulary."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.utils.translation import gettext_noop
from pydantic import Field

from api.schemas import Answer, described


class ConceptName(Answer):
    """What a concept is called in a language."""

    model_config = described(gettext_noop("What a concept is called in a language."))

    language: str = Field(description=gettext_noop("Code of the language."))
    text: str = Field(description=gettext_noop("Name in that language."))


class ConceptReference(Answer):
    """A concept that another one refers to."""

    model_config = described(gettext_noop("A concept that is referred to."))

    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    name: str = Field(description=gettext_noop("Name."))
    language: str = Field(description=gettext_noop("Code of the language of the name."))
    api_address: str = Field(description=gettext_noop("Address of the item in this API."))


class ConceptItem(Answer):
    """What every concept says."""

    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    slug: str = Field(description=gettext_noop("Word that stands for it in addresses of the site, the same in all."))
    name: str = Field(description=gettext_noop("Name."))
    language: str = Field(description=gettext_noop("Code of the language of the name and of all words."))
    requested: str = Field(description=gettext_noop("Code of the language that was asked for."))
    names: list[ConceptName] = Field(description=gettext_noop("Names in all languages that have one."))
    api_address: str = Field(description=gettext_noop("Address of the item in this API."))


class OrganisationItem(ConceptItem):
    """An organisation."""

    model_config = described(gettext_noop("An organisation that carries projects out, takes part in them or pays."))

    type: Literal["organisation"] = Field(description=gettext_noop("Type of the item."))
    short_name: str | None = Field(description=gettext_noop("Short name or abbreviation."))
    kind: Literal["public_authority", "association", "business_support", "ngo", "funder"] = Field(
        description=gettext_noop("What kind of organisation it is.")
    )
    country: str | None = Field(description=gettext_noop("Country, by its two letters (ISO 3166-1)."))


class ProgrammeItem(ConceptItem):
    """A programme."""

    model_config = described(gettext_noop("A programme that pays for projects."))

    type: Literal["programme"] = Field(description=gettext_noop("Type of the item."))
    short_name: str | None = Field(description=gettext_noop("Short name or abbreviation."))
    fund: str | None = Field(description=gettext_noop("Fund from which the programme pays."))


class TopicItem(ConceptItem):
    """A topic."""

    model_config = described(gettext_noop("What works are about."))

    type: Literal["topic"] = Field(description=gettext_noop("Type of the item."))


class PlaceItem(ConceptItem):
    """A place."""

    model_config = described(gettext_noop("A place of projects, trainings or events."))

    type: Literal["place"] = Field(description=gettext_noop("Type of the item."))
    kind: Literal["country", "region", "district", "municipality", "city"] = Field(
        description=gettext_noop("What kind of place it is.")
    )
    country: str = Field(description=gettext_noop("Country, by its two letters (ISO 3166-1)."))
    nuts: str | None = Field(description=gettext_noop("Code of the statistical region (NUTS)."))
    latitude: float = Field(description=gettext_noop("Degrees north (WGS 84)."))
    longitude: float = Field(description=gettext_noop("Degrees east (WGS 84)."))


class PluralForm(Answer):
    """A form of a unit after a number."""

    model_config = described(gettext_noop("A form of a unit after a number."))

    plural: Literal["zero", "one", "two", "few", "many", "other"] = Field(
        description=gettext_noop("Plural category of the number in this language (Unicode CLDR).")
    )
    text: str = Field(description=gettext_noop("The form."))


class UnitItem(ConceptItem):
    """A unit."""

    model_config = described(gettext_noop("What results in figures count."))

    type: Literal["unit"] = Field(description=gettext_noop("Type of the item."))
    forms: list[PluralForm] = Field(description=gettext_noop("Forms after a number, one a plural category."))


class TermItem(ConceptItem):
    """A term."""

    model_config = described(gettext_noop("A concept of the glossary."))

    type: Literal["term"] = Field(description=gettext_noop("Type of the item."))
    definition: str = Field(description=gettext_noop("Definition."))
    variants: list[str] = Field(description=gettext_noop("Synonyms and abbreviations in this language."))
    avoid: list[str] = Field(description=gettext_noop("Forms that are not to be used in this language."))
    subject: ConceptReference | None = Field(description=gettext_noop("Subject field."))
