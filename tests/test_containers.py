"""Dockerfile and compose.yaml name what is there: no engine is needed to tell."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml
from django.conf import settings

from cms.parts import PARTS
from tests.test_house import PACKAGES

ROOT = settings.BASE_DIR
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == COMPOSE["name"]}
# Set by the base image, and by Python itself.
OF_PYTHON = {"PATH", "PYTHONUNBUFFERED", "PYTHONUTF8", "DJANGO_SETTINGS_MODULE"}


def variables() -> set[str]:
    table = (ROOT / "cms" / "settings" / "base.py").read_text(encoding="utf-8")
    return set(re.findall(r"env\.\w+\(\s*(?:#.*\n)?\s*\"([A-Z_]+)\"", table))


def test_each_part_of_the_library_has_a_service() -> None:
    started = {service.get("command", ["", "", "", "", "web"])[-1] for service in OURS.values()}
    assert started == {*PARTS, "prepare"}


def test_services_wait_for_what_is_there_and_can_tell_that_it_is_well() -> None:
    for name, service in SERVICES.items():
        for other, wanted in service.get("depends_on", {}).items():
            healthy = wanted["condition"] == "service_healthy"
            assert not healthy or "test" in SERVICES[other].get("healthcheck", {}), f"{name} waits for {other}"
    for service in SERVICES.values():
        for volume in service.get("volumes", ()):
            assert volume.split(":")[0] in COMPOSE["volumes"]


def test_every_variable_is_one_of_the_table() -> None:
    named = {name for service in OURS.values() for name in service["environment"]}
    named |= set(re.findall(r"\b([A-Z][A-Z_]{3,})=", DOCKERFILE))
    assert named - OF_PYTHON <= variables()


def test_the_image_has_all_packages_and_no_root() -> None:
    compiled = re.search(r"compileall -q ([a-z ]+)", DOCKERFILE)
    assert compiled
    assert set(compiled[1].split()) == set(PACKAGES) - {"tests", "benchmarks"}
    assert re.findall(r"^USER (\w+)", DOCKERFILE, re.MULTILINE) == ["vademecum"]


def test_the_health_of_a_container_is_asked_by_a_file_that_is_there() -> None:
    found = re.search(r"HEALTHCHECK .*CMD (\[.*\])", DOCKERFILE)
    assert found
    assert (ROOT / json.loads(found[1])[1]).is_file()
