"""Files and pictures that became public, changed, or stopped being public are told once, in one order with pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file, get_test_image_file_jpeg
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from cms import publicity
from cms.generation import generation
from cms.models import ChangedContent, LibraryDocument, LibraryImage, PublicChange
from cms.publicity import record, record_noted
from tests.factories.bodies import showing
from tests.factories.home import StandardPageFactory, home
from tests.recording import new_changes

pytestmark = pytest.mark.django_db


def told(how: Callable[[], None] = record) -> list[tuple[str, str, str]]:
    """Record, and return what is new of files and pictures: the event, the type and the language."""
    return list(new_changes(how).filter(kind__in=("document", "image")).values_list("event", "type", "language"))


def last_of(kind: str) -> PublicChange:
    return PublicChange.objects.filter(kind=kind).latest("number")


def report(language: str = "en", of: LibraryDocument | None = None, name: str = "report") -> LibraryDocument:
    file = ContentFile(language.encode(), f"{name}-{language}.txt")
    return LibraryDocument.objects.create(title="Report", file=file, language=language, edition_of=of)


def picture() -> LibraryImage:
    return LibraryImage.objects.create(title="Square", file=get_test_image_file("square.png", size=(700, 500)))


@pytest.fixture
def file() -> LibraryDocument:
    return report()


@pytest.fixture
def image() -> LibraryImage:
    return picture()


@pytest.fixture
def page(file: LibraryDocument, image: LibraryImage) -> Any:
    """A page that shows a file and a picture, which was told."""
    page = StandardPageFactory(parent=home(), title="Fees", slug="fees", body=showing(file, image))
    record()
    return page


def close(collection: Collection | None = None) -> None:
    CollectionViewRestriction.objects.create(
        collection=collection or Collection.get_first_root_node(), restriction_type="login"
    )


def closed_collection() -> Collection:
    """Return a collection whose restriction is older than what it will hold."""
    collection: Collection = Collection.get_first_root_node().add_child(name="For members")
    close(collection)
    return collection


def test_what_no_public_page_shows_is_never_told(file: LibraryDocument, image: LibraryImage) -> None:
    assert told() == []
    StandardPageFactory(parent=home(), title="Draft", slug="draft", live=False, body=showing(file, image))
    assert told() == []
    StandardPageFactory(parent=home(), title="Open", slug="open", body=showing(file, image))
    assert told(record_noted) == [("published", "document", "en"), ("published", "image", "*")]
    assert last_of("document").address == file.url
    assert told() == []


def test_another_language_of_a_public_file_is_a_translation_of_it(page: Any, file: LibraryDocument) -> None:
    report("nb", of=file)
    assert ("translated", "document", "nb") in told(record_noted)
    assert last_of("document").key == PublicChange.objects.filter(kind="document").earliest("number").key


@pytest.mark.parametrize(
    ("deed", "event"),
    [
        (lambda page: page.unpublish(), "unpublished"),
        (lambda page: page.delete(), "unpublished"),
        (lambda page: Page.objects.filter(pk=page.pk).update(live=False), "unpublished"),
        (lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"), "unpublished"),
        (lambda page: close(), "restricted"),
        (lambda page: LibraryDocument.objects.update(collection=closed_collection()), "restricted"),
        (lambda page: LibraryImage.objects.update(collection=closed_collection()), "restricted"),
    ],
    ids=["unpublish", "delete", "a statement", "restrict", "close", "move files", "move pictures"],
)
def test_what_ends_being_shown_leaves_a_tombstone(page: Any, deed: Callable[[Any], Any], event: str) -> None:
    deed(page)
    ended = [one for one in told() if one[0] != "updated"]
    assert ended
    assert {one[0] for one in ended} == {event}
    for _event, kind, _language in ended:
        assert last_of(kind).former
    assert told() == []


def test_a_tombstone_names_every_address_that_a_file_or_a_picture_had(
    page: Any, file: LibraryDocument, image: LibraryImage
) -> None:
    old = file.url
    file.file = ContentFile(b"second", "second.txt")
    file.save()
    record()
    assert (last_of("document").event, last_of("document").former) == ("updated", [])  # its old address leads to it
    page.delete()
    record()
    assert set(last_of("document").former) == {old, file.url}
    former = last_of("image").former
    assert f"/pictures/{image.pk}/plate-320.webp" in former
    assert f"/pictures/{image.pk}/whole-480.png" in former


def test_a_picture_in_another_format_leaves_the_addresses_of_the_old_one(page: Any, image: LibraryImage) -> None:
    image.file = get_test_image_file_jpeg("square.jpg", size=(700, 500))
    image.save()
    assert ("updated", "image", "*") in told(record_noted)
    former = last_of("image").former
    assert former
    assert all(address.endswith(".png") for address in former)


@pytest.mark.parametrize("how", [record, record_noted])
def test_a_page_that_changes_updates_what_it_shows_and_what_it_showed(
    page: Any, file: LibraryDocument, image: LibraryImage, how: Callable[[], None]
) -> None:
    page.title = "Rates"
    page.save()
    assert told(how) == [("updated", "document", "en"), ("updated", "image", "*")]
    other = StandardPageFactory(parent=home(), title="Other", slug="other", body=showing(file))
    assert told(how) == [("updated", "document", "en")]
    page.body = "[]"
    page.save()
    assert told(how) == [("updated", "document", "en"), ("unpublished", "image", "*")]
    other.body = "[]"
    other.save()
    assert told(how) == [("unpublished", "document", "en")]


def test_a_page_that_nobody_may_read_changes_nothing(page: Any, file: LibraryDocument, image: LibraryImage) -> None:
    hidden = StandardPageFactory(parent=home(), title="Hidden", slug="hidden", live=False, body=showing(file, image))
    hidden.title = "Hidden again"
    hidden.save()
    page.title = "A draft"
    page.save_revision()
    assert told() == []


@pytest.mark.parametrize("name", ["title", "edition", "kind"])
def test_the_words_of_a_file_are_its_content(page: Any, file: LibraryDocument, name: str) -> None:
    LibraryDocument.objects.filter(pk=file.pk).update(**{name: "report"})
    assert told() == [("updated", "document", "en")]


def test_the_focal_point_of_a_picture_is_its_content(page: Any, image: LibraryImage) -> None:
    image.focal_point_x, image.focal_point_y = 10, 20
    image.save()
    assert told(record_noted) == [("updated", "image", "*")]


def test_a_file_that_becomes_a_work_of_its_own_leaves_the_other_work(page: Any, file: LibraryDocument) -> None:
    norwegian = report("nb", of=file)
    record()
    norwegian.edition_of = None
    norwegian.save()
    assert ("deleted", "document", "nb") in told()
    PublicChange.objects.get(kind="document", event="deleted", item=file.pk, language="nb")
    page.body = showing(file, norwegian)
    page.save()
    assert ("published", "document", "nb") in told()


def test_one_of_two_files_in_a_language_is_served_and_the_other_keeps_its_address(
    page: Any, file: LibraryDocument
) -> None:
    second = report("en", of=file, name="second")
    assert told() == [("updated", "document", "en")]
    address = second.url
    second.delete()
    assert told() == [("updated", "document", "en")]
    assert last_of("document").former == [address]


def test_a_file_moved_by_a_statement_is_another_state_of_the_library(page: Any, file: LibraryDocument) -> None:
    collection = closed_collection()
    record()
    before = generation()
    LibraryDocument.objects.filter(pk=file.pk).update(collection=collection)
    record()  # as the minute's schedule does
    assert generation() != before


def test_numbers_follow_one_another_also_in_many_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publicity, "MOST_AT_ONCE", 2)
    files = [report(name=f"report-{number}") for number in range(5)]
    record()
    page = StandardPageFactory(parent=home(), title="Fees", slug="fees", body=showing(*files))
    assert len(told(record_noted)) == 5
    page.save()
    assert told(record_noted) == [("updated", "document", "en")] * 5
    page.unpublish()
    assert len(told()) == 5
    numbers = list(PublicChange.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert not ChangedContent.objects.exists()


def test_what_is_noted_costs_as_much_however_many_files_are_public(page: Any) -> None:
    costs = []
    for round_number in range(2):
        page.save()
        with CaptureQueriesContext(connection) as asked:
            record_noted()
        costs.append(len(asked))
        others = [report(name=f"other-{round_number}-{number}") for number in range(5)]
        StandardPageFactory(parent=home(), title="Other", slug=f"other-{round_number}", body=showing(*others))
        record()
    assert costs[0] == costs[1] <= 40, costs
