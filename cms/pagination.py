"""The pages of a list: which of them are offered as links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

AROUND = 2  # links on either side of the shown page


@dataclass(frozen=True)
class PageLink:
    """A page of a list with its address; a gap between links has neither."""

    number: int | None = None
    address: str = ""


@dataclass(frozen=True)
class Pagination:
    """The pages of a list around the shown one, the first and the last of them always."""

    number: int
    count: int
    links: tuple[PageLink, ...]
    previous: str
    next: str


def paginated(number: int, count: int, address: Callable[[int], str]) -> Pagination:
    """Return the pagination of a list of `count` pages that shows page `number`.

    `address` gives the address of a page. A gap never stands for a single page.
    """
    shown = {1, count, *range(max(1, number - AROUND), min(count, number + AROUND) + 1)}
    shown |= {page for page in range(2, count) if {page - 1, page + 1} <= shown}
    links: list[PageLink] = []
    for page in sorted(shown):
        if links and links[-1].number != page - 1:
            links.append(PageLink())
        links.append(PageLink(page, address(page)))
    return Pagination(
        number,
        count,
        tuple(links),
        address(number - 1) if number > 1 else "",
        address(number + 1) if number < count else "",
    )
