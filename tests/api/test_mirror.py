"""A mirror made of nothing but changes and items shows what an anonymous reader may see, whatever editors did."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction
from wagtail.signals import page_slug_changed

from api import throttling
from cms.models import ChangedContent, LibraryDocument, LibraryImage, PublicChange, ToldItem
from cms.publicity import record, record_noted
from projects.models import BulletinPage, Organisation, Programme, ProjectPage, ProjectParty, ProjectTopic, Term, Topic
from tests.api.following import LANGUAGES, Mirror, path_of, public, public_further
from tests.factories.bodies import showing
from tests.factories.home import StandardPageFactory, home
from tests.factories.pages import page_factory
from tests.factories.projects import BulletinPageFactory, ProjectPageFactory, concept, index, row

pytestmark = pytest.mark.django_db
HISTORIES = int(os.environ.get("TEST_HISTORIES", "3"))
STEPS = 60


@pytest.fixture(autouse=True)
def _as_often_as_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttling, "SHARED_EVERY", 10**9)
    throttling.forget_own_counts()


class Editors:
    """Who do at random whatever can be done to pages, files and vocabularies, with or without signals."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  no secret
        self.number = 0
        self.done: list[str] = []
        home("nb")

    def page(self) -> Any:
        """Return one of the pages below the front pages, if there is any."""
        pages = Page.objects.filter(depth__gt=2).order_by("pk")
        return self.random.choice(list(pages)).specific if pages else None

    def name(self) -> str:
        self.number += 1
        return f"page-{self.random.choice('abc')}{self.number if self.random.random() < 0.5 else ''}"

    def free(self, parent: Page) -> str:
        """Return a name that no child of a page has; often one that was there before."""
        while parent.get_children().filter(slug=(name := self.name())).exists():
            pass
        return name

    def step(self) -> None:
        """Do something."""
        page = self.page()
        deeds = DEEDS if page is not None else {Editors.create: 1}
        (deed,) = self.random.choices(list(deeds), list(deeds.values()))
        self.done.append(f"{deed.__name__} {page.url_path if page is not None else ''}")
        with suppress(ValidationError), transaction.atomic():  # what the site refuses is not done
            deed(self, page)

    def create(self, page: Any) -> None:
        parent = page if page is not None and page.alias_of_id is None and page.depth < 5 else home("en")
        factory: Any = self.random.choice([StandardPageFactory, StandardPageFactory, BulletinPageFactory])
        slug = self.free(parent)
        factory(parent=parent, title=slug, slug=slug, live=self.random.random() < 0.8)

    def translate(self, page: Any) -> None:
        locale = Locale.objects.get(language_code="nb")
        parent = page.get_parent().get_translation_or_none(locale)
        if parent is None or page.alias_of_id is not None or page.has_translation(locale):
            return
        if self.random.random() < 0.3:
            page.copy_for_translation(locale, alias=True)
            return
        slug = self.free(parent)
        page_factory(type(page))(parent=parent, title=slug, slug=slug, translation_of=page, **self.numbered(page))

    def numbered(self, page: Any) -> dict[str, int]:
        self.number += 1
        return {"number": self.number} if isinstance(page, BulletinPage) else {}

    def edit(self, page: Any) -> None:
        page.title = f"{page.title} again"
        page.save()

    def draft(self, page: Any) -> None:
        if page.alias_of_id is None:
            page.title = "never seen"
            page.save_revision()

    def rename(self, page: Any) -> None:
        page.slug = self.free(page.get_parent())
        page.save()
        # Wagtail does so once the transaction is over, which a test's never is.
        page_slug_changed.send(type(page), instance=page, instance_before=page)

    def move(self, page: Any) -> None:
        others = Page.objects.filter(locale=page.locale, depth__range=(2, 4)).exclude(path__startswith=page.path)
        target = self.random.choice(list(others.order_by("pk")))
        if not target.get_children().filter(slug=page.slug).exists():
            page.move(target, pos="last-child")

    def publish(self, page: Any) -> None:
        page.live = True
        page.save()

    def unpublish(self, page: Any) -> None:
        if page.alias_of_id is None:  # which follows its source
            page.unpublish()

    def delete(self, page: Any) -> None:
        page.delete()

    def restrict(self, page: Any) -> None:
        PageViewRestriction.objects.get_or_create(page_id=page.pk, restriction_type="login")

    def open(self, page: Any) -> None:
        PageViewRestriction.objects.order_by("?").delete()

    def expire(self, page: Any) -> None:
        Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))

    def extend(self, page: Any) -> None:
        over = Page.objects.filter(expire_at__isnull=False)
        over.update(expire_at=timezone.now() + timedelta(days=9))

    def take_away(self, page: Any) -> None:
        Page.objects.filter(path__startswith=page.path).update(live=False)

    # --------------------------------------------------------------------------- files and pictures

    def any_of(self, model: Any) -> Any:
        """Return one of the rows of a model, None where there are none."""
        rows = list(model._default_manager.order_by("pk"))
        return self.random.choice(rows) if rows else None

    def upload(self, page: Any) -> None:
        self.number += 1
        if self.random.random() < 0.4:
            file = get_test_image_file(f"picture-{self.number}.png", size=(700, 500))
            LibraryImage.objects.create(title=f"Picture {self.number}", file=file)
            return
        first = self.any_of(LibraryDocument)
        first = first if first is not None and first.edition_of_id is None and self.random.random() < 0.6 else None
        LibraryDocument.objects.create(
            title=f"File {self.number}",
            file=ContentFile(f"{self.number}".encode(), f"file-{self.number}.txt"),
            language=self.random.choice(LANGUAGES),
            edition_of=first,
        )

    def replace_file(self, page: Any) -> None:
        file = self.any_of(LibraryDocument)
        if file is not None:
            self.number += 1
            file.title = f"{file.title} again"
            file.file = ContentFile(f"{self.number}".encode(), f"new-{self.number}.txt")
            file.save()

    def change_picture(self, page: Any) -> None:
        picture = self.any_of(LibraryImage)
        if picture is not None:
            picture.focal_point_x, picture.focal_point_y = self.random.randrange(9), 5
            picture.credit = f"{picture.credit}x"
            picture.save()

    def separate(self, page: Any) -> None:
        file = self.any_of(LibraryDocument)
        if file is not None and file.edition_of_id:
            file.edition_of = None
            file.save()

    def delete_file(self, page: Any) -> None:
        file = self.any_of(self.random.choice([LibraryDocument, LibraryImage]))
        if file is not None:
            file.delete()

    def show(self, page: Any) -> None:
        """Show a file and a picture on a page, one or none of them; what it showed before is there no more."""
        if not hasattr(page, "body"):
            return
        files = [file for model in (LibraryDocument, LibraryImage) if (file := self.any_of(model)) is not None]
        shown = self.random.sample(files, self.random.randint(0, len(files)))
        page.body = showing(*shown, alt=f"Seen {self.random.choice('abc')}")
        page.save()

    def move_file(self, page: Any) -> None:
        """Move a file into another collection by a statement, as the administration does with several."""
        model = self.random.choice([LibraryDocument, LibraryImage])
        if (file := self.any_of(model)) is not None:
            model._default_manager.filter(pk=file.pk).update(collection=self.any_of(Collection))

    def close_collection(self, page: Any) -> None:
        closed = Collection.objects.filter(depth=2).first()
        if closed is None:
            closed = Collection.get_first_root_node().add_child(name="For members")
        restriction, is_new = CollectionViewRestriction.objects.get_or_create(
            collection=closed, restriction_type="login"
        )
        if not is_new:
            restriction.delete()

    # --------------------------------------------------------------------------- vocabularies

    def name_concept(self, page: Any) -> None:
        """Make an entry or a translation of one, and name entries on a project."""
        self.number += 1
        model = self.random.choice([Topic, Programme, Organisation, Term])
        other = self.any_of(model)
        if other is not None and self.random.random() < 0.5:
            missing = [
                code for code in LANGUAGES if not model.objects.filter(key=other.key, locale__language_code=code)
            ]
            for code in missing:
                concept(model, other.key, code, name=f"Name {self.number}")
            return
        subject = {"subject": self.any_of(Topic)} if model is Term else {}
        concept(model, f"concept-{self.number}", self.random.choice(LANGUAGES), **subject)

    def name_on_project(self, page: Any) -> None:
        project = self.any_of(ProjectPage)
        if project is None:
            project = ProjectPageFactory(parent=index("project", home("en")), title=self.name())
        topic, organisation = self.any_of(Topic), self.any_of(Organisation)
        project.programme = self.random.choice([None, self.any_of(Programme)])
        project.topics = [row(ProjectTopic, topic=topic)] if topic else []
        project.parties = [row(ProjectParty, organisation=organisation)] if organisation else []
        project.save()

    def rename_concept(self, page: Any) -> None:
        entry = self.any_of(self.random.choice([Topic, Programme, Organisation, Term]))
        if entry is not None:
            entry.name = f"{entry.name}!"
            if isinstance(entry, Term):
                entry.subject = self.any_of(Topic)
            entry.save()

    def delete_concept(self, page: Any) -> None:
        entry = self.any_of(self.random.choice([Topic, Programme, Organisation, Term]))
        if entry is not None:
            with suppress(ProtectedError):
                entry.delete()

    def hide_concept(self, page: Any) -> None:
        entry = self.any_of(self.random.choice([Topic, Organisation, Term]))
        if entry is not None:
            entry.live = not entry.live
            entry.save()

    def withdraw(self, page: Any) -> None:
        if isinstance(page, BulletinPage):
            page.withdrawn_on = None if page.withdrawn_on else date(2026, 3, 1)
            page.withdrawal_reason = "Superseded" if page.withdrawn_on else ""
            page.save()


# How often each is done: more is opened than closed, or soon nothing would be left to see.
DEEDS: dict[Callable[[Editors, Any], None], int] = {
    Editors.create: 8, Editors.translate: 5, Editors.edit: 5, Editors.draft: 1, Editors.rename: 4, Editors.move: 4,
    Editors.publish: 3, Editors.unpublish: 1, Editors.delete: 2, Editors.restrict: 3, Editors.open: 4,
    Editors.expire: 2, Editors.extend: 3, Editors.take_away: 1, Editors.withdraw: 2,
    Editors.upload: 6, Editors.replace_file: 2, Editors.change_picture: 2, Editors.separate: 1, Editors.delete_file: 1,
    Editors.show: 9, Editors.move_file: 2, Editors.close_collection: 2, Editors.name_concept: 6,
    Editors.name_on_project: 5, Editors.rename_concept: 2, Editors.delete_concept: 2, Editors.hide_concept: 1,
}  # fmt: skip


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_a_mirror_shows_what_readers_see_after_any_history(seed: int) -> None:
    editors = Editors(seed)
    early, late = Mirror(limit=6), Mirror(limit=7)
    norwegian = Mirror(language="nb", limit=5)
    for number in range(STEPS):
        editors.step()
        chance = editors.random.random()
        if chance < 0.4:
            (record if chance < 0.25 else record_noted)()
        if editors.random.random() < 0.5:
            early.follow(editors.random.choice([1, 2, 1000]))
        if editors.random.random() < 0.2:
            norwegian.follow()
        if number > STEPS // 2 and editors.random.random() < 0.3:
            late.follow(1)
    record()
    for mirror in (early, late, norwegian):
        mirror.follow()
    shown, further = public(), public_further()
    story = "\n".join(editors.done)
    assert early.items == shown, story
    assert late.items == shown, story
    assert norwegian.items == {item: state for item, state in shown.items() if item[1] == "nb"}, story
    assert early.further == further, story
    assert late.further == further, story
    in_norwegian = {item: told for item, told in further.items() if item[1] in ("nb", "*")}
    assert norwegian.further == in_norwegian, story
    pages = {address: item for item, (address, _title) in shown.items()}
    files = {told["address"]: item for item, told in further.items() if "file_id" in told}
    assert late.files.items() >= (pages | files).items(), story
    assert early.files.items() >= (pages | files).items(), story
    for mirror in (early, late):  # a file has the names that it had before, too
        for address in mirror.files.keys() - pages.keys():
            assert Client().get(path_of(address)).status_code == HTTPStatus.OK, f"{address}\n{story}"
    numbers = list(PublicChange.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert not ChangedContent.objects.exists()
    told = set(ToldItem.objects.filter(kind="page").values_list("address", flat=True))
    assert told == {path_of(address) for address, _title in shown.values()}


def test_recording_twice_tells_nothing_twice() -> None:
    StandardPageFactory(parent=home(), title="Page")
    record()
    before = PublicChange.objects.count()
    record()
    record_noted()
    assert PublicChange.objects.count() == before
