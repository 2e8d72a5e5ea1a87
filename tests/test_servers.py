"""The servers of tests do what fault tests ask of them, and nothing is skipped where nothing may be wanting."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.outcomes import Failed, Skipped

from tests.servers.elasticsearch import Elasticsearch, is_well, java_home, java_version
from tests.servers.fixtures import unavailable
from tests.servers.processes import ServerError


def test_without_a_server_a_test_is_skipped_on_a_laptop_and_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(Skipped, match="no server"):
        unavailable("no server")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Failed, match="no server"):
        unavailable("no server")


def jdk(folder: Path, version: str) -> Path:
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "java").touch()
    (folder / "release").write_text(f'IMPLEMENTOR="Somebody"\nJAVA_VERSION="{version}"\n', encoding="utf-8")
    return folder


def test_a_jdk_is_taken_that_is_new_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ES_JAVA_HOME", raising=False)
    monkeypatch.setenv("JAVA_HOME", str(jdk(tmp_path / "other", "1.8.0_402")))
    monkeypatch.setattr("tests.servers.elasticsearch.INSTALLED_JAVAS", [str(tmp_path / "jvm")])
    monkeypatch.setattr("shutil.which", lambda _name: None)
    jdk(tmp_path / "jvm" / "java-17", "17.0.15")
    with pytest.raises(ServerError, match=r"JDK of 21 or later.*java-17 17"):
        java_home()
    wanted = jdk(tmp_path / "jvm" / "java-21", "21.0.3")
    jdk(tmp_path / "jvm" / "java-99", "99")
    assert java_home() == wanted
    monkeypatch.setenv("ES_JAVA_HOME", str(tmp_path / "jvm" / "java-99"))
    assert java_home().name == "java-99"
    assert java_version(tmp_path / "nowhere") == 0


def test_a_folder_without_a_server_has_no_processes(tmp_path: Path) -> None:
    server = Elasticsearch(tmp_path)
    assert not server.is_running()
    server.stop()
    server.kill()


def test_a_server_is_frozen_killed_and_brought_back(elasticsearch_server: Elasticsearch) -> None:
    url = elasticsearch_server.url()
    elasticsearch_server.pause()
    assert elasticsearch_server.is_running()
    assert not is_well(url)
    elasticsearch_server.resume()
    assert is_well(url)
    elasticsearch_server.kill()
    assert not elasticsearch_server.is_running()
    assert elasticsearch_server.restart() == url
    assert is_well(url)
