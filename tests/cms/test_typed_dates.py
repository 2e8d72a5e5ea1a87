"""Dates as each language writes them: read as meant, told in words, or refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.forms import DateField
from django.utils.translation import override

from cms.typed.dates import Precision, in_words, moment_in_words, read_date, read_moment

JUNE = date(2026, 6, 30)
IN_WORDS = {
    "bg": "вторник, 30 юни 2026 г.",
    "en": "Tuesday, 30 June 2026",
    "lv": "otrdiena, 2026. gada 30. jūnijs",
    "nb": "tirsdag 30. juni 2026",
    "pl": "wtorek, 30 czerwca 2026",
    "ro": "marți, 30 iunie 2026",
}
USUAL = {
    "bg": [
        "30.06.2026 г.",
        "30.6.2026г.",
        "30 юни 2026 г.",
        "30 юни 2026 година",
        "вторник, 30 юни 2026 г.",
        "30 VI 2026",
    ],
    "en": ["30 June 2026", "30th of June 2026", "June 30, 2026", "Tue 30 Jun 2026", "30/06/2026", "30 JUNE 2026"],
    "lv": ["2026. gada 30. jūnijs", "otrdiena, 2026. gada 30. jūnijs", "30.06.2026.", "2026. g. 30. jūn."],
    "nb": ["30. juni 2026", "tirsdag 30. juni 2026", "den 30. juni 2026", "30/6-2026", "30.6.2026"],
    "pl": ["30 czerwca 2026", "30 czerwca 2026 r.", "wtorek, 30 czerwca 2026 roku", "30 cze 2026", "30.VI.2026"],
    "ro": ["30 iunie 2026", "marți, 30 iunie 2026", "marti 30 iunie 2026", "30 iun. 2026", "30.06.2026"],
}
EVERYWHERE = [
    "2026-06-30",
    "2026-6-30",
    "2026.06.30",
    "30.06.2026",
    "30/06/2026",
    "30-06-2026",
    "30–06–2026",
    " 30. 06. 2026 ",
]
NO_DATES = [
    "2030-13-45", "31.06.2026", "29.02.2026", "06/30/2026", "30.06.26", "30.06.0026", "30.06.20260", "0", "30.06",
    "1 2 2026", "30 juni juli 2026", "30 foo 2026", "tomorrow", "٣٠.٠٦.٢٠٢٦", "30.06.2026 extra",
    "-", "9" * 5000, "30.06.2026\x00",
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "typed"),
    [(language, typed) for language in USUAL for typed in USUAL[language] + EVERYWHERE + [IN_WORDS[language]]],
)
def test_a_date_is_read_as_the_language_writes_it(language: str, typed: str) -> None:
    written = read_date(typed, language)
    assert (written.day, written.precision) == (JUNE, Precision.DAY)


@pytest.mark.parametrize(("language", "words"), IN_WORDS.items())
def test_a_date_is_told_in_words(language: str, words: str) -> None:
    assert in_words(read_date("2026-06-30", language), language).replace("\u202f", " ") == words


@pytest.mark.parametrize("language", USUAL)
@pytest.mark.parametrize("typed", NO_DATES)
def test_what_is_no_date_is_refused_with_two_examples(language: str, typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        read_date(typed, language)
    (message,) = refused.value.messages
    assert "2026-06-30" in message
    assert ("30/06/2026" if language == "en" else "30.06.2026") in message
    assert len(message) < 250


@pytest.mark.parametrize(
    ("language", "typed", "words"),
    [
        ("pl", "czerwiec 2026", "czerwiec 2026"),
        ("pl", "06.2026", "czerwiec 2026"),
        ("bg", "юни 2026 г.", "юни 2026 г."),
        ("lv", "2026. gada jūnijs", "2026. gada jūnijs"),
        ("nb", "juni 2026", "juni 2026"),
        ("ro", "iunie 2026", "iunie 2026"),
        ("en", "June 2026", "June 2026"),
        ("en", "2026-06", "June 2026"),
    ],
)
def test_a_month_is_read_as_a_month(language: str, typed: str, words: str) -> None:
    written = read_date(typed, language)
    assert (written.day, written.precision) == (date(2026, 6, 1), Precision.MONTH)
    assert in_words(written, language).replace("\u202f", " ").replace("\xa0", " ") == words


@pytest.mark.parametrize("language", USUAL)
def test_a_year_is_read_as_a_year(language: str) -> None:
    assert read_date("2026", language).precision == Precision.YEAR


def test_another_languages_month_is_read_where_its_name_means_one_month() -> None:
    assert read_date("30 czerwca 2026", "en").day == JUNE


def test_a_short_name_that_is_a_day_and_a_month_is_read_by_its_place() -> None:
    assert read_date("3 mar. 2026", "ro").day == date(2026, 3, 3)
    assert read_date("mar. 30 iun. 2026", "ro").day == JUNE


def test_a_weekday_that_does_not_fit_is_refused_with_the_one_that_does() -> None:
    with pytest.raises(ValidationError, match="wtorek, 30 czerwca 2026"):
        read_date("środa, 30 czerwca 2026", "pl")


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("pl", "30.06.2026 14:30"),
        ("pl", "30 czerwca 2026, godz. 14:30"),
        ("bg", "30.06.2026 г., 14:30 ч."),
        ("lv", "2026. gada 30. jūnijs plkst. 14:30"),
        ("nb", "30. juni 2026 kl. 14.30"),
        ("ro", "30.06.2026, ora 14:30"),
        ("en", "30 June 2026 2.30 pm"),
        ("en", "2026-06-30 14:30"),
        ("en", "2026-06-30T14:30:00"),
    ],
)
def test_a_day_with_its_hour_is_read_as_the_language_writes_it(language: str, typed: str) -> None:
    assert read_moment(typed, language) == datetime(2026, 6, 30, 14, 30)  # noqa: DTZ001  the zone is the person's


def test_a_day_with_its_hour_is_told_in_words() -> None:
    assert moment_in_words(read_moment("2026-06-30 14:30", "pl"), "pl") == "wtorek, 30 czerwca 2026, 14:30"


@pytest.mark.parametrize(
    "typed",
    ["30.06.2026", "2026-06-30", "2026-06-30 25:00", "2026-13-45 10:00", "czerwiec 2026 10:00", "10:00", "30 06.20"],
)
def test_a_day_without_its_hour_is_no_moment(typed: str) -> None:
    with pytest.raises(ValidationError):
        read_moment(typed, "pl")


@pytest.mark.parametrize("language", USUAL)
def test_a_field_of_djangos_own_never_takes_the_month_first(language: str) -> None:
    with override(language):
        assert DateField().clean("06.07.2026") == DateField().clean("2026-07-06") == date(2026, 7, 6)
        for typed in ("06/07/2026", "06-07-2026"):
            with suppress(ValidationError):
                assert DateField().clean(typed) == date(2026, 7, 6)
