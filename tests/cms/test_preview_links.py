"""A link lets whoever has it see the draft of one page, until it is over; of anything else it tells nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageLogEntry,
)

from cms.models import BasePage, PreviewLink
from cms.previews.links import forget_old_links, make, token_of
from projects.enums import FactKind
from projects.models import ProjectDocument, ProjectPage, ProjectStatement
from tests.editing import signed_in
from tests.factories.complete import EVERY_PAGE, file, picture
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import HandbookChapterPageFactory, HandbookPageFactory, ProjectPageFactory, index, row
from tests.factories.translation import submitted, translate
from tests.reading import words
from translation.editor.views import SETTINGS

pytestmark = pytest.mark.django_db
OVER = "This link shows nothing any more"


def _permission(codename: str) -> Permission:
    return Permission.objects.get(codename=codename)


def editor(name: str = "editor") -> Any:
    """Return somebody who may edit all pages and use all files, by a group alone."""
    group, _is_new = Group.objects.get_or_create(name="Editors")
    root = Page.get_first_root_node()
    GroupPagePermission.objects.get_or_create(group=group, page=root, permission=_permission("change_page"))
    for codename in ("choose_image", "choose_document"):
        collection = Collection.get_first_root_node()
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=_permission(codename)
        )
    user = get_user_model().objects.create_user(name)
    user.groups.add(group)
    return user


def address(link: PreviewLink) -> str:
    return f"/preview/?token={token_of(link)}"


def shown(link: PreviewLink) -> Any:
    answer = Client().get(address(link))
    assert answer.status_code == HTTPStatus.OK
    return BeautifulSoup(answer.content, "html.parser")


def drafted(page: Any, **changes: Any) -> Any:
    """Save a version of a page that differs from the page."""
    draft = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision(clean=False)
    return page


def project(**fields: Any) -> ProjectPage:
    made: ProjectPage = ProjectPageFactory(parent=index("project", home()), title="As published", **fields)
    return made


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_every_type_of_page_is_shown_as_its_draft_has_it(name: str) -> None:
    page = drafted(EVERY_PAGE[name](), title="A title of the draft")
    soup = shown(make(page, editor(), 7))
    assert "A title of the draft" in soup.get_text()
    assert "Preview of a draft" in soup.get_text()
    assert soup.html["lang"] == "en"
    assert soup.select_one("meta[name=robots]")["content"] == "noindex, nofollow"


def test_a_page_that_was_never_published_is_shown_with_the_rows_and_facts_of_its_draft() -> None:
    page = project(live=False, statements=[row(ProjectStatement, kind="stage", text="A stage that was dropped.")])
    draft = page.get_latest_revision_as_object()
    draft.statements = [row(ProjectStatement, kind="stage", text="A new stage.")]
    draft.body = [("facts", {"kind": kind, "heading": ""}) for kind in FactKind.values]
    draft.save_revision(clean=False)
    said = shown(make(page, editor(), 7)).get_text()
    assert "A new stage." in said
    assert "dropped" not in said


def test_a_link_follows_what_is_written_later_and_leaves_the_page_of_readers_alone() -> None:
    page = project()
    link = make(page, editor(), 7)
    assert "As published" in shown(link).get_text()
    drafted(page, title="Written later")
    assert "Written later" in shown(link).get_text()
    assert "Written later" not in Client().get(page.url_path).content.decode()


def test_a_translation_is_shown_as_the_translators_editor_has_it() -> None:
    source = project()
    home("nb")
    index("project", home("nb"))
    translation = submitted(source, "nb")
    page = translation.get_target_instance()
    link = make(page, editor(), 7)
    translate(translation)
    soup = shown(link)
    assert soup.html["lang"] == "nb"
    assert words(soup, "h1") == ["nb: As published"]


def test_nobody_keeps_lists_or_learns_the_address() -> None:
    answer = Client().get(address(make(project(), editor(), 7)))
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "ETag" not in answer.headers
    assert "token" not in answer.content.decode()
    assert "Disallow: /preview/" in Client().get("/robots.txt").content.decode()


# ------------------------------------------------------------------------------------- when it is over


def expired(link: PreviewLink, user: Any) -> str:
    PreviewLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    return address(link)


def withdrawn(link: PreviewLink, user: Any) -> str:
    link.withdrawn_at = timezone.now()
    link.save()
    return address(link)


def maker_left(link: PreviewLink, user: Any) -> str:
    user.is_active = False
    user.save()
    return address(link)


def maker_is_gone(link: PreviewLink, user: Any) -> str:
    there = address(link)
    user.delete()
    return there


def maker_may_no_longer_edit(link: PreviewLink, user: Any) -> str:
    user.groups.clear()
    return address(link)


def page_is_gone(link: PreviewLink, user: Any) -> str:
    there = address(link)
    Page.objects.get(pk=link.page_id).delete()
    return there


def changed(link: PreviewLink, user: Any) -> str:
    return address(link)[:-1] + ("A" if address(link)[-1] != "A" else "B")


def for_another_page(link: PreviewLink, user: Any) -> str:
    other = make(StandardPageFactory(parent=home(), title="Other"), user, 7)
    return f"/preview/?token={token_of(other).partition('.')[0]}.{token_of(link).partition('.')[2]}"


def made_up(link: PreviewLink, user: Any) -> str:
    return "/preview/?token=link-12.%F0%9F%99%82%ED%A0%80%00"


def cut_off(link: PreviewLink, user: Any) -> str:
    return "/preview/"


OVERS: list[Callable[[PreviewLink, Any], str]] = [
    expired, withdrawn, maker_left, maker_is_gone, maker_may_no_longer_edit, page_is_gone, changed, for_another_page,
    made_up, cut_off,
]  # fmt: skip


@pytest.mark.parametrize("over", OVERS)
def test_a_link_that_is_over_says_the_same_whatever_it_was(over: Callable[[PreviewLink, Any], str]) -> None:
    user = editor()
    link = make(drafted(project(), title="Zymurgyword"), user, 7)
    assert "Zymurgyword" in shown(link).get_text()
    there = over(link, user)
    answer = Client().get(there, headers={"Accept-Language": "nb"})
    soup = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert soup.html["lang"] == "nb"
    never = Client().get("/preview/?token=x", headers={"Accept-Language": "nb"})
    assert words(soup, "main") == words(BeautifulSoup(never.content, "html.parser"), "main")
    assert "Zymurgyword" not in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_is_over_is_told_in_plain_words() -> None:
    soup = BeautifulSoup(Client().get("/preview/", headers={"Accept-Language": "en"}).content, "html.parser")
    assert words(soup, "h1") == [OVER]


def test_when_a_link_was_last_used_is_kept_to_the_minute() -> None:
    link = make(project(), editor(), 7)

    def used() -> Any:
        return PreviewLink.objects.get().used_at

    assert used() is None
    shown(link)
    first = used()
    assert first is not None
    shown(link)
    assert used() == first
    PreviewLink.objects.update(used_at=first - timedelta(minutes=2))
    shown(link)
    assert used() >= first


def test_links_that_have_been_over_for_a_month_are_forgotten() -> None:
    page, user, now = project(), editor(), timezone.now()
    kept, old, former = (make(page, user, 7) for _one in range(3))
    PreviewLink.objects.filter(pk=old.pk).update(expires_at=now - timedelta(days=31))
    PreviewLink.objects.filter(pk=former.pk).update(withdrawn_at=now - timedelta(days=31))
    forget_old_links()
    assert [*PreviewLink.objects.all()] == [kept]


# ------------------------------------------------------------------------------------- nothing beside it


def test_nothing_else_that_is_not_public_is_told() -> None:
    hidden = ProjectPageFactory(parent=index("project", home()), title="Zymurgyword", live=False)
    handbook = HandbookPageFactory(parent=index("handbook", home()), title="Zymurgyword too", live=False)
    HandbookChapterPageFactory(parent=handbook, title="Zymurgyword in it", live=False)
    chapter = HandbookChapterPageFactory(parent=handbook, title="A chapter", live=False)
    link_to = f'<p><a linktype="page" id="{hidden.pk}">read</a></p>'
    chapter.body = [("text", link_to)]
    chapter.save()
    user = editor()
    for page in (chapter, EVERY_PAGE["training"]()):
        if hasattr(page, "project"):
            page.project = hidden
            page.save()
        said = str(shown(make(page, user, 7)))
        assert "Zymurgyword" not in said
        assert hidden.url_path not in said


def with_files(collection: Collection | None = None) -> tuple[Any, Any, Any]:
    document, image = file(), picture()
    for one in (document, image):
        one.collection = collection or Collection.get_first_root_node()
        one.save()
    image.contextual_alt_text, image.decorative = "A square", False
    page = project(live=False, documents=[ProjectDocument(document=document, title="Report")])
    page.body = [("picture", {"image": image, "caption": ""}), ("facts", {"kind": "documents", "heading": ""})]
    page.save()
    return page, document, image


def _addresses(soup: Any) -> tuple[str, str]:
    return soup.select_one("main img[src*='/media/']")["src"], soup.select_one("main a[href*='/documents/']")["href"]


def test_pictures_and_files_of_the_draft_are_opened_by_their_keys_alone() -> None:
    page, _document, _image = with_files()
    link = make(page, editor(), 7)
    for there in _addresses(shown(link)):
        answer = Client().get(there)
        assert answer.status_code == HTTPStatus.OK
        assert "no-store" in answer.headers["Cache-Control"]
        assert Client().get(there.partition("?")[0]).status_code == HTTPStatus.NOT_FOUND
        assert Client().get(f"{there[:-1]}{'A' if there[-1] != 'A' else 'B'}").status_code == HTTPStatus.NOT_FOUND


def test_a_key_opens_no_other_file_and_is_over_with_its_link() -> None:
    page, _document, _image = with_files()
    user = editor()
    link = make(page, user, 7)
    of_picture, of_document = _addresses(shown(link))
    swapped = f"{of_document.partition('?')[0]}?{of_picture.partition('?')[2]}"
    assert Client().get(swapped).status_code == HTTPStatus.NOT_FOUND
    withdrawn(link, user)
    for there in (of_picture, of_document):
        assert Client().get(there).status_code == HTTPStatus.NOT_FOUND


def test_a_restricted_collection_keeps_its_documents() -> None:
    collection = Collection.get_first_root_node().add_child(name="For members")
    page, document, _image = with_files(collection)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    user = editor()
    soup = shown(make(page, user, 7))
    for link in soup.select("main a[href*='/documents/']"):
        assert not Client().get(link["href"]).streaming
    assert not Client().get(document.url).streaming


def test_what_its_maker_may_not_use_has_no_key() -> None:
    page, _document, _image = with_files()
    user = editor()
    GroupCollectionPermission.objects.all().delete()
    assert not any("preview=" in there for there in _addresses(shown(make(page, user, 7))))


# ------------------------------------------------------------------------------------- in the administration


def links_page(page: BasePage) -> str:
    return f"/admin/pages/{page.pk}/preview-links/"


def test_a_link_is_made_and_withdrawn_in_the_administration_and_the_history_says_so() -> None:
    page, admin = project(live=False), signed_in()
    answer = admin.post(links_page(page), {"days": "1"})
    assert answer.status_code == HTTPStatus.FOUND
    soup = BeautifulSoup(admin.get(links_page(page)).content, "html.parser")
    (field,) = soup.select(".preview-links__address input")
    (link,) = PreviewLink.objects.all()
    assert timedelta(hours=23) < link.expires_at - timezone.now() <= timedelta(days=1)
    path = re.sub(r"^https?://[^/]+", "", str(field["value"]))
    assert "As published" in Client().get(path).content.decode()
    admin.post(links_page(page), {"withdraw": str(link.pk)})
    assert Client().get(path).status_code == HTTPStatus.NOT_FOUND
    assert not BeautifulSoup(admin.get(links_page(page)).content, "html.parser").select(".preview-links__address")
    assert {entry.message for entry in PageLogEntry.objects.filter(page_id=page.pk, action__startswith="cms.")} == {
        "A preview link was made",
        "A preview link was withdrawn",
    }


def test_somebody_elses_link_is_listed_to_be_withdrawn_and_not_to_be_used() -> None:
    page = project()
    make(page, editor(), 7)
    soup = BeautifulSoup(signed_in().get(links_page(page)).content, "html.parser")
    assert "Made by editor" in soup.get_text()
    assert not soup.select(".preview-links__address")
    assert soup.select("button[name=withdraw]")


@pytest.mark.parametrize("days", ["", "0", "365", "x"])
def test_a_time_that_is_not_offered_is_refused(days: str) -> None:
    page, admin = project(), signed_in()
    answer = admin.post(links_page(page), {"days": days})
    assert BeautifulSoup(answer.content, "html.parser").select(".said--fault")
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("named", ["x", "", "5b0d6c0e-8a4b-4f5e-9d53-0c4f6e1f7a10"])
def test_what_is_no_link_of_the_page_is_not_withdrawn(named: str) -> None:
    page, admin = project(), signed_in()
    other = make(StandardPageFactory(parent=home(), title="Other"), editor(), 7)
    for one in (named, str(other.pk)):
        if one:
            assert admin.post(links_page(page), {"withdraw": one}).status_code == HTTPStatus.NOT_FOUND
    other.refresh_from_db()
    assert other.withdrawn_at is None


def test_who_may_not_edit_a_page_makes_no_link() -> None:
    page, user = project(), editor()
    GroupPagePermission.objects.all().delete()
    user.user_permissions.add(_permission("access_admin"))
    client = Client()
    client.force_login(user)
    assert client.post(links_page(page), {"days": "7"}).status_code != HTTPStatus.OK
    assert not PreviewLink.objects.exists()


def test_the_editor_and_the_menus_of_a_page_lead_to_its_links() -> None:
    page, admin = project(), signed_in()
    soup = BeautifulSoup(admin.get(f"/admin/pages/{page.pk}/edit/").content, "html.parser")
    panel = soup.select_one("[data-side-panel=preview-links]")
    assert "Copy preview link" in panel.get_text()
    assert not soup.select("form#preview-links")
    assert soup.select(f"a[href*='{links_page(page)}']")
    assert links_page(page) in admin.get(f"/admin/pages/{page.get_parent().pk}/").content.decode()


def test_the_editor_of_translations_has_them_too() -> None:
    source, admin = project(), signed_in()
    index("project", home("nb"))
    page = submitted(source, "nb").get_target_instance()
    address = f"/admin/pages/{page.pk}/edit/"
    soup = BeautifulSoup(admin.get(address, follow=True).content, "html.parser")
    assert soup.select_one("#editor")
    assert soup.select(f"a[href*='{links_page(page)}']")
    soup = BeautifulSoup(admin.get(address, {SETTINGS: ""}).content, "html.parser")
    assert soup.select_one(".js-translation-editor")
    panel = soup.select_one("[data-side-panel=preview-links] [data-preview-links]")
    assert panel["data-address"] == links_page(page)
    assert soup.select_one("[data-side-panel-toggle=preview-links]")
