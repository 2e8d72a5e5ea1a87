"""What became public, changed, or stopped being public is told once, in order."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_slug_changed

from cms import publicity
from cms.models import ChangedContent, PublicChange, ToldItem
from cms.publicity import forget_old_changes, record, record_noted, recorded_at_the_end
from cms.signals import facets_changed, time_passed
from projects.models import Programme
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import (
    BulletinPageFactory,
    HandbookChapterPageFactory,
    HandbookPageFactory,
    ProjectPageFactory,
    concept,
    index,
)
from tests.recording import new_changes

pytestmark = pytest.mark.django_db


def told() -> list[tuple[str, str]]:
    """Record, and return what is new of pages: the event and the address."""
    return list(new_changes().filter(kind="page").values_list("event", "address"))


@pytest.fixture
def page() -> Any:
    """A page about the site that was told."""
    made = StandardPageFactory(parent=home(), title="Fees", slug="fees")
    record()
    return made


def restrict(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def expire(page: Any) -> None:
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("deed", "event"),
    [
        (lambda page: page.unpublish(), "unpublished"),
        (lambda page: page.delete(), "deleted"),
        (restrict, "restricted"),
        (lambda page: restrict(home()), "restricted"),
        (expire, "expired"),
        (lambda page: Page.objects.filter(pk=page.pk).update(live=False), "unpublished"),
        (lambda page: Page.objects.filter(pk=page.pk).update(live=False, expired=True), "expired"),
        (lambda page: Page.objects.filter(pk=page.pk).update(alias_of=home()), "unpublished"),
    ],
    ids=["unpublish", "delete", "restrict", "restrict above", "expire", "unseen", "expired by schedule", "alias"],
)
def test_what_ends_being_public_leaves_a_tombstone_with_its_addresses(
    page: Any, deed: Callable[[Any], Any], event: str
) -> None:
    deed(page)
    assert (event, "/en/fees/") in told()
    tombstone = PublicChange.objects.get(event=event, address="/en/fees/")
    assert (tombstone.key, tombstone.language, tombstone.former) == (page.translation_key, "en", ["/en/fees/"])
    assert told() == []


@pytest.mark.parametrize(
    ("deed", "events"),
    [
        (lambda page: page.save(), [("updated", "/en/fees/")]),
        (lambda page: page.save_revision().publish(), [("updated", "/en/fees/")]),
        (lambda page: page.save_revision(), []),
        (lambda page: None, []),
    ],
    ids=["save", "publish", "draft", "nothing"],
)
def test_an_update_is_told_and_a_draft_is_not(page: Any, deed: Callable[[Any], Any], events: list[Any]) -> None:
    deed(page)
    assert told() == events


def test_a_translation_of_a_public_work_is_told_as_one(page: Any) -> None:
    StandardPageFactory(parent=home("nb"), title="Gebyrer", slug="gebyrer", translation_of=page)
    assert told() == [("translated", "/nb/"), ("translated", "/nb/gebyrer/")]


def test_what_is_not_public_is_never_told() -> None:
    record()
    parent = StandardPageFactory(parent=home(), title="Members", slug="members")
    restrict(parent)
    StandardPageFactory(parent=parent, title="Below", slug="below")
    StandardPageFactory(parent=home(), title="Draft", slug="draft", live=False)
    scheduled = StandardPageFactory(parent=home(), title="Later", slug="later", live=False)
    scheduled.go_live_at = timezone.now() + timedelta(days=1)
    scheduled.save_revision().publish()
    expire(StandardPageFactory(parent=home(), title="Over", slug="over"))
    home("nb")
    seen = StandardPageFactory(parent=home(), title="Seen", slug="seen")
    seen.copy_for_translation(home("nb").locale, alias=True)
    assert told() == [("published", "/en/seen/"), ("translated", "/nb/")]


def test_a_page_that_moves_takes_along_what_is_below_it() -> None:
    handbook = HandbookPageFactory(parent=index("handbook", home()), title="Waste", slug="waste")
    HandbookChapterPageFactory(parent=handbook, title="Fees", slug="fees")
    record()
    handbook.slug = "litter"
    handbook.save()
    assert told() == [("moved", "/en/handbooks/litter/"), ("moved", "/en/handbooks/litter/fees/")]
    former = list(PublicChange.objects.filter(event="moved").values_list("former", flat=True))
    assert former == [["/en/handbooks/waste/"], ["/en/handbooks/waste/fees/"]]


def test_a_tombstone_names_every_address_that_a_page_had(page: Any) -> None:
    for slug in ("charges", "rates"):
        page.slug = slug
        page.save()
        record()
    page.delete()
    record()
    assert PublicChange.objects.get(event="deleted").former == ["/en/rates/", "/en/charges/", "/en/fees/"]


def test_an_address_that_another_page_has_taken_is_not_told_to_be_empty(page: Any) -> None:
    page.slug = "rates"
    page.save()
    StandardPageFactory(parent=home(), title="New fees", slug="fees")
    assert told() == [("moved", "/en/rates/"), ("published", "/en/fees/")]
    assert PublicChange.objects.get(event="moved").former == []
    page.delete()
    record()
    assert PublicChange.objects.get(event="deleted").former == ["/en/rates/"]


def test_an_address_is_told_to_be_empty_where_who_took_it_is_not_told_yet(page: Any) -> None:
    page.slug = "rates"
    page.save()
    StandardPageFactory(parent=home(), title="New fees", slug="fees")
    ChangedContent.objects.exclude(item=page.pk).delete()  # as of a page that was opened by removing a restriction
    record_noted()
    assert PublicChange.objects.get(event="moved").former == ["/en/fees/"]
    assert told() == [("published", "/en/fees/")]


def test_two_pages_that_change_places_leave_no_address_empty(page: Any) -> None:
    other = StandardPageFactory(parent=home(), title="Rates", slug="rates")
    record()
    Page.objects.filter(pk=page.pk).update(slug="swap", url_path="/en/swap/")
    Page.objects.filter(pk=other.pk).update(slug="fees", url_path="/en/fees/")
    Page.objects.filter(pk=page.pk).update(slug="rates", url_path="/en/rates/")
    assert told() == [("moved", "/en/rates/"), ("moved", "/en/fees/")]
    assert list(PublicChange.objects.filter(event="moved").values_list("former", flat=True)) == [[], []]


def test_a_page_in_the_place_of_a_deleted_one_is_told_after_it(page: Any) -> None:
    page.delete()
    StandardPageFactory(parent=home(), title="Fees", slug="fees")
    assert told() == [("deleted", "/en/fees/"), ("published", "/en/fees/")]
    assert PublicChange.objects.get(event="deleted").former == []


def test_a_withdrawal_is_told_and_its_end_is_an_update() -> None:
    page = BulletinPageFactory(parent=index("bulletin", home()), title="First", slug="first")
    record()
    page.withdrawn_on, page.withdrawal_reason = date(2026, 3, 1), "Superseded"
    page.save()
    assert told() == [("withdrawn", "/en/bulletins/first/")]
    page.withdrawn_on, page.withdrawal_reason = None, ""
    page.save()
    assert told() == [("updated", "/en/bulletins/first/")]


def test_a_renamed_entry_of_a_vocabulary_updates_the_pages_that_show_it() -> None:
    programme = concept(Programme, "growth", name="Growth")
    ProjectPageFactory(parent=index("project", home()), title="Water", slug="water", programme=programme)
    record()
    programme.name = "New growth"
    programme.save()
    assert told() == [("updated", "/en/projects/water/")]


def test_a_page_that_moved_and_moved_back_is_told_to_who_may_have_read_of_it_meanwhile(page: Any) -> None:
    other = StandardPageFactory(parent=home(), title="Other", slug="other")
    record()
    page.move(other, pos="last-child")
    page.refresh_from_db()
    page.move(home(), pos="last-child")
    assert told() == [("updated", "/en/fees/")]


def test_a_page_that_was_closed_and_opened_again_is_told_to_who_may_have_missed_it_meanwhile(page: Any) -> None:
    restrict(page)
    PageViewRestriction.objects.all().delete()
    assert told() == [("updated", "/en/fees/")]


def test_a_page_that_another_one_changes_is_updated(page: Any) -> None:
    facets_changed.send(type(page), page=page.pk)
    assert told() == [("updated", "/en/fees/")]


def test_numbers_follow_one_another_also_in_many_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publicity, "MOST_AT_ONCE", 2)
    pages = [StandardPageFactory(parent=home(), title=f"Page {number}") for number in range(5)]
    record()
    restrict(home())
    record()
    PageViewRestriction.objects.all().delete()
    for page in pages:
        page.save()
    record_noted()
    record()
    numbers = list(PublicChange.objects.values_list("number", flat=True))
    assert numbers == list(range(1, 3 * 6 + 1))
    assert not ChangedContent.objects.exists()


def test_what_is_noted_costs_as_much_however_many_pages_are_public(
    page: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        StandardPageFactory(parent=home(), title=f"Page {number}")
    record()
    page.save()
    # Two savepoints, which are transactions elsewhere; the lock of PostgreSQL, twice; notes, twice; what was told and
    # is gone; what differs; what was told of it; addresses taken; the last number; who is sent them; three that write.
    with django_assert_max_num_queries(17):
        record_noted()
    assert PublicChange.objects.order_by("-number").first().event == "updated"


def test_the_clock_alone_ends_what_expires(page: Any) -> None:
    expire(page)
    time_passed.send(None)
    assert PublicChange.objects.order_by("-number").first().event == "expired"


def test_changes_are_kept_for_400_days_and_the_last_of_the_old_ones_longer(page: Any) -> None:
    for _time in range(3):
        page.save()
        record()
    days_ago = timezone.now() - timedelta(days=401)
    count = PublicChange.objects.count()
    PublicChange.objects.filter(number__lt=count).update(at=days_ago)
    forget_old_changes()
    assert list(PublicChange.objects.values_list("number", flat=True)) == [count - 1, count]
    page.save()
    record()
    assert PublicChange.objects.order_by("-number").first().number == count + 1


# ------------------------------------------------------------------------------- when a transaction is over


@pytest.mark.django_db(transaction=True)
def test_a_change_is_told_as_soon_as_it_is_committed() -> None:
    page = StandardPageFactory(parent=home(), title="Fees", slug="fees")
    assert ToldItem.objects.filter(item=page.pk).exists()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert not ToldItem.objects.filter(item=page.pk).exists()
    restriction.delete()
    child = StandardPageFactory(parent=page, title="Below", slug="below")
    other = StandardPageFactory(parent=home(), title="Other", slug="other")
    page.move(other, pos="last-child")
    assert ToldItem.objects.get(item=child.pk).address == "/en/other/fees/below/"
    page.refresh_from_db()
    page.specific.unpublish()
    assert not ToldItem.objects.filter(item=page.pk).exists()
    child.refresh_from_db()
    child.delete()
    assert not ToldItem.objects.filter(item=child.pk).exists()


def save_in_vain(page: Any) -> None:
    with suppress(ZeroDivisionError), transaction.atomic():
        page.save()
        raise ZeroDivisionError


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_never_told() -> None:
    page = StandardPageFactory(parent=home(), title="Fees", slug="fees")
    record()
    before = PublicChange.objects.count()
    save_in_vain(page)
    record()
    assert PublicChange.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_a_transaction_records_once_and_a_step_that_is_undone_takes_nothing_along() -> None:
    page = StandardPageFactory(parent=home(), title="Fees", slug="fees")
    record()
    before = PublicChange.objects.count()
    with transaction.atomic():
        save_in_vain(page)
        for _time in range(3):
            page.save()
        waiting = [entry for entry in connection.run_on_commit if entry[1] is record_noted]
        assert len(waiting) == 1
    assert PublicChange.objects.count() == before + 1


@pytest.mark.django_db(transaction=True)
def test_what_many_transactions_do_is_recorded_after_the_last_and_what_is_interrupted_later() -> None:
    with recorded_at_the_end():
        page = StandardPageFactory(parent=home(), title="Fees", slug="fees")
        page.save()
        assert not PublicChange.objects.exists()
    assert PublicChange.objects.filter(event="published", address=page.url_path).count() == 1
    before = PublicChange.objects.count()
    with suppress(KeyboardInterrupt), recorded_at_the_end():
        page.unpublish()
        raise KeyboardInterrupt
    assert PublicChange.objects.count() == before
    page.save()
    assert PublicChange.objects.count() == before + 1


@pytest.mark.django_db(transaction=True)
def test_only_a_move_below_another_page_has_everything_compared() -> None:
    first, second = (StandardPageFactory(parent=home(), title=title) for title in ("First", "Second"))

    def recorded(act: Callable[[], Any]) -> set[Any]:
        with transaction.atomic():
            act()
            return {entry[1] for entry in connection.run_on_commit} & {record, record_noted}

    def moved(page: Any, target: Any, pos: str) -> set[Any]:
        return recorded(lambda: Page.objects.get(pk=page.pk).move(Page.objects.get(pk=target.pk), pos=pos))

    assert moved(second, first, "left") == {record_noted}
    assert recorded(lambda: page_slug_changed.send(type(first), instance=first, instance_before=first)) == {
        record_noted
    }
    assert record in moved(second, first, "first-child")
