"""How each language writes numbers, dates and quotes: one row a language, the rest by Unicode CLDR."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from cms.languages import LANGUAGE_CODES, babel_locale

BLANKS = " \u00a0\u2009\u202f"


@dataclass(frozen=True)
class Conventions:
    """How a language writes.

    `quotes` are pairs of a mark that opens and the marks that may close it, `inner` those inside others. `numbers` are
    the words for 1 to 12, parted by "|", of the longer ones the beginnings. `day_has_stop` says whether “5.” is a day,
    `percent_apart` whether a blank stands before the sign. `abbreviations` end with a full stop that ends no sentence,
    `repeated` are words that may stand twice in a row.
    """

    code: str
    quotes: Mapping[str, str]
    inner: Mapping[str, str]
    numbers: str
    day_has_stop: bool = False
    percent_apart: bool = False
    abbreviations: str = ""
    repeated: str = ""

    @cached_property
    def number_words(self) -> tuple[tuple[str, ...], ...]:
        """Return the words for 1 to 12."""
        return tuple(tuple(words.split()) for words in self.numbers.split("|"))

    @cached_property
    def decimal(self) -> str:
        """Return the sign before decimals."""
        return str(babel_locale(self.code).number_symbols["latn"]["decimal"])

    @cached_property
    def groups(self) -> str:
        """Return the signs that may part thousands."""
        sign = str(babel_locale(self.code).number_symbols["latn"]["group"])
        return BLANKS if sign in BLANKS else sign + "\u202f\u00a0"

    @cached_property
    def number(self) -> re.Pattern[str]:
        """Return how a number with signs is written."""
        groups, decimal = re.escape(self.groups), re.escape(self.decimal)
        return re.compile(
            rf"\d{{1,3}}(?P<sign>[{groups}])\d{{3}}(?:(?P=sign)\d{{3}})*(?:{decimal}\d+)?|\d+(?:{decimal}\d+)?"
        )

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Return the names of months in small letters, in the forms that CLDR has, with their numbers."""
        locale = babel_locale(self.code)
        names: dict[str, int] = {}
        for form in ("format", "stand-alone"):
            for number, name in locale.months[form]["wide"].items():
                names[name.lower()] = int(number)
        return names

    @cached_property
    def month(self) -> str:
        """Return the pattern of a month's name; in Latvian and Polish it is inflected."""
        forms = set(self.months)
        if self.code == "lv":
            forms = {re.sub("(?:i?s|a)$", "", name) + r"[^\W\d_]{0,4}" for name in forms}
        elif self.code == "pl":
            forms |= {name[:-1] + "u" for name in forms} | {"lutym", "listopadzie"}
        return "|".join(sorted(forms, key=len, reverse=True))

    def number_of_month(self, name: str) -> int:
        """Return the number of the month that a word names, 0 for none."""
        name = name.lower()
        if name in self.months:
            return self.months[name]
        for length in (4, 3):  # letters that forms of one month begin with, and of no other
            near = {number for known, number in self.months.items() if name[:length] == known[:length]}
            if len(near) == 1:
                return near.pop()
        return 0


_ROWS = (
    Conventions(
        "bg", {"„": "“"}, {"‚": "‘", "«": "»", "’": "’"},
        """един една едно единия единият първ | два две дву двама двата двете втор | три | четири | пет | шест
        | седем | осем | девет | десет | единадесет единайсет | дванадесет дванайсет""",
        abbreviations="г гг др т вж стр с чл ал т.н лв хил млн млрд напр проф инж гр ул бул св пр",
    ),
    Conventions(
        "en", {"“": "”"}, {"‘": "’"},
        """one first a an single | two second both | three third | four | five fifth | six | seven | eight |
        nine ninth | ten | eleven | twelve twelfth""",
        abbreviations="etc e.g i.e no p pp vol ed inc ltd st dr mr mrs ms approx", repeated="had that",
    ),
    Conventions(
        "lv", {"„": "“”"}, {"‚": "‘", "«": "»"},
        """vien pirm | div otr abi abā | trīs trij treš | četr ceturt | piec piek | seš sest | septiņ septīt |
        astoņ astot | deviņ devīt | desmit | vienpadsmit | divpadsmit""",
        day_has_stop=True, abbreviations="g u.c utt lpp piem t.i t.sk p tūkst milj nr dr prof st plkst",
    ),
    Conventions(
        "nb", {"«": "»"}, {"‘": "’", "„": "“"},
        """en ett én et ei før | to andre begge | tre | fire fjerde | fem | seks sjette | sju syv | åtte | ni |
        ti | elleve ellevte | tolv""",
        day_has_stop=True, percent_apart=True,
        abbreviations="f.eks osv m.m bl.a nr kr s ca dvs mv pkt kl jf mill tlf adm",
    ),
    Conventions(
        "pl", {"„": "”"}, {"«": "»", "»": "«", "‚": "’"},
        """jed pierwsz | dwa dwie dwaj dwóch dwoma dwu drug oba obu obie | trz trzy tró | cztere czter czwart |
        pię piąt | sześ szóst | siedem siedm siódm | osiem ośm ósm | dziewię dziewiąt | dziesię dziesiąt |
        jedena | dwana dwuna""",
        abbreviations="r rr itd itp np tj m.in ul al nr s str ust art tys mln mld zł godz prof dr św wyd pkt",
    ),
    Conventions(
        "ro", {"„": "”"}, {"«": "»"},
        """un o prim | doi dou ambele ambii | trei | patru | cinci | șase | șapte | opt | nou | zece |
        unsprezece | doisprezece douăsprezece""",
        abbreviations="etc nr p pag art alin lit str dr ing mil mld ex",
    ),
)  # fmt: skip
CONVENTIONS: Mapping[str, Conventions] = {row.code: row for row in _ROWS if row.code in LANGUAGE_CODES}
