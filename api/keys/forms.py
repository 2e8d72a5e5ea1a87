"""The form of a key."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from api.models import ApiKey
from cms.formats import number

USUALLY_VALID = timedelta(days=365)


class KeyForm(WagtailAdminModelForm):
    """Who uses a key, until when and how often."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial.setdefault("expires_on", timezone.localdate() + USUALLY_VALID)
        usual = number(settings.API_KEY_REQUESTS_A_MINUTE)
        self.fields["requests_a_minute"].help_text = _("If left empty: %(number)s.") % {"number": usual}

    def clean_name(self) -> str:
        """Return the name; raises ValidationError where another key has it, so that a form sent twice makes one key."""
        name = str(self.cleaned_data["name"])
        others = ApiKey.objects.filter(revoked_at=None).exclude(pk=self.instance.pk)
        if name.casefold() in {other.casefold() for other in others.values_list("name", flat=True)}:
            raise ValidationError(_("There is a key with this name already. Choose a name that tells them apart."))
        return name

    def clean_expires_on(self) -> date:
        """Return the last day; raises ValidationError where it was changed to one that is over."""
        last: date = self.cleaned_data["expires_on"]
        if "expires_on" in self.changed_data and last < timezone.localdate():
            raise ValidationError(_("This day has passed. Enter a later one."))
        return last
