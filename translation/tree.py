"""Translations stand where their sources stand: in their order, below their parents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from wagtail.models import Page

from translation.privacy import translations


def follow_move(source: Page, parent: Page) -> None:
    """Let the translations of a page that was moved below `parent` follow it, and stand in its order.

    A translation stays where it is as long as the new parent, or the address below it, is not free in its
    language.
    """
    for page in translations(source):
        counterpart = Page.objects.filter(
            translation_key=parent.translation_key, locale_id=page.locale_id, alias_of__isnull=True
        ).first()
        if parent.depth == 1 or counterpart is None or page.is_child_of(counterpart):
            continue
        taken = counterpart.get_children().filter(slug=page.slug).exists()
        if not taken and page.specific.can_move_to(counterpart):
            page.move(counterpart, pos="last-child")
    order_children(parent)


def order_like_source(source: Page, target: Page) -> None:
    """Put the siblings of a new translation in the order of the source's."""
    if target.depth > 2:
        _order(source.get_parent(), target.get_parent())


def order_children(parent: Page) -> None:
    """Put the children of all translations of `parent` in its order."""
    if parent.depth > 1:
        for page in translations(parent):
            _order(parent, page)


def repair_child_counts(pages: Sequence[Page]) -> None:
    """Write how many children pages have where the tree says otherwise: else they vanish from listings."""
    for page in Page.objects.filter(pk__in=[page.pk for page in pages]):
        below = Page.objects.filter(path__startswith=page.path, depth=page.depth + 1).count()
        if page.numchild != below:
            Page.objects.filter(pk=page.pk).update(numchild=below)


def _order(source_parent: Page, target_parent: Page) -> None:
    """Move the fewest children of the target that stand out of the source's order; what it alone has stays."""
    place = {
        key: number for number, key in enumerate(source_parent.get_children().values_list("translation_key", flat=True))
    }
    children = [page for page in target_parent.get_children() if page.translation_key in place]
    staying = {children[number].pk for number in _longest_rise([place[page.translation_key] for page in children])}
    before: Page | None = None
    for page in sorted(children, key=lambda page: place[page.translation_key]):
        if page.pk not in staying:
            moved = Page.objects.get(pk=page.pk)
            if before is not None:
                moved.move(Page.objects.get(pk=before.pk), pos="right")
            else:
                moved.move(Page.objects.get(pk=target_parent.pk), pos="first-child")
        before = page


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return the places of a longest rising subsequence of distinct numbers (patience sorting)."""
    tops: list[int] = []  # the smallest number that ends a rise of each length
    ends: list[int] = []  # where it stands
    back: list[int] = []  # what comes before each number in its rise
    for place, number in enumerate(numbers):
        length = bisect_left(tops, number)
        back.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [number]
        ends[length : length + 1] = [place]
    rise: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        rise.append(place)
        place = back[place]
    return rise
