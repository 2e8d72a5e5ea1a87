"""Who may have a file: whoever may read or edit a page that shows it; a role alone opens none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
)

from cms.file_rights import ShownFile
from cms.models import LibraryImage
from home.models import StandardPage
from projects.models import ProjectDocument, ProjectPage
from tests.editing import body, filled_in
from tests.factories.complete import file, picture
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index
from tests.factories.translation import submitted, translated
from translation.groups import ensure_groups, translators

pytestmark = pytest.mark.django_db
PASSWORD = "for members"

# ---------------------------------------------------------------------------------------- pages with their files


class Library:
    """A branch with a page that shows a document and a picture, beside another branch."""

    def __init__(self) -> None:
        self.branch = index("project", home())
        self.other = index("training", home())
        self.members = Group.objects.create(name="Members")
        self.collection = Collection.get_first_root_node().add_child(name="Of the branch")
        self.document, self.picture = file(), picture()
        for one in (self.document, self.picture):
            one.collection = self.collection
            one.save()
        self.page: ProjectPage = ProjectPageFactory(
            parent=self.branch,
            documents=[ProjectDocument(document=self.document, title="Report", locale=self.branch.locale)],
        )
        self.page.body = [("picture", shown(self.picture))]
        self.page.save()
        self.rendition = self.picture.get_rendition("width-100|format-webp")

    def restricted(self, kind: str) -> PageViewRestriction:
        restriction = PageViewRestriction.objects.create(page=self.branch, restriction_type=kind, password=PASSWORD)
        if kind == PageViewRestriction.GROUPS:
            restriction.groups.add(self.members)
        return restriction


def shown(image: LibraryImage) -> dict[str, Any]:
    image.contextual_alt_text, image.decorative = "A square", False
    return {"image": image, "caption": ""}


@pytest.fixture
def library() -> Library:
    return Library()


def public(library: Library) -> None:
    """Leave the page as it is."""


def draft(library: Library) -> None:
    Page.objects.filter(pk=library.page.pk).update(live=False)


def scheduled(library: Library) -> None:
    library.page.unpublish()
    library.page.go_live_at = timezone.now() + timedelta(days=1)
    library.page.save_revision().publish()
    assert not Page.objects.get(pk=library.page.pk).live


def expired(library: Library) -> None:
    Page.objects.filter(pk=library.page.pk).update(expire_at=timezone.now() - timedelta(days=1))


def with_password(library: Library) -> None:
    library.restricted(PageViewRestriction.PASSWORD)


def for_group(library: Library) -> None:
    library.restricted(PageViewRestriction.GROUPS)


def for_signed_in(library: Library) -> None:
    library.restricted(PageViewRestriction.LOGIN)


def in_collection_for_group(library: Library) -> None:
    restriction = CollectionViewRestriction.objects.create(
        collection=library.collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(library.members)


def draft_in_collection(library: Library) -> None:
    draft(library)
    in_collection_for_group(library)


# ---------------------------------------------------------------------------------------- who asks


def browser_of(library: Library, name: str, *groups: Group) -> Client:
    user = get_user_model().objects.create_user(name)
    user.groups.set(groups)
    client = Client()
    client.force_login(user)
    return client


def anonymous(library: Library) -> Client:
    return Client()


def reader_with_password(library: Library) -> Client:
    client = Client()
    for restriction in PageViewRestriction.objects.all():
        address = f"/_util/authenticate_with_password/{restriction.pk}/{library.page.pk}/"
        client.post(address, {"password": PASSWORD, "return_url": "/"})
    return client


def member(library: Library) -> Client:
    return browser_of(library, "member", library.members)


def translator(library: Library) -> Client:
    home("bg")
    ensure_groups()
    return browser_of(library, "translator", Group.objects.get(name=translators("bg")))


def editor_of(library: Library, branch: Page, collection: Collection) -> Client:
    """Return the browser of one who edits a branch, keeps its collection, and may choose from all others."""
    group = Group.objects.create(name=f"Editors of {branch.pk}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=branch, permission=permission)
    for kind in ("image", "document"):
        given = {Collection.get_first_root_node(): ["choose", "add"], collection: ["change", "delete"]}
        for place, actions in given.items():
            for action in actions:
                code = f"{action}_{kind}"
                permission = Permission.objects.get(codename=code, content_type__app_label__startswith="wagtail")
                GroupCollectionPermission.objects.create(group=group, collection=place, permission=permission)
    return browser_of(library, f"editor-{branch.pk}", group)


def editor_of_other_branch(library: Library) -> Client:
    return editor_of(library, library.other, Collection.get_first_root_node().add_child(name="Of the other"))


def editor_of_branch(library: Library) -> Client:
    return editor_of(library, library.branch, library.collection)


def communications_staff(library: Library) -> Client:
    ensure_groups()
    return browser_of(library, "staff", Group.objects.get(name="Communications staff"))


def administrator(library: Library) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("administrator"))
    return client


WHO: list[Callable[[Library], Client]] = [
    anonymous, reader_with_password, member, translator, editor_of_other_branch, editor_of_branch, communications_staff,
    administrator,
]  # fmt: skip
EDITORS = {editor_of_branch, communications_staff, administrator}
SIGNED_IN = set(WHO) - {anonymous, reader_with_password}
# What may be had, by whom: the document, and the picture where that differs.
TABLE: list[tuple[Callable[[Library], None], set[Any], set[Any]]] = [
    (public, set(WHO), set(WHO)),
    (draft, EDITORS, EDITORS),
    (scheduled, EDITORS, EDITORS),
    (expired, EDITORS, EDITORS),
    (with_password, EDITORS | {reader_with_password}, EDITORS | {reader_with_password}),
    (for_group, EDITORS | {member}, EDITORS | {member}),
    (for_signed_in, SIGNED_IN, SIGNED_IN),
    (in_collection_for_group, EDITORS | {member}, set(WHO)),
    (draft_in_collection, EDITORS, EDITORS),
]


def had(client: Client, address: str) -> bool:
    """Tell whether a file is sent; it is not there for others, or they are asked who they are."""
    answer = client.get(address)
    assert answer.status_code in (HTTPStatus.OK, HTTPStatus.NOT_FOUND, HTTPStatus.FOUND)
    return answer.status_code == HTTPStatus.OK


@pytest.mark.parametrize(("state", "document", "picture"), TABLE)
def test_a_file_goes_with_the_pages_that_show_it_and_with_its_collection(
    library: Library, state: Callable[[Library], None], document: set[Any], picture: set[Any]
) -> None:
    state(library)
    found = {}
    for who in WHO:
        client = who(library)
        found[who] = had(client, library.document.url), had(client, library.rendition.url)
    assert found == {who: (who in document, who in picture) for who in WHO}


@pytest.mark.parametrize(("state", "document", "picture"), TABLE)
def test_the_choosers_lists_and_addresses_of_the_administration_know_the_same_files(
    library: Library, state: Callable[[Library], None], document: set[Any], picture: set[Any]
) -> None:
    state(library)
    wanted, found = {}, {}
    for who in (translator, editor_of_other_branch, editor_of_branch, administrator):
        client = who(library)
        for kind, one, allowed in (("documents", library.document, document), ("images", library.picture, picture)):
            chooser = f"wagtail{kind.replace('uments', 's')}_chooser"
            is_chosen = client.get(reverse(f"{chooser}:chosen", args=[one.pk])).status_code == HTTPStatus.OK
            is_listed = one.title in client.get(reverse(f"{chooser}:choose_results")).content.decode()
            found[who, kind] = is_chosen, is_listed
            wanted[who, kind] = who in allowed, who in allowed
            if who not in allowed:
                assert client.get(f"/admin/api/main/{kind}/{one.pk}/").status_code == HTTPStatus.NOT_FOUND
                assert one.title not in client.get(f"/admin/{kind}/results/").content.decode()
    assert found == wanted


def test_a_file_that_only_a_draft_of_a_public_page_shows_is_for_those_who_edit_it(library: Library) -> None:
    new = picture()
    page = ProjectPage.objects.get(pk=library.page.pk)
    page.body = [("picture", shown(new))]
    page.save_revision()
    address = new.get_rendition("width-100").url
    assert not had(editor_of_other_branch(library), address)
    assert not had(anonymous(library), address)
    assert had(editor_of_branch(library), address)


def test_a_file_taken_out_of_a_restricted_page_stays_with_those_who_edit_the_page(library: Library) -> None:
    library.restricted(PageViewRestriction.GROUPS)
    page = ProjectPage.objects.get(pk=library.page.pk)
    page.body, page.documents = [], []
    page.save_revision().publish()
    other, own, reader = editor_of_other_branch(library), editor_of_branch(library), member(library)
    for address in (library.document.url, library.rendition.url):
        assert (had(other, address), had(own, address), had(reader, address)) == (False, True, False)


def test_a_file_that_no_page_shows_belongs_to_its_collection(library: Library) -> None:
    new = picture()
    address = new.get_rendition("width-100").url
    assert had(editor_of_other_branch(library), address)
    assert not had(member(library), address)


def test_a_translator_sees_the_pictures_of_the_draft_that_they_translate(library: Library) -> None:
    home("bg")
    draft(library)
    client = translator(library)
    assert not had(client, library.rendition.url)
    translated(library.branch, "bg")
    submitted(library.page, "bg")
    assert had(client, library.rendition.url)


@pytest.mark.parametrize("who", [editor_of_branch, administrator])
def test_an_editor_who_may_edit_the_page_sees_its_pictures_in_the_editor_and_the_preview(
    library: Library, who: Any
) -> None:
    draft(library)
    client = who(library)
    address = f"/admin/pages/{library.page.pk}/edit/"
    assert client.get(address).status_code == HTTPStatus.OK
    preview = client.get(f"/admin/pages/{library.page.pk}/view_draft/")
    assert library.picture.get_rendition("width-480|format-webp").url in preview.content.decode()
    assert had(client, library.picture.get_rendition("max-165x165").url)


def test_nobody_places_a_file_on_their_page_that_they_may_not_have(library: Library) -> None:
    draft(library)
    client = editor_of_other_branch(library)
    mine = StandardPage(title="Mine")
    library.other.add_child(instance=mine)
    address = f"/admin/pages/{mine.pk}/edit/"
    sent = filled_in(
        client,
        address,
        body=body(("picture", {"image": {"image": library.picture.pk, "alt_text": "A square"}, "caption": ""})),
    )
    answer = client.post(address, sent)
    assert "Choose a file that you may use" in answer.content.decode()
    assert not ShownFile.objects.filter(page=mine.pk).exists()


def test_the_choosers_say_what_a_restricted_collection_keeps_from_readers(library: Library) -> None:
    client = administrator(library)
    for kind, said in (("wagtailimages", "is public as soon as"), ("wagtaildocs", "stays with those whom")):
        assert said not in client.get(reverse(f"{kind}_chooser:choose_results")).content.decode()
    in_collection_for_group(library)
    for kind, said in (("wagtailimages", "is public as soon as"), ("wagtaildocs", "stays with those whom")):
        shown = client.get(reverse(f"{kind}_chooser:choose_results")).content.decode()
        assert f"Not open to all: {library.collection.name}." in shown
        assert said in shown


def test_nobody_copies_a_page_that_they_may_neither_edit_nor_read(library: Library) -> None:
    draft(library)
    address = f"/admin/pages/{library.page.pk}/copy/"
    assert editor_of_branch(library).get(address).status_code == HTTPStatus.OK
    other = editor_of_other_branch(library)
    assert other.get(address).status_code == HTTPStatus.FOUND
    sent = {"new_title": "Mine", "new_slug": "mine", "new_parent_page": library.branch.pk, "copy_subpages": ""}
    assert other.post(address, sent).status_code == HTTPStatus.FOUND
    assert ProjectPage.objects.count() == 1


def test_what_is_not_for_all_is_kept_by_no_cache(library: Library) -> None:
    assert "Cache-Control" not in Client().get(library.document.url).headers
    draft(library)
    client = administrator(library)
    for address in (library.document.url, library.rendition.url):
        assert "private" in client.get(address)["Cache-Control"]


@pytest.mark.parametrize("name", ["{}", "٣", "{}/", "00{}"])
def test_no_other_address_leads_round_the_rights(library: Library, name: str) -> None:
    draft(library)
    arabic = "".join(chr(0x660 + int(digit)) for digit in str(library.document.pk))
    number = name.format(library.document.pk).replace("٣", arabic)
    for address in (
        f"/documents/{number}/{library.document.filename}", f"/media/{library.document.file.name}",
        f"/media/{library.picture.file.name}", f"/images/{library.picture.pk}/",
    ):  # fmt: skip
        assert Client().get(address).status_code == HTTPStatus.NOT_FOUND
