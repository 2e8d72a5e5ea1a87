"""Form fields that read what people write, and their inputs, which say next to them how it was read.

Every form of the administration has them for dates, hours and numbers. The server reads; `typed.js` asks
it while somebody types, and without scripts the form says the same when it comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Self

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms.utils import from_current_timezone
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from cms.formats import exact_number
from cms.languages import current_language
from cms.typed import countries, dates
from cms.typed.dates import Precision, WrittenDate
from cms.typed.numbers import read_number

FROM_HERE_GROUPED = 10_000  # smaller ones may be years


def said(kind: str, typed: str, places: int | None = None) -> str:
    """Return how something that was typed is read, in words; raises ValidationError where it cannot be."""
    language = current_language()
    if kind == "date":
        return dates.in_words(dates.read_date(typed, language), language)
    if kind == "moment":
        return dates.moment_in_words(dates.read_moment(typed, language), language)
    if kind == "country":
        return countries.in_words(countries.read_country(typed, language), language)
    return exact_number(read_number(typed, language, places), language)


KINDS = ("date", "moment", "number", "country")


class Said(forms.Widget):
    """An input that says next to it how its value was read."""

    kind: ClassVar[str]
    template_name = "cms/widgets/said.html"
    input_template: ClassVar[str] = "django/forms/widgets/text.html"
    places: int | None = None

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the words, and where a script asks for those of another value."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["input_template"] = self.input_template
        widget["attrs"] |= {"data-said": self.kind, "data-said-address": reverse("said")}
        if self.places is not None:
            widget["attrs"]["data-said-places"] = str(self.places)
        typed = str(widget["value"] or "").strip()
        widget["said"] = self.words(typed) if typed else ""
        return context

    def words(self, typed: str) -> str:
        """Return how a value is read; nothing where it cannot be, which the error beside it tells."""
        try:
            return said(self.kind, typed, self.places)
        except ValidationError:
            return ""


class DateInput(Said, AdminDateInput):
    """A day, with Wagtail's calendar, which no longer turns into today what it cannot read."""

    kind = "date"
    input_template = "wagtailadmin/widgets/date_input.html"

    def get_config(self) -> dict[str, Any]:
        """Leave alone what was typed when the field is left."""
        return {**super().get_config(), "validateOnBlur": False}


class MomentInput(Said, AdminDateTimeInput):
    """A day with its hour."""

    kind = "moment"
    input_template = "wagtailadmin/widgets/datetime_input.html"

    @classmethod
    def in_place_of(cls, given: AdminDateTimeInput) -> Self:
        """Return ours with what Wagtail gave to its own."""
        ours = cls(attrs=given.attrs)
        ours.js_overlay_parent_selector = given.js_overlay_parent_selector
        return ours

    def get_config(self) -> dict[str, Any]:
        """Leave alone what was typed when the field is left."""
        return {**super().get_config(), "validateOnBlur": False}


class NumberInput(Said, forms.TextInput):
    """A number as the language writes it; the browser's own field for numbers drops blanks and commas."""

    kind = "number"

    def __init__(self, attrs: Mapping[str, Any] | None = None, places: int | None = None) -> None:
        super().__init__({"inputmode": "numeric" if places == 0 else "decimal", "autocomplete": "off", **(attrs or {})})
        self.places = places

    def format_value(self, value: Any) -> str | None:
        """Return a stored number as it is read, thousands parted; what was typed stays as it was."""
        if isinstance(value, int | float | Decimal):
            value = Decimal(str(value))
            if abs(value) < FROM_HERE_GROUPED and value == value.to_integral_value():
                return str(int(value))
            return exact_number(value, current_language())
        return str(value) if value not in (None, "") else None

    def words(self, typed: str) -> str:
        """Say nothing where the field itself shows the number like that."""
        words = super().words(typed)
        return "" if words == typed else words


class CountryInput(Said, forms.TextInput):
    """A country: its letters or its name."""

    kind = "country"


class DateField(forms.DateField):
    """A day as each language writes it, or a month or a year where `precision` says that no more is known."""

    widget = DateInput
    # Asked for how exactly the date is said to be known; None where it has to be a day.
    precision: Callable[[], str] | None = None

    def to_python(self, value: Any) -> date | None:
        """Return the day; raises ValidationError where what was typed cannot be read, or names no day."""
        if value in self.empty_values or isinstance(value, date):
            found: date | None = super().to_python(value)
            return found
        if not str(value).strip():
            return None
        written = dates.read_date(str(value), current_language())
        self._check_precision(written, str(value))
        return written.day

    def _check_precision(self, written: WrittenDate, typed: str) -> None:
        if written.precision == Precision.DAY:
            return
        if self.precision is None:
            raise ValidationError(dates.no_day(typed), code="invalid")
        if written.precision != self.precision():
            raise ValidationError(
                _("“%(typed)s” names no day. Enter it, or choose beside it how exactly the dates are known."),
                code="invalid",
                params={"typed": typed},
            )


class MomentField(forms.DateTimeField):
    """A day with its hour as each language writes it."""

    widget = MomentInput

    def __init__(self, **kwargs: Any) -> None:
        given = kwargs.get("widget")
        if isinstance(given, AdminDateTimeInput) and not isinstance(given, MomentInput):
            kwargs["widget"] = MomentInput.in_place_of(given)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment in the person's time zone; raises ValidationError where it cannot be read."""
        if value in self.empty_values or isinstance(value, date):
            found: datetime | None = super().to_python(value)
            return found
        if not str(value).strip():
            return None
        return from_current_timezone(dates.read_moment(str(value), current_language()))


class _Number:
    """What both kinds of numbers have in common."""

    places: int | None
    fits: Callable[[Decimal], bool]

    def read(self, value: Any) -> Decimal | None:
        """Return the number; raises ValidationError where what was typed is none, or two."""
        if value is None or not str(value).strip():
            return None
        if isinstance(value, int | float | Decimal):
            return Decimal(str(value))
        return read_number(str(value), current_language(), self.places, self.fits)


class DecimalField(_Number, forms.DecimalField):
    """A number with decimals."""

    def __init__(self, *, fits: Callable[[Decimal], bool] = lambda _value: True, **kwargs: Any) -> None:
        self.fits = fits
        self.places = kwargs.get("decimal_places")
        kwargs.setdefault("widget", NumberInput(places=self.places))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs take it for a whole one
        """Return the number as it was typed."""
        return self.read(value)


class IntegerField(_Number, forms.IntegerField):
    """A whole number."""

    places = 0

    def __init__(self, *, fits: Callable[[Decimal], bool] = lambda _value: True, **kwargs: Any) -> None:
        self.fits = fits
        kwargs.setdefault("widget", NumberInput(places=0))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        """Return the number; raises ValidationError at decimals."""
        found = self.read(value)
        if found is not None and found != found.to_integral_value():
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return None if found is None else int(found)


class CountryField(forms.CharField):
    """A country by its letters or its name in any of our languages; its value are the letters."""

    widget = CountryInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "max_length": 100, "validators": ()})

    def to_python(self, value: Any) -> str:
        """Return the country's two letters."""
        typed = super().to_python(value) or ""
        return countries.read_country(typed, current_language()) if typed else ""


def _fits(db_field: models.Field[Any, Any]) -> Callable[[Decimal], bool]:
    """Return whether a number lies between what the field of a model takes at least and at most."""
    limits = [one for one in db_field.validators if isinstance(one, MinValueValidator | MaxValueValidator)]

    def fits(value: Decimal) -> bool:
        for limit in limits:
            try:
                limit(value)
            except ValidationError:
                return False
        return True

    return fits


def _number_field(form_class: type[DecimalField | IntegerField]) -> Callable[[models.Field[Any, Any]], dict[str, Any]]:
    def override(db_field: models.Field[Any, Any]) -> dict[str, Any]:
        # Ports and the like of Wagtail's own models are no numbers that anybody reads.
        if db_field.model.__module__.partition(".")[0] == "wagtail":
            return {}
        return {"form_class": form_class, "fits": _fits(db_field)}

    return override


_OVERRIDES: dict[type[models.Field[Any, Any]], Any] = {
    models.DateField: {"form_class": DateField, "widget": DateInput},
    models.DateTimeField: {"form_class": MomentField, "widget": MomentInput},
    models.DecimalField: _number_field(DecimalField),
    models.IntegerField: _number_field(IntegerField),
}
for _db_field, _override in _OVERRIDES.items():
    register_form_field_override(_db_field, override=_override)
