"""Dates, times, amounts and long numbers: each has one form, in whichever usual way of six languages it is written.

"20.04.2017", "20 kwietnia 2017 r." and "April 20, 2017" are one day, "10.30" and "10:30" one time, "1 250 000" and
"1,25 mln" one amount, "978-954-92101-7-5" and "9789549210175" one number. A text is found by these forms beside its
words. Where something is read that was not meant, a form is added for which nobody searches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from search.analysis.normalise import fold, normalise
from search.analysis.numbers import DECIMAL_SIGN, NUMBER, in_figures

# The names of months in all six languages and their abbreviations; a hyphen stands for up to three letters more.
_MONTHS = (
    "januar- janvar- ianuar- styczeń stycznia styczniu януари jan ian stycz sty яну",
    "februar- luty lutego lutym февруари feb febr lut фев февр",
    "march mars marts marta martā martu martie marzec marca marcu март mar мар",
    "april- kwiecień kwietnia kwietniu април apr kwi апр",
    "may mai maj maja maju maijs maija maijā maiju май",
    "june juni junij- iunie czerwiec czerwca czerwcu юни jun iun cze",
    "july juli julij- iulie lipiec lipca lipcu юли jul iul lip",
    "august- sierpień sierpnia sierpniu август aug sie авг",
    "september septembr- wrzesień września wrześniu септември sep sept wrz сеп септ",
    "october oktober oktobr- octombrie październik październik- октомври oct okt paź окт",
    "november novembr- noiembrie listopad listopad- ноември nov noi lis ное ноем",
    "december desember decembr- grudzień grudnia grudniu декември dec des gru дек",
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# What multiplies an amount; a hyphen stands for any letters.
_TIMES = {
    3: "thousand- хил хиляд- tys tysi- tūkst- tukst- tusen mii",
    6: "million- mill milj- mil mln milion- milioane млн милион-",
    9: "billion- mld mrd miliard- milliard- miljard- млрд милиард-",
}
# The dialling codes of the countries of the six languages: they end where the rest of a number in one piece begins.
_COUNTRIES = ("359", "371", "40", "44", "47", "48")

_BLANK = "[ \u00a0\u2009\u202f]"
_DASH = r"[\-‐‑–−]"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_YEAR = r"(?:1[0-9]|2[0-9])[0-9]{2}"
_NAME = r"[^\W\d_]{3,12}"
_NO_MORE = r"(?![0-9]|[.:/\-][0-9])"
_OF_YEAR = rf"(?:{_BLANK}?(?:г|год|година|r|roku)\b\.?)?"  # "г." of "2017 г."
_FIRST = rf"(?:(?P<first>{_DAY})\.?{_BLANK}?{_DASH}{_BLANK}?)?"  # "20–" of "20–22 April 2017"

_DATES = [
    re.compile(pattern)
    for pattern in (
        # 20.04.2017, 20. 4. 2017, 20/04/2017, 20-04-2017, 20.IV.2017, 20–22.04.2017, 20.04.17
        rf"(?<![0-9])(?<![0-9][.:/\-]){_FIRST}(?P<day>{_DAY})(?P<sign>[./\-]){_BLANK}?"
        rf"(?P<month>[0-9]{{1,2}}|[IVX]{{1,4}})(?P=sign){_BLANK}?(?P<year>{_YEAR}|(?<=[./])[0-9]{{2}}){_NO_MORE}{_OF_YEAR}",
        # 2017-04-20, 2017.04.20, 2017/04/20
        rf"(?<![0-9])(?<![0-9][.:/\-])(?P<year>{_YEAR})(?P<sign>[./\-])(?P<month>[01]?[0-9])(?P=sign)"
        rf"(?P<day>{_DAY}){_NO_MORE}",
        # 20 April 2017, 20. april 2017, 20th of April 2017, 20 апр. 2017, 20 IV 2017, 20–22 April 2017
        rf"(?<![0-9])(?<![0-9][.:/\-]){_FIRST}(?P<day>{_DAY})(?:\.|st|nd|rd|th)?{_BLANK}(?:of{_BLANK}|de{_BLANK})?"
        rf"(?P<month>{_NAME}|[IVX]{{1,4}})\.?,?{_BLANK}(?P<year>{_YEAR})(?![0-9]){_OF_YEAR}",
        # April 20, 2017
        rf"(?<!\w)(?P<month>{_NAME})\.?{_BLANK}(?P<day>{_DAY})(?:st|nd|rd|th)?,{_BLANK}?(?P<year>{_YEAR})(?![0-9])",
        # 2017. gada 20. aprīlī
        rf"(?<![0-9])(?P<year>{_YEAR})\.?{_BLANK}g(?:\.|ada){_BLANK}{_FIRST}(?P<day>{_DAY})\.?{_BLANK}(?P<month>{_NAME})",
    )
]
_MONTHS_OF_YEARS = [
    re.compile(pattern)
    for pattern in (
        rf"(?<![0-9])(?<![0-9][.:/\-])(?P<month>0[1-9]|1[0-2])[./](?P<year>{_YEAR}){_NO_MORE}{_OF_YEAR}",  # 04.2017
        rf"(?<![0-9])(?<![0-9][.:/\-])(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2]){_NO_MORE}",  # 2017-04
        rf"(?<!\w)(?P<month>{_NAME})\.?,?{_BLANK}(?P<year>{_YEAR})(?![0-9]){_OF_YEAR}",  # April 2017
        rf"(?<![0-9])(?P<year>{_YEAR})\.?{_BLANK}g(?:\.|ada){_BLANK}(?P<month>{_NAME})",  # 2017. gada aprīlis
    )
]
_CLOCK = re.compile(
    rf"(?<![0-9])(?<![0-9][.,:/])(?P<hour>[01]?[0-9]|2[0-4])(?:[.:]|{_BLANK}?(?:h|ч\.?){_BLANK}?)(?P<minute>[0-5][0-9])"
    rf"(?:{_BLANK}?(?P<half>[ap])\.?m\b)?(?![0-9]|[.,:/][0-9])",
    re.IGNORECASE,
)
_AMOUNT = re.compile(rf"(?<![0-9])(?P<number>{NUMBER}|[0-9]+){_BLANK}?(?:de{_BLANK})?(?P<times>[^\W\d_]{{3,12}})")
_SHORT_AMOUNT = re.compile(rf"[€$£]{_BLANK}?(?P<number>{NUMBER}|[0-9]+)(?P<times>k|m|bn)\b", re.IGNORECASE)
_SHORT_TIMES = {"k": 3, "m": 6, "bn": 9}
# Groups of figures that blanks and signs join, as of a telephone number or an ISBN.
_GROUP = r"\(?[0-9]{1,20}\)?(?:[\-‐‑–−./][0-9]{1,20}){0,7}"
_LONG = re.compile(rf"(?<!\w)(?<![0-9][.,])(?P<dialled>\+|00(?=[1-9]))?{_GROUP}(?:{_BLANK}{_GROUP}){{0,7}}(?!\w)")
_FIGURES = re.compile("[0-9]+")
_NUMBER = re.compile(NUMBER)
_GROUPED = re.compile(rf"(?<!\w)(?<![0-9][.,]){NUMBER}(?![0-9]|[.,][0-9])")

SHORTEST_LONG = 6  # figures of a number that is found without its signs
SHORTEST_WITH_YEAR = 5
LONGEST_LONG = 20
_THIS_CENTURY = 70  # two figures of a year below it


class _Numbered:
    """Numbers by the words that stand for them; diacritics do not count, and of some words only the beginning does."""

    def __init__(self, named: Mapping[int, str], most: int) -> None:
        self.most = most  # letters after a beginning
        self.words: dict[str, int] = {}
        self.starts: dict[str, int] = {}
        for number, words in named.items():
            for word in words.split():
                plain = fold(normalise(word.removesuffix("-")))
                (self.starts if word.endswith("-") else self.words)[plain] = number

    def number(self, word: str) -> int:
        """Return the number of a word, 0 for none."""
        plain = fold(normalise(word))
        if plain in self.words:
            return self.words[plain]
        starts = (plain[:length] for length in range(len(plain), max(len(plain) - self.most, 2), -1))
        return next((self.starts[start] for start in starts if start in self.starts), 0)


_MONTH_OF = _Numbered(dict(enumerate(_MONTHS, start=1)), most=3)
_ZEROS_OF = _Numbered(_TIMES, most=8)


class Fact(NamedTuple):
    """A date, time, amount or long number in a text, from `start` up to `end`, with the forms by which it is found."""

    start: int
    end: int
    forms: tuple[str, ...]


def facts(text: str) -> list[Fact]:
    """Return the dates, times, amounts and long numbers of a text in order."""
    if not any(map(str.isdigit, text)):
        return []
    return sorted({*_dates(text), *_months(text), *_times(text), *_amounts(text), *_long_numbers(text)})


def is_fact(form: str) -> bool:
    """Tell whether a form is that of a fact: no word begins like it."""
    return form.startswith(DECIMAL_SIGN)


def is_day(form: str) -> bool:
    """Tell whether a form is that of a day with month and year."""
    return form.startswith(f"{DECIMAL_SIGN}d") and len(form) == len(f"{DECIMAL_SIGN}dYYYYMMDD")


def is_time(form: str) -> bool:
    """Tell whether a form is that of a time of day."""
    return form.startswith(f"{DECIMAL_SIGN}t")


def is_part_of_another(form: str, forms: Iterable[str]) -> bool:
    """Tell whether a form is a month that another form is a day of."""
    return form.startswith(f"{DECIMAL_SIGN}d") and any(other != form and other.startswith(form) for other in forms)


def _form(kind: str, figures: str) -> str:
    return f"{DECIMAL_SIGN}{kind}{figures}"


# ---------------------------------------------------------------- dates and times


def _dates(text: str) -> Iterator[Fact]:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            named = match.groupdict()
            year, month, day = int(named["year"]), _month(named["month"]), int(named["day"])
            if year < 100:
                year += 2000 if year < _THIS_CENTURY else 1900
            if month > 12 and day <= 12 and named.get("sign") == "/":  # 04/20/2017
                day, month = month, day
            if not 1 <= month <= 12 or not 1 <= day <= 31:
                continue
            days = [day] if not named.get("first") else range(int(named["first"]), day + 1)
            forms = (_form("d", f"{year}{month:02}{one:02}") for one in days)
            yield Fact(*match.span(), (*forms, _form("d", f"{year}{month:02}")))


def _months(text: str) -> Iterator[Fact]:
    for pattern in _MONTHS_OF_YEARS:
        for match in pattern.finditer(text):
            month = _month(match["month"])
            if 1 <= month <= 12:
                yield Fact(*match.span(), (_form("d", f"{match['year']}{month:02}"),))


def _month(written: str) -> int:
    """Return the number of a month; 0 for what is not a month."""
    if written.isdigit():
        return int(written)
    if written in _ROMAN:
        return _ROMAN.index(written) + 1
    return _MONTH_OF.number(written)


def _times(text: str) -> Iterator[Fact]:
    for match in _CLOCK.finditer(text):
        hour = int(match["hour"])
        if match["half"]:
            hour = hour % 12 + (12 if match["half"] in "pP" else 0)
        yield Fact(*match.span(), (_form("t", f"{hour:02}{match['minute']}"),))


# ---------------------------------------------------------------- amounts and long numbers


def _amounts(text: str) -> Iterator[Fact]:
    for match in _AMOUNT.finditer(text):
        if zeros := _ZEROS_OF.number(match["times"]):
            yield from _multiplied(match, zeros)
    for match in _GROUPED.finditer(text):
        if (figures := in_figures(match[0])).isdigit() and len(figures) >= SHORTEST_WITH_YEAR:
            yield Fact(*match.span(), (_form("n", figures),))
    for match in _SHORT_AMOUNT.finditer(text):
        yield from _multiplied(match, _SHORT_TIMES[match["times"].lower()])


def _multiplied(match: re.Match[str], zeros: int) -> Iterator[Fact]:
    value = Decimal(in_figures(match["number"]).replace(DECIMAL_SIGN, ".")).scaleb(zeros)
    if value == value.to_integral_value() and len(f"{value:f}") <= LONGEST_LONG:
        yield Fact(*match.span(), (_form("n", f"{value.to_integral_value():f}"),))


def _long_numbers(text: str) -> Iterator[Fact]:
    """Yield long numbers without their signs: each group of figures, and groups that are joined by blanks.

    A telephone number is also found without the code of its country, and without its first zero.
    """
    for match in _LONG.finditer(text):
        written = match[0]
        groups = _FIGURES.findall(written)
        forms = groups if len(groups) == 1 else []
        if len(groups) > 1 and not _NUMBER.fullmatch(written):
            forms += [joined for chain in (*written.split(), written) if (joined := _joined(_FIGURES.findall(chain)))]
            if match["dialled"] or written.startswith(("0", "(")):
                forms += [joined for place in range(1, min(len(groups), 3)) if (joined := _joined(groups[place:]))]
        elif match["dialled"]:
            one = groups[0].lstrip("0")
            forms += [one.removeprefix(country) for country in _COUNTRIES if one.startswith(country)]
        forms += [form.lstrip("0") for form in forms if form.startswith("0")]
        kept = (form for form in forms if form.isdigit() and SHORTEST_WITH_YEAR <= len(form) <= LONGEST_LONG)
        if several := tuple(_form("n", form) for form in dict.fromkeys(kept)):
            yield Fact(*match.span(), several)


def _joined(groups: Sequence[str]) -> str:
    """Return groups of figures as one number; "" where they are too short together and none of them is a year."""
    joined = "".join(groups)
    has_year = len(groups) > 1 and any(re.fullmatch(_YEAR, one) for one in (groups[0], groups[-1]))
    return joined if len(joined) >= (SHORTEST_WITH_YEAR if has_year else SHORTEST_LONG) else ""
