"""A served demonstration library and a browser that reads it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests import loaded_library
from tests.browser.actions import ServedLibrary

# What Chromium needs where it runs as root without a screen; no address but this machine's.
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome"]
SERVER_ERROR = 500  # the lowest status of one
START_LIMIT = 60  # seconds from the prepared library to its first page


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=30):
            return True
    except urllib.error.HTTPError as error:
        pytest.fail(f"{url} answered {error.code} at the start.")
    except OSError:
        return False


@pytest.fixture(scope="session")
def served_library() -> Iterator[ServedLibrary]:
    """Load the demonstration library into a folder of its own and serve it: web, worker, schedule.

    One a session; a test that changes something changes a page of its own making, or puts it back.
    """
    folder = Path(tempfile.mkdtemp(prefix="vademecum-served-"))
    port = free_port()
    url = f"http://localhost:{port}"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "VAR_DIR": str(folder),
        "SITE_URL": url,
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, str(settings.BASE_DIR / "manage.py")]
    log = folder / "log.txt"
    loaded_library.take(folder / "vademecum.sqlite3", folder / "media")
    process = None
    try:
        with log.open("w") as output:
            common: dict[str, Any] = {"env": environment, "stdout": output, "stderr": subprocess.STDOUT}
            prepared = subprocess.run([*command, "prepare", "--port", str(port)], check=False, **common)
            assert prepared.returncode == 0, log.read_text(encoding="utf-8")[-4000:]
            process = subprocess.Popen([*command, "serve", "--port", str(port), "--end-with-parent"], **common)
            deadline = monotonic() + START_LIMIT
            while not _answers(f"{url}/en/"):
                text = log.read_text(encoding="utf-8")[-4000:]
                assert process.poll() is None, f"The server ended:\n{text}"
                assert monotonic() < deadline, f"The server does not answer:\n{text}"
                sleep(0.2)
            rows = (line.split() for line in (folder / "sign-in.txt").read_text(encoding="utf-8").splitlines())
            yield ServedLibrary(url, process.pid, {row[0]: row[1] for row in rows})
    finally:
        if process is not None:
            process.terminate()
            process.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def chromium_path() -> str:
    """Return the installed Chromium: the variable CHROMIUM, else what the system has."""
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not found or not Path(found).exists():
        reason = "No Chromium: install Debian's package chromium, or name one in the variable CHROMIUM."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the installed Chromium once; each test gets windows of its own."""
    path = chromium_path()
    # Playwright's loop would make Django refuse the database to every later test of this thread.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a reader with an empty profile and an English browser."""
    window = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    window.set_default_timeout(15_000)
    yield window
    window.close()


@pytest.fixture
def page(context: BrowserContext, served_library: ServedLibrary) -> Iterator[Page]:
    """Give a tab; the test fails when a script of ours fails or a third party is asked for."""
    tab = context.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    tab.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((served_library.url, "data:", "blob:", "about:"))
            else faults.append(f"third party: {request.url}")
        ),
    )
    yield tab
    assert not faults


@pytest.fixture
def tab_of(browser: Browser, live_server: LiveServer) -> Iterator[Callable[[Client], Page]]:
    """Return a tab for whoever is signed in with a client of a test, on a server in the test's own process.

    An address is a path. The test fails when a script or the server fails.
    """
    faults: list[str] = []
    windows: list[BrowserContext] = []

    def open_tab(client: Client) -> Page:
        window = browser.new_context(base_url=live_server.url, locale="en-GB", viewport={"width": 1400, "height": 1000})
        windows.append(window)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        window.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        window.set_default_timeout(60_000)
        expect.set_options(timeout=20_000)
        tab = window.new_page()
        tab.on("pageerror", lambda error: faults.append(f"script error: {error}"))
        tab.on(
            "response",
            lambda answer: faults.append(f"{answer.status} {answer.url}") if answer.status >= SERVER_ERROR else None,
        )
        return tab

    yield open_tab
    for window in windows:
        window.close()
    assert not faults
