"""The forms of jobs: a new one, and what is done with one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from cms.typed.fields import DateField
from translation.enums import JobEventKind
from translation.jobs.mail import KINDS
from translation.jobs.models import Job, MutedMail
from translation.jobs.people import name, translators_into

NOBODY = gettext_lazy("Nobody yet: whoever takes it")

REMARK = forms.CharField(
    max_length=2_000, error_messages={"required": gettext_lazy("Write in the remark what is to be changed.")}
)


class PersonField(forms.ModelChoiceField):
    """Somebody who translates into a language."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the person's name."""
        return name(obj)


class JobForm(forms.ModelForm[Job]):
    """A new job: its name, date and note, and who translates into each language."""

    due = DateField(required=False, label=gettext_lazy("Due"))

    class Meta:
        model = Job
        fields: ClassVar[list[str]] = ["name", "due", "note"]
        widgets: ClassVar[dict[str, Any]] = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, locales: Sequence[Locale], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.locales = locales
        for locale in locales:
            self.fields[f"person_{locale.language_code}"] = PersonField(
                translators_into(locale), required=False, empty_label=NOBODY,
                label=_("Translator into %(language)s") % {"language": locale.get_display_name()},
            )  # fmt: skip

    def clean_due(self) -> Any:
        """Refuse a day that has passed."""
        due = self.cleaned_data["due"]
        if due and due < timezone.localdate():
            raise ValidationError(_("This day has passed. Choose today or a later one."))
        return due

    @property
    def people(self) -> dict[Locale, Any]:
        """Return who was chosen for each language, None where nobody was."""
        return {locale: self.cleaned_data[f"person_{locale.language_code}"] for locale in self.locales}

    def person(self, locale: Locale) -> Any:
        """Return the field that asks for the person of a language."""
        return self[f"person_{locale.language_code}"]


class MailForm(forms.Form):
    """Which mail about jobs a person wants; a part of their account."""

    assigned = forms.BooleanField(required=False, label=gettext_lazy("Pieces of a job are mine now"))
    returned = forms.BooleanField(required=False, label=gettext_lazy("Pieces of mine were returned with a remark"))
    closed = forms.BooleanField(required=False, label=gettext_lazy("A job with pieces of mine was closed"))

    def __init__(self, *args: Any, instance: Any, **kwargs: Any) -> None:
        self.user = instance
        muted = set(MutedMail.objects.filter(user=instance).values_list("kind", flat=True))
        kwargs["initial"] = {kind.value: kind not in muted for kind in KINDS}
        super().__init__(*args, **kwargs)

    def save(self) -> None:
        """Keep what is not wanted."""
        wanted = [JobEventKind(kind) for kind in KINDS if self.cleaned_data[kind]]
        MutedMail.objects.filter(user=self.user, kind__in=wanted).delete()
        muted = [MutedMail(user=self.user, kind=kind) for kind in KINDS if kind not in wanted]
        MutedMail.objects.bulk_create(muted, ignore_conflicts=True)


def person_of(key: str, locales: Sequence[Locale]) -> Any:
    """Return the user with a key who may translate into all of some languages, None where there is none."""
    found = get_user_model()._default_manager.filter(pk__in=[int(key)] if key.isascii() and key.isdigit() else [])
    for locale in locales:
        found = found.filter(pk__in=translators_into(locale).values("pk"))
    return found.first()
