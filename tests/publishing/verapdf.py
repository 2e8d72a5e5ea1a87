"""veraPDF, which judges whether a PDF keeps to PDF/UA-1; one self-contained file in Maven's registry."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.servers.elasticsearch import java_home
from tests.servers.maven import cache_folder, fetched

VERSION = "1.28.1"
ARTIFACT = f"org.verapdf.apps:greenfield-apps:{VERSION}:jar"
SHA256 = "916049db6c6335a4a4c624e098499cff152ef523f65693a0d835aec635b6dcbc"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"


def installed() -> Path:
    """Return the program, fetched at the first time (9 MB)."""
    kept = cache_folder() / f"verapdf-{VERSION}.jar"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent, prefix="fetching-") as folder:
            fetched(ARTIFACT, SHA256, Path(folder)).replace(kept)
    return kept


def verdicts(files: Iterable[Path]) -> dict[str, str]:
    """Return for each file "PASS", or "FAIL" with the rules that it breaks."""
    java = java_home() / "bin" / "java"
    command = [str(java), "-cp", str(installed()), MAIN, "--flavour", "ua1", "--format", "text", "-v", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said: dict[str, str] = {}
    for line in done.stdout.splitlines():
        if line.startswith(("PASS ", "FAIL ")):
            verdict, path, *_flavour = line.split(" ")
            name = Path(path).name
            said[name] = verdict
        elif said:
            said[name] += f"\n{line.strip()}"
    return said or {"veraPDF": done.stderr[-2000:]}
