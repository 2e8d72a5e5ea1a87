"""The pictures of the library as a resource, and their sizes at addresses that stay."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from io import BytesIO
from threading import BoundedSemaphore
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.images.tests.utils import get_test_image_file, get_test_image_file_jpeg
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from api.operations import OPERATIONS
from cms import pictures
from cms.models import LibraryImage
from cms.pictures import SIZES
from tests.factories.home import StandardPageFactory, home

pytestmark = pytest.mark.django_db


def image(**fields: Any) -> LibraryImage:
    file = get_test_image_file("square.png", size=(700, 500))
    made: LibraryImage = LibraryImage.objects.create(title="Square", file=file, credit="Somebody", **fields)
    return made


def showing(*images: LibraryImage, alt: str = "A square", language: str = "en", **fields: Any) -> Any:
    body = [
        {"type": "picture", "value": {"image": {"image": one.pk, "alt_text": alt, "decorative": False}, "caption": ""}}
        for one in images
    ]
    return StandardPageFactory(parent=home(language), body=json.dumps(body), **fields)


def asked(path: str, status: int = 200, **query: Any) -> Any:
    answer = Client().get(f"/api/v1/{path}", query)
    assert answer.status_code == status, answer.content
    return answer.json()


def test_a_picture_is_told_with_its_texts_and_what_shows_it() -> None:
    one = image(focal_point_x=10, focal_point_y=20, focal_point_width=5, focal_point_height=5)
    page = showing(one, title="Waste")
    showing(one, alt="En firkant", language="nb", title="Avfall", translation_of=page)
    (item,) = asked("images")["items"]
    assert (item["id"], item["credit"], item["width"], item["height"]) == (one.pk, "Somebody", 700, 500)
    assert (item["checksum"], item["media_type"]) == (one.file_hash, "image/png")
    assert item["focal_point"] == {"x": 10, "y": 20, "width": 5, "height": 5}
    assert [(text["language"], text["text"]) for text in item["alternatives"]] == [
        ("en", "A square"),
        ("nb", "En firkant"),
    ]
    assert [(shown["key"], shown["title"]) for shown in item["shown_by"]] == [(str(page.translation_key), "Waste")]
    assert asked(f"images/{one.pk}") == item
    norwegian = asked(f"images/{one.pk}", language="nb")
    assert norwegian["alternatives"][0]["text"] == "En firkant"
    assert norwegian["shown_by"][0]["title"] == "Avfall"


def test_each_size_is_made_when_it_is_asked_for_as_it_is_told() -> None:
    one = image(focal_point_x=100, focal_point_y=100, focal_point_width=50, focal_point_height=50)
    showing(one)
    renditions = asked(f"images/{one.pk}")["renditions"]
    assert not one.renditions.exists()
    for told in renditions:
        answer = Client().get(told["address"])
        assert answer.status_code == 200
        assert answer["Content-Type"] == told["media_type"]
        with Image.open(BytesIO(b"".join(answer))) as opened:
            assert opened.size == (told["width"], told["height"])
            assert f"image/{(opened.format or '').lower()}" == told["media_type"]
        again = Client().get(told["address"], headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304
    assert {told["media_type"] for told in renditions} == {"image/png", "image/avif", "image/webp"}
    assert one.renditions.count() == len(renditions)
    assert len(renditions) <= 3 * len(SIZES)


def test_another_content_has_another_validator_at_the_same_address() -> None:
    one = image()
    showing(one)
    address = f"/pictures/{one.pk}/plate-320.webp"
    before = Client().get(address)
    b"".join(before)
    one.file = get_test_image_file_jpeg("other.jpg", size=(900, 900))
    one.save()
    one.renditions.all().delete()
    after = Client().get(address, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert b"".join(after)


@pytest.mark.parametrize(
    "name",
    ["plate-321.webp", "plate-320.jpeg", "plate-320.svg", "print-1400.jpeg", "width-5000.webp", "plate-320.", ".webp"],
)
def test_no_other_size_or_format_is_made(name: str) -> None:
    one = image()
    showing(one)
    assert Client().get(f"/pictures/{one.pk}/{name}").status_code == 404
    assert not one.renditions.exists()


# Wagtail leaves what it began to write to be cleared away.
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
@pytest.mark.parametrize("left", [None, b"", b"no picture", b"cut off"])
def test_a_picture_whose_file_cannot_be_read_is_not_found_in_any_size(left: bytes | None) -> None:
    one = image()
    showing(one)
    with one.file.storage.open(one.file.name) as file:
        whole = file.read()
    one.file.storage.delete(one.file.name)
    if left is not None:
        one.file.storage.save(one.file.name, ContentFile(whole[: len(whole) // 2] if left == b"cut off" else left))
    for file_format in ("webp", "png", "avif"):
        assert Client().get(f"/pictures/{one.pk}/plate-320.{file_format}").status_code == 404
    gc.collect()


def test_who_asks_for_a_new_size_while_many_are_made_is_told_when_to_come_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = image()
    showing(one)
    made = Client().get(f"/pictures/{one.pk}/plate-320.webp")
    b"".join(made)
    monkeypatch.setattr(pictures, "_asked_for", BoundedSemaphore(1))
    with pictures._asked_for:
        answer = Client().get(f"/pictures/{one.pk}/plate-320.png")
        assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "2", "no-store")
        assert answer["Access-Control-Allow-Origin"] == "*"
        kept = Client().get(f"/pictures/{one.pk}/plate-320.webp")
        assert kept.status_code == 200
        b"".join(kept)
    later = Client().get(f"/pictures/{one.pk}/plate-320.png")
    assert later.status_code == 200
    b"".join(later)


def _of_draft(one: LibraryImage) -> None:
    showing(one, live=False)


def _of_restricted_page(one: LibraryImage) -> None:
    PageViewRestriction.objects.create(page=showing(one), restriction_type=PageViewRestriction.LOGIN)


def _of_restricted_collection(one: LibraryImage) -> None:
    showing(one)
    collection = Collection.get_first_root_node().add_child(name="For members")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    LibraryImage.objects.filter(pk=one.pk).update(collection=collection)


def _of_nothing(one: LibraryImage) -> None:
    pass


def _deleted(one: LibraryImage) -> None:
    showing(one).delete()
    one.delete()


@pytest.mark.parametrize("hide", [_of_draft, _of_restricted_page, _of_restricted_collection, _of_nothing, _deleted])
def test_nothing_is_told_of_a_picture_that_readers_cannot_have(hide: Callable[[LibraryImage], None]) -> None:
    one = image()
    number = one.pk
    one.get_rendition("fill-320x240|format-webp")
    hide(one)
    assert asked("images") == {"count": 0, "next": None, "previous": None, "items": []}
    asked(f"images/{number}", 404)
    answer = Client().get(f"/pictures/{number}/plate-320.webp")
    assert answer.status_code == 404
    assert "ETag" not in answer.headers


def test_what_is_told_is_as_it_is_described() -> None:
    one = image()
    showing(one)
    for path, name in (("images", "list_images"), (f"images/{one.pk}", "get_image")):
        answer = next(told.answer for told in OPERATIONS if told.name == name)
        told = asked(path)
        assert json.loads(answer.model_validate(told).model_dump_json(exclude={"included"})) == told


@pytest.mark.parametrize(("path", "most"), [("images", 6), ("images/{number}", 5)])
def test_pictures_cost_the_same_however_many_there_are(path: str, most: int) -> None:
    costs = []
    for size in (1, 4):
        several = [image() for _number in range(size)]
        showing(*several)
        showing(*several)
        asked(path.format(number=several[0].pk))  # content types are read once a process
        with CaptureQueriesContext(connection) as statements:
            asked(path.format(number=several[0].pk), omit="credit")
        costs.append(len(statements))
    # The state of the library, the count (of a list), the pictures, what refers to them, its items, their texts.
    assert costs == [most, most]
