"""Readers of a translation are told what of it is older than its original, and where."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from cms.models.publicity import PublicChange
from cms.publicity import record
from projects.models import ProjectPage
from publishing.documents import document_of
from tests.factories.translation import locale, submitted, translate, translated
from tests.translation.conftest import member_of
from translation.origins import MACHINE
from translation.publication import translation_of
from translation.reviewing import review

pytestmark = pytest.mark.django_db

HERE = "Originalen er endret her"


@pytest.fixture
def sections(project: ProjectPage) -> ProjectPage:
    """A project of two sections, in Norwegian too."""
    project.body = [
        ("heading", {"text": "Aim", "anchor": "aim"}),
        ("text", "<p>Water for all.</p>"),
        ("heading", {"text": "Means", "anchor": "means"}),
        ("text", "<p>Pipes.</p>"),
    ]
    project.save_revision().publish()
    translated(project, "nb")
    return project


def change(project: ProjectPage, number: int, html: str) -> None:
    """Publish the project with another text in a block."""
    page = ProjectPage.objects.get(pk=project.pk)
    body: list[Any] = list(page.body.get_prep_value())
    body[number]["value"] = html
    page.body = ProjectPage.body.field.to_python(body)
    page.save_revision().publish()


def norwegian() -> ProjectPage:
    return ProjectPage.objects.get(locale=locale("nb"))


def html_of(page: ProjectPage) -> str:
    return Client().get(page.url_path).content.decode()


def test_a_translation_that_says_all_of_it_says_nothing_of_its_age(sections: ProjectPage) -> None:
    assert "eldre enn originalen" not in html_of(norwegian())
    assert HERE not in html_of(norwegian())


def test_the_head_says_how_many_sections_are_older_and_the_margin_which(sections: ProjectPage) -> None:
    change(sections, 3, "<p>Pipes and pumps.</p>")
    page = norwegian()
    html = html_of(page)
    assert "1 avsnitt er eldre enn originalen fra" in html
    assert "Les originalen (engelsk)" in html
    assert html.count(HERE) == 1
    assert f'href="{sections.url_path}#means"' in html
    assert html.index(HERE) > html.index("nb: Means")
    assert page.older_places == [f"body.{page.body.raw_data[3]['id']}"]


def test_a_section_that_is_not_translated_yet_is_told_where_it_would_stand(sections: ProjectPage) -> None:
    page = ProjectPage.objects.get(pk=sections.pk)
    body = list(page.body.get_prep_value())
    new = [
        {"type": "heading", "id": "new-heading", "value": {"text": "Costs", "anchor": "costs"}},
        {"type": "text", "id": "new-text", "value": "<p>Dear.</p>"},
    ]
    page.body = ProjectPage.body.field.to_python([*body[:2], *new, *body[2:]])
    page.save_revision().publish()
    assert norwegian().older_places == [f"body.{body[1]['id']}"]
    html = html_of(norwegian())
    assert "1 avsnitt er eldre enn originalen fra" in html
    assert html.index("nb: Aim") < html.index(HERE) < html.index("nb: Means")


def test_a_text_outside_the_sections_is_told_at_the_head_alone(sections: ProjectPage) -> None:
    page = ProjectPage.objects.get(pk=sections.pk)
    page.summary = "Pipes for three towns"
    page.save_revision().publish()
    assert "Noe av teksten er eldre enn originalen fra" in html_of(norwegian())
    assert HERE not in html_of(norwegian())


def test_the_pdf_and_the_interface_say_the_same(sections: ProjectPage) -> None:
    change(sections, 1, "<p>Clean water for all.</p>")
    change(sections, 3, "<p>Pipes and pumps.</p>")
    assert "2 avsnitt er eldre enn originalen fra" in document_of(norwegian()).content["origin"]
    item = Client().get(f"/api/v1/projects/{sections.translation_key}?language=nb").json()
    assert item["older_sections"] == ["aim", "means"]


def test_other_sites_are_told_that_a_translation_has_become_older(sections: ProjectPage) -> None:
    record()
    told = PublicChange.objects.count()
    change(sections, 3, "<p>Pipes and pumps.</p>")
    record()
    changed = PublicChange.objects.order_by("pk")[told:].values_list("item", flat=True)
    assert set(changed) == {sections.pk, norwegian().pk}


def test_other_sites_are_told_that_a_machines_texts_were_reviewed(project: ProjectPage) -> None:
    translation = submitted(project, "nb")
    translate(translation, kind=MACHINE)
    translation.save_target(publish=True)
    record()
    told = PublicChange.objects.count()
    review(translation, member_of("Communications staff"))
    record()
    assert list(PublicChange.objects.order_by("pk")[told:].values_list("item", flat=True)) == [norwegian().pk]


def test_nothing_is_older_once_the_translation_is_published_again(sections: ProjectPage) -> None:
    change(sections, 3, "<p>Pipes and pumps.</p>")
    translation = translation_of(norwegian())
    translate(translation)
    translation.save_target(publish=True)
    assert norwegian().older_places == []
    assert "eldre enn" not in html_of(norwegian())


def test_the_original_is_never_older(sections: ProjectPage) -> None:
    change(sections, 3, "<p>Pipes and pumps.</p>")
    assert "older than the original" not in html_of(sections)
