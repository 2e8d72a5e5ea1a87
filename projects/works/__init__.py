"""How each type of work is told: read once, shown, searched, described and cited."""

from __future__ import annotations

from typing import Any

from cms.presenting import present
from projects.works.bulletin import BulletinPresenter
from projects.works.chapter import ChapterPresenter
from projects.works.handbook import HandbookPresenter
from projects.works.project import ProjectPresenter
from projects.works.training import TrainingPresenter
from projects.works.work import WorkPresenter

# In the order in which types are named, listed and shown on a project.
PRESENTERS: tuple[WorkPresenter[Any], ...] = (
    ProjectPresenter(),
    TrainingPresenter(),
    HandbookPresenter(),
    ChapterPresenter(),
    BulletinPresenter(),
)


def register() -> None:
    """Have each type of work told by its presenter."""
    for presenter in PRESENTERS:
        present(presenter.model, presenter)
