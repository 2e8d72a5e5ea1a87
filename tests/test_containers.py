"""Dockerfile and compose.yaml name what is there: no engine is needed to tell."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml
from django.conf import settings

from cms.parts import PARTS
from tests.test_house import PACKAGES, run_settings

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


def test_every_part_gets_what_production_demands_and_what_an_operator_may_set() -> None:
    # Said by the image, or by somebody else's cluster of Elasticsearch, which these services do not use.
    elsewhere = {"VAR_DIR", "STATIC_ROOT", "DEBUG"} | {
        name for name in variables() if name.startswith("ELASTICSEARCH_")
    }
    demanded = set(run_settings("production").stderr.rsplit("means): ", 1)[-1].strip().split(", "))
    assert "SECRET_KEY" in demanded
    for service in OURS.values():
        assert demanded <= service["environment"].keys()
        assert variables() - elsewhere <= service["environment"].keys()


def test_production_starts_with_what_the_parts_get() -> None:
    given = {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "POSTGRES_PASSWORD": "abc",
        "SECRET_KEY": "x" * 50,
        "SITE_URL": "https://library.example.org",
        "ALLOWED_HOSTS": "library.example.org",
        "EMAIL_URL": "submission://mail.example.org",
        "DEFAULT_FROM_EMAIL": "library@example.org",
    }
    passed = {name: interpolated(value, given) for name, value in OURS["web"]["environment"].items()}
    passed |= {name: given.get(name) for name, value in passed.items() if value is None}
    assert passed["DATABASE_URL"] == "postgres://vademecum:abc@postgresql:5432/vademecum"
    started = run_settings("production", **{name: value for name, value in passed.items() if value is not None})
    assert not started.returncode, started.stderr


def interpolated(value: str | None, given: dict[str, str]) -> str | None:
    """Return a value as Compose would read it."""
    return value and re.sub(r"\$\{(\w+):[-?]([^}]*)\}", lambda found: given.get(found[1], found[2]), value)


def test_no_secret_has_a_value_that_everybody_knows() -> None:
    for name, service in SERVICES.items():
        for variable, value in service["environment"].items():
            for secret, otherwise in re.findall(r"\$\{(\w*(?:PASSWORD|KEY)\w*)([^}]*)\}", value or ""):
                assert otherwise.startswith(":?"), f"{name}: {variable} starts without {secret}"
            if re.search("PASSWORD|SECRET|KEY", variable):
                assert value is None or value.startswith("${"), f"{name}: {variable} is written down"


def test_sign_ins_and_files_are_there_for_the_parts_alone_that_need_them() -> None:
    mounted: dict[str, set[str]] = {}
    for name, service in SERVICES.items():
        for volume in service.get("volumes", ()):
            mounted.setdefault(volume.split(":")[0], set()).add(name)
    assert mounted == {
        "library": {"prepare"},
        "media": {"prepare", "web", "worker"},
        "postgresql": {"postgresql"},
        "elasticsearch": {"elasticsearch"},
    }
    assert {volume for service in SERVICES.values() for volume in service.get("volumes", ())} >= {
        f"media:{OURS['web']['environment']['MEDIA_ROOT']}"
    }


def test_the_image_has_all_packages_and_no_root() -> None:
    compiled = re.search(r"compileall -q ([a-z ]+)", DOCKERFILE)
    assert compiled
    assert set(compiled[1].split()) == set(PACKAGES) - {"tests", "benchmarks"}
    assert re.findall(r"^USER (\w+)", DOCKERFILE, re.MULTILINE) == ["vademecum"]


def test_the_health_of_a_container_is_asked_by_a_file_that_is_there() -> None:
    found = re.search(r"HEALTHCHECK .*CMD (\[.*\])", DOCKERFILE)
    assert found
    assert (ROOT / json.loads(found[1])[1]).is_file()
