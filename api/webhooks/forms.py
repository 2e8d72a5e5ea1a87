"""The form of a webhook."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from api.changes import RESOURCES
from api.webhooks.models import Webhook
from cms.kinds import kinds
from cms.models import Event
from cms.presenting import presenters

NONE_IS_ALL = gettext_lazy("Tick none to be told of all.")


def type_choices() -> list[tuple[str, str]]:
    """Return the types of items with what they are called, in the order of the API."""
    names = {kind.name: str(kind.model._meta.verbose_name) for kind in kinds()}
    names |= {one.facet_type: str(one.name) for one in presenters() if one.name}
    return [(name, capfirst(names[name])) for name in RESOURCES]


class Several(forms.MultipleChoiceField):
    """Any number of values, where none means all."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, help_text=NONE_IS_ALL, **kwargs)


class WebhookForm(WagtailAdminModelForm):
    """What somebody decides of a webhook; it writes nothing that the library notes of it meanwhile."""

    types = Several(label=capfirst(gettext_lazy("types of items")), choices=type_choices)
    languages = Several(label=gettext_lazy("Languages"), choices=settings.LANGUAGES)
    events = Several(label=gettext_lazy("Events"), choices=Event.choices)

    class Meta:
        model = Webhook
        fields: ClassVar[list[str]] = ["name", "address", "types", "languages", "events"]
        help_texts: ClassVar[dict[str, Any]] = {
            "address": gettext_lazy("Where messages are sent, such as https://example.org/hook."),
        }

    def save(self, commit: bool = True) -> Any:
        """Save it; of one that stands already these fields alone."""
        if commit and self.instance.pk:
            self.instance.save(update_fields=self._meta.fields)
            return self.instance
        return super().save(commit)
