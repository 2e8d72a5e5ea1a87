"""What we change in Wagtail where it leaves no other place for it; done once all models are there."""

from __future__ import annotations

from wagtail.admin.rich_text.converters import contentstate
from wagtail.contrib.redirects.models import Redirect

from cms import destinations, spreadsheets


def install() -> None:
    """Have Wagtail follow the rules of this site.

    The editor of running text drops an address that it does not like, and the editor's link with it, without a
    word; here it is kept until the text's own check refuses it. A redirect is checked as any other address.
    """
    contentstate.check_url = lambda address: address
    Redirect._meta.get_field("redirect_link").validators.append(destinations.check)
    spreadsheets.install()
