"""What administrators set for the whole site."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.urls import reverse

from home.models import SiteSettings
from tests.editing import errors, signed_in
from tests.reading import read

pytestmark = pytest.mark.django_db
ADDRESS = "library@example.org"


def test_readers_of_a_missing_page_are_told_whom_to_write_to() -> None:
    SiteSettings.objects.create(contact_email=ADDRESS)
    soup = read("/en/not-here/", HTTPStatus.NOT_FOUND)
    assert soup.select_one("a[href^='/write/']").get_text().replace("nospam.", "") == ADDRESS


def test_without_an_address_nothing_is_promised() -> None:
    assert not read("/en/not-here/", HTTPStatus.NOT_FOUND).select("a[href^='/write/']")


def test_the_address_is_set_in_the_administration_and_a_wrong_one_is_told() -> None:
    admin = signed_in()
    SiteSettings.objects.create()
    form = reverse("wagtailsettings:edit", args=["home", "sitesettings", SiteSettings.objects.get().pk])
    assert errors(admin.post(form, {"contact_email": "nonsense"})) == {"contact_email": "Enter a valid email address."}
    admin.post(form, {"contact_email": ADDRESS})
    assert SiteSettings.objects.get().contact_email == ADDRESS
