"""Preview links in the administration: the panel of the editor, and the button in menus of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.ui.side_panels import BaseSidePanel

from cms.models.previews import PreviewLink
from cms.previews.front_ends import address_at, front_end_for
from cms.previews.links import DAYS, USUAL_DAYS, living, may_edit, token_of
from cms.site_addresses import whole

ADDRESS_NAME = "preview_links"
FORM = "preview-links"  # the form that the fields belong to; in the editor there is none, and a script sends them


def _choices() -> list[tuple[int, str]]:
    return [(days, ngettext("%(count)s day", "%(count)s days", days) % {"count": days}) for days in DAYS]


class LinkForm(forms.Form):
    """For how long a link works."""

    days = forms.ChoiceField(
        label=_("Works for"),
        choices=_choices,
        initial=USUAL_DAYS,
        widget=forms.Select({"form": FORM, "id": "id_preview_days"}),
    )


@dataclass(frozen=True)
class ShownLink:
    """A link in the list: its addresses with what shows the draft there, none where somebody else made it."""

    link: PreviewLink
    addresses: list[tuple[str, str]]


def links_context(page: Any, user: Any) -> dict[str, Any]:
    """Return what the list of a page's links shows to somebody; only who made a link is given its address."""
    front_end = front_end_for(page)

    def addresses(link: PreviewLink) -> list[tuple[str, str]]:
        if link.made_by_id != user.pk:
            return []
        here = (str(_("This site")), whole(f"{reverse('preview')}?token={token_of(link)}"))
        return [here, (front_end.name, address_at(front_end, page, link))] if front_end else [here]

    return {
        "page": page,
        "links": [ShownLink(link, addresses(link)) for link in living(page)],
        "address": reverse(ADDRESS_NAME, args=[page.pk]),
        "form": LinkForm(),
        "form_id": FORM,
    }


class PreviewLinksSidePanel(BaseSidePanel):
    """The links of a page beside its editor."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it."""

        aria_label = _("Toggle preview links")
        icon_name = "link"
        has_counter = False

    name = "preview-links"
    title = _("Preview links")
    template_name = "cms/previews/panel.html"
    order = 410  # after the preview

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add the links."""
        return {**super().get_context_data(parent_context), **links_context(self.object, self.request.user)}


class PreviewLinksButton(PageMenuItem):
    """The way to a page's links from where it is listed."""

    label = _("Preview links")
    icon_name = "link"
    url_name = ADDRESS_NAME

    def is_shown(self, user: Any) -> bool:
        """Tell whether the user may make a link."""
        return self.page.depth > 1 and may_edit(user, self.page)
