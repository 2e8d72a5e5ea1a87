"""What a reader can choose on the search page: facets, the language, the order; and where to go from nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cms.facets import Facet, Label, facet_choices
from cms.models import LibraryDocument
from projects.models import ProjectDocument
from tests.factories.home import home
from tests.factories.projects import BulletinPageFactory, ProjectPageFactory, index
from tests.search.asking import ask, publish, show, text_of, titles

pytestmark = pytest.mark.django_db


def project(title: str, **fields: Any) -> Any:
    return ProjectPageFactory(parent=index("project", home("en")), title=title, **fields)


def document(name: str) -> LibraryDocument:
    return LibraryDocument.objects.create(title=name, file=f"documents/{name}", file_size=1)


# ---------------------------------------------------------------------------------------------- facets


def test_what_a_project_left_behind_is_found_by_the_project() -> None:
    rivers = project("Rivers")
    BulletinPageFactory(parent=index("bulletin", home("en")), title="Orchids by the river", project=rivers)
    key = str(rivers.translation_key)
    outcome = ask("orchids", chosen={"project": (key,)})
    assert titles(outcome) == ["Orchids by the river"]
    (facet,) = [facet for facet in outcome.facet_choices if facet.facet.name == "project"]
    assert [(choice.label.text, choice.count) for choice in facet.choices] == [("Rivers", 1)]


def test_a_project_that_is_not_public_is_not_named() -> None:
    rivers = project("Rivers")
    BulletinPageFactory(parent=index("bulletin", home("en")), title="Orchids by the river", project=rivers)
    rivers.unpublish()
    assert "project" not in [facet.facet.name for facet in ask("orchids").facet_choices]
    assert "Rivers" not in show("orchids")


def test_pages_are_found_by_the_kind_of_file_that_they_offer() -> None:
    rivers = project("Rivers", documents=[ProjectDocument(document=document("flow.pdf"), title="Flow")])
    for name in ("issue.docx", "other.pdf"):
        BulletinPageFactory(
            parent=index("bulletin", home("en")), title=f"River {name}", project=rivers, document=document(name)
        )
    outcome = ask("river")
    (facet,) = [facet for facet in outcome.facet_choices if facet.facet.name == "file"]
    assert [(choice.label.text, choice.count) for choice in facet.choices] == [("DOCX", 1), ("PDF", 2)]
    assert ask("river", chosen={"file": ("docx",)}).total == 1


def test_the_language_of_the_results_is_a_choice_with_counts() -> None:
    publish("Erasmus.", "en")
    publish("Erasmus.", "pl")
    assert [(one.code, one.number, one.chosen) for one in ask("erasmus").languages] == [
        ("en", 1, True),
        ("pl", 1, False),
    ]
    html = re.sub(r"\s+", " ", show("erasmus"))
    assert '<input type="radio" name="lang" value="pl" >' in html
    assert '<input type="hidden" name="lang"' not in html
    publish("Orchids.")
    assert ask("orchids").languages == []


def test_a_long_facet_shows_its_frequent_values_and_folds_the_others() -> None:
    counts = {f"topic-{number:02}": number for number in range(1, 13)}
    facet = Facet("topic", "Topic", lambda values, language: {value: Label(value, language) for value in values})
    choices = facet_choices([facet], {"topic": counts}, {"topic": ["topic-01"]}, "en", lambda _name, _value: "")[0]
    assert [choice.count for choice in choices.shown] == [1, 6, 7, 8, 9, 10, 11, 12]
    assert [choice.count for choice in choices.folded] == [2, 3, 4, 5]
    few = facet_choices([facet], {"topic": dict(list(counts.items())[:10])}, {}, "en", lambda _name, _value: "")[0]
    assert few.folded == []
    assert len(few.shown) == 10


# ------------------------------------------------------------------------------------------ order


def test_an_order_by_title_is_that_of_the_language() -> None:
    for title in ("Åpent", "Zoo", "Ærlig", "„Bygg“", "Adresse", "Østfold", "10 råd", "2 råd"):
        publish("Orkideer.", "nb", title=title)
    outcome = ask("orkideer", "nb", sort="title")
    assert titles(outcome) == ["10 råd", "2 råd", "Adresse", "„Bygg“", "Zoo", "Ærlig", "Østfold", "Åpent"]
    html = show("orkideer", "nb", sort="title")
    assert re.search(r'sort=title"\s+aria-current="true"', html)


# ------------------------------------------------------------------------------------ ways on from nothing


def test_the_empty_page_offers_words_that_are_near_and_there() -> None:
    publish("Investments and investors.")
    hidden = publish("Investment.", title="Hidden")
    hidden.unpublish()
    html = show("investmints zzqx", verbatim="1")
    assert "Near “investmints”: investments" in text_of(html)
    assert "Near “zzqx”" not in text_of(html)
    assert 'href="/en/search/?q=investments+zzqx&amp;verbatim=1"' in html
    assert '<a href="/en/search/?q=investmints+zzqx">Allow for typing errors</a>' in html


def test_the_empty_page_offers_no_word_that_is_no_longer_public() -> None:
    publish("Investments.").unpublish()
    assert "Near “investmints”" not in text_of(show("investmints", verbatim="1"))


def test_the_empty_page_leads_to_the_lists_of_the_library() -> None:
    projects = index("project", home("en"))
    assert f'href="{projects.url_path}">' in show("zzzzqx").partition("Or look through the whole library")[2]
