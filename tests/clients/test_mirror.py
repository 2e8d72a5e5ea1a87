"""The mirror in Markdown: whole at first, then by changes, whatever happens in between."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from api.models import ApiKey
from cms.models import LibraryDocument, LibraryImage, PublicChange, ToldItem
from cms.publicity import record
from projects.models import Programme
from tests.factories.api import new_key
from tests.factories.bodies import showing
from tests.factories.home import home
from tests.factories.projects import HandbookPageFactory, ProjectPageFactory, concept, index

MIRROR: Path = settings.BASE_DIR / "clients" / "python" / "mirror.py"


def run(site: str, folder: Path, *further: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(MIRROR), site, str(folder), *further]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def follow(site: str, folder: Path, *further: str) -> str:
    done = run(site, folder, *further)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {".vademecum.json"}


ALL = {
    "en/handbooks/roads.md",
    "en/handbooks/water.md",
    "en/handbooks/waste.md",
    "en/handbooks/waste/fees.md",
    "en/handbooks/waste/sorting.md",
    "nb/handbooks/avfall.md",
    "nb/handbooks/avfall/gebyrer.md",
}


def test_a_mirror_has_all_that_is_public_and_then_what_changes(
    site: str, pages: dict[str, Any], tmp_path: Path
) -> None:
    assert follow(site, tmp_path) == "7 written, 0 removed, 7 files"
    assert files(tmp_path) == ALL
    text = (tmp_path / "nb/handbooks/avfall/gebyrer.md").read_text(encoding="utf-8")
    assert text.startswith("---\n")
    assert '\noriginal_language: "en"\n' in text
    assert '\nreviewed_on: "2026-05-04"\n' in text
    assert "\n# Gebyrer\n" in text
    assert "**waste**" in text
    assert "| 140 litres | 2 100 |" in text
    assert follow(site, tmp_path) == "0 written, 0 removed, 7 files"

    sorting = pages["sorting"]
    sorting.title = "Sorting at home"
    sorting.slug = "sorting-at-home"
    sorting.save()
    pages["gebyrer"].unpublish()
    PageViewRestriction.objects.create(page=pages["avfall"], restriction_type="login")
    HandbookPageFactory(parent=pages["waste"].get_parent(), title="Noise", slug="noise")
    record()
    follow(site, tmp_path)
    moved = {"en/handbooks/waste/sorting.md", "nb/handbooks/avfall.md", "nb/handbooks/avfall/gebyrer.md"}
    assert files(tmp_path) == ALL - moved | {"en/handbooks/waste/sorting-at-home.md", "en/handbooks/noise.md"}
    assert not (tmp_path / "nb").exists()
    assert "# Sorting at home" in (tmp_path / "en/handbooks/waste/sorting-at-home.md").read_text(encoding="utf-8")


def test_documents_images_and_entries_of_vocabularies_are_mirrored_too(
    site: str, pages: dict[str, Any], tmp_path: Path
) -> None:
    report = LibraryDocument.objects.create(title="Report", file=ContentFile(b"Fees", "report.txt"))
    square = LibraryImage.objects.create(title="Square", file=get_test_image_file("square.png"), credit="Somebody")
    english = concept(Programme, "growth", name="Growth")
    concept(Programme, "growth", "nb", name="Vekst")
    body = showing(report, square)
    project = ProjectPageFactory(
        parent=index("project", home("en")), title="Water", slug="water", programme=english, body=body
    )
    record()
    follow(site, tmp_path)
    key = english.translation_key
    further = {f"programmes/{language}/{key}.md" for language in ("en", "nb")}
    further |= {f"documents/en/{report.pk}.md", f"images/{square.pk}.md"}
    assert files(tmp_path) == ALL | further | {"en/projects/water.md"}
    assert "# Vekst" in (tmp_path / f"programmes/nb/{key}.md").read_text(encoding="utf-8")
    assert '"A square"' in (tmp_path / f"images/{square.pk}.md").read_text(encoding="utf-8")

    LibraryDocument.objects.update(title="Second report")
    project.programme = None
    project.save()
    record()
    follow(site, tmp_path)
    further = {name for name in further if "programmes" not in name}
    assert files(tmp_path) == ALL | further | {"en/projects/water.md"}
    assert "# Second report" in (tmp_path / f"documents/en/{report.pk}.md").read_text(encoding="utf-8")


def test_what_tells_of_an_item_that_changed_is_written_anew(site: str, pages: dict[str, Any], tmp_path: Path) -> None:
    programme = concept(Programme, "growth", name="Growth")
    project = ProjectPageFactory(parent=index("project", home("en")), title="Water", slug="water", programme=programme)
    record()
    follow(site, tmp_path)
    waste, programme.name = pages["waste"], "Steady growth"
    waste.title, waste.project = "Waste and fees", project
    waste.save()
    programme.save()
    record()
    follow(site, tmp_path)

    def text(name: str) -> str:
        return (tmp_path / name).read_text(encoding="utf-8")

    assert "Waste and fees" in text("nb/handbooks/avfall.md")  # as the title of the English translation
    assert "Waste and fees" in text("en/handbooks/waste/fees.md")  # as its handbook
    assert "Waste and fees" in text("en/projects/water.md")  # what it left behind
    assert "Steady growth" in text("en/projects/water.md")
    assert "Waste" not in text("en/handbooks/roads.md")
    pages["waste"].unpublish()
    record()
    follow(site, tmp_path)
    assert "Waste and fees" not in text("en/projects/water.md")


def test_a_run_that_was_interrupted_is_taken_up_where_it_stood(
    site: str, pages: dict[str, Any], tmp_path: Path
) -> None:
    follow(site, tmp_path)
    before = (tmp_path / ".vademecum.json").read_text(encoding="utf-8")
    pages["sorting"].delete()
    record()
    follow(site, tmp_path)
    # As if it had ended between the files and the cursor.
    (tmp_path / ".vademecum.json").write_text(before, encoding="utf-8")
    follow(site, tmp_path)
    assert files(tmp_path) == ALL - {"en/handbooks/waste/sorting.md"}


def test_a_cursor_that_is_too_old_begins_the_mirror_anew(site: str, pages: dict[str, Any], tmp_path: Path) -> None:
    follow(site, tmp_path)
    own = tmp_path / "notes.md"
    own.write_text("Ours", encoding="utf-8")
    pages["sorting"].delete()
    # Another database: nothing of before is known, and what was deleted is told by nobody.
    PublicChange.objects.all().delete()
    ToldItem.objects.all().delete()
    record()
    follow(site, tmp_path)
    assert files(tmp_path) == ALL - {"en/handbooks/waste/sorting.md"} | {"notes.md"}


def test_a_mirror_of_one_language_has_no_other(site: str, tmp_path: Path) -> None:
    follow(site, tmp_path, "--language", "nb")
    assert files(tmp_path) == {name for name in ALL if name.startswith("nb/")}


def test_a_folder_is_the_mirror_of_one_library_and_language(site: str, tmp_path: Path) -> None:
    follow(site, tmp_path, "--language", "nb")
    done = run(site, tmp_path, "--language", "en")
    assert done.returncode == 1
    assert "is a mirror of" in done.stderr


@pytest.mark.any_database
@pytest.mark.parametrize(
    "address",
    ["https://library.example.org/../x/", "https://library.example.org/a/%2E%2E/b/", "https://library.example.org/",
     "https://library.example.org/a%2Fb/", "https://library.example.org/.git/"],
)  # fmt: skip
def test_no_file_is_written_outside_the_folder(address: str) -> None:
    file_name = runpy.run_path(str(MIRROR))["file_name"]
    with pytest.raises(ValueError, match="no place"):
        file_name(address)


def test_a_mirror_asks_with_its_key_and_says_why_one_is_not_accepted(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = new_key()
    follow(site, tmp_path, "--key", key)
    assert ApiKey.objects.get().last_used_at
    ApiKey.objects.update(revoked_at=timezone.now())
    monkeypatch.setenv("VADEMECUM_KEY", key)
    refused = run(site, tmp_path)
    assert refused.returncode == 1
    assert "This key was revoked on" in refused.stderr
    assert key not in refused.stderr
