r"""Where a link may lead: the one rule for every address that somebody types, when it is saved and when it is shown.

Web pages, e-mail, telephone and addresses of this site. A browser takes more for an address than it seems:
it leaves out blanks and control characters, takes \ for /, and //host for another site; none of it passes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

SHOWN = 60  # characters of an address in a message
_MAIL = re.compile(r"mailto:[^?@]+@[^?@]+(?:\?.*)?", re.IGNORECASE)
_TELEPHONE = re.compile(r"tel:\+?[\d().*#;=/a-z-]+", re.IGNORECASE)
_OPENING = re.compile(r"<a\b[^>]*>", re.IGNORECASE)


def is_allowed(address: str) -> bool:
    """Tell whether a link may lead to an address."""
    if not address or "\\" in address or any(map(_is_unseen, address)):
        return False
    if address[0] in "#?":
        return True
    if address[0] == "/":
        return not address.startswith("//")
    scheme = address.partition(":")[0].lower()
    if scheme in ("http", "https"):
        return _is_web(address)
    return bool(_MAIL.fullmatch(address) or _TELEPHONE.fullmatch(address))


def allowed(address: str) -> str:
    """Return an address that a link may lead to; of any other nothing."""
    return address if is_allowed(address) else ""


def check(address: str) -> None:
    """Refuse an address that no link may lead to. Raises ValidationError."""
    if not is_allowed(address):
        raise ValidationError(refusal(address))


def refusal(address: str) -> str:
    """Return why no link may lead to an address."""
    seen = "".join(" " if _is_unseen(sign) else sign for sign in address)
    return _(
        "No link may lead to “%(address)s”. Links lead to web pages (https://…), e-mail (mailto:…), "
        "telephone (tel:…) and addresses of this site (/…)."
    ) % {"address": seen[:SHOWN] + ("…" if len(seen) > SHOWN else "")}


def check_html(html: str) -> None:
    """Refuse running text with a link to where none may lead. Raises ValidationError."""
    for address in _linked(html):
        check(address)


def only_allowed(html: str) -> str:
    """Return running text as HTML; of a link to where none may lead the words stay."""
    return _OPENING.sub(lambda found: _opening(found[0]), html)


def errors_of(instance: Any) -> dict[str, list[str]]:
    """Return by field what is wrong with the addresses of a page or an entry, however they came into it."""
    errors: dict[str, list[str]] = {}
    for field in instance._meta.concrete_fields:
        found = [refusal(address) for address in _typed(field, instance) if not is_allowed(address)]
        if found:
            errors[field.name] = found
    return errors


def _is_web(address: str) -> bool:
    """Tell whether an address names a host of the web, and nobody's name before it."""
    try:
        parts = urlsplit(address)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return has_host and "@" not in parts.netloc and address[len(parts.scheme) :].startswith("://")


def _is_unseen(sign: str) -> bool:
    """Tell whether a sign is a blank, or one that nobody sees."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs")


def _typed(field: Any, instance: Any) -> Iterator[str]:
    """Yield the addresses in a field."""
    if isinstance(field, models.URLField):
        yield from filter(None, [getattr(instance, field.name)])
    elif isinstance(field, RichTextField):
        yield from _linked(getattr(instance, field.name) or "")
    elif isinstance(field, StreamField) and _has_addresses(field.stream_block):
        yield from _in_block(field.stream_block, getattr(instance, field.name))


def _in_block(block: Any, value: Any) -> Iterator[str]:
    """Yield the addresses in the value of a block."""
    if not value or not _has_addresses(block):
        return
    if isinstance(block, blocks.URLBlock):
        yield str(value)
    elif isinstance(value, RichText):
        yield from _linked(value.source)
    elif isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from _in_block(child.block, child.value)
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _in_block(child, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            yield from _in_block(block.child_block, child)


def _has_addresses(block: Any) -> bool:
    """Tell whether somebody can type an address into a block, so that no other is looked at."""
    if isinstance(block, blocks.URLBlock | blocks.RichTextBlock):
        return True
    if isinstance(block, blocks.StreamBlock | blocks.StructBlock):
        return any(map(_has_addresses, block.child_blocks.values()))
    return isinstance(block, blocks.ListBlock) and _has_addresses(block.child_block)


def _linked(html: str) -> Iterator[str]:
    """Yield where the links of stored running text lead; one to a page or a document has no address."""
    if "href" not in html.lower():
        return
    for link in BeautifulSoup(html, "html.parser").find_all(href=True):
        yield str(link["href"])


@lru_cache(maxsize=2000)  # links; to read one takes longer than all else that is done with it
def _opening(written: str) -> str:
    """Return the opening of a link as it was, without its address where that is not allowed."""
    link = BeautifulSoup(written, "html.parser").a
    if link is None or not link.has_attr("href") or is_allowed(str(link["href"])):
        return written
    kept = [f' {name}="{escape(str(value))}"' for name, value in link.attrs.items() if name != "href"]
    return f"<a{''.join(kept)}>"
