"""A draft is told to who has its token, as the item that it would be; nothing of it is told anywhere else."""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from api.library.items import MODELS
from api.throttling import forget_own_counts
from cms.previews.links import make, token_of
from cms.publicity import record
from projects.models import ProjectStatement
from tests.api.addresses import RESOURCES
from tests.api.reading import text_of
from tests.api.test_leaks import ASKING
from tests.cms.test_preview_links import OVERS, drafted, editor, expired, project, shown, with_files
from tests.factories.complete import EVERY_PAGE
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import HandbookChapterPageFactory, HandbookPageFactory, ProjectPageFactory, index, row
from tests.factories.translation import submitted, translate

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/preview"
SECRET = "Zymurgyword"


def asked(token: str, query: str = "", **headers: str) -> Any:
    return Client().get(f"{ADDRESS}{query}", headers={"Preview-Token": token, **headers})


def told(link: Any, query: str = "") -> Any:
    answer = asked(token_of(link), query)
    assert answer.status_code == HTTPStatus.OK, answer.content
    return answer.json()["item"]


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_draft_is_told_as_the_item_that_it_would_be(name: str) -> None:
    page = EVERY_PAGE[name]()
    if not isinstance(page, tuple(MODELS.values())):
        assert asked(token_of(make(page, editor(), 7))).status_code == HTTPStatus.NOT_FOUND
        return
    resource = next(f"{kind}s" for kind, model in MODELS.items() if isinstance(page, model))
    item = Client().get(f"/api/v1/{resource}/{page.translation_key}").json()
    link = make(drafted(page, title="A title of the draft"), editor(), 7)
    item.pop("included", None)
    draft = told(link)
    assert draft["title"] == "A title of the draft"
    left_out = {"pdf_address", "changed_at"}
    plain = json.loads(_without_keys(json.dumps(draft)).replace("A title of the draft", item["title"]))
    assert {key: value for key, value in plain.items() if key not in left_out} == {
        key: value for key, value in item.items() if key not in left_out
    }
    assert draft["pdf_address"] is None


def test_times_of_a_draft_are_told_as_all_times_are() -> None:
    page = EVERY_PAGE["bulletin"]()
    page.save_revision().publish()
    item = Client().get(f"/api/v1/bulletins/{page.translation_key}").json()
    draft = told(make(drafted(type(page).objects.get(pk=page.pk), title="A title of the draft"), editor(), 7))
    for name in ("published_at", "changed_at"):
        assert (draft[name][:19], draft[name][-1]) == (item[name][:19], "Z")


def _without_keys(text: str) -> str:
    return re.sub(r"\?preview=[A-Za-z0-9:._-]+", "", text)


def test_the_rows_are_those_of_the_draft() -> None:
    page = project(live=False, statements=[row(ProjectStatement, kind="stage", text="Dropped.")])
    draft = page.get_latest_revision_as_object()
    draft.statements = [row(ProjectStatement, kind="stage", text="A new stage.")]
    draft.save_revision(clean=False)
    assert [one["text"] for one in told(make(page, editor(), 7))["statements"]] == ["A new stage."]


@pytest.mark.parametrize("form", ["blocks", "html", "markdown"])
def test_the_text_comes_in_the_form_asked_for(form: str) -> None:
    page = StandardPageFactory(parent=home(), live=False, body=json.dumps([{"type": "text", "value": "<p>Words.</p>"}]))
    body = told(make(page, editor(), 7), f"?format={form}")["body"]
    assert body["format"] == form
    assert "Words." in json.dumps(body[form])


def test_a_translation_is_told_as_its_editor_has_it_with_the_public_editions() -> None:
    source = project()
    index("project", home("nb"))
    translation = submitted(source, "nb")
    translate(translation)
    item = told(make(translation.get_target_instance(), editor(), 7))
    assert (item["title"], item["language"]) == ("nb: As published", "nb")
    assert [one["language"] for one in item["translations"]] == ["en"]


def test_nobody_keeps_the_answer() -> None:
    answer = asked(token_of(make(project(), editor(), 7)))
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert "Last-Modified" not in answer.headers
    assert "Surrogate-Key" not in answer.headers
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    before = Client().options(ADDRESS)
    assert "Preview-Token" in before.headers["Access-Control-Allow-Headers"]


def test_without_a_token_the_header_is_named() -> None:
    answer = Client().get(ADDRESS)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    (fault,) = answer.json()["errors"]
    assert (fault["parameter"], fault["code"]) == ("Preview-Token", "missing")
    (fault,) = Client().get(f"{ADDRESS}?token=x", headers={"Preview-Token": "x"}).json()["errors"]
    assert (fault["parameter"], fault["code"]) == ("token", "unknown_parameter")


@pytest.mark.parametrize("over", OVERS)
def test_every_token_that_opens_nothing_is_the_same_problem(over: Any) -> None:
    user = editor()
    link = make(drafted(project(), title=SECRET), user, 7)
    token = over(link, user).partition("token=")[2] or "x"
    answer = asked(token, **{"Accept-Language": "nb"})
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert answer.json() == asked("link", **{"Accept-Language": "nb"}).json()
    assert answer.json()["detail"].startswith("Denne forhåndsvisningen")
    assert SECRET not in answer.content.decode()


# ------------------------------------------------------------------------------------- nothing beside it


def test_what_a_draft_refers_to_is_told_where_it_is_public() -> None:
    hidden = ProjectPageFactory(parent=index("project", home()), title=SECRET, slug="zymurgyword", live=False)
    handbook = HandbookPageFactory(parent=index("handbook", home()), title=SECRET, slug="hand", live=False)
    chapter = HandbookChapterPageFactory(parent=handbook, title="A chapter", live=False)
    chapter.body = [("text", f'<p><a linktype="page" id="{hidden.pk}">read</a></p>')]
    chapter.save()
    training = EVERY_PAGE["training"]()
    training.project = hidden
    training.save()
    for page in (chapter, training):
        said = json.dumps(told(make(page, editor(page.slug), 7)))
        assert SECRET not in said
        assert "zymurgyword" not in said
        assert str(hidden.translation_key) not in said


def test_nothing_of_a_draft_is_told_elsewhere() -> None:
    page = ProjectPageFactory(parent=index("project", home()), title=SECRET, slug="zymurgyword", live=False)
    drafted(page, title=f"{SECRET} again")
    link = make(page, editor(), 30)
    record()
    addresses = [*RESOURCES, *(one.format(secret=SECRET, number=page.pk, path=page.url_path) for one in ASKING)]
    addresses.append(f"/en/pdf/{page.pk}.pdf")

    def answers() -> dict[str, tuple[int, str, str | None]]:
        forget_own_counts()
        found = {address: Client().get(address) for address in addresses}
        return {address: (one.status_code, text_of(one), one.headers.get("ETag")) for address, one in found.items()}

    before = answers()
    told(link)
    shown(link)
    assert answers() == before
    for address, (_status, text, _etag) in before.items():
        assert str(page.translation_key) not in text, address


def test_files_of_a_draft_are_opened_by_their_addresses_in_the_answer() -> None:
    page, _document, _image = with_files()
    link = make(page, editor(), 7)
    item = told(link)
    addresses = [
        one["address"] for block in item["body"]["blocks"] for one in block.get("picture", {}).get("renditions", [])
    ]
    addresses += [edition["address"] for work in item["documents"] for edition in work["editions"]]
    assert len(addresses) > 1
    for address in addresses:
        path = address.removeprefix(settings.SITE_URL)
        answer = Client().get(path)
        assert answer.status_code == HTTPStatus.OK, address
        assert "no-store" in answer.headers["Cache-Control"]
        assert Client().get(path.partition("?")[0]).status_code == HTTPStatus.NOT_FOUND
    expired(link, None)
    for address in addresses:
        assert Client().get(address.removeprefix(settings.SITE_URL)).status_code == HTTPStatus.NOT_FOUND


def test_nothing_of_a_restricted_collection_is_told() -> None:
    collection = Collection.get_first_root_node().add_child(name="For members")
    page, document, image = with_files(collection)
    link = make(page, editor(), 7)
    assert f"/documents/{document.pk}/" in json.dumps(told(link))
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    for form in ("blocks", "html", "markdown"):
        said = json.dumps(told(link, f"?format={form}"))
        assert f"/documents/{document.pk}/" not in said
        assert f"/pictures/{image.pk}/" not in said
