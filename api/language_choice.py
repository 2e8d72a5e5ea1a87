"""In which language an item is told: the one asked for, and those that may stand in its place, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_noop

from api.parameters import choice, several_of
from cms.editions import Chain
from cms.languages import LANGUAGE_CODES

ANY = "*"

LANGUAGE = choice(
    "language",
    gettext_noop("Language of the items; problems are told in it too."),
    LANGUAGE_CODES,
    settings.LANGUAGE_CODE,
)
# For resources that give all translations of an item in one answer.
LANGUAGE_OR_ANY = choice(
    "language",
    gettext_noop("Language of the items, or all languages (*); problems are told in it too."),
    [*LANGUAGE_CODES, ANY],
    settings.LANGUAGE_CODE,
)
FALLBACK = several_of(
    "fallback",
    gettext_noop(
        "Languages of items that are not there in the language asked for, in their order, with commas between them; "
        "* stands for any language, the original first. Left out: no other language."
    ),
    [*LANGUAGE_CODES, ANY],
    "en,bg",
)


@dataclass(frozen=True)
class LanguageChoice:
    """The languages in which a client takes an item, the most wanted first.

    `is_open`: after these any language will do, the original first. `is_every`: all languages at once.
    """

    requested: str
    languages: tuple[str, ...]
    is_open: bool = False
    is_every: bool = False

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> LanguageChoice:
        """Return what the parameters LANGUAGE (or LANGUAGE_OR_ANY) and FALLBACK say; the latter may be missing."""
        language: str = asked["language"]
        if language == ANY:
            return cls(ANY, tuple(LANGUAGE_CODES), is_open=True, is_every=True)
        fallback: tuple[str, ...] = asked.get("fallback", ())
        before = fallback[: fallback.index(ANY)] if ANY in fallback else fallback
        return cls(language, tuple(dict.fromkeys([language, *before])), is_open=ANY in fallback)

    @property
    def reader(self) -> str:
        """Return the language of who reads: the site's own where all are asked for."""
        return settings.LANGUAGE_CODE if self.is_every else self.requested

    @property
    def chain(self) -> Chain:
        """Return in which language one of several translations is told."""
        return Chain(self.languages, others=self.is_open)

    @property
    def of_one_item(self) -> Chain:
        """Return in which language an item is told where it is told once: with all languages in the original one."""
        return Chain((), others=True) if self.is_every else self.chain
