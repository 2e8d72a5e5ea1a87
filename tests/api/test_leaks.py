"""No address of the API tells anything of what the public may not see."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from api.library.relations import paths_of
from api.references import ITEM_RESOURCES
from api.throttling import forget_own_counts
from cms.models import LibraryDocument, LibraryImage
from cms.publicity import record
from projects.models import (
    HandbookPage,
    Organisation,
    Place,
    Programme,
    ProjectDocument,
    ProjectEvent,
    ProjectFigure,
    ProjectPage,
    ProjectParty,
    ProjectPlace,
    ProjectTopic,
    Topic,
    Unit,
)
from tests.api.addresses import RESOURCES
from tests.api.reading import text_of
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import (
    HandbookPageFactory,
    ProjectPageFactory,
    TrainingPageFactory,
    concept,
    index,
    row,
)

pytestmark = pytest.mark.django_db
SECRET = "Zymurgyword"
ENDINGS = ("csv", "xlsx", "jsonl")
_TYPES = {resource: name for name, resource in ITEM_RESOURCES.items()}
PATHS = [(name, paths) for name in ITEM_RESOURCES if (paths := [*paths_of(name, _TYPES)])]
# What asks for a page by name, address or number, beside every list.
ASKING = (
    "/api/v1/search?q={secret}&limit=50",
    "/api/v1/search?q=zymurgywrod",
    "/api/v1/search?order=date&limit=50",
    "/api/v1/suggest?q=zymurgyw",
    "/api/v1/resolve?path=/id/{number}/",
    "/api/v1/resolve?path={path}",
    "/api/v1/navigation?language=en",
    "/api/v1/changes?language=*",
)


def _hidden(**fields: Any) -> Any:
    """Return a project that alone shows a file, a picture, and entries of every vocabulary but that of terms."""
    document = LibraryDocument.objects.create(title=SECRET, file=ContentFile(SECRET.encode(), "report.pdf"))
    file = get_test_image_file("square.png", size=(700, 500))
    picture = LibraryImage.objects.create(title=SECRET, file=file, credit=SECRET)
    value = {"image": {"image": picture.pk, "alt_text": "A square", "decorative": False}, "caption": ""}
    return ProjectPageFactory(
        parent=index("project", home()),
        title=SECRET,
        slug="zymurgyword",
        body=json.dumps([{"type": "picture", "value": value}]),
        documents=[row(ProjectDocument, document=document)],
        parties=[row(ProjectParty, role="partner", organisation=_entry(Organisation))],
        topics=[row(ProjectTopic, topic=_entry(Topic))],
        places=[
            row(ProjectPlace, place=_entry(Place, country="BG", latitude=Decimal("41.57"), longitude=Decimal("24.71")))
        ],
        programme=_entry(Programme),
        figures=[row(ProjectFigure, value=Decimal(18), unit=_entry(Unit, forms=f"{SECRET}\n{SECRET}"), what="trained")],
        events=[row(ProjectEvent, date=date(2018, 5, 1), text=SECRET)],
        **fields,
    )


def _entry(model: Any, **fields: Any) -> Any:
    """Return an entry of a vocabulary whose name is told where a public page has it."""
    return concept(model, SECRET.lower(), name=f"{SECRET} {model.__name__.lower()}", **fields)


def public() -> Page:
    """Return a page that is public, by which what is asked is tried."""
    page: Page = _hidden()
    return page


def draft() -> Page:
    return _hidden(live=False)


def scheduled() -> Page:
    page = _hidden(live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    return page


def expired() -> Page:
    page = _hidden()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    return page


def unpublished() -> Page:
    page = _hidden()
    page.unpublish()
    return page


def restricted() -> Page:
    page = _hidden()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="x")
    return page


def below_restricted() -> Page:
    handbook = HandbookPageFactory(parent=index("handbook", home()), title=SECRET, slug="zymurgyword")
    PageViewRestriction.objects.create(page=handbook.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    return handbook


def alias() -> Page:
    page = _hidden()
    Page.objects.filter(pk=page.pk).update(alias_of=index("project", home()))
    return page


def other_site() -> Page:
    """Return a page that was moved below the root page of another Site."""
    page = _hidden()
    other = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other"))
    Site.objects.create(hostname="other.example.org", root_page=other)
    page.move(other, pos="last-child")
    return type(page)._default_manager.get(pk=page.pk)


def deleted() -> Page:
    page = _hidden()
    Page.objects.get(pk=page.pk).delete()
    return page


def with_relations(page: Page) -> list[str]:
    """Return the addresses of lists and items that refer to a page, with all that can be included with them."""
    project = page if isinstance(page, ProjectPage) else None
    ProjectPageFactory(parent=index("project", home()), title="Refers", slug="refers")
    ProjectPageFactory(parent=index("project", home("nb")), title="Viser", slug="viser")
    made = {
        "trainings": TrainingPageFactory(parent=index("training", home()), title="Part", project=project),
        "handbooks": HandbookPageFactory(parent=index("handbook", home("nb")), title="Part", project=project),
    }
    listed = [f"/api/v1/{ITEM_RESOURCES[name]}?include={','.join(paths)}&language=*&limit=50" for name, paths in PATHS]
    items = [
        f"/api/v1/{resource}/{one.translation_key}?include={','.join(paths)}&fallback=*"
        for name, paths in PATHS
        for resource, one in made.items()
        if ITEM_RESOURCES[name] == resource
    ]
    return [*listed, *items]


HIDDEN: dict[str, Callable[[], Page]] = {
    made.__name__: made
    for made in (draft, scheduled, expired, unpublished, restricted, below_restricted, alias, other_site, deleted)
}


def bodies(page: Page) -> dict[str, str]:
    """Return what every address answers, with its headers."""
    told = {"secret": SECRET, "number": page.pk, "path": page.url_path}
    addresses = [*RESOURCES, *(one.format(**told) for one in ASKING)]
    answers = {address: Client().get(address) for address in addresses}
    return {address: f"{text_of(answer)} {answer.headers}" for address, answer in answers.items()}


@pytest.mark.parametrize("hidden", HIDDEN)
def test_nothing_is_told_of_what_is_hidden(hidden: str) -> None:
    other = ProjectPageFactory(parent=index("project", home()), title="Open", slug="open")
    record()
    page = HIDDEN[hidden]()
    key, number = str(page.translation_key), f"/id/{page.pk}/"
    for address, body in bodies(page).items():
        asked = SECRET in address or "zymurgy" in address
        assert SECRET not in body.replace(f'"{SECRET}"', "" if asked else f'"{SECRET}"'), address
        assert key not in body, address
        assert number not in body or number in address, address
    assert other.title in bodies(page)["/api/v1/search?order=date&limit=50"]


def _file_of_collection(collection: Collection) -> tuple[Page, str]:
    secret = LibraryDocument.objects.create(
        title=SECRET, file=ContentFile(SECRET.encode(), f"{SECRET}.pdf"), collection=collection
    )
    link = f'<p><a linktype="document" id="{secret.pk}">Read</a></p>'
    body = [{"type": "text", "value": link}]
    page = StandardPageFactory(parent=home(), title="Open", body=json.dumps(body))
    ProjectPageFactory(parent=index("project", home()), title="Open too", documents=[ProjectDocument(document=secret)])
    return page, f"documents/{secret.pk}"


def _picture_of_collection(collection: Collection) -> tuple[Page, str]:
    file = get_test_image_file("square.png", size=(700, 500))
    secret = LibraryImage.objects.create(title=SECRET, file=file, credit=SECRET, collection=collection)
    value = {"image": {"image": secret.pk, "alt_text": "A square", "decorative": False}, "caption": ""}
    page = StandardPageFactory(parent=home(), title="Open", body=json.dumps([{"type": "picture", "value": value}]))
    return page, f"images/{secret.pk}"


@pytest.mark.parametrize("made", [_file_of_collection, _picture_of_collection])
def test_nothing_is_told_of_what_lies_in_a_restricted_collection(
    made: Callable[[Collection], tuple[Page, str]],
) -> None:
    collection = Collection.get_first_root_node().add_child(name="For members")
    page, path = made(collection)
    record()
    of_page = f"/api/v1/pages/{page.translation_key}"
    addresses = [*RESOURCES, of_page, f"{of_page}?format=html", f"{of_page}?format=markdown", f"/api/v1/{path}"]
    addresses.append(f"/pictures/{path.rpartition('/')[2]}/plate-320.webp")
    told = [address for address in addresses if _tells(address, path)]
    listed = f"/api/v1/{path.partition('/')[0]}"
    assert {f"/api/v1/{path}", listed, of_page, *(f"{listed}.{ending}" for ending in ENDINGS)} <= set(told)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    forget_own_counts()
    assert [address for address in addresses if _tells(address, path)] == []


def _tells(address: str, path: str) -> bool:
    """Tell whether an address gives anything of a file or a picture: its words, its number, a size of it."""
    answer = Client().get(address)
    if answer["Content-Type"].startswith("image/"):
        return bool(answer.getvalue())
    said = text_of(answer).replace(address, "")
    number = path.rpartition("/")[2]
    return answer.status_code == 200 and (SECRET in said or f"/pictures/{number}/" in said or f"/{path}/" in said)


def own_addresses(page: Page, language: str = "en") -> list[str]:
    """Return the addresses of a page alone: its item in all forms, its PDF and its other files."""
    item = f"/api/v1/{ITEM_RESOURCES[page.facet_type]}/{page.translation_key}"
    forms = [f"{item}?fallback=*{form}" for form in ("", "&format=html", "&format=markdown")]
    files = [f"/{language}/{file}" for file in (f"pdf/{page.pk}.pdf", f"cite/{page.pk}.bib", f"calendar/{page.pk}.ics")]
    return [*forms, *files]


def addresses_of_files() -> list[str]:
    """Return the addresses of all files and pictures that there are, in the API and on the site."""
    found: list[str] = []
    for document in LibraryDocument.objects.all():
        found += [f"/api/v1/documents/{document.pk}", document.url]
    for picture in LibraryImage.objects.all():
        found += [f"/api/v1/images/{picture.pk}"]
        found += [f"/pictures/{picture.pk}/{name}" for name in ("whole-480.png", "plate-320.webp", "plate-320.avif")]
    return found


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_is_hidden_has_no_address_of_its_own(hidden: str) -> None:
    page = HIDDEN[hidden]()
    for address in [*own_addresses(page), *addresses_of_files()]:
        answer = Client().get(address)
        assert answer.status_code == HTTPStatus.NOT_FOUND, address
        assert SECRET not in answer.content.decode().replace(address, ""), address
        assert "ETag" not in answer


def test_what_is_public_has_these_addresses() -> None:
    page = public()
    for address in [*own_addresses(page), *addresses_of_files()]:
        assert Client().get(address).status_code == HTTPStatus.OK, address


@pytest.mark.parametrize("hidden", [name for name in HIDDEN if name != "deleted"])
def test_nothing_that_is_hidden_is_included(hidden: str) -> None:
    page = HIDDEN[hidden]()
    for address in with_relations(page):
        answer = Client().get(address)
        assert answer.status_code == HTTPStatus.OK, answer.content
        body = answer.content.decode()
        assert '"included"' in body
        assert SECRET not in body, address
        assert str(page.translation_key) not in body, address


def test_what_is_public_is_included_by_these_addresses() -> None:
    page = public()
    telling = [address for address in with_relations(page) if SECRET in str(Client().get(address).json()["included"])]
    assert len(telling) >= 4


@pytest.mark.parametrize("model", [ProjectPage, HandbookPage])
def test_what_is_told_of_a_public_page_is_found_by_these_tests(model: Any) -> None:
    made = {ProjectPage: ProjectPageFactory, HandbookPage: HandbookPageFactory}[model]
    page = made(parent=index(model.facet_type, home()), title=SECRET, slug="zymurgyword")
    record()
    told = bodies(page)
    assert len([address for address, body in told.items() if str(page.translation_key) in body]) >= 6
    for ending in ENDINGS:
        assert SECRET in told[f"/api/v1/{ITEM_RESOURCES[model.facet_type]}.{ending}"]


def test_what_a_public_page_alone_shows_is_found_by_these_tests() -> None:
    page = public()
    record()
    told = bodies(page)
    shown = ("documents", "images", "organisations", "programmes", "topics", "places", "units", "events", "figures")
    for resource in shown:
        assert SECRET in told[f"/api/v1/{resource}"], resource
        for ending in ENDINGS:
            assert SECRET in told[f"/api/v1/{resource}.{ending}"], resource
