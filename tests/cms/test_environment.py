"""The script that makes the virtual environment explains itself to a machine that lacks something."""

from __future__ import annotations

import ast
import runpy
import sys
from pathlib import Path

import pytest
from django.conf import settings

SCRIPT: Path = settings.BASE_DIR / "cms" / "management" / "environment.py"


def run(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", [str(SCRIPT)])
    return int(runpy.run_path(str(SCRIPT))["main"]())


def test_it_parses_in_a_python_that_is_too_old() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 4))


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert run(monkeypatch) == 1
    assert "needs Python 3.11 or later; this is Python 3.9" in capsys.readouterr().err


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_missing_venv_is_told_with_the_way_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert run(monkeypatch) == 1
    message = capsys.readouterr().err
    assert f'"{module}" is missing' in message
    assert "apt install python3-venv" in message


def test_the_fingerprint_follows_the_pinned_files(tmp_path: Path) -> None:
    script = runpy.run_path(str(SCRIPT))
    fingerprint = script["fingerprint"]
    fingerprint.__globals__["ROOT"] = str(tmp_path)
    pinned = tmp_path / "requirements.txt"
    pinned.write_text("django==5.2.1")
    before = fingerprint(["requirements.txt"])
    assert fingerprint(["requirements.txt"]) == before
    pinned.write_text("django==5.2.2")
    assert fingerprint(["requirements.txt"]) != before
