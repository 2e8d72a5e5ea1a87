"""Which mail a person wants, in their account."""

from __future__ import annotations

from django.utils.translation import gettext_lazy
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from translation.jobs.forms import MailForm
from translation.translators import translates


class MailPanel(BaseSettingsPanel):
    """Asks those who translate."""

    name = "translation_mail"
    title = gettext_lazy("Mail about translations")
    tab = notifications_tab
    order = 200
    form_class = MailForm

    def is_active(self) -> bool:
        """Show it to who translates."""
        return translates(self.user)
