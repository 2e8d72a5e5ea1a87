"""Rules that look at a page and its rows together, checked on what an editor is about to save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.models import TranslatableMixin

from cms.addresses import refuse_address_of_the_site
from cms.file_rights import not_allowed
from cms.incomplete import WholeForm
from cms.panels import take_shared_values_out
from cms.typed.fields import DateField


class BrokenRowError(ValidationError):
    """A rule that one row of a page breaks; the form shows it at the row's own field.

    A page reports it under the name of the relation, like the errors of a field.
    """

    def __init__(self, row: Any, field: str, message: Any) -> None:
        super().__init__(message)
        self.row = row
        self.field = field


class LibraryPageForm(WholeForm, WagtailAdminPageForm):
    """The form of every page: checks the page together with the rows that come with it.

    In a translation, what all languages share is not part of it: `shared` tells what that is.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shared = take_shared_values_out(self)
        for name, beside in self.instance.inexact_dates.items():
            if isinstance(field := self.fields.get(name), DateField) and beside in self.fields:
                field.precision = partial(self.data.get, self.add_prefix(beside), "")

    def clean(self) -> dict[str, Any]:
        """Refuse an address below the parent at which no page is ever read; a page that is there tells so itself."""
        cleaned: dict[str, Any] = super().clean()
        if not self.instance.pk:
            refuse_address_of_the_site(self, "slug", self.parent_page)
        return cleaned

    def _post_clean(self) -> None:
        """Check the page as it will be: with the rows that were sent, not those of before."""
        with _rows_as_sent(self):
            super()._post_clean()
            for name in not_allowed(self.instance, self.for_user):
                self.add_error(name if name in self.fields else None, _("Choose a file that you may use."))

    def _update_errors(self, errors: ValidationError) -> None:
        """Show what the page reports: at a field, at a row, or above the form where neither is on it."""
        if hasattr(errors, "error_dict"):
            errors = ValidationError(dict(self._placed(errors.error_dict)))
        super()._update_errors(errors)

    def _placed(self, found: Mapping[str, list[ValidationError]]) -> Iterator[tuple[str, list[ValidationError]]]:
        """Hand the errors of rows to their rows, and return the others by field."""
        of_the_page = list(found.get(NON_FIELD_ERRORS, ()))
        for name, errors in found.items():
            if name == NON_FIELD_ERRORS:
                continue
            if name in self.fields:
                yield name, errors
            else:
                of_the_page += [error for error in errors if not self._hand_to_row(name, error)]
        if of_the_page:
            yield NON_FIELD_ERRORS, of_the_page

    def _hand_to_row(self, relation: str, error: ValidationError) -> bool:
        """Add an error to the form of the row that broke the rule; tell whether there is one."""
        row = getattr(error, "row", None)
        forms = self.formsets[relation].forms if relation in self.formsets else ()
        for form in forms:
            if row is not None and form.instance is row:
                field = getattr(error, "field", None)
                form.add_error(field if field in form.fields else None, error.messages)
                return True
        return False


@contextmanager
def _rows_as_sent(form: LibraryPageForm) -> Iterator[None]:
    """Give the page the valid rows of the form for as long as it is checked.

    Afterwards it has its former ones: the form saves its rows itself, and only if all of it is valid.
    """
    page = form.instance
    kept = page.__dict__.get("_cluster_related_objects")
    page._cluster_related_objects = dict(kept or {})
    try:
        for name, formset in form.formsets.items():
            if issubclass(formset.model, TranslatableMixin):
                setattr(page, name, [row.instance for row in formset.forms if _is_kept(row)])
        yield
    finally:
        if kept is None:
            del page._cluster_related_objects
        else:
            page._cluster_related_objects = kept


def _is_kept(form: Any) -> bool:
    """Tell whether a row's form is valid and stays, rather than deleted or never filled in."""
    is_there = form.instance.pk is not None or form.has_changed()
    return is_there and form.is_valid() and not form.cleaned_data.get(DELETION_FIELD_NAME)
