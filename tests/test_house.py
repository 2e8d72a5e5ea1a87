"""The rules of the house that a machine can keep."""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import global_settings, settings
from django.core.management import call_command
from django.db import connection

ROOT: Path = settings.BASE_DIR
PACKAGES = ["api", "cms", "demo", "home", "projects", "publishing", "search", "tests", "translation"]
# Each of ours may import these of ours; cms alone has places where it names the others.
MAY_IMPORT = {
    "cms": {"cms"},
    "home": {"cms", "home"},
    "projects": {"cms", "projects"},
    "publishing": {"cms", "projects", "publishing"},
    "search": {"cms", "search"},
    "translation": {"cms", "translation"},
    "api": {"api", "cms", "home", "projects", "search", "translation"},
}
WHERE_CMS_NAMES_THE_OTHERS = {"cms/urls.py"}
# What others give only when all models are loaded, and what a platform may lack.
IMPORTED_IN_FUNCTIONS = {
    "cms/early_texts.py": {"wagtail.admin.forms", "wagtail.admin.ui", "wagtail.snippets.views.snippets"},
    "cms/models/pages.py": {"wagtail.signal_handlers"},
    "cms/management/environment.py": {"fcntl"},
}
LONGEST_MODULE = 500
WAGTAIL_COMMANDS = {"publish_scheduled"}  # of which we have a version of our own
SETTINGS_MODULES = ["base", "dev", "production", "test"]


def modules(package: str) -> list[Path]:
    return [path for path in sorted((ROOT / package).rglob("*.py")) if "migrations" not in path.parts]


def imported_packages(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the first word of each import of a module, those inside functions too, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.split(".")[0], node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0], node.lineno


def imported_modules(path: Path, known: Collection[str]) -> Iterator[str]:
    """Yield the modules of ours that a file imports, also inside functions and for types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module in known:
            inner = [f"{node.module}.{alias.name}" for alias in node.names if f"{node.module}.{alias.name}" in known]
            yield from inner or [node.module]


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("package", ["api", "cms", "home", "projects", "publishing", "search", "translation"])
def test_no_files_import_one_another_in_a_circle(package: str) -> None:
    files = {module_name(path): path for path in modules(package)}
    imports = {name: set(imported_modules(path, files)) - {name} for name, path in files.items()}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(reversed(error.args[1])))


def optional_imports(tree: ast.AST) -> Iterator[ast.stmt]:
    """Yield the imports that code can do without: of packages that a platform may lack."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Try) and any(
            isinstance(handler.type, ast.Name) and handler.type.id == "ImportError" for handler in node.handlers
        ):
            yield from node.body


@pytest.mark.parametrize("package", [*MAY_IMPORT, "demo"])
def test_no_function_imports_but_an_optional_package(package: str) -> None:
    """Django itself asks an application to connect its receivers in `ready`, when all models are loaded."""
    wrong = []
    for path in modules(package):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        allowed = set(optional_imports(tree))
        names = IMPORTED_IN_FUNCTIONS.get(path.relative_to(ROOT).as_posix(), set())
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef) or (path.name == "apps.py" and function.name == "ready"):
                continue
            wrong += [
                f"{path.relative_to(ROOT)}:{node.lineno}"
                for node in ast.walk(function)
                if isinstance(node, ast.Import | ast.ImportFrom) and node not in allowed
                if not {getattr(node, "module", None), *(alias.name for alias in node.names)} & names
            ]
    assert not wrong


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_point_one_way(package: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {imported}"
        for path in modules(package)
        if path.relative_to(ROOT).as_posix() not in WHERE_CMS_NAMES_THE_OTHERS
        for imported, line in imported_packages(path)
        if imported in PACKAGES and imported not in MAY_IMPORT[package]
    ]
    assert not wrong


def test_cms_names_nothing_that_stands_on_it_by_string_either() -> None:
    """Settings say which model, function or command it is; templates and addresses are looked up by their names."""
    above = sorted(set(MAY_IMPORT) - {"cms"})
    models = [str(model._meta.model_name) for label in above for model in apps.get_app_config(label).get_models()]
    folders = [ROOT / label / "management/commands" for label in above]
    commands = {path.stem for folder in folders for path in folder.glob("[a-z]*.py")} - WAGTAIL_COMMANDS
    named = re.compile(rf"({'|'.join(above)})\.\w|({'|'.join([*models, *commands])})(__|$)")
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} says {node.value!r}"
        for path in modules("cms")
        if "settings" not in path.parts and path.relative_to(ROOT).as_posix() not in WHERE_CMS_NAMES_THE_OTHERS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and named.match(node.value)
    ]
    assert not wrong


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_migrations_carry_their_own_code(package: str) -> None:
    """Code of today is another one tomorrow, and gone the day after."""
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {imported}"
        for path in sorted((ROOT / package / "migrations").glob("*.py"))
        for imported, line in imported_packages(path)
        if imported in PACKAGES
    ]
    assert not wrong


def test_what_is_imported_is_asked_for_in_the_requirements() -> None:
    asked = {
        re.split(r"[\[~;<>= ]", line)[0].lower().replace("_", "-")
        for name in ("requirements.in", "requirements-dev.in")
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if line and line[0] not in "#-"
    }
    distributions = importlib.metadata.packages_distributions()
    missing = {
        f"{imported} ({path.relative_to(ROOT)})"
        for package in PACKAGES
        for path in modules(package)
        for imported, _line in imported_packages(path)
        if imported not in PACKAGES and imported not in sys.stdlib_module_names and imported in distributions
        if not asked.intersection(name.lower().replace("_", "-") for name in distributions[imported])
    }
    assert not missing


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for package in PACKAGES for path in modules(package)}
    assert not {path.relative_to(ROOT): length for path, length in lengths.items() if length > LONGEST_MODULE}


def test_no_pattern_uses_what_the_oldest_python_reads_wrongly() -> None:
    """Possessive quantifiers and atomic groups match wrongly in Python 3.11.2, Debian 12's own, without an error."""
    broken = re.compile(r"(?<!\\)[*+?}]\+|\(\?>")
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for package in PACKAGES
        for path in modules(package)
        if path != Path(__file__) and re.search("^import re$", source := path.read_text(encoding="utf-8"), re.MULTILINE)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and broken.search(node.value)
    ]
    assert not wrong


def test_no_folder_or_module_has_a_name_that_says_nothing() -> None:
    empty_names = {"utils", "helpers", "misc", "common", "util", "helper"}
    assert not [path for package in PACKAGES for path in modules(package) if empty_names.intersection(path.parts)]
    assert not [path for package in PACKAGES for path in modules(package) if path.stem in empty_names]


# ------------------------------------------------------------------------------------- settings


def settings_source(name: str) -> str:
    return (ROOT / "cms" / "settings" / f"{name}.py").read_text(encoding="utf-8")


def environment_reads(source: str) -> dict[str, int]:
    """Return the environment variables that a settings module reads through environs, with their lines."""
    return {
        str(call.args[0].value): call.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        and isinstance(call.args[0], ast.Constant)
    }


def test_every_variable_stands_in_the_one_table_with_its_meaning() -> None:
    lines = settings_source("base").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("# Environment:"))
    end = lines.index("", start)
    table = lines[start:end]
    for name in environment_reads(settings_source("base")):
        row = next((line for line in table if re.match(rf"{name}(: .+)? = env\.", line)), None)
        assert row is not None, f"{name} is read outside the table"
        assert "  # " in row, f"{name} does not say what it means"
    for other in ("dev", "production", "test"):
        assert not environment_reads(settings_source(other)), f"{other} reads variables that the table does not list"


def test_no_module_but_settings_reads_the_environment() -> None:
    readers = {
        path.relative_to(ROOT).as_posix()
        for package in set(PACKAGES) - {"tests"}
        for path in modules(package)
        if re.search(r"os\.environ\b(?!\.setdefault)|os\.getenv", path.read_text(encoding="utf-8"))
    }
    assert readers <= {
        "cms/settings/production.py",
        "cms/management/environment.py",
        "cms/management/healthcheck.py",
    }


def test_every_setting_is_read_by_somebody() -> None:
    """A setting that nobody reads is dead weight or, worse, a typing error that is silent."""
    declared = {
        target.id
        for name in SETTINGS_MODULES
        for node in ast.parse(settings_source(name)).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and target.id.isupper() and not target.id.startswith("_")
    }
    unexplained = {name for name in declared if not hasattr(global_settings, name)} - {"REQUIRED"}
    folders = [ROOT / package for package in PACKAGES if package != "tests"]
    for app in ("csp", "django_tasks", "whitenoise", "wagtail", "wagtail_localize"):
        found = importlib.util.find_spec(app)
        assert found is not None
        folders += map(Path, found.submodule_search_locations or [])
    readers = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in folders
        for path in folder.rglob("*.py")
        if not {"tests", "migrations"}.intersection(path.parts)
    )
    assert not {name for name in unexplained if not re.search(rf"\b{name}\b", readers.replace(f"{name} = ", ""))}


def run_settings(name: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Load a settings module in a process of its own that has only these variables."""
    return subprocess.run(
        [sys.executable, "-c", f"import cms.settings.{name}"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
    )


PRODUCTION = {
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "library.example.org",
    "SITE_URL": "https://library.example.org",
    "DATABASE_URL": "sqlite:////srv/library.sqlite3",
    "MEDIA_ROOT": "/srv/media",
    "EMAIL_URL": "submission://mail.example.org",
    "DEFAULT_FROM_EMAIL": "library@example.org",
}


def hsts(**variables: str) -> str:
    """Return what production says of TLS with these variables, or why it does not start."""
    names = ("SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD")
    asked = f"from cms.settings import production as settings; print(*map(vars(settings).get, {names}))"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **PRODUCTION, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


YEAR = "31536000"


@pytest.mark.parametrize(
    ("variables", "answer"),
    [
        ({}, "3600 False False"),
        ({"HSTS_SECONDS": "0"}, "0 False False"),
        ({"HSTS_SECONDS": YEAR, "HSTS_SUBDOMAINS": "yes"}, f"{YEAR} True False"),
        ({"HSTS_SECONDS": YEAR, "HSTS_SUBDOMAINS": "yes", "HSTS_PRELOAD": "yes"}, f"{YEAR} True True"),
    ],
)
def test_what_browsers_remember_of_tls_is_modest_unless_said_otherwise(variables: dict[str, str], answer: str) -> None:
    assert hsts(**variables) == answer


@pytest.mark.parametrize("variables", [{}, {"HSTS_SUBDOMAINS": "yes"}, {"HSTS_SECONDS": YEAR}])
def test_what_no_list_of_browsers_would_take_is_refused(variables: dict[str, str]) -> None:
    assert "HSTS_PRELOAD: lists of browsers take" in hsts(HSTS_PRELOAD="yes", **variables)


@pytest.mark.parametrize("name", PRODUCTION)
def test_production_refuses_to_start_without_a_variable_and_names_it(name: str) -> None:
    result = run_settings("production", **{key: value for key, value in PRODUCTION.items() if key != name})
    assert result.returncode
    assert name in result.stderr.splitlines()[-1]


def test_production_starts_with_all_its_variables() -> None:
    assert run_settings("production", **PRODUCTION).returncode == 0


@pytest.mark.parametrize(
    ("name", "junk"), [("DEBUG", "perhaps"), ("LOG_LEVEL", "loud"), ("DATABASE_URL", "nonsense://x")]
)
def test_a_value_of_the_wrong_type_stops_the_start_and_names_the_variable(name: str, junk: str) -> None:
    result = run_settings("base", **{name: junk})
    assert result.returncode
    assert name in result.stderr


# ------------------------------------------------------------------------------------- database


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="pragmas are SQLite's")
@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 1), ("busy_timeout", 20000)])
def test_sqlite_is_set_up_for_a_server_and_a_worker(pragma: str, value: str | int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone()[0] == value


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the mode is SQLite's")
def test_a_transaction_takes_the_writers_lock_at_its_start() -> None:
    assert settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert not settings.DATABASES["default"]["ATOMIC_REQUESTS"]


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_templates_name_languages_in_the_reader_s_own() -> None:
    """Django's filter of the same name, which comes with i18n alone, names them in English."""
    templates = [path for package in MAY_IMPORT for path in (ROOT / package).rglob("*.html")]
    naming = [path for path in templates if "|language_name" in path.read_text(encoding="utf-8")]
    assert naming
    assert not [path for path in naming if "{% load i18n library %}" not in path.read_text(encoding="utf-8")]


def test_every_exception_to_a_check_has_its_reason_behind_it() -> None:
    """Whether it is still needed, ruff (RUF100) and mypy (warn_unused_ignores) say."""
    exceptions = re.compile(r"# (?:noqa|type: ignore)\b.*")
    with_reason = re.compile(r"# (?:noqa: [A-Z0-9, ]+?  \w|type: ignore\[[\w, -]+\]  # \w)")
    found = {
        f"{path.relative_to(ROOT)}:{number}": exception[0]
        for package in [*PACKAGES, "benchmarks"]
        for path in modules(package)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (exception := exceptions.search(line))
    }
    assert found
    assert not {place: said for place, said in found.items() if not with_reason.match(said)}
