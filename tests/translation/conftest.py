"""A project in English, to be translated into Norwegian and Polish."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.signals import post_page_move
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from cms.signals import page_saved, page_saving
from projects.models import (
    Organisation,
    Place,
    ProjectFigure,
    ProjectIndexPage,
    ProjectPage,
    ProjectParty,
    ProjectStatement,
    Term,
    Unit,
)
from search.signal_handlers import index_saved_page
from tests.factories.home import home
from tests.factories.projects import ProjectIndexPageFactory, ProjectPageFactory, concept
from tests.factories.translation import locale, submitted, translated
from tests.translation.history import first_project
from translation.groups import ensure_groups
from translation.signal_handlers import after_move, after_page, guard_page

TABLE = {
    "caption": "Costs",
    "columns": [{"type": "text", "heading": "Item"}, {"type": "text", "heading": "EUR"}],
    "rows": [{"values": ["Pipes", "10"]}, {"values": ["Pumps & more", "20"]}],
}


@pytest.fixture
def english_index(db: None) -> ProjectIndexPage:
    """The list of projects in English alone; the front page stands in Norwegian and Polish too."""
    return list_in_english()


def list_in_english() -> ProjectIndexPage:
    """Make the list of projects in English, and the front page in three languages."""
    for language in ("nb", "pl"):
        home(language)
    return ProjectIndexPageFactory(parent=home("en"))


def in_all(index: ProjectIndexPage) -> ProjectIndexPage:
    """Make a page public in Norwegian and Polish too."""
    for language in ("nb", "pl"):
        translated(index, language)
    return index


@pytest.fixture(scope="module")
def _kept(once: Any) -> Any:
    """The keys of a list in three languages and of a unit that has a name in each: made once for all tests of a module.

    A module that needs the list in English alone, or has a test of real transactions, makes its own for each test.
    """
    return once(lambda: (in_all(list_in_english()).pk, named_person().pk))


@pytest.fixture(scope="module")
def key(once: Any) -> Iterator[UUID]:
    """The key of a project in three languages, made once for all histories of a module; nobody searches for it."""
    made: UUID = once(lambda: first_project(in_all(list_in_english()), named_person()))
    page_saved.disconnect(index_saved_page)
    yield made
    page_saved.connect(index_saved_page)


@pytest.fixture
def index(_kept: Any, db: None) -> ProjectIndexPage:
    """The list of projects in English, public in Norwegian and Polish too."""
    return ProjectIndexPage.objects.get(pk=_kept[0])


@pytest.fixture
def person(_kept: Any, db: None) -> Unit:
    """A unit with a name in all three languages."""
    return Unit.objects.get(pk=_kept[1])


def named_person() -> Unit:
    """Make a unit with a name in all three languages."""
    for language, forms in (("en", "person\npersons"), ("nb", "person\npersoner"), ("pl", "osoba\nosoby\nosób\nosoby")):
        concept(Unit, "person", language, forms=forms)
    return Unit.objects.get(locale__language_code="en")


@pytest.fixture
def project(index: ProjectIndexPage, person: Unit) -> ProjectPage:
    """A public project with two figures and two statements."""
    return clean_water(index, person)


@pytest.fixture(scope="module")
def _kept_project(once: Any, _kept: Any) -> int:
    """The key of such a project, made once for all tests of a module: others that they make stand beside it."""
    return once(lambda: clean_water(ProjectIndexPage.objects.get(pk=_kept[0]), Unit.objects.get(pk=_kept[1])).pk)


@pytest.fixture(scope="module")
def _kept_translation(once: Any, _kept_project: int) -> int:
    return once(lambda: submitted(ProjectPage.objects.get(pk=_kept_project), "nb").pk)


@pytest.fixture
def kept_translation(_kept_translation: int, db: None) -> Translation:
    """The Norwegian translation of that project, a draft with the source's words, made once like it."""
    return Translation.objects.get(pk=_kept_translation)


def clean_water(index: ProjectIndexPage, person: Unit) -> ProjectPage:
    """Make a public project with two figures and two statements."""
    return ProjectPageFactory(
        parent=index,
        title="Clean water",
        summary="Pipes for two towns",
        budget_total=Decimal(100),
        figures=figures(person, 10, 20),
        statements=[
            ProjectStatement(kind="stage", text=text, sort_order=number, locale=locale("en"))
            for number, text in enumerate(["Plan", "Build"])
        ],
        body=[("heading", {"text": "Aim", "anchor": "aim"}), ("text", "<p>Water for all.</p>")],
    )


@pytest.fixture
def full(project: ProjectPage) -> ProjectPage:
    """A page with every kind of block."""
    image = get_image_model().objects.create(title="Bridge", file=get_test_image_file()).pk
    picture = {"image": {"image": image, "alt_text": "A bridge", "decorative": False}, "caption": "Built in 2013"}
    blocks = [
        ("heading", {"text": "Aim", "anchor": "aim"}),
        (
            "text",
            '<p>Water <b>for</b> all & <a href="https://example.org/">more</a>.</p><ul><li>One</li><li>Two</li></ul>',
        ),
        ("quote", {"text": "Two\nlines", "source": "Handbook"}),
        ("note", {"kind": "plain", "title": "Note", "text": "In the margin"}),
        ("table", TABLE),
        ("picture", picture),
        ("gallery", {"pictures": [{"type": "item", "id": f"picture-{number}", "value": picture} for number in (1, 2)]}),
        ("action", {"label": "Open", "page": None, "url": "https://example.org/"}),
        ("facts", {"kind": "budget", "heading": "What was the budget?"}),
        ("term", concept(Term, "sewer", definition="A pipe").pk),
    ]
    body = [{"type": name, "id": f"block-{number}", "value": value} for number, (name, value) in enumerate(blocks)]
    project.body = ProjectPage.body.field.to_python(body)
    ProjectParty.objects.create(
        page=project, organisation=concept(Organisation, "city"), note="Pays <half>", locale=locale("en"), sort_order=0
    )
    project.save()
    return ProjectPage.objects.get(pk=project.pk)


def figures(unit: Unit, *values: int) -> list[ProjectFigure]:
    """Return rows of figures with words, unsaved."""
    return [
        ProjectFigure(value=value, unit=unit, what=f"Figure {value}", sort_order=number, locale=locale("en"))
        for number, value in enumerate(values)
    ]


@pytest.fixture
def place(db: None) -> Place:
    """A place with an English name only."""
    return concept(Place, "hamar", name="Hamar", country="NO", latitude=60, longitude=11)


@pytest.fixture
def unguarded(db: None) -> Iterator[None]:
    """Let pages be saved as they would be without the guard."""
    page_saving.disconnect(guard_page)
    yield
    page_saving.connect(guard_page)


@pytest.fixture
def unaccompanied(db: None) -> Iterator[None]:
    """Let sources be published and moved as they would be without us."""
    page_saved.disconnect(after_page)
    post_page_move.disconnect(after_move)
    yield
    page_saved.connect(after_page)
    post_page_move.connect(after_move)


def member_of(*groups: str, name: str = "member") -> Any:
    """Return a user in some of the groups."""
    ensure_groups()
    user = get_user_model().objects.create_user(name, f"{name}@example.org", "password of a test")
    UserProfile.objects.create(user=user, preferred_language="en")  # else it would be their group's
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def signed_in(user: Any) -> Client:
    """Return a browser in which a user has signed in."""
    client = Client()
    client.force_login(user)
    return client


def said(response: Any) -> str:
    """Return what the administration told the user, one message a line."""
    return "\n".join(str(message).strip() for message in response.context["messages"])
