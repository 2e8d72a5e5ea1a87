"""The ordinary editor of a translation that localize keeps in step no longer: what languages share is not asked for."""

from __future__ import annotations

from decimal import Decimal
from http import HTTPStatus

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail_localize.models import Translation, TranslationSource

from projects.models import ProjectBudgetPart, ProjectPage, ProjectTopic, Topic
from tests.editing import PUBLISH, edit_address, errors, filled_in, shown, signed_in
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, concept, index, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Client:
    return signed_in()


@pytest.fixture
def original() -> ProjectPage:
    page: ProjectPage = ProjectPageFactory(
        parent=index("project", home()),
        title="Original",
        budget_total=Decimal(100),
        topics=[row(ProjectTopic, topic=concept(Topic, "training", name="training"))],
        budget_parts=[
            row(ProjectBudgetPart, source="EU", amount=Decimal(85), sort_order=0),
            row(ProjectBudgetPart, source="State", amount=Decimal(15), sort_order=1),
        ],
    )
    return page


@pytest.fixture
def stopped(original: ProjectPage) -> ProjectPage:
    """Return the Bulgarian page of the original, whose words go their own way."""
    same = [
        row(
            ProjectBudgetPart,
            "bg",
            source=source,
            amount=part.amount,
            translation_key=part.translation_key,
            sort_order=part.sort_order,
        )
        for source, part in zip(("ЕС", "Държава"), original.budget_parts.all(), strict=True)
    ]
    page: ProjectPage = ProjectPageFactory(
        parent=index("project", home("bg")),
        translation_of=original,
        title="Превод",
        budget_total=Decimal(100),
        budget_parts=same,
    )
    source, _created = TranslationSource.get_or_create_from_instance(original)
    Translation.objects.create(source=source, target_locale=page.locale, enabled=False)
    return page


def test_shared_values_are_shown_with_the_reason_and_the_way_to_the_original(
    admin: Client, original: ProjectPage, stopped: ProjectPage
) -> None:
    soup = BeautifulSoup(admin.get(edit_address(stopped)).content, "html.parser")
    values = {
        soup.find(id=field["aria-labelledby"]).get_text(strip=True): field.get_text(strip=True)
        for field in soup.select("[aria-readonly=true]")
    }
    assert values["Total budget"] == "100.00"
    assert values["Programme"] == "–"
    assert values["The project has no partners"] == "no"
    assert values["Amount"] == "15.00"
    reasons = [help_text for help_text in soup.select(".help") if "Shared by all languages." in help_text.get_text()]
    assert reasons
    assert {link["href"] for reason in reasons for link in reason.select("a")} == {edit_address(original)}


def test_its_words_are_edited_and_its_values_stay(admin: Client, stopped: ProjectPage) -> None:
    address = edit_address(stopped)
    sent = filled_in(admin, address, title="Нов превод") | {"budget_parts-0-source": "Съюзът"}
    forged = {"budget_total": "7", "budget_parts-0-amount": "7", "start": "2019-01-01"}
    assert admin.post(address, sent | forged | PUBLISH).status_code == HTTPStatus.FOUND
    page = ProjectPage.objects.get(pk=stopped.pk)
    assert (page.title, page.budget_total, page.start) == ("Нов превод", 100, None)
    assert [(part.source, part.amount) for part in page.budget_parts.all()] == [("Съюзът", 85), ("Държава", 15)]


def test_its_rows_are_not_added_deleted_or_moved(admin: Client, stopped: ProjectPage) -> None:
    address = edit_address(stopped)
    html = admin.get(address).content.decode()
    assert 'id="id_budget_parts-ADD"' not in html
    assert "Number, order and grey values are shared by all languages." in html
    moved = {"budget_parts-0-ORDER": "2", "budget_parts-1-ORDER": "1", "budget_parts-0-DELETE": "on"}
    admin.post(address, filled_in(admin, address) | moved | PUBLISH)
    page = ProjectPage.objects.get(pk=stopped.pk)
    assert [part.source for part in page.budget_parts.all()] == ["ЕС", "Държава"]


def test_a_row_that_is_sent_beyond_them_is_refused(admin: Client, stopped: ProjectPage) -> None:
    address = edit_address(stopped)
    more = {"budget_parts-TOTAL_FORMS": "3", "budget_parts-2-source": "Нов", "budget_parts-2-id": ""}
    response = admin.post(address, filled_in(admin, address) | more | PUBLISH)
    assert errors(response).keys() == {"budget_parts"}


def test_the_original_is_edited_in_full(admin: Client, original: ProjectPage, stopped: ProjectPage) -> None:
    sent = shown(admin.get(edit_address(original)))
    assert {"budget_total", "budget_parts-0-amount", "budget_parts-0-ORDER", "topics-0-topic"} <= sent.keys()


def test_the_preview_of_such_a_translation_has_its_shared_values(admin: Client, stopped: ProjectPage) -> None:
    address = edit_address(stopped, "preview_on_edit")
    sent = filled_in(admin, edit_address(stopped), title="Нов превод")
    assert admin.post(address, sent).json() == {"is_valid": True, "is_available": True}
    assert "Нов превод" in admin.get(address).content.decode()
