"""System checks: what would put a text beyond the translators' reach, or publish it untranslated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from wagtail import blocks
from wagtail.models import get_translatable_models

from translation.fields import fields_of

# All that wagtail-localize 1.14 reads; a test compares them with its source.
SETTINGS = (
    "WAGTAILLOCALIZE_DISABLE_ON_DELETE",
    "WAGTAILLOCALIZE_JOBS",
    "WAGTAILLOCALIZE_MACHINE_TRANSLATOR",
    "WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE",
    "WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE",
)
# What they have to be, and what happens otherwise.
REQUIRED = {
    "WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE": (
        False,
        "A submitted page would be public before it is translated.",
    ),
    "WAGTAILLOCALIZE_DISABLE_ON_DELETE": (True, "Deleting a page would delete the translators' work on it."),
}
_OURS = re.compile(r"WAGTAIL_?LOCALI[SZ]E")
# Blocks without words: what they hold is the same in every language. URLs and addresses can be overridden.
WORDLESS = (
    blocks.BooleanBlock, blocks.ChoiceBlock, blocks.MultipleChoiceBlock, blocks.ChooserBlock, blocks.RegexBlock,
    blocks.DateBlock, blocks.DateTimeBlock, blocks.TimeBlock, blocks.DecimalBlock, blocks.FloatBlock,
    blocks.IntegerBlock, blocks.EmailBlock, blocks.URLBlock, blocks.StaticBlock,
)  # fmt: skip
TRANSLATED = (blocks.CharBlock, blocks.TextBlock, blocks.BlockQuoteBlock, blocks.RichTextBlock)


def register_all() -> None:
    """Register the checks."""
    register(check_settings, "translation")
    register(check_blocks, "translation")
    register(check_rows, "translation")


def check_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse settings of wagtail-localize that it does not read, and dangerous values of those it does."""
    errors: list[CheckMessage] = []
    for name in dir(settings):
        if name.isupper() and _OURS.match(name) and name not in SETTINGS:
            near = get_close_matches(name, SETTINGS, n=1)
            errors.append(
                Error(
                    f"wagtail-localize does not know the setting {name}.",
                    hint=f"Did you mean {near[0]}?" if near else None,
                    id="translation.E001",
                )
            )
    errors += [
        Error(f"{name} has to be {value}. {reason}", id="translation.E002")
        for name, (value, reason) in REQUIRED.items()
        if getattr(settings, name, None) is not value
    ]
    return errors


def check_blocks(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse blocks on translatable pages whose words never reach the translators."""
    return [
        Error(
            f"The words of the block “{path}” ({type(block).__name__}) would stay in the source's language.",
            hint="Give it get_translatable_segments and restore_translated_segments, or use another block.",
            obj=model,
            id="translation.E003",
        )
        for model in _translatable_models()
        for stream in fields_of(model).streams
        for path, block in untranslatable(stream.stream_block, stream.name)
    ]


def check_rows(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse translatable rows below translatable rows: the first translation of such a page fails."""
    return [
        Error(
            f"The rows “{name}” have translatable rows of their own.",
            hint="wagtail-localize follows child relations one level deep.",
            obj=model,
            id="translation.E004",
        )
        for model in _translatable_models()
        for name, row_model in fields_of(model).rows.items()
        if fields_of(row_model).rows
    ]


def untranslatable(block: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield path and block of what holds words that wagtail-localize does not extract."""
    if hasattr(block, "get_translatable_segments"):
        if not hasattr(block, "restore_translated_segments"):
            yield path, block
    elif isinstance(block, blocks.StructBlock | blocks.StreamBlock):
        for name, child in block.child_blocks.items():
            yield from untranslatable(child, f"{path}.{name}")
    elif isinstance(block, blocks.ListBlock):
        yield from untranslatable(block.child_block, path)
    elif not isinstance(block, (*WORDLESS, *TRANSLATED)):
        yield path, block


def _translatable_models() -> list[Any]:
    return get_translatable_models(include_subclasses=True)
