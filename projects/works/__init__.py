"""How each type of work is told: read once, shown, searched, described and cited."""

from __future__ import annotations

from cms.presenting import present
from projects.models import BulletinPage, HandbookChapterPage, HandbookPage, ProjectPage, TrainingPage
from projects.works.bulletin import BulletinPresenter
from projects.works.chapter import ChapterPresenter
from projects.works.handbook import HandbookPresenter
from projects.works.project import ProjectPresenter
from projects.works.training import TrainingPresenter


def register() -> None:
    """Have each type of work told by its presenter."""
    present(ProjectPage, ProjectPresenter())
    present(TrainingPage, TrainingPresenter())
    present(HandbookPage, HandbookPresenter())
    present(HandbookChapterPage, ChapterPresenter())
    present(BulletinPage, BulletinPresenter())
