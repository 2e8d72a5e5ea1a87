"""Vocabularies: concepts with a name in each language.

A reference points to a concept by any of its rows; what a reader sees is resolved by the
translation key for the reader's language (`projects.vocabulary.labels`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.formats import exact_number, plural_samples
from cms.languages import country_name, current_language
from cms.models import OwnField
from cms.slugs import ascii_slug
from projects.enums import OrganisationKind, PlaceKind
from projects.forms import ConceptForm
from projects.outlines import is_near

# What every entry has that is no word of its own.
_INHERITED = {
    "id", *(field.name for mixin in (DraftStateMixin, RevisionMixin, TranslatableMixin) for field in mixin._meta.fields)
}  # fmt: skip


def _numbered(base: str) -> Iterator[str]:
    """Yield a word, then the word with 2, 3, … without end."""
    yield base
    yield from (f"{base}-{number}" for number in count(2))


# Countries that Eurostat writes differently from ISO 3166.
_NUTS_COUNTRIES = {"GR": "EL", "GB": "UK"}

country_code = RegexValidator(r"^[A-Z]{2}$", _("Enter the country's two letters, for example BG."))


class Concept(PreviewableMixin, DraftStateMixin, RevisionMixin, TranslatableMixin, ClusterableModel):
    """One row a language of a concept; `key` is the same in all of them and stands in addresses."""

    key = models.SlugField(
        _("key"),
        max_length=60,
        blank=True,
        help_text=_("The same in every language; part of addresses. Made from the name where left empty."),
    )
    name = models.CharField(_("name"), max_length=255)

    base_form_class: ClassVar[Any] = ConceptForm
    panels: ClassVar[list[Any]] = [FieldPanel("name"), FieldPanel("key")]
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        SynchronizedField("key", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        """Return the template of the preview."""
        return "projects/vocabulary_preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        """Add what the entry says in this language, as names and values."""
        shown = []
        for field in self._meta.concrete_fields:
            if field.name not in {"name", *_INHERITED}:
                chosen = getattr(self, f"get_{field.name}_display", None)
                shown.append((field.verbose_name, chosen() if chosen else getattr(self, field.name)))
        context: dict[str, Any] = super().get_preview_context(request, mode_name)
        return {**context, "vocabulary": self._meta.verbose_name, "shown": shown}

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Make the key from the transliterated name where the editor gave none."""
        if not self.key and self.name:
            base = ascii_slug(self.name)[:50].strip("-") or "entry"
            self.key = next(key for key in _numbered(base) if not self._others_with(key).exists())
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a key that another concept of the same language has."""
        super().clean()
        if self.key and self._others_with(self.key).exists():
            raise ValidationError({"key": _("Another entry has this key. Choose a different one.")})

    def _others_with(self, key: str) -> models.QuerySet[Any, Any]:
        """Return the other concepts of this vocabulary and language that have a key."""
        return type(self)._default_manager.filter(key=key, locale_id=self.locale_id).exclude(pk=self.pk)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the entry; what follows from it is written in the same transaction (`projects.signal_handlers`)."""
        with transaction.atomic():
            super().save(*args, **kwargs)


class Organisation(Concept):
    """An organisation that takes part in projects or publishes."""

    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True, validators=[country_code])
    kind = models.CharField(
        _("kind"), max_length=20, choices=OrganisationKind.choices, default=OrganisationKind.PUBLIC_AUTHORITY
    )

    panels: ClassVar[list[Any]] = [
        FieldPanel("name"), FieldPanel("short_name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("country")]), FieldPanel("key"),
    ]  # fmt: skip
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        *Concept.override_translatable_fields, SynchronizedField("country"),
    ]  # fmt: skip

    class Meta(Concept.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


class Programme(Concept):
    """A funding programme."""

    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    fund = models.CharField(_("fund"), max_length=255, blank=True)

    panels: ClassVar[list[Any]] = [FieldPanel("name"), FieldPanel("short_name"), FieldPanel("fund"), FieldPanel("key")]

    class Meta(Concept.Meta):
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")


class Topic(Concept):
    """What a page is about."""

    class Meta(Concept.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class Place(Concept):
    """A place with its coordinates (WGS 84, degrees)."""

    kind = models.CharField(_("kind"), max_length=20, choices=PlaceKind.choices, default=PlaceKind.CITY)
    country = models.CharField(_("country"), max_length=2, validators=[country_code])
    latitude = models.DecimalField(
        _("latitude"), max_digits=7, decimal_places=4, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=7, decimal_places=4, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    nuts = models.CharField(
        _("NUTS code"),
        max_length=5,
        blank=True,
        validators=[
            RegexValidator(
                r"^[A-Z]{2}[0-9A-Z]{0,3}$", _("A NUTS code is a country and up to three signs, for example BG311.")
            )
        ],
    )

    panels: ClassVar[list[Any]] = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("country"), FieldPanel("nuts")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("key"),
    ]
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        *Concept.override_translatable_fields, SynchronizedField("country"), SynchronizedField("nuts"),
    ]  # fmt: skip

    class Meta(Concept.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def clean(self) -> None:
        """Refuse a NUTS code of another country, and coordinates that were exchanged."""
        super().clean()
        errors: dict[str, Any] = {}
        prefix = self.nuts[:2]
        if self.country and prefix.isalpha() and prefix != _NUTS_COUNTRIES.get(self.country, self.country):
            errors["nuts"] = _("%(code)s is no code of %(country)s. Correct the code or the country.") % {
                "code": self.nuts,
                "country": country_name(self.country, current_language()),
            }
        if self.latitude is not None and self.longitude is not None and self._is_exchanged():
            errors["latitude"] = _(
                "Latitude and longitude seem to be exchanged: in %(country)s it would be latitude %(latitude)s, "
                "longitude %(longitude)s."
            ) % {
                "country": country_name(self.country, current_language()),
                "latitude": exact_number(self.longitude, current_language()),
                "longitude": exact_number(self.latitude, current_language()),
            }
        if errors:
            raise ValidationError(errors)

    def _is_exchanged(self) -> bool:
        """Tell whether the place lies outside its country, and inside with its coordinates the other way round."""
        as_typed = is_near(self.country, float(self.longitude), float(self.latitude))
        return as_typed is False and is_near(self.country, float(self.latitude), float(self.longitude)) is True


class Unit(Concept):
    """What a figure counts, in each plural form of the language.

    `forms` has a line a plural category of the language, in the order of the Unicode CLDR.
    """

    forms = models.TextField(
        _("forms after a number"),
        help_text=_(
            "One a line, in the order of the language's plural forms, e.g. in English: “participant”, “participants”."
        ),
    )

    panels: ClassVar[list[Any]] = [FieldPanel("name"), FieldPanel("forms"), FieldPanel("key")]

    class Meta(Concept.Meta):
        verbose_name = _("unit")
        verbose_name_plural = _("units")

    def clean(self) -> None:
        """Require a form for each plural category of the row's language."""
        super().clean()
        samples = plural_samples(self.locale.language_code)
        forms = [form.strip() for form in self.forms.splitlines()]
        if len(forms) != len(samples) or not all(forms):
            raise ValidationError(
                {
                    "forms": _("Write one form a line, as this language has it after these numbers: %(numbers)s")
                    % {"numbers": "; ".join(samples)}
                }
            )


class Term(Concept):
    """A concept of the glossary: name, synonyms, forms to avoid and definition in each language."""

    variants = models.TextField(_("variants"), blank=True, help_text=_("Synonyms and abbreviations, one a line."))
    avoid = models.TextField(_("forms to avoid"), blank=True, help_text=_("One a line; readers see them struck out."))
    definition = models.TextField(_("definition"))
    subject = models.ForeignKey(
        Topic, verbose_name=_("subject field"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    panels: ClassVar[list[Any]] = [
        FieldPanel("name"), FieldPanel("definition"), FieldPanel("variants"), FieldPanel("avoid"),
        FieldPanel("subject"), FieldPanel("key"),
    ]  # fmt: skip
    # Synonyms and wrong forms are each language's own: nothing in the source to translate.
    override_translatable_fields: ClassVar[list[BaseTranslatableField]] = [
        *Concept.override_translatable_fields, OwnField("variants"), OwnField("avoid"), SynchronizedField("subject"),
    ]  # fmt: skip

    class Meta(Concept.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")

    @property
    def variant_list(self) -> list[str]:
        """Return the variants one by one."""
        return self.variants.splitlines()

    @property
    def avoid_list(self) -> list[str]:
        """Return the forms to avoid one by one."""
        return self.avoid.splitlines()
