"""Bulgarian in Latin letters and with the keyboard's other layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.skeleton import other_layouts, skeleton, skeletons, spellings


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("община", ["obshtina", "ob6tina"]),
        ("информация", ["informatsiya", "informacia", "informaciq", "informacija", "informatsia"]),
        ("чуждестранен", ["chuzhdestranen", "4ujdestranen", "chujdestranen"]),
        ("ъгъл", ["agal", "ygyl", "ugul"]),
        ("живот", ["zhivot", "jivot"]),
        ("щастие", ["shtastie", "6tastie"]),
        ("цени", ["tseni", "ceni"]),
        ("хора", ["hora", "xora"]),
        ("вода", ["voda", "woda"]),
        ("юли", ["yuli", "iuli", "uli", "juli"]),
        ("йога", ["yoga", "joga", "ioga"]),
        ("синьо", ["sinyo", "sinio", "sinjo"]),
        ("училище", ["uchilishte", "u4ili6te"]),
        ("богатство", ["bogatstvo"]),
    ],
)
def test_every_way_of_writing_has_the_skeleton_of_the_word(word: str, typed: list[str]) -> None:
    assert [one for one in typed if skeleton(word) not in skeletons(one)] == []


@pytest.mark.parametrize(
    "word", ["общината", "инвеститорите", "обучението", "чуждестранни", "животновъдство", "дългосрочен"]
)
def test_a_skeleton_leads_back_to_the_word(word: str) -> None:
    assert word in spellings(skeleton(word))


@given(st.text(alphabet="abvgdejziyklmnoprstufhcqwx46u", min_size=1, max_size=60))
def test_any_word_has_a_bounded_number_of_readings(word: str) -> None:
    readings = skeletons(word)
    assert 0 < len(readings) <= 25
    assert len(list(spellings(readings[0]))) <= 64


@pytest.mark.parametrize(
    ("typed", "layout", "meant"),
    [
        ("f/yrkr", "BDS", "общини"),
        ("ob]ini", "phonetic", "общини"),
        ("ob]ina smolqn", "phonetic", "община смолян"),
        ("ob]ina", "new phonetic", "община"),
    ],
)
def test_keys_of_the_latin_layout_are_those_of_a_bulgarian_one(typed: str, layout: str, meant: str) -> None:
    assert dict(other_layouts(typed, in_cyrillic=False))[layout] == meant


@pytest.mark.parametrize(
    ("typed", "layout", "meant"), [("реъинкдв", "BDS", ",ecryui"), ("инвестор", "phonetic", "inwestor")]
)
def test_keys_of_a_bulgarian_layout_are_those_of_the_latin_one(typed: str, layout: str, meant: str) -> None:
    written = dict(other_layouts(typed, in_cyrillic=True))[layout]
    assert dict(other_layouts(written, in_cyrillic=False))[layout] == typed
