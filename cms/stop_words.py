"""Function words of each language: too common to look for, and what tells one language from another."""

from __future__ import annotations

_TEXTS = {
    "bg": """
        а ако без би бъда бъдат бъде бяха в вас ви вие все във върху да дали де до докато е за защо и из или им
        има й как каква какви какво какъв като кога когато кого кое което кои които кой който колко коя която
        къде към ли ме между ми мога могат може можем можете му на над нас не него нея ни ние но о около от
        откъде по под поради преди през при про с са се си след сме според спрямо сред срещу сте съм със също та
        тази така те тези ти то това този той трябва тя у че чие чии чий чия чрез ще я
        """,
    "en": """
        a about above across after against am an and any are as at be been before behind being below between
        beyond both but by can could d did do does during for from had has have he her his how i if in into is
        it its ll m me might must my myself no not of on or our ours over per re s shall she should so some
        somebody someone such t than that the their them then there these they this those through throughout to
        toward towards under until upon us ve was we were what when where whether which whichever while who whom
        whose why will with within without would you your yours
        """,
    "lv": """
        ap ar arī bet bez bija būs būt caur cik drīkst esam esat esi esmu gan gar ir ja jebkurš jo jums jūs ka
        kā kad kāda kādas kādi kāds kādu kam kāpēc kas ko kopš kur kura kurā kuram kuras kuri kurš kuru kurus
        lai līdz mēs mums nav ne nevar no pa par pār pēc pie pirms savu šī šie šis šo starp tā tad tai tam tas
        tās te tie tiek tiem to tos tu un uz vai vajag var varam varat varu viņa viņi viņš virs zem
        """,
    "nb": """
        alle at av blant ble bli blir burde bør da de deg dem den denne der dere deres det dette di din disse du
        eller en enn er et etter for fra før få får gjennom ha hadde han hans har hennes hos hun hva hvem hvilke
        hvilken hvilket hvis hvor hvordan hvorfor hvorfra hvorhen i ikke innen jeg jo kan kunne langs med meg
        mellom men mot må måtte noe noen nå når og også om opp oss over på seg sin sine sitt skal skulle som så
        til under ut uten var ved vi vil ville være vært vår våre vårt å
        """,
    "pl": """
        a aby albo ale będą będzie bez by być była było były co czego czemu czy czyj czyja czyje czyli czym dla
        do dokąd dzięki gdy gdzie go i ich ile im ja jak jaka jaką jaki jakich jakie jakim jakimi jako je jego
        jej jest jestem już kiedy kim kogo komu kto która które którego której który których którym którymi
        którzy lub ma mają mi między mogą mogę może możemy można my na nad należy nam nas nie niż o obok od
        około on ona one oni oraz po pod podczas ponad powinien powinna powinni powinno powinny poza przeciw
        przed przez przy są się skąd sobie ta tak także tam te tego tej ten to trzeba tu ty tych tylko tym u w
        wam was we według wobec wśród wy z za ze że
        """,
    "ro": """
        a acea aceasta această acest aceste acestea acestei acestor acestui al ale am ar are aș asupra ați au
        avem aveți ca că când care cărei căreia căror cărui căruia cât câtă câte câți către ce cea cei cel cele
        ci cine contra cu cui cum dacă de deci despre din dintr dintre doar după e ea ei el ele este eu fără fi
        fie fost i iar iau îi îl îmi în înainte într între îți la lângă le li lor lui mai mi ne ni nici noi nu o
        oare ori până pe pentru peste poate pot prin printr putem puteți s sa să sale sau se si și spre sub sunt
        suntem sunteți trebuie tu un una unde unei unele unii unor unui va vă veți voi vom vor
        """,
}
STOP_WORDS: dict[str, frozenset[str]] = {code: frozenset(text.split()) for code, text in _TEXTS.items()}
