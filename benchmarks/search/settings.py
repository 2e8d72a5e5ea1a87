"""Settings of our side: those of every environment, and what none of them has to find in its environment."""

from __future__ import annotations

from cms.settings.base import *  # noqa: F403  settings extend one another by star import
from cms.settings.base import STORAGES

SECRET_KEY = "only for measuring"  # noqa: S105  signs nothing
ALLOWED_HOSTS = ["localhost"]
SITE_URL = WAGTAILADMIN_BASE_URL = "http://localhost"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT = None
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# A writing in the middle of a measurement would be nobody's.
SEARCHES_WRITTEN_BY_THEMSELVES = False
