"""The guide for those who build a site on the library: its commands do what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

GUIDE: Path = settings.BASE_DIR / "docs" / "AFTERNOON.md"


def commands() -> str:
    """Return the commands of the guide, in their order."""
    return "\n".join(re.findall(r"^```sh\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE))


def test_the_commands_of_the_guide_make_a_site(node: Path, site: str, tmp_path: Path) -> None:
    if not shutil.which("curl"):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("No curl: install Debian's package curl.")
    (tmp_path / "clients").symlink_to(settings.BASE_DIR / "clients")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "node").symlink_to(node)
    (tools / "python3").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (tools / "python3").chmod(0o755)
    script = commands().replace("http://localhost:8000", site)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],  # noqa: S607  whichever bash a reader has
        cwd=tmp_path, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert '"nearest": "language"' in done.stdout
    assert "7 written, 0 removed, 7 files" in done.stdout
    assert "0 written, 0 removed, 7 files" in done.stdout
    assert done.stdout.rstrip().endswith("3 handbooks")
    assert (tmp_path / "copy/nb/handbooks/avfall/gebyrer.md").exists()
    index = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert '<html lang="nb">' in index
    assert re.search(r'<a lang="en" href="[-0-9a-f]+\.html">Roads</a>', index)
    assert len(list((tmp_path / "site").iterdir())) == 4
