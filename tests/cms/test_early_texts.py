"""What Wagtail says is said in the reader's language, also where it looked the words up while it was loading."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import wagtail
import wagtail_localize
from django.utils import translation
from wagtail.admin.forms.collections import GroupCollectionManagementPermissionFormSet
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.contrib.redirects import views
from wagtail.contrib.redirects.filters import RedirectsReportFilterSet
from wagtail.forms import TaskStateCommentForm
from wagtail.images import forms

from cms.early_texts import MODULES
from projects.models import Place, Term

BY_HAND = {"wagtail.forms"}
NOT_INSTALLED = {"wagtail.contrib.styleguide.views"}


def says_while_loading(source: str) -> bool:
    """Tell whether a module calls `gettext`, the one that is not lazy, outside of functions."""
    tree = ast.parse(source)
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = {
        alias.asname or alias.name
        for node in imported
        if node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in ("gettext", "ngettext", "pgettext", "npgettext")
    }

    def calls(node: ast.AST) -> Iterator[str]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                continue
            if isinstance(child, ast.Call) and isinstance(child.func, ast.Name):
                yield child.func.id
            yield from calls(child)

    return bool(names) and not names.isdisjoint(calls(tree))


def test_every_module_that_looks_words_up_while_loading_is_known() -> None:
    found = set()
    for package in (wagtail, wagtail_localize):
        root = Path(package.__path__[0])
        for path in root.rglob("*.py"):
            below = path.relative_to(root.parent).with_suffix("")
            if {"test", "tests", "migrations"}.isdisjoint(below.parts) and says_while_loading(
                path.read_text(encoding="utf-8")
            ):
                found.add(".".join(below.parts))
    assert found == {*MODULES} | BY_HAND | NOT_INSTALLED


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (lambda: ChooserViewSet.choose_one_text, "Izvēlēties"),
        (lambda: RedirectsReportFilterSet.base_filters["is_permanent"].label, "Veids"),
        (lambda: views.IndexView.export_headings["site"], "Vietne"),
        (lambda: forms.URLGeneratorForm.base_fields["closeness"].label, "Tuvums"),
        (lambda: forms.URLGeneratorForm.FilterChoices.FILL.label, "Mainīt izmēru, lai aizpildītu"),
        (lambda: TaskStateCommentForm.base_fields["comment"].label, "Komentārs"),
        (lambda: GroupCollectionManagementPermissionFormSet.permission_types[0][1], "Pievienot"),
        (lambda: Place.snippet_viewset.breadcrumbs_items[0]["label"], "Sākumlapa"),
        (lambda: Term.snippet_viewset.list_display[-2].label, "Statuss"),
    ],
)
def test_a_text_of_a_class_is_in_the_readers_language(said: Any, text: str) -> None:
    with translation.override("lv"):
        assert str(said()) == text


def test_what_is_looked_up_later_is_a_plain_text() -> None:
    assert type(forms._("Width")) is str
