"""The ways that ARCHITECTURE.md tells are ways that can be gone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from cms.models import PageFacet
from tests.conftest import MIGRATED
from tests.factories.complete import project

ROOT: Path = settings.BASE_DIR
ARCHITECTURE = ROOT / "docs" / "ARCHITECTURE.md"
# A step ends in the path of a file; the file stands below it.
_FILE = re.compile(r"^\d\. [^\n]*`([\w/.]+)`:\n\n   ```\w+\n(.*?)\n   ```$", re.MULTILINE | re.DOTALL)


def files_of(heading: str) -> dict[str, str]:
    """Return the files that a section of the document has, by their paths."""
    text = ARCHITECTURE.read_text(encoding="utf-8")
    section = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return {path: textwrap.dedent(content) + "\n" for path, content in _FILE.findall(section)}


def inserted(path: Path, before: str, line: str) -> None:
    """Write a line into a file before the first place where a text stands."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, line + before, 1), encoding="utf-8")


def run(copy: Path, *command: str) -> str:
    """Run a command of the copy, on the database that is migrated already; return what it says."""
    of_copy = {"DJANGO_SETTINGS_MODULE": "cms.settings.test", "PYTHONPATH": str(copy), "TEST_MIGRATED": MIGRATED[0]}
    done = subprocess.run(
        [sys.executable, *command], cwd=copy, env=os.environ | of_copy, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]
    return done.stdout


@pytest.mark.any_database
@pytest.mark.django_db
def test_a_page_type_is_added_by_the_steps_that_are_told(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    ignored = shutil.ignore_patterns(".git", ".venv", "var", "node_modules", ".mypy_cache", ".ruff_cache")
    shutil.copytree(ROOT, copy, ignore=ignored)
    files = files_of("Add a page type")
    assert len(files) == 3
    for path, content in files.items():
        assert not (copy / path).exists()
        (copy / path).write_text(content, encoding="utf-8")
    names = "from projects.models.toolkit import ToolkitIndexPage, ToolkitPage\n"
    inserted(copy / "projects/models/__init__.py", "\n__all__", names)
    inserted(copy / "projects/models/__init__.py", "]\n", '    "ToolkitIndexPage",\n    "ToolkitPage",\n')
    inserted(copy / "projects/works/__init__.py", ")\n\n\ndef register", "    ToolkitPresenter(),\n")
    inserted(
        copy / "projects/works/__init__.py",
        "from projects.works.training",
        "from projects.works.toolkit import ToolkitPresenter\n",
    )
    run(copy, "manage.py", "makemigrations", "projects", "--name", "toolkits")
    walk = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "toolkit and not agreed"]
    said = run(copy, *walk, "tests/projects/test_works.py", "tests/test_every_page.py", "tests/publishing/test_pdf.py")
    passed = re.search(r"(\d+) passed", said)
    assert passed
    assert int(passed[1]) >= 9
    run(copy, "-m", "ruff", "check", *(path for path in files if path.endswith(".py")))


@pytest.mark.django_db
def test_a_new_facet_is_written_for_the_pages_that_stand(capsys: pytest.CaptureFixture[str]) -> None:
    page = project()
    PageFacet.objects.filter(page_id=page.pk).delete()
    call_command("write_facets")
    assert set(page.counted_facets()) >= {"type", "topic", "country"}
    stored = PageFacet.objects.filter(page_id=page.pk).values_list("name", flat=True)
    assert set(stored) == {name for name, values in page.counted_facets().items() if values}
    assert re.fullmatch(r"Wrote the facets of \d+ pages\.\n", capsys.readouterr().out)
