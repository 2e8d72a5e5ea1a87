"""What templates say in the reader's language: numbers, lists of words, marks, pictures, addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel.lists import format_list
from babel.units import format_unit
from django import template
from django.template import Context, NodeList
from django.template.base import Parser, Token
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from cms import correspondence, destinations, formats, languages
from cms.editions import Edition
from cms.facets import Choice, Label
from cms.languages import babel_locale, current_language
from cms.links import Links, document_addresses, linked, page_targets
from cms.marks import ORIGIN_NAMES, ORIGINAL
from cms.pictures import SHAPES, renditions_of
from cms.searchable import MOST_SUGGESTIONS
from cms.withdrawal import titled

register = template.Library()

# A dash or a dot between two words, the number of an issue, and a blank that is written as no-break already;
# only in text: the next sign of a tag begins one.
_BEFORE_SIGN = re.compile(r"[ \n]([–·])(?=[ \n][^<>]*<)")
_AFTER_NUMBER_SIGN = re.compile(r"№[ \n](?=[0-9][^<>]*<)")
_NO_BREAK = re.compile(r"[ \n]*(?:&nbsp;|\u00a0)[ \n]*(?=[^<>]*<)")


# ------------------------------------------------------------------------------- numbers and dates


@register.filter
def money(amount: Decimal | None, currency: str) -> str:
    """Return an exact amount with its currency (ISO 4217) as the reader's language writes it."""
    return "" if amount is None else formats.money(amount, currency)


@register.filter
def number(value: Decimal | int | None) -> str:
    """Return a number as the reader's language writes it."""
    return "" if value is None else formats.number(value)


@register.filter(expects_localtime=True)
def day(value: date | None) -> str:
    """Return a full date."""
    return "" if value is None else formats.day(value)


@register.filter(expects_localtime=True)
def month(value: date | None) -> str:
    """Return a month with its year."""
    return "" if value is None else formats.month(value)


@register.filter
def file_size(size: int | None) -> str:
    """Return a number of bytes in kilobytes or megabytes, e.g. "2,4 MB"; "" where unknown."""
    if size is None:
        return ""
    unit, value = ("kilobyte", size / 1000) if size < 100_000 else ("megabyte", size / 1_000_000)
    rounded = max(round(value, 0 if unit == "kilobyte" or value >= 10 else 1), 1 if unit == "kilobyte" else 0.1)
    written = format_unit(rounded, f"digital-{unit}", length="short", locale=babel_locale(current_language()))
    return written.replace(" ", "\N{NO-BREAK SPACE}")


# ---------------------------------------------------------------------------------- words and names


@register.filter
def labelled(label: Label | str | None) -> str:
    """Return a label, with its language where that is not the reader's."""
    if isinstance(label, Label):
        if label.language != current_language():
            return format_html('<span lang="{}">{}</span>', label.language, label.text)
        return conditional_escape(label.text)
    return conditional_escape(label or "")


@register.filter
def listed(words: Iterable[Label | str]) -> str:
    """Return words joined as the reader's language joins a sentence's list, "a, b and c"."""
    parts = [str(labelled(word)) for word in words]
    return mark_safe(format_list(parts, locale=babel_locale(current_language())))  # each part is escaped


@register.filter
def enumerated(words: Iterable[Label | str]) -> str:
    """Return words joined by commas, for labels and captions."""
    return format_html_join(", ", "{}", ((labelled(word),) for word in words))


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in the reader's language."""
    return languages.language_name(code, current_language())


@register.filter
def country_name(code: str) -> str:
    """Return a country's name in the reader's language by its two letters."""
    return languages.country_name(code, current_language())


@register.filter
def own_language_name(code: str) -> str:
    """Return the name of a language in itself."""
    return languages.language_name(code, code).capitalize()


@register.filter
def locale_code(language: str) -> str:
    """Return a language with the country where it is spoken most, e.g. "bg_BG", as Open Graph wants it."""
    return languages.locale_code(language)


@register.filter
def at(mapping: Any, key: Any) -> Any:
    """Return what a mapping holds under a key, None where it holds nothing."""
    return mapping.get(key) if mapping else None


@register.filter
def before_colon(text: str) -> str:
    """Return what stands before the first colon: the name of an issue without what it is about."""
    return text.partition(":")[0]


@register.simple_tag
def facet_choice(choice: Choice, name: str) -> SafeString:
    """Return one value of a facet as a check box with its number; one that nothing has cannot be chosen."""
    state = "checked" if choice.chosen else "" if choice.count else "disabled"
    before_count = _facet_choice(name, choice.value, state, choice.label, current_language())
    # Numbers, as we write them, need no escape.
    return mark_safe(f'{before_count}<span class="count">{formats.number(choice.count)}</span></label>')


@lru_cache(maxsize=5000)  # a list shows the same ones again and again, each with another number
def _facet_choice(name: str, value: str, state: str, label: Label, _language: str) -> SafeString:
    return format_html(
        '<label><input type="checkbox" name="{}" value="{}" {}> <span>{}</span> ', name, value, state, labelled(label)
    )


@register.simple_tag
def suggestions(address: str) -> SafeString:
    """Return the attributes of a search form that its script needs to suggest what may be typed.

    `address` is that of the search; the number of suggestions is said in words, from none on.
    """
    return _suggestions(address, current_language())


@lru_cache(maxsize=20)
def _suggestions(address: str, _language: str) -> SafeString:
    counts = [gettext("no suggestions")]
    counts += [
        ngettext("%(number)s suggestion", "%(number)s suggestions", number) % {"number": formats.number(number)}
        for number in range(1, MOST_SUGGESTIONS + 1)
    ]
    return format_html(
        'data-suggestions="{}suggest/" data-label="{}" data-counts="{}"',
        address,
        gettext("Suggestions"),
        json.dumps(counts, ensure_ascii=False),
    )


@register.tag
def compact(parser: Parser, token: Token) -> CompactNode:
    """Collapse blanks and line breaks between {% compact %} and {% endcompact %}: pages are a third lighter.

    No line of text begins with a dash, a dot between words or the number of "№". Not for what holds
    preformatted text.
    """
    nodes = parser.parse(("endcompact",))
    parser.delete_first_token()
    return CompactNode(nodes)


class CompactNode(template.Node):
    """What stands between the tags, with single blanks."""

    def __init__(self, nodes: NodeList) -> None:
        self.nodelist = nodes

    def render(self, context: Context) -> SafeString:
        """Return the content with every run of blanks as one blank or line break."""
        content = self.nodelist.render(context).replace("\t", " ").replace("\r", " ")
        text = "\n".join(filter(None, (line.strip(" ") for line in content.split("\n"))))
        while "  " in text:
            text = text.replace("  ", " ")
        text = _AFTER_NUMBER_SIGN.sub("№\N{NO-BREAK SPACE}", _BEFORE_SIGN.sub("\N{NO-BREAK SPACE}\\1", text))
        if "\N{NO-BREAK SPACE}" in text or "&nbsp;" in text:
            text = _NO_BREAK.sub("\N{NO-BREAK SPACE}", text)
        return mark_safe(text)


# ------------------------------------------------------------------------------- marks and pictures


@register.simple_tag
def mark(origin: str, stale: bool = False) -> SafeString:
    """Return the mark of who wrote the words: shape and words for the origin, the rubric for time.

    `origin` is a value of `cms.enums.TextOrigin`, "original", "none", or "" where nobody said.
    """
    words = ORIGIN_NAMES.get(origin, "")
    if not (words or stale):
        return SafeString()
    changed = format_html('<span class="fresh">{}</span>', gettext("source changed since")) if stale else ""
    return format_html(
        '<span class="mark" data-origin="{}" data-fresh="{}"><span>{}{}{}</span></span>',
        origin,
        "stale" if stale else "current",
        words,
        "; " if words and stale else "",
        changed,
    )


@register.simple_tag
def original_link(editions: Iterable[Edition] | None, anchor: str = "") -> SafeString:
    """Return a paragraph with a link to the original, or to a section of it; nothing where it is not public.

    `editions` are the languages of the page, `anchor` is the same in all of them.
    """
    here = languages.current_language()
    for edition in editions or ():
        if edition.origin == ORIGINAL and edition.address:
            name = {"language": languages.language_name(edition.language, here)}
            words = gettext("Read the original (%(language)s)") % name
            address = f"{edition.address}#{anchor}" if anchor else edition.address
            return format_html('<p><a href="{}" hreflang="{}">{}</a></p>', address, edition.language, words)
    return SafeString()


@register.simple_tag
def withdrawn_mark(since: object) -> SafeString:
    """Return the mark of a work that was withdrawn; nothing of one that stands (`since` is None or false)."""
    if not since:
        return SafeString("")
    return format_html('<span class="tag" data-tone="rubric">{}</span>', gettext("withdrawn"))


@register.filter
def as_withdrawn(title: str, since: object) -> str:
    """Return the title of a work as it stands where it has no mark beside it."""
    return titled(title, since, current_language())


@register.simple_tag
def foreign_mark(language: str) -> SafeString:
    """Return the mark of a work that is not translated for the reader, with the language in which it is shown."""
    return format_html(
        '<span class="mark" data-origin="none" data-fresh="current"><span>{}; {}</span></span>',
        gettext("not translated"),
        languages.language_name(language, current_language()),
    )


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return a line icon of icons.svg; a word always stands beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("cms/icons.svg"),
        name,
    )


@register.simple_tag
def picture(
    image: Any, alt: str | None = None, shape: str = "whole", sizes: str = "", eager: bool = False
) -> SafeString:
    """Return a picture in several widths with its size set, so that nothing moves when it arrives.

    `shape` is one of `cms.pictures.SHAPES`; a cropped shape keeps the focal point. `alt` is the
    alternative text, by default the one given where the picture is used. `eager` is for what is
    seen without scrolling.
    """
    if not image:
        return SafeString("")
    renditions = renditions_of(image, shape)
    if alt is None:
        alt = "" if getattr(image, "decorative", False) else getattr(image, "contextual_alt_text", None) or ""
    if not renditions:  # while nothing can be saved: what it shows is said
        return format_html("{}", alt)
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{} decoding="async">',
        renditions[0].url,
        ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions),
        sizes or SHAPES[shape].sizes,
        renditions[-1].width,
        renditions[-1].height,
        alt,
        "" if eager else mark_safe(' loading="lazy"'),
    )


# -------------------------------------------------------------------------------- links and addresses


@register.simple_tag(takes_context=True)
def rich_text(context: Context, value: Any) -> SafeString:
    """Return running text as HTML, its links leading to the reader's language."""
    links = context.get("links")
    if not isinstance(links, Links):  # shown alone, as in the preview of a block
        language = current_language()
        by_kind: dict[str, set[int]] = {"page": set(), "document": set()}
        for kind, pk in linked(value.source):
            by_kind[kind].add(pk)
        links = Links(language, page_targets(by_kind["page"], language), document_addresses(by_kind["document"]))
    return correspondence.protected(links.written(value.source))


@register.filter
def allowed(address: str) -> str:
    """Return an address that somebody typed where a link may lead to it, nothing otherwise."""
    return destinations.allowed(address or "")


@register.simple_tag
def email(address: str) -> SafeString:
    """Return a link that writes to an e-mail address without giving it to harvesters."""
    return correspondence.link(address)


@register.filter
def protected(text: str) -> SafeString:
    """Return text or safe HTML with its e-mail addresses kept from harvesters."""
    return correspondence.protected(conditional_escape(text))


@register.simple_tag
def json_ld(data: Any) -> SafeString:
    """Return schema.org data as JSON-LD; nothing in it can end the script element."""
    if not data:
        return SafeString("")
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
