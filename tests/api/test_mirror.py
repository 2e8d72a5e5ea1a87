"""A mirror made of nothing but the changes shows what an anonymous reader may see, whatever editors did."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.signals import page_slug_changed

from api import throttling
from cms.models import ChangedContent, PublicChange, ToldPage
from cms.publicity import record, record_noted
from projects.models import BulletinPage
from tests.api.following import Mirror, path_of, public
from tests.factories.home import StandardPageFactory, home
from tests.factories.pages import page_factory
from tests.factories.projects import BulletinPageFactory

pytestmark = pytest.mark.django_db
HISTORIES = int(os.environ.get("TEST_HISTORIES", "3"))
STEPS = 60


@pytest.fixture(autouse=True)
def _as_often_as_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttling, "SHARED_EVERY", 10**9)
    throttling.forget_own_counts()


class Editors:
    """Who do at random whatever can be done to pages, with or without signals."""

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
}  # fmt: skip


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_a_mirror_shows_what_readers_see_after_any_history(seed: int) -> None:
    editors = Editors(seed)
    early, late = Mirror(limit=3), Mirror(limit=4)
    norwegian = Mirror(language="nb", limit=2)
    for number in range(STEPS):
        editors.step()
        chance = editors.random.random()
        if chance < 0.4:
            (record if chance < 0.25 else record_noted)()
        if editors.random.random() < 0.6:
            early.follow(editors.random.choice([1, 2, 1000]))
            norwegian.follow()
        if number > STEPS // 2 and editors.random.random() < 0.3:
            late.follow(1)
    record()
    for mirror in (early, late, norwegian):
        mirror.follow()
    shown = public()
    story = "\n".join(editors.done)
    assert early.items == shown, story
    assert late.items == shown, story
    assert norwegian.items == {item: state for item, state in shown.items() if item[1] == "nb"}, story
    assert early.files == late.files == {address: item for item, (address, _title) in shown.items()}, story
    numbers = list(PublicChange.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert not ChangedContent.objects.exists()
    told = set(ToldPage.objects.values_list("address", flat=True))
    assert told == {path_of(address) for address, _title in shown.values()}


def test_recording_twice_tells_nothing_twice() -> None:
    StandardPageFactory(parent=home(), title="Page")
    record()
    before = PublicChange.objects.count()
    record()
    record_noted()
    assert PublicChange.objects.count() == before
