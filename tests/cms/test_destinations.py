"""Where links may lead: one rule for every address that somebody types, when it is saved and when it is shown."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.blocks import BodyBlock
from cms.destinations import is_allowed, only_allowed
from home.models import StandardPage
from projects.models import ProjectPage
from tests.editing import add_address, block_errors, body, errors, filled_in, signed_in
from tests.factories.home import StandardPageFactory, home
from tests.factories.projects import ProjectPageFactory, index

ALLOWED = [
    "https://example.org",
    "http://example.org/a?b=c#d",
    "HTTPS://EXAMPLE.ORG/",
    "https://пример.бг/път/",
    "https://a.bg:8443/",
    "https://[2001:db8::1]/",
    "mailto:office@example.org",
    "mailto:office@example.org?subject=A%20question",
    "tel:+359298012",
    "tel:112;ext=4",
    "/en/projects/",
    "/",
    "#part",
    "?page=2",
]
REFUSED = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "java\x00script:alert(1)",
    "javascript\u200b:alert(1)",
    "javascript\xa0:alert(1)",
    "java script:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "javascript&colon;alert(1)",
    "javascript%3Aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "ftp://example.org/",
    "view-source:https://example.org",
    "//example.org",
    "///example.org",
    "/\\example.org",
    "\\\\example.org",
    "https:example.org",
    "https:/example.org",
    "https:///example.org",
    "https://",
    "https://exa mple.org",
    "https:\\\\example.org",
    "https://bank.example@example.org/",
    "https://example.org:port/",
    "https://[::1/",
    "/\t/example.org",
    "https://example.org/\u202egpj.exe",
    "mailto:",
    "mailto:?bcc=a@example.org",
    "mailto:a@b@c",
    "tel:javascript:1",
    "tel:",
    "www.example.org",
    "example",
    "",
    "   ",
]


@pytest.mark.parametrize("address", ALLOWED)
def test_a_link_may_lead_to_the_web_to_mail_to_telephones_and_within_the_site(address: str) -> None:
    assert is_allowed(address)


@pytest.mark.parametrize("address", REFUSED)
def test_a_link_leads_nowhere_else(address: str) -> None:
    assert not is_allowed(address)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<A HREF="java&#x09;script:alert(1)">a</A>', "<a>a</A>"),
        ("<a href=javascript:alert(1)>a</a>", "<a>a</a>"),
        ("<a title='b' href='data:text/html,1'>a</a>", '<a title="b">a</a>'),
        ('<a href="//example.org">a</a>', "<a>a</a>"),
        ('<a href="https://example.org/?a=1&amp;b=2">a</a>', '<a href="https://example.org/?a=1&amp;b=2">a</a>'),
        ('<a href="/en/" hreflang="en">a</a> <abbr>b</abbr>', '<a href="/en/" hreflang="en">a</a> <abbr>b</abbr>'),
    ],
)
def test_of_a_stored_link_to_nowhere_only_the_words_are_shown(html: str, shown: str) -> None:
    assert only_allowed(html) == shown


BAD = "javascript:alert(1)"
LINKED = f'<p>A <a href="{BAD}">trap</a>.</p>'


def page(**fields: Any) -> StandardPage:
    return StandardPageFactory(parent=home(), title="About", slug="about-it", **fields)


def stored(model: Any, field: str, value: Any, kept: Page) -> None:
    """Write what could only come in past every check, as a restored backup could bring it."""
    model.objects.filter(pk=kept.pk).update(**{field: value})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("block", "value"),
    [
        ("text", LINKED),
        ("action", {"label": "Open", "url": BAD, "page": None}),
        ("text", '<a href="//example.org">a</a>'),
    ],
)
def test_a_page_is_saved_with_no_such_address_whatever_brings_it(block: str, value: Any) -> None:
    with pytest.raises(ValidationError, match="No link may lead to"):
        page(body=[(block, value)])
    kept = page()
    kept.body = [(block, value)]
    with pytest.raises(ValidationError, match="No link may lead to"):
        kept.save_revision()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["ftp://example.org/", "https://user@example.org/"])
def test_a_projects_own_site_is_a_web_page(address: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ProjectPageFactory(parent=index("project", home()), website=address)
    assert "website" in refused.value.message_dict


@pytest.mark.django_db
def test_an_address_that_is_stored_all_the_same_is_shown_nowhere() -> None:
    project = ProjectPageFactory(
        parent=index("project", home()), body=[("text", "<p>x</p>"), ("facts", {"kind": "documents", "heading": ""})]
    )
    stored(ProjectPage, "website", BAD, project)
    about = page()
    block = BodyBlock()
    value = block.to_python(
        [{"type": "text", "value": LINKED}, {"type": "action", "value": {"label": "Open", "url": BAD}}]
    )
    stored(StandardPage, "body", value, about)
    for address in (project.url_path, about.url_path):
        answer = Client().get(address)
        assert answer.status_code == HTTPStatus.OK
        assert BAD not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("block", "value", "path"),
    [("action", {"label": "Open", "url": "ftp://example.org", "page": ""}, "0.url"), ("text", BAD, "0")],
)
def test_the_editor_is_told_beside_the_block(block: str, value: Any, path: str) -> None:
    if block == "text":
        value = (
            '{"blocks":[{"key":"a","text":"trap","type":"unstyled","depth":0,"inlineStyleRanges":[],"entityRanges":'
            '[{"offset":0,"length":4,"key":0}]}],"entityMap":{"0":{"type":"LINK","mutability":"MUTABLE","data":'
            '{"url":"javascript:alert(1)"}}}}'
        )
    client = signed_in()
    address = add_address(StandardPage, home())
    answer = client.post(address, filled_in(client, address, title="New", body=body((block, value))))
    assert list(block_errors(answer)) == [path]
    assert "No link may lead to" in block_errors(answer)[path]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["ftp://example.org/", "https://user@example.org/", BAD])
def test_a_redirect_leads_where_links_may_lead(address: str) -> None:
    client = signed_in()
    sent = {"old_path": "/old/", "is_permanent": "on", "redirect_link": address}
    assert "redirect_link" in errors(client.post("/admin/redirects/add/", sent))
    assert not Redirect.objects.exists()


@pytest.mark.django_db
def test_links_that_may_be_there_stay_as_they_were_typed() -> None:
    links = [*[address for address in ALLOWED if "@" not in address]]
    text = "".join(f'<p><a href="{address}">x</a></p>' for address in links)
    shown = BeautifulSoup(Client().get(page(body=[("text", text)]).url_path).content, "html.parser")
    assert [link["href"] for link in shown.select("main a[href]") if link.get_text() == "x"] == links
