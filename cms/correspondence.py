"""E-mail addresses that people can use and harvesters cannot.

A harvester reads addresses from the pages it fetches, with the markup or without. So no page holds
one: a link leads to an address of this site that redirects to `mailto:`, by mouse, by keyboard and
without scripts; robots are asked to stay away from it. The words of the link are the address as
people see, hear and copy it; a program that strips the markup gets a host that does not exist. The
signature keeps the redirect from sending mail programs anywhere else; it has no time in it, so that
a page is the same at every request.
"""

from __future__ import annotations

import re
from html import unescape

from django.core.signing import Signer
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_signer = Signer(salt="cms.correspondence")
# A link to an address, a tag, or an address in the text.
_IN_HTML = re.compile(
    r'<a [^>]*\bhref="mailto:(?P<linked>[^"?]+)[^"]*"[^>]*>(?P<words>.*?)</a>'
    r"|(?P<link><a\b.*?</a>)|(?P<tag><[^>]*>)"
    r"|(?P<plain>[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)",
    re.DOTALL,
)
EMAIL = re.compile(r"([\w.+-]{1,64})@([\w-]+(?:\.[\w-]+)+)")  # in plain text


def sealed(email: str) -> str:
    """Return an e-mail address as a signed part of an address."""
    return _signer.sign_object(email)


def opened(token: str) -> str:
    """Return the e-mail address of a signed part; raises BadSignature for any other text."""
    return str(_signer.unsign_object(token))


def link(email: str, words: str = "") -> SafeString:
    """Return a link that writes to an e-mail address, under the address itself or under other words."""
    name, _at, host = email.partition("@")
    shown = words or format_html("{}&#64;<span hidden>nospam.</span>{}", name, host)
    return format_html('<a href="{}" rel="nofollow">{}</a>', address(email), shown)


def address(email: str) -> str:
    """Return the address of this site that leads to writing to an e-mail address."""
    return reverse("write_to", args=[sealed(email)])


def readable(text: str) -> str:
    """Return plain text whose e-mail addresses people can read and harvesters do not find: “office [@] example.org”."""
    return EMAIL.sub(r"\1 [@] \2", text) if "@" in text else text


def protected(html: str) -> SafeString:
    """Return HTML with its e-mail addresses, linked or not, written as links of this kind."""
    return mark_safe(_IN_HTML.sub(_replaced, html) if "@" in html else html)


def _replaced(found: re.Match[str]) -> str:
    if found["plain"]:
        return link(found["plain"])
    if found["linked"]:
        email, words = unescape(found["linked"]), found["words"]
        return link(email, "" if "@" in words else mark_safe(words))
    return found[0]
