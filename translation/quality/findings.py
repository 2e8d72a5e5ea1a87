"""What the checks find in a page or entry in a language, without what somebody has said is right."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.languages import LANGUAGE_CODES
from translation.content import places
from translation.models import DismissedCheck, place_of
from translation.origins import SLUG
from translation.quality.checks import BY_ID, check
from translation.quality.units import Finding, Term, Unit
from translation.rights import NotAllowedError, refusal_to_translate

LONGEST_REASON = 1000
LONGEST_CHECKED = 4_000  # characters: no text of a page is longer, and checks of what somebody pasted would take long


@dataclass(frozen=True)
class _Place:
    """What a place holds: rich text or not, and at most how many signs."""

    rich: bool = True
    max_length: int | None = None


def findings_of(translation: Translation, terms: Iterable[Term] = ()) -> dict[int, list[Finding]]:
    """Return what the checks find in the texts of a translation, by the key of each `StringSegment`: 4 statements.

    A text without findings is left out, and what was dismissed is no finding. The address is made from the title and
    no text. `terms` are those that the glossary has in both languages.
    """
    return {pk: found for pk, found in _Texts(translation, tuple(terms)).findings().items() if found}


def findings_of_text(translation: Translation, segment: StringSegment) -> list[Finding]:
    """Return what the checks find in one text of a translation: as many statements as for all, and no more work."""
    return _Texts(translation, ()).findings(only=segment.pk).get(segment.pk, [])


def dismiss(translation: Translation, segment: StringSegment, check_id: str, reason: str, user: Any) -> DismissedCheck:
    """Say that what a check found in a text is right, and why: it is not told again while the two texts are the same.

    Raises NotAllowedError for whoever may not translate the page or entry, ValidationError for an empty reason, one
    that is too long, or a check that there is not.
    """
    _require_right_to_translate(translation, user)
    reason = reason.strip()
    if check_id not in BY_ID:
        raise ValidationError({"check": _("There is no check “%(check)s”.") % {"check": check_id[:60]}})
    if not reason:
        raise ValidationError({"reason": _("Say why this is right.")})
    if len(reason) > LONGEST_REASON:
        raise ValidationError({"reason": _("%(limit)s signs at most.") % {"limit": LONGEST_REASON}})
    path, source = segment.context.path, segment.string.data
    text = _written(translation).get((segment.context_id, segment.string_id), "")
    dismissed, _created = DismissedCheck.objects.update_or_create(
        object_id=translation.source.object_id,
        locale=translation.target_locale,
        place=_place_of(path, source, text),
        check_id=check_id,
        defaults={"path": path, "source": source, "text": text, "reason": reason, "dismissed_by": user},
    )
    return dismissed


def take_back(dismissed: DismissedCheck, translation: Translation, user: Any) -> None:
    """Have a check tell again what was dismissed. Raises NotAllowedError for whoever may not translate."""
    _require_right_to_translate(translation, user)
    dismissed.delete()


def _require_right_to_translate(translation: Translation, user: Any) -> None:
    if reason := refusal_to_translate(user, translation.get_target_instance()):
        raise NotAllowedError(reason)


def dismissed_in(translation: Translation) -> dict[int, list[DismissedCheck]]:
    """Return what was dismissed in the texts as they are, by the key of each `StringSegment`."""
    return {pk: rows for pk, rows in _Texts(translation, ()).dismissed().items() if rows}


class _Texts:
    """The texts of a translation, with all that its checks need."""

    def __init__(self, translation: Translation, terms: tuple[Term, ...]) -> None:
        self.translation, self.terms = translation, terms
        self.source = translation.source
        self.segments = list(
            StringSegment.objects.filter(source=self.source)
            .exclude(context__path=SLUG)
            .values_list("pk", "context_id", "string_id", "context__path", "string__data")
        )
        self.written = _written(translation)

    def findings(self, only: int | None = None) -> dict[int, list[Finding]]:
        """Return the findings of each text, or of one alone."""
        languages = self.source.locale.language_code, self.translation.target_locale.language_code
        if not set(languages) <= set(LANGUAGE_CODES):
            return {}
        elsewhere: defaultdict[int, set[str]] = defaultdict(set)
        for _pk, context, string, *_rest in self.segments:
            if text := self.written.get((context, string)):
                elsewhere[string].add(text)
        found = {}
        dismissed = self._dismissals
        for pk, context, string, path, source in self.segments:
            if only not in (None, pk):
                continue
            text = self.written.get((context, string), "")
            if max(len(source), len(text)) > LONGEST_CHECKED:
                continue
            place = self._place(path)
            unit = Unit(
                source, text, *languages, rich=place.rich, max_length=place.max_length, terms=self.terms,
                elsewhere=tuple(sorted(elsewhere[string] - {text})),
            )  # fmt: skip
            right = {row.check_id for row in dismissed.get(_place_of(path, source, text), ())}
            found[pk] = [one for one in check(unit) if one.check not in right]
        return found

    def dismissed(self) -> dict[int, list[DismissedCheck]]:
        """Return what was dismissed of each text."""
        return {
            pk: self._dismissals.get(_place_of(path, source, self.written.get((context, string), "")), [])
            for pk, context, string, path, source in self.segments
        }

    @cached_property
    def _dismissals(self) -> Mapping[Any, list[DismissedCheck]]:
        rows = DismissedCheck.objects.filter(
            object_id=self.source.object_id, locale_id=self.translation.target_locale_id
        ).select_related("dismissed_by")
        found: defaultdict[Any, list[DismissedCheck]] = defaultdict(list)
        for row in rows:
            found[row.place].append(row)
        return found

    @cached_property
    def _places(self) -> Mapping[str, _Place]:
        model = self.source.specific_content_type.model_class()
        if model is None:
            return {}
        content = json.loads(self.source.content_json)
        return {path: _Place(rich, limit) for path, rich, limit in places(model, content)}

    def _place(self, path: str) -> _Place:
        """Return what a place holds; what a block takes apart itself may hold markup and is as long as it likes."""
        return self._places.get(path, _Place())


def _written(translation: Translation) -> dict[tuple[int, int], str]:
    """Return what is written, by context and string."""
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale_id=translation.target_locale_id
    )
    return {
        (context, string): data for context, string, data in rows.values_list("context_id", "translation_of_id", "data")
    }


def _place_of(path: str, source: str, text: str) -> Any:
    return place_of(path, f"{source}\0{text}")
