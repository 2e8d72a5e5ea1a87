"""Addresses are transliterated ASCII."""

from __future__ import annotations

import pytest

from cms.slugs import ascii_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Стандарти за обслужване", "standarti-za-obsluzhvane"),
        ("Информация за общината", "informatsia-za-obshtinata"),
        ("Ъгъл, щит и яйце", "agal-shtit-i-yaytse"),
        ("Łódź i Gdańsk", "lodz-i-gdansk"),
        ("Trøndelag på ny", "trondelag-pa-ny"),
        ("Ārvalstu ieguldījumi", "arvalstu-ieguldijumi"),
        ("Achiziții și țări", "achizitii-si-tari"),
        ("…", ""),
        ("🦊 2026", "2026"),
    ],
)
def test_a_title_becomes_words_in_ascii(text: str, slug: str) -> None:
    assert ascii_slug(text) == slug
