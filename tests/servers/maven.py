"""What only Maven's registry carries: fetched by Maven, compared with what it was when it was chosen, and kept."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from tests.servers.processes import ServerError


def cache_folder() -> Path:
    """Return where downloads are kept: VADEMECUM_CACHE, else where this user keeps such things.

    What root fetches is run by another user, who cannot look into root's home.
    """
    if named := os.environ.get("VADEMECUM_CACHE"):
        return Path(named).absolute()
    if not os.geteuid():
        return Path("/var/cache/vademecum")
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "vademecum"


def fetched(artifact: str, sha256: str, folder: Path) -> Path:
    """Return the file of an artifact ("group:name:version:type"), fetched into a folder."""
    maven = shutil.which("mvn")
    if not maven:
        message = f"{artifact} is fetched with Maven: install Debian's package maven."
        raise ServerError(message)
    _group, name, version, kind = artifact.split(":")
    arguments = [f"-Dmaven.repo.local={folder / 'repository'}", f"-Dartifact={artifact}", "-Dtransitive=false"]
    command = [maven, "--batch-mode", "--quiet", "dependency:get", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    file = next((folder / "repository").rglob(f"{name}-{version}*.{kind}"), None)
    if done.returncode or file is None:
        message = f"Maven did not fetch {artifact}:\n{(done.stdout + done.stderr)[-2000:]}"
        raise ServerError(message)
    with file.open("rb") as opened:
        if hashlib.file_digest(opened, "sha256").hexdigest() != sha256:
            message = f"{artifact} is not what it was when it was chosen."
            raise ServerError(message)
    return file
