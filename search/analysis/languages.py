"""The languages of the search, one row each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

from search.analysis import grammar
from search.analysis.diacritics import Pair
from search.analysis.morphology import (
    Dictionary,
    Stemmer,
    bulgarian_dictionary,
    bulgarian_stemmer,
    latvian_dictionary,
    latvian_stemmer,
    polish_dictionary,
    simplemma_dictionary,
    snowball,
)
from search.analysis.normalise import fold
from search.analysis.skeleton import official


@dataclass(frozen=True)
class Language:
    """How words of one language are read.

    `letters` are pairs of what is typed where the keyboard lacks a letter, and that letter; `compounds`
    are written as one word; a language `in_cyrillic` is also typed in Latin letters. `words` are too
    common to look for; `beginnings_and_endings` are no parts of a compound.
    """

    code: str
    dictionary: Callable[[], Dictionary]
    stemmer: Callable[[], Stemmer]
    words: str
    letters: tuple[Pair, ...] = ()
    beginnings_and_endings: str = ""
    compounds: bool = False
    in_cyrillic: bool = False

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Return the words that are too common to look for."""
        return frozenset(self.words.split())

    @cached_property
    def folded_stop_words(self) -> frozenset[str]:
        """Return them as they are typed without diacritics or in Latin letters."""
        typed = map(official if self.in_cyrillic else self.fold, self.stop_words)
        return frozenset(typed)

    @cached_property
    def no_parts(self) -> frozenset[str]:
        """Return what begins or ends a word without being a part that somebody would look for."""
        return frozenset(self.beginnings_and_endings.split())

    def fold(self, form: str) -> str:
        """Return a normalised word as it is typed without diacritics."""
        form = fold(form)
        for typed, letter in self.letters:
            if len(typed) > 1:
                form = form.replace(typed, fold(letter)[0])
        return form


def _pairs(letters: str) -> tuple[Pair, ...]:
    """Return the pairs that "aăâ" stands for: "a" typed for either of the others."""
    return tuple((one[0], letter) for one in letters.split() for letter in one[1:])


LANGUAGES: dict[str, Language] = {
    row.code: row
    for row in (
        Language(
            "bg",
            lambda: grammar.through(bulgarian_dictionary()),
            lambda: grammar.bulgarian_stemmer(bulgarian_stemmer()),
            """а ако без би в във вас ви вие все да де до докато е за защо и из или им има й каква какви какво
            какъв как като къде кога когато кого коя кой която които който към ли ме между ми му на над нас не
            него нея ни ние но о от по под при про с са се си сме сте съм със та така тази те тези ти то това
            този той тя у че ще я""",
            in_cyrillic=True,
        ),
        Language(
            "en",
            lambda: grammar.english(grammar.through(simplemma_dictionary("en"))),
            lambda: grammar.english_stemmer(snowball("english")),
            """a about an and any are as at be been but by can could d did do does for from had has have he her his
            how i if in into is it its ll m me my no not of on or our re s she should so some such t than that
            the their them then there these they this those to us ve was we were what when where which who whom
            whose why will with would you your""",
        ),
        Language(
            "lv",
            latvian_dictionary,
            lambda: grammar.latvian_stemmer(latvian_stemmer()),
            """ar arī bet bez bija būs būt caur es gan ir ja jo jūs ka kad kam kas kā kādi kāds ko kur kura kuras
            kuri kurš lai līdz mēs ne no nav par pa pār pie pēc pirms savu starp šī šie šis šo tas tā tad tai
            tam te tie tiek to tu un uz vai viņa viņi viņš zem""",
            letters=_pairs("aā cč eē gģ iī kķ lļ nņ sš uū zž"),
        ),
        Language(
            "nb",
            lambda: grammar.norwegian(simplemma_dictionary("nb")),
            partial(snowball, "norwegian"),
            """alle at av blir bli ble da de deg dem den denne der dere det dette di din disse du eller en enn er
            et etter for fra få får ha hadde han har hun hva hvem hvilke hvilken hvis hvor hvordan hvorfor i
            ikke jeg kan men med mellom mot må nå når og også om opp oss over på seg sin sine sitt skal som så
            til ut under var ved vi vil ville vår være vært å""",
            letters=(("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("a", "å"), ("o", "ø"), ("a", "æ")),
            beginnings_and_endings="""etter forut fram frem gjennom inne innen inter mellom oppe over sammen selv
            tilbake under uten utenfor videre dommen else elsen elser ende enes ende heten
            heter ingen inger isme isten ning ningen ninger skap skapen skaper skapet somme
            sjon""",
            compounds=True,
        ),
        Language(
            "pl",
            polish_dictionary,
            partial(snowball, "polish"),
            """a aby albo ale bez być było była były by co czy czyli dla do gdy gdzie go i ich im ja jak jaka jaki
            jakie jako je jego jej jest jestem już kiedy kim kto która które którego której którzy którym
            których który lub ma mają mi między my na nad nam nas nie niż o od on ona one oni oraz po pod przed
            przez przy są się ta tak także tam te tego tej ten to tu ty tych tylko tym u w we wy z za że ze""",
            letters=_pairs("aą cć eę lł nń oó sś zźż"),
        ),
        Language(
            "ro",
            lambda: grammar.romanian(grammar.through(simplemma_dictionary("ro", greedy=True))),
            lambda: grammar.romanian_stemmer(snowball("romanian")),
            """a acea aceasta această aceste acest acestea acestei acestor acestui al ale am ar are au ca care care
            căror cât ce cea cei cel cele ci cine cu cum când că către de deci despre din dintre dintr doar după
            e ea ei el ele este eu fi fie fost i iar iau în într într între îi îl îmi îți la le li lor lui mai
            mi ne ni nici noi nu o ori pe pentru prin printr s sa sale sau se si sub sunt să și tu un una unde
            unei unele unii unor unui va vă voi vor""",
            letters=_pairs("aăâ iî sș tț"),
        ),
    )
}
