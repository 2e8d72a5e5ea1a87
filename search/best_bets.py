"""The pages that staff put on top of a search."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from wagtail.models import Page

from cms.visibility import public_pages
from search.models import BestBet, SearchDocument, words_key

MOST = 3


def best_bets(text: str, language: str) -> list[int]:
    """Return the numbers of the public documents that staff put on top for these words: one query."""
    key = words_key(text, language)
    if not key:
        return []
    public = public_pages(Page.objects.filter(pk=OuterRef("page_id")))
    bets = BestBet.objects.filter(language=language, key=key).values("page")
    found = SearchDocument.objects.filter(Exists(public), language=language, page__in=bets)
    return list(found.order_by("pk").values_list("pk", flat=True)[:MOST])
