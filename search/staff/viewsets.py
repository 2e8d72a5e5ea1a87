"""The best bets in the administration."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from search.models import BestBet


class BestBetCreateView(CreateView):
    """Adds a best bet; the report on what people search for links to it with the words."""

    def get_initial_form_instance(self) -> Any:
        """Return a new best bet with the words that the address has."""
        return BestBet(words=self.request.GET.get("words", "")[:200])

    def get_form_kwargs(self) -> dict[str, Any]:
        """Fill the form with these words."""
        kwargs: dict[str, Any] = super().get_form_kwargs()
        if self.request.method == "GET":
            kwargs["instance"] = self.get_initial_form_instance()
        return kwargs


class BestBetViewSet(SnippetViewSet):
    """Best bets by language."""

    model = BestBet
    icon = "pick"
    menu_label = _("Best bets")
    menu_order = 260
    add_to_admin_menu = True
    add_view_class = BestBetCreateView
    list_display: ClassVar[list[str]] = ["words", "page", "language"]
    list_filter: ClassVar[list[str]] = ["language"]
    search_fields: ClassVar[list[str]] = ["words"]
    copy_view_enabled = False
