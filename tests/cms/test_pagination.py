"""Which pages of a list are offered."""

from __future__ import annotations

import pytest

from cms.pagination import paginated


@pytest.mark.parametrize(
    ("number", "count", "offered"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (9, 20, [1, None, 7, 8, 9, 10, 11, None, 20]),
        (20, 20, [1, None, 18, 19, 20]),
    ],
)
def test_the_first_the_last_and_those_around_are_offered_and_no_gap_hides_one_page(
    number: int, count: int, offered: list[int | None]
) -> None:
    assert [link.number for link in paginated(number, count, str).links] == offered


def test_the_ends_have_no_way_beyond_them() -> None:
    assert paginated(1, 3, str).previous == ""
    assert paginated(1, 3, str).next == "2"
    assert paginated(3, 3, str).next == ""
