"""A map drawn from coordinates."""

from __future__ import annotations

import pytest

from projects.drawings.maps import HIGHEST, LOWEST, WIDTH, DrawnMap, Spot, drawn

RUSE = Spot(25.95, 43.85, "BG", "Ruse", "en", lead=True)
GIURGIU = Spot(25.97, 43.90, "RO", "Giurgiu", "en")
VIDIN = Spot(22.87, 43.99, "BG", "Vidin", "en")
TRONDELAG = Spot(10.40, 63.43, "NO", "Trøndelag", "en")


def place(shown: DrawnMap, name: str) -> tuple[float, float]:
    found = next(one for one in shown.names if one.text == name)
    return float(found.x), float(found.y)


@pytest.mark.parametrize("spots", [(RUSE,), (RUSE, RUSE), (RUSE, VIDIN), (RUSE, TRONDELAG)])
def test_every_place_lies_within_the_frame(spots: tuple[Spot, ...]) -> None:
    shown = drawn(spots, "en")
    assert LOWEST <= float(shown.height) <= HIGHEST
    assert all(0 < float(spot.x) < WIDTH and 0 < float(spot.y) < float(shown.height) for spot in shown.spots)


def test_north_is_up_and_east_is_right() -> None:
    shown = drawn((VIDIN, RUSE, TRONDELAG), "en")
    assert place(shown, "Trøndelag")[1] < place(shown, "Vidin")[1]
    assert place(shown, "Vidin")[0] < place(shown, "Ruse")[0]


def test_the_countries_of_the_places_are_marked_and_named_in_the_readers_language() -> None:
    shown = drawn((RUSE, VIDIN, GIURGIU), "pl")
    assert {name.text for name in shown.countries if not name.minor} == {"Bułgaria", "Rumunia"}
    assert sum(land.here for land in shown.lands) == len({"BG", "RO"})


def test_names_that_find_no_room_are_left_to_the_list() -> None:
    crowd = tuple(Spot(25.9 + number / 1000, 43.8, "BG", f"A long name {number}", "en") for number in range(40))
    shown = drawn((*crowd, VIDIN), "en")
    assert len(shown.spots) == len(crowd) + 1
    assert len(shown.names) < len(crowd)


def test_names_do_not_cover_one_another() -> None:
    shown = drawn((RUSE, GIURGIU), "en")
    (_, first), (_, second) = place(shown, "Ruse"), place(shown, "Giurgiu")
    assert {name.anchor for name in shown.names} != {"start"} or abs(first - second) >= 13


def test_a_place_at_the_end_of_the_world_is_drawn_without_land() -> None:
    shown = drawn((Spot(-150.0, -40.0, "XX", "Nowhere", "en"),), "en")
    assert shown.lands == ()
    assert len(shown.spots) == 1


def test_only_the_seat_of_the_lead_is_filled() -> None:
    assert drawn((RUSE, VIDIN), "en").has_lead
    assert not drawn((VIDIN,), "en").has_lead
