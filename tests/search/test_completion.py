"""What is suggested while somebody types: public titles, words and names of concepts, nothing else."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.searchable import MOST_SUGGESTIONS
from projects.models import Organisation, Term
from search.models import ConceptName, SearchedText, TitleStart
from search.staff import searched_texts
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, concept, index
from tests.search.asking import CLIENT, finds, publish

pytestmark = pytest.mark.django_db


def suggest(text: str, language: str = "en", **parameters: str) -> list[dict[str, Any]]:
    answer = CLIENT.get(f"/{language}/search/suggest/", {"q": text, **parameters})
    assert answer.status_code == HTTPStatus.OK
    found: list[dict[str, Any]] = answer.json()["suggestions"]
    return found


def pages(text: str, language: str = "en") -> list[str]:
    return [one["text"] for one in suggest(text, language) if one["kind"] == "page"]


def texts(text: str, language: str = "en") -> list[str]:
    return [one["text"] for one in suggest(text, language) if one["kind"] == "search"]


def concepts(text: str, language: str = "en", **parameters: str) -> list[tuple[str, str]]:
    """Return the names of suggested concepts with what stands beside them."""
    found = suggest(text, language, **parameters)
    return [(one["text"], one["detail"]) for one in found if one["kind"] == "concept"]


def term(key: str, language: str = "en", **fields: Any) -> Term:
    fields.setdefault("definition", "What it means.")
    made: Term = concept(Term, key, language, **fields)
    return made


# ---------------------------------------------------------------------------------------------- titles


def test_a_page_is_suggested_by_the_beginning_of_any_word_of_its_title() -> None:
    publish("", title="Handbook of good local government")
    for typed in ("ha", "handb", "HANDBOOK", "gov", "local gov", "handbook of goo", "handbook of ", "good loc gov"):
        assert pages(typed) == ["Handbook of good local government"], typed
    for typed in ("andbook", "local good", "handbook xyz", "of"):
        assert typed == "local good" or pages(typed) == [], typed


def test_a_page_comes_with_its_address_and_what_it_is() -> None:
    page = ProjectPageFactory(parent=index("project", home("en")), title="Orchids in towns")
    answer = CLIENT.get("/en/search/suggest/", {"q": " orchids  in "}).json()
    assert answer["query"] == "orchids in"
    assert answer["suggestions"] == [
        {
            "text": "Orchids in towns",
            "address": page.url_path,
            "kind": "page",
            "detail": "Project",
            "language": "en",
            "detail_language": "en",
        }
    ]


def test_titles_that_begin_so_come_before_those_in_which_a_later_word_does() -> None:
    for title in (
        "All about orchids",
        "Zoo of orchids",
        "Orchids of Zagreb",
        "Orchids and lilies",
        "Orchard, my orchid",
    ):
        publish("", title=title)
    assert pages("orch") == [
        "Orchard, my orchid",
        "Orchids and lilies",
        "Orchids of Zagreb",
        "All about orchids",
        "Zoo of orchids",
    ]


@pytest.mark.parametrize(
    ("title", "language", "typed"),
    [
        ("Łódź i jej gmina", "pl", ["lodz", "łódź", "Lodz I Jej gm", "gmina"]),
        ("Ny åpenhet i Trøndelag", "nb", ["apen", "åpen", "aapen", "trond", "troend"]),
        ("Apele și pădurile", "ro", ["padur", "apele si", "pădur"]),
        ("Jūrmalas ģerbonis", "lv", ["jurm", "gerb", "ģer"]),
        ("Обществени поръчки в общините", "bg", ["общ", "поръ", "obsht", "obs", "porachki", "poruchki", "obshtini"]),
        ("Чистота и жилища", "bg", ["ch", "chis", "4ist", "z", "zh", "jili", "zhilishta"]),
    ],
)
def test_letters_that_a_keyboard_lacks_do_not_matter(title: str, language: str, typed: list[str]) -> None:
    publish("", language, title=title)
    for text in typed:
        assert pages(text, language) == ([title] if len(text) > 1 else []), text


def test_a_page_is_suggested_in_its_own_language_only() -> None:
    publish("", "en", title="Erasmus here")
    publish("", "pl", title="Erasmus tam")
    assert pages("eras") == ["Erasmus here"]
    assert [(one["text"], one["language"]) for one in suggest("eras", lang="pl") if one["kind"] == "page"] == [
        ("Erasmus tam", "pl")
    ]


def test_a_changed_title_is_found_by_its_new_words_alone() -> None:
    page = publish("", title="Orchids")
    page.title = "Lilies"
    page.save()
    assert pages("orch") == []
    assert pages("lil") == ["Lilies"]
    page.delete()
    assert not TitleStart.objects.filter(document__title="Lilies").exists()
    assert pages("lil") == []


# ----------------------------------------------------------------------------------------------- words


def test_the_last_word_is_completed_by_what_texts_have_the_most_frequent_first() -> None:
    publish("The municipality and its munificence.", title="One")
    publish("A municipality.", title="Two")
    assert texts("muni") == ["municipality", "munificence"]


def test_forms_of_one_word_are_one_suggestion() -> None:
    publish("The municipality among municipalities. Municipalities!", title="One")
    assert texts("munic") == ["municipality"]
    publish("Kommunene.", "nb", title="To")
    assert texts("kommu", "nb") == ["kommunene"]


def test_what_was_typed_before_stays_and_both_words_are_in_one_document() -> None:
    publish("Orchids in gardens.", title="One")
    publish("Garlic.", title="Two")
    assert texts("Orchid ga") == ["Orchid gardens"]
    assert texts("the ga") == ["the gardens", "the garlic"]
    assert texts("xyzzy ga") == []


def test_words_are_completed_without_diacritics_and_in_latin_letters() -> None:
    publish("Opplæring.", "nb", title="En")
    publish("Обществени поръчки, жилища и чистота.", "bg", title="Едно")
    assert texts("opplae", "nb") == ["opplæring"]
    assert texts("poruch", "bg") == ["поръчки"]
    assert texts("obsht", "bg") == ["обществени"]
    assert texts("obshtestveni por", "bg") == ["obshtestveni поръчки"]
    assert texts("4is", "bg") == ["чистота"]


def test_signs_with_a_meaning_are_left_to_the_reader() -> None:
    publish("Orchids and gardens.", title="One")
    assert texts('"orchids ga') == []
    assert texts("orchids -ga") == []
    assert texts("orchids ") == []


def test_a_text_to_search_for_leads_to_its_results() -> None:
    publish("Orchids.", title="One")
    assert suggest("orch") == [
        {
            "text": "orchids",
            "address": "/en/search/?q=orchids",
            "kind": "search",
            "detail": "Search",
            "language": "en",
            "detail_language": "en",
        }
    ]
    assert suggest("orch", "nb", lang="en")[0]["address"] == "/nb/search/?q=orchids&lang=en"


# -------------------------------------------------------------------------------------------- concepts


@pytest.fixture
def fund() -> None:
    names = {
        "en": ("European Regional Development Fund", "ERDF\nRegional fund"),
        "bg": ("Европейски фонд за регионално развитие", "ЕФРР"),
        "pl": ("Europejski Fundusz Rozwoju Regionalnego", "EFRR"),
    }
    for language, (name, variants) in names.items():
        term("erdf", language, name=name, variants=variants)


@pytest.mark.usefixtures("fund")
@pytest.mark.parametrize(
    ("typed", "language", "detail"),
    [
        ("europ", "en", "ERDF"),
        ("European regional dev", "en", "ERDF"),
        ("erdf", "en", "ERDF"),
        ("regional", "en", "Regional fund"),
        ("efrr", "en", "EFRR"),
        ("европ", "bg", "ЕФРР"),
        ("ефр", "bg", "ЕФРР"),
        ("evropeyski f", "bg", "ЕФРР"),
        ("ERDF", "bg", "ERDF"),
        ("european reg", "bg", "European Regional Development Fund"),
    ],
)
def test_a_concept_is_suggested_by_the_beginning_of_any_of_its_names(typed: str, language: str, detail: str) -> None:
    name = {"en": "European Regional Development Fund", "bg": "Европейски фонд за регионално развитие"}[language]
    publish(f"{name}.", language, title="-")
    assert concepts(typed, language) == [(name, detail)]


@pytest.mark.usefixtures("fund")
def test_a_concept_leads_to_a_search_that_finds_what_calls_it_by_any_name() -> None:
    publish("Плаща ЕФРР.", "bg", title="Съкращение")
    (found,) = suggest("erdf", "bg")
    assert found == {
        "text": "Европейски фонд за регионално развитие",
        "address": found["address"],
        "kind": "concept",
        "detail": "ERDF",
        "language": "bg",
        "detail_language": "en",
    }
    assert finds(found["text"], "bg") == ["Съкращение"]
    assert "Съкращение" in CLIENT.get(found["address"]).content.decode()


def test_a_concept_without_other_names_says_what_it_is() -> None:
    term("orchids", name="Orchid meadow")
    concept(Organisation, "orchard", name="Orchard council")
    publish("The Orchard council has an orchid meadow.", title="-")
    assert concepts("orch") == [("Orchid meadow", "Term"), ("Orchard council", "Name")]


def test_names_in_the_language_come_before_others_the_nearest_first() -> None:
    for key, name in (("a", "Marketing of towns"), ("b", "Market"), ("c", "Fair")):
        term(key, name=name)
    term("c", "nb", name="Marked")
    publish("Market, fair, marketing of towns.", title="-")
    assert concepts("mark") == [("Market", "Term"), ("Marketing of towns", "Term"), ("Fair", "Marked")]
    assert concepts("ma") == [("Market", "Term"), ("Marketing of towns", "Term")], "two letters say little elsewhere"


def test_a_concept_and_a_word_that_search_for_the_same_are_one_suggestion() -> None:
    term("market", name="Market")
    publish("A market. Marketing.", title="-")
    assert [(one["kind"], one["text"]) for one in suggest("mar")] == [("concept", "Market"), ("search", "marketing")]
    assert [one["kind"] for one in suggest("market")] == ["search"], "nothing is suggested that is typed already"


def test_a_concept_of_which_no_public_page_speaks_is_not_suggested() -> None:
    term("market", name="Market", variants="Fair")
    assert concepts("mark") == []
    page = publish("Fairs.", title="-")
    assert concepts("mark") == [("Market", "Term")]
    restrict(page)
    assert concepts("mark") == []


def test_a_long_name_is_suggested_where_a_page_has_all_of_its_words() -> None:
    term("fund", name="Fund for the regions", variants="Regions fund of Europe\nMoney")
    publish("Regions. Money.", title="-")
    assert concepts("fund") == []
    publish("A region has a fund.", title="-")
    assert concepts("fund") == [("Fund for the regions", "Term")]


def test_pages_in_other_languages_count_where_their_results_are_shown() -> None:
    for language, name in (("en", "Market"), ("pl", "Targ"), ("nb", "Marked")):
        term("market", language, name=name)
    publish("Marked.", "nb", title="-")
    assert concepts("mark") == [("Market", "Term")]
    assert concepts("tar", lang="pl") == []


def test_a_concept_that_is_no_longer_public_is_not_suggested() -> None:
    entry = term("market", name="Market", variants="Secret name")
    publish("Market. Secret name.", title="-")
    assert concepts("secret") == [("Market", "Secret name")]
    entry.live = False
    entry.save()
    assert concepts("secret") == concepts("mark") == []
    assert not ConceptName.objects.exists()


def test_concepts_leave_room_for_words_and_pages() -> None:
    for number in range(9):
        word = f"orchid{'abcdefghi'[number] * 2}"
        term(word, name=f"{word} meadow")
        publish(f"{word} {word} meadow", title=f"Orchid {number}")
    assert [one["kind"] for one in suggest("orch")] == ["concept"] * 3 + ["search"] + ["page"] * 4


# ------------------------------------------------------------------------------------------- privacy


def restrict(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize(
    "hide",
    [
        lambda page: page.unpublish(),
        restrict,
        lambda page: restrict(page.get_parent()),
        lambda page: type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1)),
        lambda page: type(page).objects.filter(pk=page.pk).update(live=False),
        lambda page: page.delete(),
    ],
    ids=["unpublished", "restricted", "below a restricted page", "over", "taken offline by a query", "deleted"],
)
def test_what_is_no_longer_public_is_not_suggested(hide: Any) -> None:
    page = publish("Secretarial zebras.", title="Zebra crossing")
    assert pages("zeb") == ["Zebra crossing"]
    assert texts("zeb") == ["zebras"] or texts("zeb") == ["zebra"]
    hide(page)
    assert suggest("zeb") == []
    assert suggest("secret") == []
    assert suggest("zebra cro") == []


def test_a_draft_of_a_published_page_is_not_suggested() -> None:
    page = publish("Orchids.", title="Orchids")
    page.title = "Zebras"
    page.save_revision()
    assert suggest("zeb") == []


# -------------------------------------------------------------------------------------------- answers


@pytest.mark.parametrize(
    "text", ["", " ", "a", "ж", "-", '"', "%", "_%", "\x00", "\ud800".encode("utf-8", "replace").decode()]
)
def test_fewer_than_two_letters_suggest_nothing(text: str) -> None:
    publish("a ж", title="A ж b")
    assert suggest(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "word " * 300,
        "a b c d e f g h i j k l m n o p",
        "\x00or\x00",
        "o\u0300\u0301\u0302r",
        "漢字漢字",
        "'; DROP TABLE search_word; --",
        '"orchids OR NEAR(',
        "~orch",
        "\U0010ffff\U0010ffffor",
        "๒๓ ٣٤",
        "-- --",
        "%__",
        "ÅÅ" * 40,
    ],
)
@pytest.mark.parametrize("language", ["en", "bg", "nb"])
def test_any_text_has_an_answer(text: str, language: str) -> None:
    publish("Orchids.", language, title="Orchids")
    assert len(suggest(text, language)) <= MOST_SUGGESTIONS


def test_there_are_few_suggestions_texts_before_pages() -> None:
    for number in range(12):
        publish(f"orchid{'abcdefghijkl'[number] * 2}", title=f"Orchid {'abcdefghijkl'[number]}")
    found = suggest("orch")
    assert [one["kind"] for one in found] == ["search"] * 4 + ["page"] * 4


def test_the_answer_may_be_kept_for_a_moment_and_is_nothing_for_other_search_engines() -> None:
    answer = CLIENT.get("/en/search/suggest/?q=orch")
    assert answer.headers["Cache-Control"] == "public, max-age=30"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Content-Type"] == "application/json"
    assert "Vary" not in answer.headers
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_suggestions_can_only_be_read(method: str) -> None:
    assert getattr(CLIENT, method)("/en/search/suggest/?q=orch").status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_what_somebody_types_is_not_counted_as_a_search() -> None:
    suggest("oorchids")
    searched_texts.write()
    assert not SearchedText.objects.filter(text="oorchids").exists()


@pytest.mark.parametrize(
    ("text", "language", "budget"),
    [
        # 1 titles, 2 words, 3 which of words and names of concepts occur, and whether the names are current.
        ("orch", "en", 3),
        ("orchids of lil", "en", 3),
        ("orhideya i gr", "bg", 3),
        # Only titles for signs with a meaning.
        ('"orch', "en", 1),
        # Nothing is asked for a letter.
        ("o", "en", 0),
    ],
)
def test_the_number_of_queries_is_bounded_and_does_not_grow(text: str, language: str, budget: int) -> None:
    for times in (1, 8):
        for number in range(times):
            publish(f"Orchids and lilies, {number}.", "en", title=f"Orchids of lilac {times} {number}")
            publish("Орхидея и градина.", "bg", title=f"Орхидея и градини {times} {number}")
            term(f"orchids-{times}-{number}", name=f"Orchids of {number}", variants=f"ORC{number}")
        suggest(text, language)  # reads the names of concepts
        with CaptureQueriesContext(connection) as context:
            suggest(text, language)
        assert len(context.captured_queries) == budget, "\n".join(one["sql"] for one in context.captured_queries)


def test_names_of_concepts_that_have_changed_are_read_anew() -> None:
    publish("Orchids and a meadow.", title="-")
    suggest("orch")
    for number in range(2):
        term(f"orchids-{number}", name="Orchid meadow")
        with CaptureQueriesContext(connection) as context:
            assert concepts("orch") == [("Orchid meadow", "Term")]
        # 1 titles, 2 words, 3 what occurs, 4 names of concepts, 5 what occurs of the names of now.
        assert len(context.captured_queries) == 5
