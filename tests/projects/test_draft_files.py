"""What is made of a draft, its dates for a calendar and its citation, is for who may see it, and nobody keeps it."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import GroupPagePermission

from cms.models import PreviewLink
from cms.previews.links import make, withdraw
from projects.models import ProjectEvent, ProjectPage
from tests.api.test_preview import told
from tests.cms.test_preview_links import drafted, editor, project, shown
from tests.editing import signed_in
from tests.factories.home import home
from tests.factories.projects import ProjectPageFactory, index, row

pytestmark = pytest.mark.django_db
SECRET = "Zymurgyword"


def dated(**fields: Any) -> ProjectPage:
    """Return a project with an event."""
    page = project(events=[row(ProjectEvent, date=date(2018, 10, 9), text="A seminar.")], **fields)
    page.body = [("facts", {"kind": "events", "heading": ""})]
    page.save()
    return page


def addresses(link: PreviewLink) -> list[str]:
    """Return the addresses of what is made of a draft, as the page shows them to who has the link."""
    links = shown(link).select("main a[href*='/calendar/'], main a[href*='/cite/']")
    found = [str(one["href"]) for one in links]
    assert [one.partition("?")[0].rpartition(".")[2] for one in found] == ["ics", "bib", "ris"]
    return found


def is_kept(answer: Any) -> bool:
    return "no-store" not in answer.headers.get("Cache-Control", "") or "ETag" in answer.headers


def test_who_has_the_link_has_what_is_made_of_the_draft_and_nobody_keeps_it() -> None:
    page = drafted(dated(live=False), title=SECRET)
    for address in addresses(make(page, editor(), 7)):
        answer = Client().get(address)
        assert answer.status_code == HTTPStatus.OK, address
        assert SECRET in answer.content.decode()
        assert not is_kept(answer)


def test_without_its_key_with_another_or_after_the_link_there_is_nothing() -> None:
    user = editor()
    page, other = dated(live=False), ProjectPageFactory(parent=index("project", home()), live=False)
    link = make(page, user, 7)
    calendar, bibtex, ris = addresses(link)
    key = bibtex.partition("?")[2]
    changed = f"{key[:-1]}{'A' if key[-1] != 'A' else 'B'}"
    for refused in (
        *(address.partition("?")[0] for address in (calendar, bibtex, ris)),
        f"/en/cite/{page.pk}.bib?{changed}",
        f"/en/cite/{other.pk}.bib?{key}",
        f"/nb/cite/{page.pk}.bib?{key}",
        f"/en/pdf/{page.pk}.pdf?{key}",
        f"/en/calendar/{page.pk}/0123456789abcdef.ics?{key}",
    ):
        assert Client().get(refused).status_code == HTTPStatus.NOT_FOUND, refused
    withdraw(link, user)
    for address in (calendar, bibtex, ris):
        assert Client().get(address).status_code == HTTPStatus.NOT_FOUND


def test_of_a_public_page_readers_have_what_is_public_and_the_link_has_the_draft() -> None:
    page = drafted(dated(), title=SECRET)
    bibtex = addresses(make(page, editor(), 7))[1]
    public = Client().get(bibtex.partition("?")[0])
    assert "As published" in public.content.decode()
    assert is_kept(public)
    assert SECRET in Client().get(bibtex).content.decode()
    again = Client().get(bibtex.partition("?")[0])
    assert again.content == public.content
    assert again.headers["ETag"] == public.headers["ETag"]


def test_a_key_is_given_to_this_site_alone() -> None:
    page = dated(live=False)
    elsewhere = f"https://example.org/en/cite/{page.pk}.bib"
    page.body = [("text", f'<p><a href="{elsewhere}">the same elsewhere</a></p>')]
    page.save()
    link = make(page, editor(), 7)
    assert shown(link).select_one(f"main a[href='{elsewhere}']")
    assert elsewhere in told(link, "?format=markdown")["body"]["markdown"]
    assert f"{elsewhere}?" not in told(link, "?format=markdown")["body"]["markdown"]


def test_no_preview_offers_the_pdf_which_is_made_of_what_is_public() -> None:
    page = drafted(dated(), title=SECRET)
    address = f"/en/pdf/{page.pk}.pdf"
    assert address in Client().get(page.url_path).content.decode()
    assert address not in str(shown(make(page, editor(), 7)))
    assert address not in page.make_preview_request().content.decode()


# ------------------------------------------------------------------------------------- signed in


def session(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_who_may_edit_the_page_has_what_the_preview_in_the_editor_leads_to() -> None:
    page = drafted(dated(live=False), title=SECRET)
    for address in (f"/en/calendar/{page.pk}.ics", f"/en/cite/{page.pk}.bib", f"/en/cite/{page.pk}.ris"):
        answer = session(get_user_model().objects.filter(username="editor").first() or editor()).get(address)
        assert answer.status_code == HTTPStatus.OK
        assert SECRET in answer.content.decode()
        assert not is_kept(answer)
        assert Client().get(address).status_code == HTTPStatus.NOT_FOUND


def test_an_event_that_only_the_draft_of_a_public_page_has_is_for_who_may_edit_it() -> None:
    page, event = dated(), row(ProjectEvent, date=date(2019, 1, 8), text="A second seminar.")
    drafted(page, events=[event])
    address = f"/en/calendar/{page.pk}/{event.translation_key.hex}.ics"
    assert "A second seminar." in session(editor()).get(address).content.decode()
    assert Client().get(address).status_code == HTTPStatus.NOT_FOUND
    assert "A second seminar." not in session(editor("other")).get(f"/en/calendar/{page.pk}.ics").content.decode()


def test_who_may_not_edit_the_page_has_nothing() -> None:
    page, user = dated(live=False), editor()
    GroupPagePermission.objects.filter(group=Group.objects.get(name="Editors")).delete()
    assert session(user).get(f"/en/cite/{page.pk}.bib").status_code == HTTPStatus.NOT_FOUND


def test_a_page_that_was_never_saved_offers_none() -> None:
    parent = index("project", home())
    event = row(ProjectEvent, date=date(2018, 10, 9), text="A seminar.")
    page = ProjectPage(title="Not yet saved", slug="not-yet-saved", locale=parent.locale, events=[event])
    page.depth, page.path, page.url_path = parent.depth + 1, f"{parent.path}0009", f"{parent.url_path}not-yet-saved/"
    page.body = [("facts", {"kind": "events", "heading": ""})]
    html = page.make_preview_request().content.decode()
    assert "A seminar." in html
    assert "None." not in html
    assert signed_in().get("/en/cite/0.bib").status_code == HTTPStatus.NOT_FOUND
