"""Each page type with every kind of row and block that it can have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from cms.models import LibraryDocument, LibraryImage
from projects.enums import FactKind
from projects.models import (
    HandbookPage,
    Organisation,
    Place,
    Programme,
    ProjectBudgetPart,
    ProjectContact,
    ProjectDocument,
    ProjectEvent,
    ProjectFigure,
    ProjectPage,
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
    TrainingPage,
    TrainingParticipants,
    TrainingPlace,
    TrainingSession,
    TrainingTopic,
    Unit,
)
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import (
    INDEX_FACTORIES,
    PAGE_FACTORIES,
    BulletinPageFactory,
    GlossaryPageFactory,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    concept,
    index,
    row,
)


def picture() -> LibraryImage:
    """Return a picture."""
    return LibraryImage.objects.create(title="Square", file=get_test_image_file("square.png"), credit="Somebody")


def file() -> LibraryDocument:
    """Return a document."""
    content = b"%PDF-1.7 made for a test\n%%EOF\n"
    return LibraryDocument.objects.create(
        title="Report", file=ContentFile(content, "report.pdf"), file_size=len(content), language="en"
    )


def content_of(document: LibraryDocument) -> bytes:
    """Return what a document holds."""
    with document.file.open() as opened:
        return bytes(opened.read())


def vocabulary() -> dict[str, Any]:
    """Return an entry of each vocabulary, made once."""
    made: dict[str, tuple[Any, dict[str, Any]]] = {
        "organisation": (Organisation, {"country": "BG"}),
        "programme": (Programme, {"fund": "ERDF"}),
        "topic": (Topic, {}),
        "place": (
            Place,
            {"country": "BG", "latitude": Decimal("41.57"), "longitude": Decimal("24.71"), "nuts": "BG424"},
        ),
        "unit": (Unit, {"forms": "participant\nparticipants"}),
        "term": (Term, {"definition": "A unit of self-government."}),
    }
    return {
        name: model._default_manager.filter(key=name).first() or concept(model, name, **fields)
        for name, (model, fields) in made.items()
    }


def text_blocks() -> list[tuple[str, Any]]:
    """Return one block of each kind that every body takes."""
    image = picture()
    image.contextual_alt_text, image.decorative = "A square", False
    table = {
        "caption": "Ways",
        "columns": [{"type": "text", "heading": "Way"}, {"type": "text", "heading": "When"}],
        "rows": [{"values": ["Own unit", "steady tasks"]}],
    }
    return [
        ("text", "<p>The beginning, <b>bold</b>.</p>"),
        ("heading", {"text": "Ways and means", "anchor": "ways"}),
        ("quote", {"text": "A guide is a promise.", "source": "Handbook"}),
        ("table", table),
        ("note", {"kind": "change", "title": "New", "text": "Counted again."}),
        ("picture", {"image": image, "caption": "A square"}),
        ("gallery", {"pictures": [{"image": image, "caption": "One"}, {"image": image, "caption": "Two"}]}),
        ("action", {"label": "Open the platform", "page": None, "url": "https://example.org/"}),
    ]


def filled(page: Any, blocks: list[tuple[str, Any]]) -> Any:
    """Return a page with a body of these blocks, saved."""
    field = page._meta.get_field("body")
    page.body = [
        (name, field.stream_block.child_blocks[name].to_python(value) if name == "table" else value)
        for name, value in blocks
    ]
    page.save()
    return type(page).objects.get(pk=page.pk)


def library_blocks() -> list[tuple[str, Any]]:
    """Return one block of each kind that a page of the library takes."""
    return [*text_blocks(), ("term", vocabulary()["term"])]


def project() -> ProjectPage:
    """Return a project with every fact."""
    of = vocabulary()
    page = ProjectPageFactory(
        parent=index("project", home()),
        title="Complete project",
        summary="All of it.",
        code="BG-1",
        full_title="The complete project of the tests",
        programme=of["programme"],
        scheme="Second call",
        status="completed",
        start=date(2017, 4, 20),
        end=date(2019, 3, 31),
        budget_total=Decimal("1489666.82"),
        own_contribution_percent=Decimal("15.00"),
        website="https://example.org/",
        website_label="Its own site",
        disclaimer="The views are the authors'.",
        parties=[
            row(ProjectParty, role="funder", organisation=of["organisation"]),
            row(ProjectParty, role="partner", organisation=of["organisation"], withdrew=True, note="In 2018."),
        ],
        budget_parts=[row(ProjectBudgetPart, source="EU", amount=Decimal("1000000.00"))],
        places=[row(ProjectPlace, place=of["place"], lead=True)],
        topics=[row(ProjectTopic, topic=of["topic"])],
        statements=[
            row(ProjectStatement, kind="general_objective", text="To serve better."),
            row(ProjectStatement, kind="stage", name="First", text="Survey."),
        ],
        target_groups=[
            row(ProjectTargetGroup, kind="direct", value=180, unit=of["unit"], name="Officers", counts=True)
        ],
        figures=[
            row(ProjectFigure, value=Decimal("180.00"), unit=of["unit"], what="trained"),
            row(ProjectFigure, value=Decimal("100.00"), unit=of["unit"], what="officers", part=True, counts=False),
        ],
        events=[row(ProjectEvent, date=date(2018, 5, 1), place=of["place"], text="Opening.")],
        documents=[row(ProjectDocument, document=file(), title="Report")],
        contacts=[
            row(ProjectContact, department="Public relations", organisation=of["organisation"], email="pr@example.org")
        ],
    )
    facts = [("facts", {"kind": kind, "heading": ""}) for kind in FactKind.values]
    return filled(page, [*library_blocks(), *facts])


def training() -> TrainingPage:
    """Return a training with every fact."""
    of = vocabulary()
    page = TrainingPageFactory(
        parent=index("training", home()),
        title="Complete training",
        summary="All of it.",
        kind="study_visit",
        audience="Officers",
        start=date(2018, 5, 2),
        end=date(2018, 5, 4),
        project=ProjectPageFactory(parent=index("project", home()), title="Its project"),
        image=picture(),
        image_alt="A square",
        sessions=[
            row(TrainingSession, title="First", start=date(2018, 5, 2), place=of["place"], language="en", capacity=20)
        ],
        places=[row(TrainingPlace, place=of["place"])],
        topics=[row(TrainingTopic, topic=of["topic"])],
        objectives=[row(TrainingObjective, text="Write a budget.")],
        participants=[row(TrainingParticipants, value=Decimal("20.00"), unit=of["unit"], what="officers")],
        documents=[row(TrainingDocument, document=file(), title="Slides")],
        contacts=[row(TrainingContact, department="Training", email="training@example.org")],
    )
    return filled(page, library_blocks())


def handbook() -> HandbookPage:
    """Return a handbook with every fact."""
    page = HandbookPageFactory(
        parent=index("handbook", home()),
        title="Complete handbook",
        edition="2nd",
        year=2010,
        isbn="978-954-000000-8",
        publisher=vocabulary()["organisation"],
        print_run=500,
        series="rivers",
        cover_series="Guides",
        document=file(),
    )
    return filled(page, library_blocks())


def chapter() -> Page:
    """Return a chapter with every block."""
    return filled(HandbookChapterPageFactory(parent=handbook(), title="Complete chapter"), library_blocks())


def bulletin() -> Page:
    """Return an issue with every fact."""
    page = BulletinPageFactory(
        parent=index("bulletin", home()),
        title="Complete issue",
        number=4,
        date=date(2010, 6, 1),
        publisher=vocabulary()["organisation"],
        document=file(),
    )
    return filled(page, library_blocks())


def front_page() -> Page:
    """Return the front page with every block."""
    page = home(tagline="In six languages.", notice="A demonstration.", publisher="Vademecum", examples="budget")
    return filled(page, text_blocks())


def standard_page() -> Page:
    """Return a page about the site with every block."""
    return filled(StandardPageFactory(parent=home(), title="Complete page"), text_blocks())


def listed(facet_type: str) -> Page:
    """Return a list."""
    return index(facet_type, home())


def any_work(facet_type: str) -> Page:
    """Return a work of a type that has no facts but those of every work, with every block."""
    page = PAGE_FACTORIES[facet_type](
        parent=index(facet_type, home()), title=f"Complete {facet_type}", summary="All of it."
    )
    return filled(page, library_blocks())


EVERY_PAGE: dict[str, Callable[[], Any]] = {
    "front page": front_page,
    "standard page": standard_page,
    **{f"list of {name}s": partial(listed, name) for name in INDEX_FACTORIES},
    "glossary": lambda: GlossaryPageFactory(parent=home()),
    **{name: partial(any_work, name) for name in PAGE_FACTORIES},
    "project": project,
    "training": training,
    "handbook": handbook,
    "chapter": chapter,
    "bulletin": bulletin,
}
