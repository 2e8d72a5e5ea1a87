"""The languages of the search: one row for each."""

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
    """How the words of one language are read.

    `letters` are pairs: what is typed where the keyboard lacks a letter, and that letter. A language with `compounds`
    writes these as one word. A language `in_cyrillic` is also typed in Latin letters. `words` are too common to look
    for. `beginnings_and_endings` of words do not count as parts of a compound.
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
        """Return the stop words as they are typed without diacritics or in Latin letters."""
        typed = map(official if self.in_cyrillic else self.fold, self.stop_words)
        return frozenset(typed)

    @cached_property
    def no_parts(self) -> frozenset[str]:
        """Return the beginnings and endings of words that nobody would look for as parts of a compound."""
        return frozenset(self.beginnings_and_endings.split())

    def fold(self, form: str) -> str:
        """Return a normalised word as it is typed without diacritics."""
        form = fold(form)
        for typed, letter in self.letters:
            if len(typed) > 1:
                form = form.replace(typed, fold(letter)[0])
        return form


def _pairs(letters: str) -> tuple[Pair, ...]:
    """Return the pairs for which "aăâ" stands: "a" is typed for "ă" and for "â"."""
    return tuple((one[0], letter) for one in letters.split() for letter in one[1:])


LANGUAGES: dict[str, Language] = {
    row.code: row
    for row in (
        Language(
            "bg",
            lambda: grammar.bulgarian(bulgarian_dictionary()),
            lambda: grammar.bulgarian_stemmer(bulgarian_stemmer()),
            """а ако без би бъда бъдат бъде бяха в вас ви вие все във върху да дали де до докато е за защо и из или им
            има й как каква какви какво какъв като кога когато кого кое което кои които кой който колко коя която
            къде към ли ме между ми мога могат може можем можете му на над нас не него нея ни ние но о около от
            откъде по под поради преди през при про с са се си след сме според спрямо сред срещу сте съм със също та
            тази така те тези ти то това този той трябва тя у че чие чии чий чия чрез ще я""",
            in_cyrillic=True,
        ),
        Language(
            "en",
            lambda: grammar.english(grammar.through(simplemma_dictionary("en"))),
            lambda: grammar.english_stemmer(snowball("english")),
            """a about above across after against am an and any are as at be been before behind being below between
            beyond both but by can could d did do does during for from had has have he her his how i if in into is
            it its ll m me might must my myself no not of on or our ours over per re s shall she should so some
            somebody someone such t than that the their them then there these they this those through throughout to
            toward towards under until upon us ve was we were what when where whether which whichever while who whom
            whose why will with within without would you your yours""",
        ),
        Language(
            "lv",
            latvian_dictionary,
            lambda: grammar.latvian_stemmer(latvian_stemmer()),
            """ap ar arī bet bez bija būs būt caur cik drīkst esam esat esi esmu gan gar ir ja jebkurš jo jums jūs ka
            kā kad kāda kādas kādi kāds kādu kam kāpēc kas ko kopš kur kura kurā kuram kuras kuri kurš kuru kurus
            lai līdz mēs mums nav ne nevar no pa par pār pēc pie pirms savu šī šie šis šo starp tā tad tai tam tas
            tās te tie tiek tiem to tos tu un uz vai vajag var varam varat varu viņa viņi viņš virs zem""",
            letters=_pairs("aā cč eē gģ iī kķ lļ nņ sš uū zž"),
        ),
        Language(
            "nb",
            lambda: grammar.norwegian(simplemma_dictionary("nb")),
            partial(snowball, "norwegian"),
            """alle at av blant ble bli blir burde bør da de deg dem den denne der dere deres det dette di din disse du
            eller en enn er et etter for fra før få får gjennom ha hadde han hans har hennes hos hun hva hvem hvilke
            hvilken hvilket hvis hvor hvordan hvorfor hvorfra hvorhen i ikke innen jeg jo kan kunne langs med meg
            mellom men mot må måtte noe noen nå når og også om opp oss over på seg sin sine sitt skal skulle som så
            til under ut uten var ved vi vil ville være vært vår våre vårt å""",
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
            """a aby albo ale będą będzie bez by być była było były co czego czemu czy czyj czyja czyje czyli czym dla
            do dokąd dzięki gdy gdzie go i ich ile im ja jak jaka jaką jaki jakich jakie jakim jakimi jako je jego
            jej jest jestem już kiedy kim kogo komu kto która które którego której który których którym którymi
            którzy lub ma mają mi między mogą mogę może możemy można my na nad należy nam nas nie niż o obok od
            około on ona one oni oraz po pod podczas ponad powinien powinna powinni powinno powinny poza przeciw
            przed przez przy są się skąd sobie ta tak także tam te tego tej ten to trzeba tu ty tych tylko tym u w
            wam was we według wobec wśród wy z za ze że""",
            letters=_pairs("aą cć eę lł nń oó sś zźż"),
        ),
        Language(
            "ro",
            lambda: grammar.romanian(grammar.through(simplemma_dictionary("ro", greedy=True))),
            lambda: grammar.romanian_stemmer(snowball("romanian")),
            """a acea aceasta această acest aceste acestea acestei acestor acestui al ale am ar are aș asupra ați au
            avem aveți ca că când care cărei căreia căror cărui căruia cât câtă câte câți către ce cea cei cel cele
            ci cine contra cu cui cum dacă de deci despre din dintr dintre doar după e ea ei el ele este eu fără fi
            fie fost i iar iau îi îl îmi în înainte într între îți la lângă le li lor lui mai mi ne ni nici noi nu o
            oare ori până pe pentru peste poate pot prin printr putem puteți s sa să sale sau se si și spre sub sunt
            suntem sunteți trebuie tu un una unde unei unele unii unor unui va vă veți voi vom vor""",
            letters=_pairs("aăâ iî sș tț"),
        ),
    )
}
