"""Settings of the test suite."""

from __future__ import annotations

import tempfile
from pathlib import Path

from cms.settings.base import *  # noqa: F403  settings extend one another by star import
from cms.settings.base import DATABASES, STORAGES

# Database and uploads of one run; the folder goes with the process.
_FOLDER = tempfile.TemporaryDirectory(prefix="vademecum-test-")

SECRET_KEY = "only for tests"  # noqa: S105  signs nothing that outlives a test run
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SITE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
MEDIA_ROOT = Path(_FOLDER.name) / "media"
# A file, not memory: write-ahead log and locks then behave as they do for readers and editors.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(Path(_FOLDER.name) / "test.sqlite3")}
# The database searches, whatever the environment says; tests/servers gives tests an Elasticsearch.
ELASTICSEARCH_URL = []
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
SEARCHES_WRITTEN_BY_THEMSELVES = False
# Every answer of the API is held against its schema.
CHECK_ANSWERS = True
# What is counted and compared is made each time; tests of what is kept say how much.
API_MEMORY = 0
