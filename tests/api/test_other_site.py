"""The API tells the one site that the library is: its front pages and what lies below them, whatever host is asked.

What lies beside them in the tree is another site's, see `tests/api/test_leaks.py`. Here that Site itself is looked at:
its name, its host, its redirects, and one that begins in the library.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client, TestCase
from pytest_django import Settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from api.throttling import forget_own_counts
from cms.publicity import record
from tests.api.addresses import RESOURCES
from tests.api.test_leaks import ASKING, SECRET, addresses_of_files, other_site, own_addresses, public, with_relations
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import index

pytestmark = pytest.mark.django_db
SITE_NAME, HOST = "Quincunxia", "elsewhere.example"
OURS = "127.0.0.1"  # a further host that this installation answers to


def every_address(page: Any) -> list[str]:
    """Return the addresses of the API, and those of a page on the site."""
    asking = [one.format(secret=SECRET, number=page.pk, path=page.url_path) for one in ASKING]
    return [*RESOURCES, *asking, *with_relations(page), *own_addresses(page), *addresses_of_files(), page.url_path]


def answers(addresses: list[str], host: str = "testserver") -> dict[str, tuple[int, bytes, str | None]]:
    """Return status, body and validator of each address, as a host is asked for it."""
    forget_own_counts()
    found = {}
    for address in addresses:
        answer = Client(headers={"host": host}).get(address)
        found[address] = (answer.status_code, answer.getvalue(), answer.headers.get("ETag"))
    return found


def in_api(addresses: list[str]) -> list[str]:
    return [address for address in addresses if address.startswith("/api/")]


def test_a_site_that_begins_in_the_library_changes_nothing() -> None:
    page = public()
    addresses = every_address(page)
    record()
    before = answers(in_api(addresses))
    assert sum(SECRET.encode() in body for _status, body, _etag in before.values()) >= 40
    for host in (HOST, OURS):
        Site.objects.create(hostname=host, port=80, site_name=SITE_NAME, root_page=page.get_parent())
    record()
    assert answers(in_api(addresses)) == answers(in_api(addresses), OURS) == before
    for _status, body, _etag in answers(addresses, OURS).values():
        for word in (SITE_NAME, HOST, OURS):
            assert word.encode() not in body


@pytest.mark.parametrize("make", [public, other_site])
def test_a_host_that_is_not_ours_is_told_nothing(make: Any) -> None:
    page = make()
    Site.objects.create(hostname=HOST, port=80, site_name=SITE_NAME, root_page=page.get_parent())
    for address, (status, body, etag) in answers(every_address(page), HOST).items():
        assert (status, etag) == (HTTPStatus.BAD_REQUEST, None), address
        assert SECRET.encode() not in body.replace(address.encode(), b""), address


def test_the_host_of_another_site_tells_no_more_where_this_installation_answers_to_it(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "other.example.org"]
    page = other_site()
    record()
    addresses = every_address(page)
    of_api = answers(in_api(addresses), "other.example.org")
    assert of_api == answers(in_api(addresses))
    for address in {page.url_path, "/zymurgyword/", "/"}:
        assert SECRET not in Client(headers={"host": "other.example.org"}).get(address).content.decode()


@pytest.mark.parametrize("host", ["testserver", OURS])
def test_redirects_of_another_site_lead_nobody(host: str) -> None:
    branch = StandardPageFactory(parent=home(), title="Branch", slug="branch")
    other = Site.objects.create(hostname=OURS, port=80, root_page=branch)
    page = StandardPageFactory(parent=branch, title="Page", slug="former")
    page.slug = "renamed"
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    assert Redirect.objects.filter(site=other, old_path="/former").exists()
    Redirect.objects.create(old_path="/en/away", site=other, redirect_link="https://elsewhere.example/")
    client = Client(headers={"host": host})
    for path in ("/former", "/en/away"):
        assert client.get("/api/v1/resolve", {"path": path}).status_code == HTTPStatus.NOT_FOUND
        assert client.get(f"{path}/").status_code == HTTPStatus.NOT_FOUND
    told = client.get("/api/v1/resolve", {"path": "/en/branch/former/"}).json()
    assert (told["state"], told["address"]) == ("elsewhere", "http://testserver/en/branch/renamed/")
    assert client.get("/en/branch/former/")["Location"] == "/en/branch/renamed/"


def test_a_redirect_of_the_site_comes_before_one_of_all() -> None:
    (own,) = Site.objects.all()
    Redirect.objects.create(old_path="/old", redirect_page=home())
    Redirect.objects.create(old_path="/old", site=own, redirect_page=index("project", home()))
    assert Client().get("/api/v1/resolve", {"path": "/old"}).json()["address"] == "http://testserver/en/projects/"
    assert Client().get("/old")["Location"] == "/en/projects/"


def test_who_leaves_the_library_is_told_and_who_comes_back_too() -> None:
    page = public()
    record()
    cursor = Client().get("/api/v1/changes").json()["cursor"]
    other = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other"))
    page.move(other, pos="last-child")
    record()
    told = Client().get("/api/v1/changes", {"since": cursor}).json()
    gone = {(one["type"], one["event"]) for one in told["items"]}
    assert ("project", "unpublished") in gone
    assert {kind for kind, event in gone if event == "unpublished"} >= {"project", "document", "image", "organisation"}
    type(page)._default_manager.get(pk=page.pk).move(index("project", home()), pos="last-child")
    record()
    told = Client().get("/api/v1/changes", {"since": told["cursor"]}).json()
    assert ("project", "published") in {(one["type"], one["event"]) for one in told["items"]}
