"""The types of items of the library, each with what it says beside its view."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.utils.translation import gettext_noop
from pydantic import Field

from api.library.items import MODELS, ItemType, RelatedItem, reference
from api.references import ITEM_RESOURCES
from api.schemas import described
from cms.presenting import PageView
from home.models import StandardPage
from projects.models import BulletinPage, HandbookChapterPage, HandbookPage, ProjectPage, TrainingPage
from projects.works.bulletin import BulletinView
from projects.works.chapter import ChapterView
from projects.works.facts import ProjectView
from projects.works.handbook import HandbookView
from projects.works.relatives import Relative
from projects.works.training import TrainingView


def _related(relative: Relative | None) -> Any:
    if relative is None:
        return None
    languages = [relative.language, *(code for code in relative.languages if code != relative.language)]
    return reference(relative.type, relative.key, relative.title, relative.address, languages=languages)


def _fund(view: ProjectView) -> str | None:
    return (view.programme.extra if view.programme else "") or None


def _left(kind: str, view: Any) -> list[Any]:
    return [_related(one) for one in view.relatives.of_type(kind)]


def _chapters(view: HandbookView) -> list[Any]:
    found = []
    for chapter in view.contents.chapters:
        shown = chapter.own or chapter.offered[0]
        languages = [shown.edition.language, *(code for code in chapter.editions if code != shown.edition.language)]
        told = reference("chapter", chapter.key, shown.title, shown.address, languages=languages)
        found.append({**told, "number": chapter.number})
    return found


def _handbook(view: ChapterView) -> Any:
    """Return the handbook of a chapter where it is public in the chapter's language."""
    found, code = view.contents, view.about.language
    if code not in found.languages:
        return None
    languages = [code, *(other for other in found.languages if other != code)]
    return reference("handbook", found.key, found.title, found.address, languages=languages)


class ChapterReference(RelatedItem):
    """A chapter in the contents of its handbook."""

    model_config = described(gettext_noop("chapter"))

    number: int | None = Field(description=gettext_noop("number"))


_OF_PROJECT = {
    "project": (
        RelatedItem | None,
        gettext_noop("project"),
        lambda view: _related(view.relatives.project),
    )
}
TYPES: tuple[ItemType, ...] = (
    ItemType(
        ProjectPage,
        ProjectView,
        {
            "fund": (
                str | None,
                gettext_noop("fund"),
                _fund,
            ),
            "trainings": (list[RelatedItem], gettext_noop("trainings"), partial(_left, "training")),
            "handbooks": (list[RelatedItem], gettext_noop("handbooks"), partial(_left, "handbook")),
            "bulletins": (list[RelatedItem], gettext_noop("bulletin issues"), partial(_left, "bulletin")),
        },
    ),
    ItemType(TrainingPage, TrainingView, _OF_PROJECT),
    ItemType(
        HandbookPage,
        HandbookView,
        {**_OF_PROJECT, "chapters": (list[ChapterReference], gettext_noop("chapters"), _chapters)},
    ),
    ItemType(
        HandbookChapterPage,
        ChapterView,
        {
            "number": (int | None, gettext_noop("number"), lambda view: view.number),
            "handbook": (RelatedItem | None, gettext_noop("handbook"), _handbook),
        },
    ),
    ItemType(BulletinPage, BulletinView, _OF_PROJECT),
    ItemType(StandardPage, PageView),
)


MODELS.update({one.name: one.model for one in TYPES})
BY_RESOURCE = {ITEM_RESOURCES[one.name]: one for one in TYPES}
