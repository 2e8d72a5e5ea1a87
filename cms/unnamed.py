"""Models, fields and choosers of packages to which these give no name that could be translated, or say it too early.

Where a package has the word elsewhere, that message is taken; the texts of a chooser are put together when shown.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin.forms.choosers import LocaleFilterMixin
from wagtail.admin.forms.workflows import WorkflowPageForm, WorkflowPagesFormSet
from wagtail.models import Locale
from wagtail.snippets.widgets import AdminSnippetChooser
from wagtail.users.forms import PagePermissionsForm
from wagtail_localize.models import LocaleSynchronization, LocaleSynchronizationModelForm, Translation

upstream_chooser = AdminSnippetChooser.__init__
upstream_filter = LocaleFilterMixin.__init__
CHOOSER = {
    "choose_one_text": "Choose %(object)s",
    "choose_another_text": "Choose another %(object)s",
    "link_to_chosen_text": "Edit this %(object)s",
}
# Messages of the packages; as variables, so that they do not become ours.
LOCALE, LOCALES, PAGE, ENABLED = "locale", "Locales", "Page", "Enabled"


class SynchronizationForm(LocaleSynchronizationModelForm):
    """Asks whether a language takes its content from another; localize adds the question when the form is made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "enabled" in self.fields:
            self.fields["enabled"].label = gettext_lazy(ENABLED)


def install() -> None:
    """Give them their names."""
    name(Locale, gettext_lazy(LOCALE), gettext_lazy(LOCALES))
    name(Translation, gettext_lazy("translation"), gettext_lazy("translations"))
    LocaleSynchronization._meta.get_field("sync_from").verbose_name = gettext_lazy("Content comes from")
    LocaleSynchronization.base_form_class = SynchronizationForm
    for form in (WorkflowPageForm, WorkflowPagesFormSet.form, PagePermissionsForm):
        form.base_fields["page"].label = gettext_lazy(PAGE)
    AdminSnippetChooser.__init__ = say_when_shown
    LocaleFilterMixin.__init__ = name_filter


def name(model: type[Model], singular: Any, plural: Any) -> None:
    """Name a model; what its migrations say of it stays as it is."""
    model._meta.verbose_name, model._meta.verbose_name_plural = singular, plural


def _put_together(text: str, model: type[Model]) -> str:
    return gettext(text) % {"object": model._meta.verbose_name}


put_together = lazy(_put_together, str)


def say_when_shown(self: AdminSnippetChooser, model: Any = None, **kwargs: Any) -> None:
    """Make a chooser of which the texts are put together when it is shown: forms are made while the site starts."""
    upstream_chooser(self, model, **kwargs)
    for attribute, text in CHOOSER.items():
        if attribute not in kwargs:
            setattr(self, attribute, put_together(text, self.model))


def name_filter(self: LocaleFilterMixin, *args: Any, **kwargs: Any) -> None:
    """Make the filter of a chooser, with a name for its choice of language."""
    upstream_filter(self, *args, **kwargs)
    if "locale" in self.fields:
        self.fields["locale"].label = capfirst(gettext(LOCALE))
