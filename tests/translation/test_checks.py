"""The system checks of translation."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import wagtail_localize
from django.core.checks import run_checks
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock
from wagtail_localize.fields import TranslatableField

from cms.blocks import TextTableBlock
from projects.models import ProjectFigure, ProjectPage
from translation import checks
from translation.fields import Fields, fields_of


def test_our_own_models_and_settings_pass() -> None:
    assert not run_checks(tags=["translation"])


def test_the_known_settings_are_those_that_localize_reads() -> None:
    package = Path(wagtail_localize.__file__).parent
    read = {
        name
        for path in package.rglob("*.py")
        if not {"tests", "test", "migrations"}.intersection(path.parts)
        for name in re.findall(r"\bWAGTAIL_?LOCALIZE_[A-Z_]+\b", path.read_text(encoding="utf-8"))
    }
    assert read == set(checks.SETTINGS)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("WAGTAIL_LOCALIZE_DISABLE_ON_DELETE", "WAGTAILLOCALIZE_DISABLE_ON_DELETE"),
        ("WAGTAILLOCALIZE_DEFAULT_TRANSLATION_MODE", "WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE"),
        ("WAGTAILLOCALISE_JOBS", "WAGTAILLOCALIZE_JOBS"),
    ],
)
def test_a_misspelt_setting_is_named_with_what_was_meant(settings: Any, name: str, meant: str) -> None:
    setattr(settings, name, True)
    (error,) = checks.check_settings(None)
    assert (error.id, name in error.msg, error.hint) == ("translation.E001", True, f"Did you mean {meant}?")


@pytest.mark.parametrize(
    ("name", "value"),
    [("WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE", True), ("WAGTAILLOCALIZE_DISABLE_ON_DELETE", False)],
)
def test_a_dangerous_value_is_refused(settings: Any, name: str, value: bool) -> None:
    setattr(settings, name, value)
    (error,) = checks.check_settings(None)
    assert (error.id, name in error.msg) == ("translation.E002", True)


class HalfTranslatableBlock(blocks.CharBlock):
    """Gives its words away and does not take them back."""

    def get_translatable_segments(self, value: Any) -> list[Any]:
        return []


@pytest.mark.parametrize(
    "block",
    [blocks.RawHTMLBlock(), TableBlock(), TypedTableBlock([("text", blocks.CharBlock())]), HalfTranslatableBlock()],
)
def test_a_block_whose_words_nobody_translates_is_refused(block: blocks.Block) -> None:
    body = blocks.StreamBlock([("part", blocks.StructBlock([("list", blocks.ListBlock(block))]))])
    assert [path for path, _block in checks.untranslatable(body, "body")] == ["body.part.list"]


@pytest.mark.parametrize(
    "block",
    [blocks.RichTextBlock(), blocks.ChoiceBlock(choices=[]), ImageBlock(), TextTableBlock(), blocks.PageChooserBlock()],
)
def test_a_block_with_translated_words_or_none_is_accepted(block: blocks.Block) -> None:
    assert not list(checks.untranslatable(blocks.StreamBlock([("part", block)]), "body"))


def test_a_block_on_a_page_is_found_by_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = ProjectPage.body.field.stream_block
    monkeypatch.setitem(stream.child_blocks, "html", blocks.RawHTMLBlock())
    assert [(error.id, error.obj) for error in checks.check_blocks(None)] == [("translation.E003", ProjectPage)]


def test_translatable_rows_below_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    nested = Fields((), (), (), (), {"parts": ProjectFigure})
    monkeypatch.setattr(checks, "fields_of", lambda model: nested if model is ProjectFigure else fields_of(model))
    assert ("translation.E004", ProjectPage) in {(error.id, error.obj) for error in checks.check_rows(None)}


def test_fields_are_told_apart_by_localizes_own_rules() -> None:
    fields = fields_of(ProjectPage)
    names = {kind: {field.name for field in getattr(fields, kind)} for kind in ("shared", "texts", "streams", "own")}
    assert names["shared"] >= {
        "budget_total",
        "currency",
        "start",
        "programme",
        "code",
        "website",
        "successor",
        "no_partners",
    }
    assert names["texts"] >= {"title", "summary", "full_title", "disclaimer", "slug", "seo_title", "withdrawal_reason"}
    assert names["streams"] == {"body"}
    assert names["own"] >= {"origin", "reviewed_on"}
    assert set(fields.rows) >= {"figures", "statements", "parties", "places", "topics"}
    row = fields_of(ProjectFigure)
    assert {field.name for field in row.shared} == {"value", "unit", "kind", "counts", "part", "sort_order"}
    assert {field.name for field in row.texts} == {"what"}


def test_upstream_has_no_rule_for_the_order_of_rows() -> None:
    from wagtail_localize.fields import get_translatable_fields

    assert TranslatableField("sort_order") not in get_translatable_fields(ProjectFigure)
    assert "sort_order" not in {rule.field_name for rule in get_translatable_fields(ProjectFigure)}
