"""What is uploaded or entered once more is shown before it is saved; what is new comes in the language of the work."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from cms.models import LibraryDocument
from tests.editing import edit_address, errors, signed_in
from tests.factories.complete import content_of, file, picture
from tests.factories.home import StandardPageFactory, home

pytestmark = pytest.mark.django_db
FIELDS = {"title": "Another title", "language": "bg", "kind": "report", "collection": "1"}
PDF = b"%PDF-1.7 something else\n%%EOF\n"


def sent_document(browser: Client, content: bytes, **fields: str) -> Any:
    return browser.post(reverse("wagtaildocs:add"), FIELDS | fields | {"file": SimpleUploadedFile("a.pdf", content)})


def test_a_file_that_is_there_already_is_shown_instead_of_saved() -> None:
    kept = file()
    answer = sent_document(signed_in(), content_of(kept))
    assert errors(answer).keys() == {"file"}
    address = reverse("wagtaildocs:edit", args=[kept.pk])
    assert BeautifulSoup(answer.content, "html.parser").select_one(f'a[href="{address}"]').get_text() == "Report"
    assert LibraryDocument.objects.count() == 1


def test_several_files_at_once_are_compared_too() -> None:
    kept = file()
    upload = {"title": "T", "files[]": SimpleUploadedFile("b.pdf", content_of(kept))}
    answer = signed_in().post(
        reverse("wagtaildocs:add_multiple"), upload, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    assert "This file is there already." in answer.json()["error_message"]


@pytest.mark.parametrize("title", ["Report", "REPORT", " report "])
def test_a_title_that_is_there_already_is_asked_about(title: str) -> None:
    file()
    admin = signed_in()
    answer = sent_document(admin, PDF, title=title)
    assert errors(answer).keys() == {"title"}
    assert BeautifulSoup(answer.content, "html.parser").select_one("input[type=checkbox][name=both]")
    sent_document(admin, PDF, title=title, both="on")
    assert LibraryDocument.objects.count() == 2


def test_the_name_of_a_file_is_the_title_that_is_there_already_whatever_parts_its_words() -> None:
    kept = file()
    kept.title = "annual_report 2026"
    kept.save()
    assert errors(sent_document(signed_in(), PDF, title="Annual report_2026")).keys() == {"title"}


def test_a_picture_of_a_title_that_is_there_already_is_asked_about() -> None:
    picture()
    other = picture()
    other.title = "Other"
    other.save()
    address = reverse("wagtailimages:edit", args=[other.pk])
    sent = {"title": "square", "credit": "", "collection": "1"}
    assert errors(signed_in().post(address, sent)).keys() == {"title"}
    assert signed_in().post(address, sent | {"both": "on"}).status_code == HTTPStatus.FOUND


def test_what_somebody_may_not_see_is_not_told() -> None:
    kept = file()
    secret = Collection.get_first_root_node().add_child(name="Secret")
    kept.collection = secret
    kept.save()
    own = Collection.get_first_root_node().add_child(name="Own")
    group = Group.objects.create(name="own")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_document", "change_document", "choose_document"):
        permission = Permission.objects.get(codename=codename)
        GroupCollectionPermission.objects.create(group=group, collection=own, permission=permission)
    user = get_user_model().objects.create_user("own")
    user.groups.add(group)
    sent_document(signed_in("own"), content_of(kept), title="Report")
    assert LibraryDocument.objects.count() == 2


@pytest.mark.parametrize("address", ["wagtaildocs:add", "wagtaildocs_chooser:choose"])
def test_an_upload_is_in_the_persons_language_until_another_one_is_chosen(address: str) -> None:
    assert chosen_language(signed_in(language="nb").get(reverse(address))) == "nb"


def test_an_upload_from_a_page_is_in_the_pages_language() -> None:
    page = StandardPageFactory(parent=home("bg"))
    chooser, admin = reverse("wagtaildocs_chooser:choose"), signed_in(language="nb")
    at = f"http://testserver{edit_address(page)}"
    assert chosen_language(admin.get(chooser, headers={"Referer": at})) == "bg"
    below = f"http://testserver{reverse('wagtailadmin_pages:add', args=['home', 'standardpage', home('pl').pk])}"
    assert chosen_language(admin.get(chooser, headers={"Referer": below})) == "pl"


@pytest.mark.parametrize(
    "referer", ["http://elsewhere.example/admin/pages/1/edit/", "nonsense", "http://testserver/x/"]
)
def test_where_the_page_is_not_known_the_persons_language_counts(referer: str) -> None:
    chooser = reverse("wagtaildocs_chooser:choose")
    assert chosen_language(signed_in(language="nb").get(chooser, headers={"Referer": referer})) == "nb"


def chosen_language(answer: Any) -> str:
    html = answer.json()["html"] if "json" in answer["Content-Type"] else answer.content
    (chosen,) = BeautifulSoup(html, "html.parser").select("select[name$=language] option[selected]")
    return str(chosen["value"])
