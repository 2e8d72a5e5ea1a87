"""A form that did not arrive whole: a connection that broke, a limit on the way, a script that failed.

The widgets of bodies, tables and rich text read many fields each, and fail where one is missing or
damaged. What they fail with is told to the person who sent it; nothing of the form is saved.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import get_language

# What the widgets of Wagtail raise for what no browser of an editor sends.
DAMAGES = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, ValidationError)


class IncompleteFormError(BadRequest):
    """A form that cannot be read; `part` is what an editor calls the damaged part of it."""

    def __init__(self, part: str) -> None:
        super().__init__(f"The part {part!r} of a form is missing or damaged.")
        self.part = part
        self.language = get_language()  # the person's own, which ends with the view


class WholeForm:
    """A form that reads all that was sent before it looks at any of it; raises IncompleteFormError."""

    def full_clean(self) -> None:
        """Check what was sent once all of it can be read."""
        if self.is_bound:  # type: ignore[attr-defined]  # a form's
            _read(self)
        super().full_clean()  # type: ignore[misc]  # a form's


def _read(form: Any) -> None:
    """Read each field of a form and of its rows, whose number is taken from what was sent."""
    for name, field in form.fields.items():
        try:
            field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        except DAMAGES as damage:
            raise IncompleteFormError(str(field.label or name)) from damage
    for rows in getattr(form, "formsets", {}).values():
        try:
            forms = rows.forms
        except DAMAGES as damage:
            raise IncompleteFormError(str(rows.model._meta.verbose_name_plural)) from damage
        for row in forms:
            _read(row)


def read_extra_data(sent: str, known: set[str], part: str) -> dict[str, Any]:
    """Return what a decision carries along, such as a remark; raises IncompleteFormError."""
    try:
        data = json.loads(sent)
        unknown = data.keys() - known
    except (ValueError, AttributeError) as damage:
        raise IncompleteFormError(part) from damage
    if unknown:
        raise IncompleteFormError(part)
    return dict(data)


class IncompleteFormMiddleware:
    """Tell a form from which a field is missing that a view of Wagtail asks for unseen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer as ever."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Take a missing field for what it is: no fault of the program."""
        if isinstance(exception, MultiValueDictKeyError) and request.method == "POST":
            raise IncompleteFormError(str(exception.args[0]).strip("'")) from exception
