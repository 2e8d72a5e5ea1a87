"""Checks of tags, links and placeholders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cms.languages import LANGUAGE_CODES
from translation.enums import Severity
from translation.quality.base import Check
from translation.quality.units import Finding, Tag, Text, Unit, listed

_ADDRESS = re.compile(
    r"https?://[^\s<>]*[^\s<>.,;:!?)”“»’]|(?<!\w)www\.[^\s<>]*[^\s<>.,;:!?)”“»’]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|(?<![\d%])%[sdrif](?!\w)|\{\{[^{}]*\}\}|\$?\{[^{}]*\}")
_LANGUAGE_PART = re.compile(rf"/(?:{'|'.join(LANGUAGE_CODES)})(?=/|$)")


class Tags(Check):
    """The tags of the source stand in the translation, each closed where it was opened."""

    id = "tags"
    name = _("Tags")
    severity = Severity.ERROR

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield tags that are missing, that the source does not have, and that are not closed."""
        wanted, given = (Counter(_forms(text)) for text in (unit.original, unit.translated))
        if missing := [tag for tag, count in wanted.items() if count > given[tag]]:
            yield self.found(_("Missing tag: %(tags)s"), tags=listed(missing))
        for tag in unit.translated.tags:
            form = f"<{tag.name}>"
            if tag.name != "a" and not tag.closes and given[form] > wanted[form]:
                given[form] -= 1
                yield self.found(_("Tag that the source does not have: %(tag)s"), tag.span, tag=form)
        astray = _astray(unit.translated)
        if astray is not None and _astray(unit.original) is None:
            yield self.found(_("A tag is not closed, or not opened: %(tag)s"), astray.span, tag=f"<{astray.name}>")


class Links(Check):
    """The links of the source stand in the translation, once each, and so do the addresses that can be read."""

    id = "links"
    name = _("Links")
    severity = Severity.ERROR

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield links and addresses that are missing or that the source does not have."""
        wanted, given = (Counter(tag.key for tag in _links(text)) for text in (unit.original, unit.translated))
        missing = list((wanted - given).elements())
        if missing:
            yield self.found(_("Missing link: %(links)s"), links=listed([key.removeprefix("a") for key in missing]))
        extra = given - wanted
        for tag in _links(unit.translated):
            if extra[tag.key]:
                extra[tag.key] -= 1
                number = tag.key.removeprefix("a")
                yield self.found(_("Link that the source does not have: %(link)s"), tag.span, link=number)
        addresses = {_comparable(match[0]) for match in _ADDRESS.finditer(unit.original.plain)}
        for match in _ADDRESS.finditer(unit.translated.plain):
            if _comparable(match[0]) not in addresses:
                span = unit.translated.span(*match.span())
                yield self.found(_("Address that the source does not have: %(address)s"), span, address=match[0])
        kept = {_comparable(match[0]) for match in _ADDRESS.finditer(unit.translated.plain)}
        if lost := sorted(addresses - kept):
            yield self.found(_("Missing address: %(addresses)s"), addresses=listed(lost))


class Placeholders(Check):
    """What is put into a text when it is shown stands in the translation as in the source."""

    id = "placeholders"
    name = _("Placeholders")
    severity = Severity.ERROR

    def find(self, unit: Unit) -> Iterator[Finding]:
        """Yield placeholders that are missing or that the source does not have."""
        wanted, given = (
            Counter(match[0] for match in _PLACEHOLDER.finditer(text.plain))
            for text in (unit.original, unit.translated)
        )
        if missing := list((wanted - given).elements()):
            yield self.found(_("Missing placeholder: %(placeholders)s"), placeholders=listed(missing))
        extra = given - wanted
        for match in _PLACEHOLDER.finditer(unit.translated.plain):
            if extra[match[0]]:
                extra[match[0]] -= 1
                span = unit.translated.span(*match.span())
                yield self.found(
                    _("Placeholder that the source does not have: %(placeholder)s"), span, placeholder=match[0]
                )


def _forms(text: Text) -> list[str]:
    """Return the tags of a text that are no links, as they are opened."""
    return [f"<{tag.name}>" for tag in text.tags if not tag.closes and tag.name != "a"]


def _links(text: Text) -> list[Tag]:
    return [tag for tag in text.tags if tag.name == "a" and not tag.closes]


def _astray(text: Text) -> Tag | None:
    """Return the first tag that closes what is not open, or that stays open."""
    opened: list[Tag] = []
    for tag in text.tags:
        if tag.empty:
            continue
        if not tag.closes:
            opened.append(tag)
        elif not opened or opened.pop().name != tag.name:
            return tag
    return opened[-1] if opened else None


def _comparable(address: str) -> str:
    """Return an address without the language that stands in it: pages of each language have their own."""
    return _LANGUAGE_PART.sub("", address)
