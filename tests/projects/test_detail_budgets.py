"""What a detail page asks of the database: few queries, and no more of them as its rows grow.

Every page asks: (1) which page is at the address, (2) the page, (3) its languages, (4) the pages above
it, (5) the language's front page and (6) its links, (+) whether the public may have it as PDF, and how large
that is. A body adds, where it has them: (7) where its links and calls to action lead in the reader's language,
(8) its pictures, (9) their renditions.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file

from cms.models import LibraryDocument, LibraryImage
from projects.enums import FactKind
from projects.models import (
    Organisation,
    Place,
    Programme,
    ProjectBudgetPart,
    ProjectContact,
    ProjectDocument,
    ProjectEvent,
    ProjectFigure,
    ProjectParty,
    ProjectPlace,
    ProjectStatement,
    ProjectTargetGroup,
    ProjectTopic,
    Term,
    Topic,
    TrainingContact,
    TrainingDocument,
    TrainingObjective,
    TrainingParticipants,
    TrainingPlace,
    TrainingSession,
    TrainingTopic,
    Unit,
)
from tests.factories.home import home
from tests.factories.projects import (
    BulletinPageFactory,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    concept,
    index,
    row,
)

pytestmark = pytest.mark.django_db

Fill = Callable[[int], Any]


def queries(page: Any) -> list[str]:
    """Return the queries of a page that is asked for again, by another reader."""
    Client().get(page.url_path)
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(page.url_path).status_code == HTTPStatus.OK
    return [query["sql"] for query in captured.captured_queries]


@pytest.fixture
def picture() -> Any:
    """A picture with its sizes made."""
    return LibraryImage.objects.create(title="Drawing", file=get_test_image_file())


def rich_body(picture: Any, target: Any) -> list[Any]:
    """Return a body with everything that asks the database for something."""
    term = Term.objects.first() or concept(Term, "municipality", definition="A unit.")
    picture.contextual_alt_text, picture.decorative = "A drawing", False
    shown = {"image": picture, "caption": ""}
    return [
        ("heading", {"text": "Why?", "anchor": "why"}),
        ("text", f'<p>See <a linktype="page" id="{target.pk}">this</a>.</p>'),
        ("term", term),
        ("picture", shown),
        ("gallery", {"pictures": [shown, shown]}),
        ("action", {"label": "Go on", "page": target, "url": ""}),
    ]


def document(number: int) -> LibraryDocument:
    return LibraryDocument.objects.create(
        title=f"Report {number}", language="en", file=ContentFile(b"%PDF", name=f"{number}.pdf"), file_size=4
    )


def project_rows(each: int, start: int = 0) -> dict[str, list[Any]]:
    """Return so many rows of each of the ten relations of a project."""
    numbers = range(start, start + each)
    places = [concept(Place, f"place{n}", country="BG", latitude="42.5", longitude=str(23 + n / 10)) for n in numbers]
    units = [concept(Unit, f"unit{n}", forms="unit\nunits") for n in numbers]
    organisations = [concept(Organisation, f"organisation{n}", country="BG") for n in numbers]
    return {
        "parties": [row(ProjectParty, organisation=one, note="Note.") for one in organisations],
        "budget_parts": [row(ProjectBudgetPart, source="Fund", amount=Decimal(1)) for _ in numbers],
        "places": [row(ProjectPlace, place=one) for one in places],
        "topics": [row(ProjectTopic, topic=concept(Topic, f"topic{n}")) for n in numbers],
        "statements": [row(ProjectStatement, kind="activity", text="Do.") for _ in numbers],
        "target_groups": [row(ProjectTargetGroup, value=2, unit=one, name="Group") for one in units],
        "figures": [row(ProjectFigure, value=Decimal(2), unit=one, what="trained") for one in units],
        "events": [row(ProjectEvent, date=date(2020, 1, 1), place=one, text="Event.") for one in places],
        "documents": [row(ProjectDocument, document=document(n), title="Report") for n in numbers],
        "contacts": [row(ProjectContact, department="Office", organisation=one) for one in organisations],
    }


def everything(picture: Any) -> list[Any]:
    return [*rich_body(picture, home()), *(("facts", {"kind": kind, "heading": ""}) for kind in FactKind.values)]


def test_a_project_with_sixty_rows_asks_few_queries(picture: Any) -> None:
    """Besides those of every page: (10) its rows, (11) their labels, (12) its documents, (13) what it left behind."""
    page = ProjectPageFactory(
        parent=index("project", home()),
        body=everything(picture),
        programme=concept(Programme, "interreg", fund="ERDF"),
        budget_total=Decimal(1000),
        withdrawn_on=date(2026, 1, 1),
        withdrawal_reason="Replaced.",
        successor=home(),
        **project_rows(6),
    )
    TrainingPageFactory(parent=index("training", home()), project=page)
    asked = queries(page)
    assert len(asked) <= 14, "\n".join(asked)


@pytest.fixture
def project(picture: Any) -> Fill:
    def fill(each: int) -> Any:
        page = ProjectPageFactory(
            parent=index("project", home()),
            title=f"Project {each}",
            body=everything(picture),
            budget_total=Decimal(1000),
            **project_rows(each, 10 * each),
        )
        for _ in range(each):
            TrainingPageFactory(parent=index("training", home()), project=page)
        return page

    return fill


@pytest.fixture
def training(picture: Any) -> Fill:
    """A training, its own picture among those of its body: (10) rows, (11) labels, (12) documents, (13) its project."""

    def fill(each: int) -> Any:
        project = ProjectPageFactory(parent=index("project", home()))
        numbers = range(each)
        places = [
            concept(Place, f"place{each}{n}", country="PL", latitude="52", longitude=str(15 + n)) for n in numbers
        ]
        for _ in numbers:
            TrainingPageFactory(parent=index("training", home()), project=project)
        return TrainingPageFactory(
            parent=index("training", home()),
            project=project,
            body=rich_body(picture, home()),
            image=picture,
            image_alt="A drawing",
            places=[row(TrainingPlace, place=one) for one in places],
            topics=[row(TrainingTopic, topic=concept(Topic, f"topic{each}{n}")) for n in numbers],
            participants=[
                row(TrainingParticipants, value=Decimal(3), unit=concept(Unit, f"unit{each}{n}", forms="a\nb"))
                for n in numbers
            ],
            documents=[row(TrainingDocument, document=document(n), title="Workbook") for n in numbers],
            contacts=[row(TrainingContact, department="Office") for _ in numbers],
            objectives=[row(TrainingObjective, text="Answer.") for _ in numbers],
            sessions=[row(TrainingSession, title="Session", place=one, start=date(2020, 1, 1)) for one in places],
        )

    return fill


@pytest.fixture
def handbook(picture: Any) -> Fill:
    """A handbook: (10) its publisher and terms, (11) its chapters, (12) its file, (13) its project."""

    def fill(each: int) -> Any:
        page = HandbookPageFactory(
            parent=index("handbook", home()),
            title=f"Handbook {each}",
            body=rich_body(picture, home()),
            project=ProjectPageFactory(parent=index("project", home())),
            publisher=concept(Organisation, f"publisher{each}"),
            document=document(each),
        )
        polish = HandbookPageFactory(parent=index("handbook", home("pl")), translation_of=page)
        for _ in range(each):
            chapter = HandbookChapterPageFactory(parent=page)
            HandbookChapterPageFactory(parent=polish, translation_of=chapter)
        return page

    return fill


@pytest.fixture
def bulletin(picture: Any) -> Fill:
    """An issue: (10) its publisher and terms, (11) its file, (12) its project and the other issues."""

    def fill(each: int) -> Any:
        project = ProjectPageFactory(parent=index("project", home()))
        for _ in range(each):
            BulletinPageFactory(parent=index("bulletin", home()), project=project)
        return BulletinPageFactory(
            parent=index("bulletin", home()),
            project=project,
            body=rich_body(picture, home()) * each,
            publisher=concept(Organisation, f"publisher{each}"),
            document=document(each),
        )

    return fill


@pytest.mark.parametrize(("name", "most"), [("project", 14), ("training", 15), ("handbook", 14), ("bulletin", 13)])
def test_a_page_asks_no_more_as_its_rows_grow(name: str, most: int, request: pytest.FixtureRequest) -> None:
    fill: Fill = request.getfixturevalue(name)
    few, many = queries(fill(1)), queries(fill(4))
    assert len(few) == len(many), "\n".join(many)
    assert len(many) <= most, "\n".join(many)


def test_a_chapter_asks_at_most_12_queries(picture: Any) -> None:
    """The seven of every page, and (7) where links lead, (8) pictures, (9) their renditions,
    (10) the chapters with the handbook, (11) the names of terms and publisher."""
    project = ProjectPageFactory(parent=index("project", home()))
    handbook = HandbookPageFactory(
        parent=index("handbook", home()), project=project, publisher=concept(Organisation, "publisher")
    )
    for number in range(8):
        body = (
            [block for block in rich_body(picture, project) if block[0] not in ("gallery", "action")]
            if number == 4
            else []
        )
        HandbookChapterPageFactory(parent=handbook, title=f"Chapter {number}", body=body)
    chapter = handbook.get_children()[4].specific
    asked = queries(chapter)
    assert len(asked) <= 12, "\n".join(asked)
