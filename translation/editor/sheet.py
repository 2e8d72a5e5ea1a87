"""A translation as its editor shows it: each text beside its source, in the parts of the page, with its state.

It is read with the same few statements however long the page is.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translation.desk import cells
from translation.desk.cells import Said
from translation.editor.comparison import Part, compared
from translation.editor.notation import notation
from translation.editor.notation import tags as tags_of
from translation.editor.structure import Group, outline
from translation.models import ApprovedText, EarlierText
from translation.origins import CARRIED, DRAFT, MACHINE, REVIEWED, SLUG, UNFINISHED, shown
from translation.quality.findings import findings_of
from translation.quality.units import Finding


@dataclass(frozen=True)
class Earlier:
    """What stood at a place before the source changed: the words of the source, and what has changed in them."""

    source: list[Part]
    now: list[Part]


@dataclass(frozen=True)
class Text:
    """A text of the source and what is written for it, both in the notation of translators.

    `pk` is the number of localize's segment, `version` names what is written there now, `said` its state in words.
    `problem` says why it may not be public, `findings` what checks find in it. `place` are the numbers of its context
    and of its string.
    """

    pk: int
    number: int
    path: str
    label: str
    group: Group
    source_html: str
    html: str
    said: Said
    origin: str
    problem: str
    version: str
    to_do: bool
    stale: bool
    place: tuple[int, int]
    times: int
    findings: tuple[Finding, ...]

    @property
    def source(self) -> str:
        """Return the text of the source."""
        return notation(self.source_html)

    @property
    def target(self) -> str:
        """Return the translation, "" where there is none."""
        return notation(self.html)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the names of what is formatted or linked in the source."""
        return tags_of(self.source_html)

    @property
    def state(self) -> SafeString:
        """Return the state as it is shown."""
        return state_as_html(self.said, self.origin)


@dataclass(frozen=True)
class PartOfPage:
    """The texts of a part of the page, and its heading in both languages."""

    group: Group
    heading: Text | None
    texts: list[Text]

    @property
    def done(self) -> int:
        """Return how many texts need nothing."""
        return sum(not text.to_do for text in self.texts)

    @property
    def done_of_all(self) -> str:
        """Return how many texts need nothing, of all."""
        return cells.of_all(self.done, len(self.texts))


@lru_cache(256)
def state_as_html(said: Said, origin: str) -> SafeString:
    """Return the state of a text as it is shown: a page has hundreds of texts in a handful of states."""
    return render_to_string("translation/editor/state.html", {"said": said, "origin": origin})


def version(row: StringTranslation | None) -> str:
    """Return a name for what is written at a place: another one when somebody changes it."""
    if row is None:
        return ""
    return sha256(f"{row.data}\0{row.has_error}\0{row.translation_type}".encode()).hexdigest()[:16]


def state_of(row: StringTranslation | None, path: str, approved: Iterable[str] = ()) -> tuple[Said, bool]:
    """Return the state of a text in words, and whether it is to do."""
    if row is None or not row.data:
        if path == SLUG:
            return cells.said(cells.NONE, _("Made from the title")), False
        return cells.said(cells.NONE, pgettext("a text", "Not translated")), True
    if row.has_error and row.tool_name == CARRIED:
        return cells.said(cells.STALE, _("Source changed")), True
    if row.has_error:
        return cells.said(cells.DRAFT, _("Draft") if row.tool_name == DRAFT else _("Has an error")), True
    if row.translation_type == MACHINE and path != SLUG:
        return cells.said(cells.REVIEW, _("Machine, not reviewed")), False
    is_approved = shown(row.data) in approved
    words = pgettext("a text", "Approved") if is_approved else pgettext("a text", "Translated")
    return cells.said(cells.APPROVED, words), False


def origin_of_text(row: StringTranslation | None) -> str:
    """Return that a machine had a part in a text, "" where a person wrote it or its state says so."""
    is_reviewed = row is not None and row.translation_type == REVIEWED
    return _("machine, reviewed") if is_reviewed else ""


class Sheet:
    """All texts of a translation."""

    def __init__(self, translation: Translation, model: Any) -> None:
        """`model` is the page's or entry's; the source of the translation has its content."""
        self.translation = translation
        self.model = model

    @cached_property
    def texts(self) -> list[Text]:
        """Return the texts in the order of the page."""
        rows = self._rows
        approved = self._approved
        segments = self._segments
        standing = Counter((one.context_id, one.string_id) for some in segments.values() for one in some)
        found: list[Text] = []
        for place in outline(self.model, json.loads(self.translation.source.content_json)):
            for segment in segments.pop(place.path, ()):
                key = (segment.context_id, segment.string_id)
                row = rows.get(key)
                said, to_do = state_of(row, place.path, approved)
                found.append(
                    Text(
                        pk=segment.pk,
                        number=len(found) + 1,
                        path=place.path,
                        label=place.label,
                        group=place.group,
                        source_html=segment.string.data,
                        html=row.data if row else "",
                        said=said,
                        origin=origin_of_text(row),
                        problem=_problem(row),
                        version=version(row),
                        to_do=to_do,
                        stale=said.look == cells.STALE,
                        place=key,
                        times=standing[key],
                        findings=tuple(self._findings.get(segment.pk, ())) if row else (),
                    )
                )
        return found

    @cached_property
    def by_number(self) -> Mapping[int, Text]:
        """Return the texts by the numbers of localize's segments."""
        return {text.pk: text for text in self.texts}

    def parts(self, chosen: Iterable[Text]) -> list[PartOfPage]:
        """Return the parts of the page with those of their texts that are chosen; empty ones are left out."""
        by_path = {text.path: text for text in reversed(self.texts)}
        of_group: defaultdict[str, list[Text]] = defaultdict(list)
        groups = {}
        for text in chosen:
            of_group[text.group.key].append(text)
            groups[text.group.key] = text.group
        return [PartOfPage(groups[key], by_path.get(groups[key].heading), some) for key, some in of_group.items()]

    def earlier(self, text: Text) -> Earlier | None:
        """Return for which words of the source a text was written that is carried on or still worked on, else None."""
        if not (text.to_do and text.html):
            return None
        source = EarlierText.objects.filter(translation=self._rows[text.place]).values_list("source", flat=True).first()
        if source is None:
            return None
        parts = compared(notation(source), text.source)
        return Earlier(
            source=[part for part in parts if part.kind != "new"], now=[part for part in parts if part.kind != "old"]
        )

    @cached_property
    def _findings(self) -> Mapping[int, list[Finding]]:
        return findings_of(self.translation)

    @cached_property
    def _segments(self) -> dict[str, list[StringSegment]]:
        found: defaultdict[str, list[StringSegment]] = defaultdict(list)
        segments = StringSegment.objects.filter(source=self.translation.source_id)
        for segment in segments.select_related("context", "string").order_by("order", "pk"):
            found[segment.context.path].append(segment)
        return found

    @cached_property
    def _rows(self) -> Mapping[tuple[int, int], StringTranslation]:
        rows = StringTranslation.objects.filter(
            context__object_id=self.translation.source.object_id, locale=self.translation.target_locale_id
        )
        return {(row.context_id, row.translation_of_id): row for row in rows}

    @cached_property
    def _approved(self) -> frozenset[str]:
        approved = ApprovedText.objects.filter(
            object_id=self.translation.source.object_id, locale=self.translation.target_locale_id
        )
        return frozenset(approved.values_list("text", flat=True))


def _problem(row: StringTranslation | None) -> str:
    """Return what localize found wrong with a text."""
    if row is None or not row.has_error or row.tool_name in UNFINISHED:
        return ""
    return str(row.get_error() or "")
